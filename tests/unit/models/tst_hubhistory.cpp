// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/hubhistory.h"

#include "tests/support/manualclock.h"
#include "tests/unit/models/modelevents.h"
#include "ui/models/jobstore.h"
#include "ui/models/recentfailures.h"

#include <QTest>

using namespace std::chrono_literals;
using ui::HubHistory;

namespace {

struct Fixture
{
    test::ManualClock clock;
    HubHistory history{clock};

    void pass(int seconds, double events, bool live = true)
    {
        for (int second = 0; second < seconds; ++second) {
            history.add({events, events * 2, live});
            clock.advance(1000);
        }
    }
    /// The last values, the newest last; -1 = a gap.
    QList<double> last(int count) const
    {
        QList<double> values;
        for (const auto &value : history.events().last(count))
            values << value.value_or(-1);
        return values;
    }
};

} // namespace

class HubHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void pointIsTheMeanOfItsSeconds()
    {
        Fixture f;
        f.pass(4, 10);
        f.pass(1, 20);
        f.pass(1, 0); // the next step has begun
        QCOMPARE(f.last(2), (QList<double>{-1, 12}));
        QCOMPARE(f.history.connections().last(), std::optional<double>(40));
        QVERIFY(f.history.wasLive(HubHistory::points - 1));
    }
    void timeThatIsNotLiveIsAGap()
    {
        Fixture f;
        f.pass(5, 1);
        f.pass(4, 1);
        f.pass(1, 1, false); // one second of a step is enough
        f.pass(5, 3);
        f.pass(1, 0);
        QCOMPARE(f.last(3), (QList<double>{1, -1, 3}));
    }
    void sleepIsAGap()
    {
        Fixture f;
        f.pass(5, 1);
        f.clock.advance(10'000);
        f.pass(5, 2);
        f.pass(1, 0);
        QCOMPARE(f.last(4), (QList<double>{1, -1, -1, 2}));
        f.clock.advance(qint64{1000} * 86'400 * 365);
        f.pass(5, 4);
        f.pass(1, 0);
        QCOMPARE(f.last(3), (QList<double>{-1, -1, 4}));
    }
    void isBounded()
    {
        Fixture f;
        f.pass(5 * HubHistory::points * 2, 1);
        QCOMPARE(f.history.events().size(), HubHistory::points);
        QCOMPARE(HubHistory::age(0), 895s);
        QCOMPARE(HubHistory::age(HubHistory::points - 1), 0s);
        f.history.clear();
        QVERIFY(!f.history.events().last());
        f.pass(6, 2);
        QCOMPARE(f.last(2), (QList<double>{-1, 2}));
    }
    void failuresOfTheHour()
    {
        ui::JobStore store;
        const qint64 now = 1'731'000'000'000;
        const auto add = [&](const char *id, hub::JobStatus status, std::chrono::minutes ago) {
            hub::Job job = test::job(id, status);
            job.finishedMs = now - std::chrono::milliseconds(ago).count();
            store.upsert(job);
        };
        add("new", hub::JobStatus::Failed, 1min);
        add("good", hub::JobStatus::Completed, 1min);
        add("old", hub::JobStatus::TimedOut, 62min);
        add("ancient", hub::JobStatus::Lost, 600min);
        const auto found = ui::RecentFailures::of(store, now);
        QCOMPARE(found.inHourBefore(now), 1);
        QCOMPARE(found.inHourBefore(now - 600'000), 1); // ten minutes ago the old one counted
        QCOMPARE(found.last.size(), 3);
        QCOMPARE(found.last[0].jobId, QByteArray("new"));
        QCOMPARE(found.last[2].jobId, QByteArray("ancient"));
        for (int n = 0; n < 20; ++n)
            add(QByteArray("more-" + QByteArray::number(n)).constData(), hub::JobStatus::Failed,
                std::chrono::minutes(n + 2));
        const auto more = ui::RecentFailures::of(store, now);
        QCOMPARE(more.last.size(), ui::RecentFailures::mostListed);
        QCOMPARE(more.last[0].jobId, QByteArray("new"));
        QCOMPARE(more.last[4].jobId, QByteArray("more-3"));
        QCOMPARE(more.inHourBefore(now), 21);
    }
};

QTEST_GUILESS_MAIN(HubHistoryTest)
#include "tst_hubhistory.moc"
