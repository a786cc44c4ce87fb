// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "tests/support/steppingclock.h"
#include "tests/unit/models/modelevents.h"
#include "ui/models/session.h"

#include <QSignalSpy>
#include <QTest>

using hub::EventType;
using hub::JobStatus;
using ui::LinkState;
using ui::LogKind;
using namespace std::chrono_literals;

namespace {

struct Fixture
{
    test::ManualClock clock;
    ui::Session session{&clock};

    void live() { session.receive(ui::LinkStatus{LinkState::Live, 0, {}, {}}); }
    /// Runs ticks until nothing is queued.
    void drain()
    {
        do {
            session.tick();
        } while (session.queued() > 0);
    }
    QList<LogKind> kinds() const
    {
        QList<LogKind> all;
        session.events().scan(0, session.events().end(), [&](qint64, const ui::LogRow &row, auto) {
            all << row.kind;
            return true;
        });
        return all;
    }
};

} // namespace

class SessionTest : public QObject
{
    Q_OBJECT

private slots:
    void showsNothingBeforeTheTick();
    void mergesManyUpdatesIntoFewSignals();
    void continuesWhereATickEnded();
    void tellsOnlyOfLiveEnds();
    void noticesTheLink();
    void beginsAgainWithAnotherEpoch();
    void passesOnTheWatchedJob();
    void boundsTheInbox();
    void saysWhatABurstLeavesOut();
    void countsWhatTheHubTells();
    void resetForgetsTheHub();
};

void SessionTest::showsNothingBeforeTheTick()
{
    Fixture f;
    f.session.receive(test::progress("a", 1, 5));
    QCOMPARE(f.session.jobModel()->rowCount(), 0);
    QCOMPARE(f.session.events().count(), 0);
    f.session.tick();
    QCOMPARE(f.session.jobModel()->rowCount(), 1);
    QCOMPARE(f.session.sortedJobs()->rowCount(), 1);
    QCOMPARE(f.session.logRows()->count(), 1);
    QCOMPARE(f.session.appliedId(), test::progress("a", 1, 5).id);
}

void SessionTest::mergesManyUpdatesIntoFewSignals()
{
    Fixture f;
    for (int i = 0; i < 50; ++i)
        f.session.receive(test::progress(QByteArray::number(i).constData(), 1, 0));
    f.drain();
    QSignalSpy changed(f.session.jobModel(), &QAbstractItemModel::dataChanged);
    QSignalSpy updated(&f.session, &ui::Session::updated);
    for (int i = 0; i < 1000; ++i)
        f.session.receive(test::progress(QByteArray::number(i % 50).constData(), 2 + i, i % 100));
    f.drain();
    // At most one signal for all fifty rows per tick, however many updates each row got.
    QVERIFY(changed.size() <= updated.size());
    QCOMPARE(f.session.jobs().at(49).job.progress, 99.0);
    QCOMPARE(f.session.events().count(), 1050);
}

void SessionTest::continuesWhereATickEnded()
{
    const test::SteppingClock clock; // each event takes a millisecond
    ui::Session session{&clock};
    constexpr int many = 60'000;
    for (int i = 0; i < many; ++i)
        session.receive(test::progress(QByteArray::number(i % 500).constData(), i, i % 100));
    session.tick();
    // The window gets control between ticks. The reading that starts a tick is in its budget.
    QCOMPARE(session.events().count(), ui::Session::tickBudget.count() - 1);
    QCOMPARE(session.queued(), static_cast<size_t>(many - session.events().count()));
    while (session.queued() > 0)
        session.tick();
    QCOMPARE(session.events().count(), many);
}

void SessionTest::tellsOnlyOfLiveEnds()
{
    Fixture f;
    QSignalSpy ended(&f.session, &ui::Session::jobEnded);
    f.session.receive(
        ui::arrival::Snapshot{{test::job("old", JobStatus::Failed, 0, 1)}, "e.1-0", true});
    f.drain();
    QCOMPARE(ended.size(), 0);
    f.live();
    f.session.receive(test::jobEvent("a", EventType::Processing, 2));
    f.session.receive(test::jobEvent("a", EventType::Completed, 3));
    f.session.receive(test::jobEvent("a", EventType::Completed, 3)); // already known
    f.drain();
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended[0][0].value<hub::Job>().id, QByteArray("a"));
}

void SessionTest::noticesTheLink()
{
    Fixture f;
    QSignalSpy changed(&f.session, &ui::Session::linkChanged);
    f.live();
    f.live();
    f.session.receive(ui::LinkStatus{LinkState::Reconnecting, 1, 3s, QStringLiteral("refused")});
    f.live();
    f.session.receive(ui::Gap{"e.1-0", "e.9-0", QStringLiteral("evicted")});
    f.drain();
    QCOMPARE(changed.size(), 3);
    QCOMPARE(f.kinds(), (QList<LogKind>{LogKind::Reconnected, LogKind::Note, LogKind::Reconnected,
                                        LogKind::Gap}));
}

void SessionTest::beginsAgainWithAnotherEpoch()
{
    Fixture f;
    f.session.receive(test::progress("a", 100, 50));
    f.drain();
    f.session.receive(ui::arrival::Epoch{"f"});
    f.session.receive(
        ui::arrival::Snapshot{{test::job("a", JobStatus::Queued, 0, 1)}, "f.1-0", true});
    f.drain();
    QCOMPARE(f.session.jobs().count(), 1);
    QCOMPARE(f.session.jobs().at(0).job.status, JobStatus::Queued);
    QVERIFY(f.kinds().contains(LogKind::HubRestarted));
}

void SessionTest::passesOnTheWatchedJob()
{
    Fixture f;
    QSignalSpy events(&f.session, &ui::Session::watchedEvents);
    f.session.watch("b");
    for (int i = 0; i < 10; ++i)
        f.session.receive(test::progress(i % 2 ? "a" : "b", i, i));
    f.drain();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0][0].value<QList<ui::JobEvent>>().size(), 5);
}

void SessionTest::boundsTheInbox()
{
    ui::Inbox inbox({10, 20});
    for (int i = 0; i < 10; ++i)
        inbox.push(test::jobEvent("a", EventType::Failed, i));
    for (int i = 10; i < 15; ++i)
        inbox.push(test::progress("a", i, i));
    QCOMPARE(inbox.size(), 10);
    QCOMPARE(inbox.merged(), 5);
    for (int i = 0; i < 10; ++i) {
        // Terminal events are never merged.
        inbox.push(test::jobEvent("a", EventType::Failed, 100 + i));
    }
    QCOMPARE(inbox.size(), 20);
    QVERIFY(!inbox.takeOverflow());
    inbox.push(ui::LinkStatus{LinkState::Live, 0, {}, {}});
    QVERIFY(inbox.takeOverflow());
    inbox.push(ui::LinkStatus{LinkState::Reconnecting, 0, {}, {}});
    QCOMPARE(inbox.size(), 2);
}

void SessionTest::saysWhatABurstLeavesOut()
{
    Fixture f;
    f.live();
    f.drain();
    constexpr int events = 100'050; // the limit of an inbox and 50 more
    for (int i = 1; i <= events; ++i)
        f.session.receive(test::progress("a", i, i / 2'000.0));
    f.drain();
    QCOMPARE(f.session.jobs().at(0).job.progress, events / 2'000.0);
    const qint64 rows = f.session.events().count();
    const ui::LogRow last = f.session.events().at(f.session.events().first() + rows - 1);
    QCOMPARE(last.kind, LogKind::Gap);
    QVERIFY(f.session.events().text(f.session.events().first() + rows - 1).startsWith("50 events"));
}

void SessionTest::countsWhatTheHubTells()
{
    Fixture f;
    QSignalSpy changed(&f.session, &ui::Session::totalsChanged);
    f.live();
    constexpr auto failed = ui::failedStatuses;
    f.session.receive(ui::arrival::Loaded{{test::job("a", JobStatus::Failed)}});
    f.drain();
    QCOMPARE(changed.size(), 0);
    QVERIFY(!f.session.knowsTotals());
    QCOMPARE(f.session.countOf(failed), 1); // what is loaded
    ui::JobTotals totals;
    totals.asOf = test::progress("a", 5, 1).id;
    totals.statuses[size_t(JobStatus::Failed)] = 20;
    f.session.receive(ui::arrival::Totals{totals});
    f.session.receive(test::jobEvent("b", EventType::Queued, 6));
    f.session.receive(test::jobEvent("b", EventType::Failed, 7));
    f.drain();
    QCOMPARE(f.session.countOf(failed), 21);
    QCOMPARE(changed.size(), 1);
    f.session.receive(ui::arrival::Totals{});
    f.drain();
    QCOMPARE(f.session.countOf(failed), 2);
    f.session.receive(ui::arrival::Totals{totals});
    f.session.receive(ui::arrival::Epoch{"new"});
    f.drain();
    QVERIFY(!f.session.knowsTotals());
}

void SessionTest::resetForgetsTheHub()
{
    Fixture f;
    f.live();
    f.session.receive(test::progress("a", 1, 5));
    f.drain();
    f.session.receive(test::progress("b", 2, 5));
    f.session.reset();
    f.drain();
    QCOMPARE(f.session.jobs().count(), 0);
    QCOMPARE(f.session.events().count(), 0);
    QVERIFY(f.session.appliedId().isEmpty());
}

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
