// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/models/modelevents.h"
#include "ui/models/awaywatch.h"
#include "ui/models/stallwatch.h"
#include "ui/models/watchedjobs.h"

#include <QSignalSpy>
#include <QTest>

using hub::EventType;
using hub::JobStatus;
using ui::AwayCounts;

namespace {

/// The wire id of event `n` in the history of an epoch.
QByteArray eventId(int n, const char *epoch = "e")
{
    return hub::Cursor{epoch, {1'731'000'000'000 + n * 1000, 0}}.toWire();
}

struct Away
{
    ui::JobStore jobs;
    ui::AwayWatch watch;
    qint64 now = 0;
    QByteArray applied = eventId(1);

    explicit Away(const QByteArray &mark = {}) { watch.reset(mark); }
    void end(const char *id, EventType type, int n)
    {
        jobs.apply(test::jobEvent(id, type, n));
        applied = eventId(n);
    }
    /// Looks once a second.
    std::optional<AwayCounts> pass(int seconds, bool current, bool idle = true)
    {
        std::optional<AwayCounts> found;
        for (int i = 0; i < seconds; ++i) {
            now += 1000;
            if (const auto counts = watch.update({current, idle, applied, now}, jobs))
                found = counts;
        }
        return found;
    }
};

} // namespace

/// The objects that find out what the operator should be told.
class TestNoticeWatches : public QObject
{
    Q_OBJECT

private slots:
    void replayedEventsAreCounted();
    void liveEventsAreNoHistory();
    void shortLossIsNoAbsence();
    void waitsForTheModels();
    void continuesAnEarlierRun();
    void firstHubHasNoHistory();
    void otherEpochIsNotCompared();
    void stalledJobsAreFoundOnce();
    void watchedJobEndsOnce();
    void watchedJobsAreBounded();
};

void TestNoticeWatches::replayedEventsAreCounted()
{
    Away away;
    away.end("old", EventType::Failed, 2);
    QVERIFY(!away.pass(5, true));
    QVERIFY(!away.watch.isHistory());
    QVERIFY(!away.pass(60, false));
    QVERIFY(!away.watch.update({true, false, away.applied, away.now}, away.jobs));
    QVERIFY(away.watch.isHistory());
    away.end("a", EventType::Failed, 10);
    away.end("b", EventType::Lost, 11);
    away.end("c", EventType::Completed, 12);
    away.end("d", EventType::Cancelled, 13);
    QCOMPARE(away.pass(10, true), AwayCounts({2, 1}));
    QVERIFY(!away.watch.isHistory());
    QVERIFY(!away.pass(10, true));
}

void TestNoticeWatches::liveEventsAreNoHistory()
{
    Away away;
    away.pass(5, true);
    away.end("a", EventType::Failed, 10);
    QVERIFY(!away.watch.isHistory());
    QVERIFY(!away.pass(10, true));
    QCOMPARE(away.watch.mark(), eventId(10));
}

void TestNoticeWatches::shortLossIsNoAbsence()
{
    Away away;
    away.pass(5, true);
    away.pass(14, false);
    away.watch.update({true, false, away.applied, away.now}, away.jobs);
    QVERIFY(!away.watch.isHistory());
    away.end("a", EventType::Failed, 10);
    QVERIFY(!away.pass(10, true));
}

void TestNoticeWatches::waitsForTheModels()
{
    Away away(eventId(1));
    QVERIFY(!away.pass(30, true, false));
    QVERIFY(away.watch.isHistory());
    away.end("a", EventType::Failed, 10);
    QCOMPARE(away.pass(1, true), AwayCounts({1, 0}));
}

void TestNoticeWatches::continuesAnEarlierRun()
{
    Away away(eventId(5));
    away.jobs.applySnapshot({test::job("before", JobStatus::Failed, 0, 4),
                             test::job("after", JobStatus::Failed, 0, 6),
                             test::job("done", JobStatus::Completed, 0, 7)});
    away.applied = eventId(9);
    QCOMPARE(away.pass(10, true), AwayCounts({1, 1}));
}

void TestNoticeWatches::firstHubHasNoHistory()
{
    Away away;
    away.jobs.applySnapshot({test::job("a", JobStatus::Failed, 0, 4)});
    QVERIFY(!away.pass(10, true));
    QVERIFY(!away.watch.isHistory());
}

void TestNoticeWatches::otherEpochIsNotCompared()
{
    Away away(eventId(1, "other"));
    away.jobs.applySnapshot({test::job("a", JobStatus::Failed, 0, 4)});
    QVERIFY(!away.pass(10, true));
    QCOMPARE(away.watch.mark(), away.applied);
}

void TestNoticeWatches::stalledJobsAreFoundOnce()
{
    ui::JobStore jobs;
    ui::StallWatch watch;
    jobs.applySnapshot({test::job("a", JobStatus::Processing, 5, 0),
                        test::job("b", JobStatus::Processing, 5, 900)});
    const auto lookAt = [&](int second) {
        jobs.updateStalled(1'731'000'000'000 + second * 1000);
        return watch.update(jobs);
    };
    QCOMPARE(lookAt(100), QList<QByteArray>());
    QCOMPARE(lookAt(1000), QList<QByteArray>{"a"});
    QCOMPARE(lookAt(1001), QList<QByteArray>());
    QCOMPARE(lookAt(2000), QList<QByteArray>{"b"});
    // WHEN the job reports again and is silent again THEN it is found again
    jobs.apply(test::progress("a", 2001, 9));
    QCOMPARE(lookAt(2002), QList<QByteArray>());
    QCOMPARE(lookAt(4000), QList<QByteArray>{"a"});
}

void TestNoticeWatches::watchedJobEndsOnce()
{
    ui::JobStore jobs;
    ui::WatchedJobs watched;
    QSignalSpy changed(&watched, &ui::WatchedJobs::changed);
    jobs.apply(test::progress("a", 1, 5));
    jobs.apply(test::progress("b", 1, 5));
    watched.set("a", true);
    watched.set("b", true);
    watched.set("b", true);
    QCOMPARE(changed.size(), 2);
    QVERIFY(watched.takeDone(jobs).isEmpty());
    jobs.apply(test::jobEvent("a", EventType::Completed, 2));
    const auto done = watched.takeDone(jobs);
    QCOMPARE(done.size(), 1);
    QCOMPARE(done[0].id, QByteArray("a"));
    QVERIFY(!watched.contains("a") && watched.contains("b"));
    QVERIFY(watched.takeDone(jobs).isEmpty());
    jobs.updateStalled(1'731'009'000'000);
    QCOMPARE(watched.takeDone(jobs).value(0).status, JobStatus::Processing);
    QVERIFY(!watched.contains("b"));
}

void TestNoticeWatches::watchedJobsAreBounded()
{
    ui::WatchedJobs watched;
    for (int i = 0; i <= ui::WatchedJobs::maxJobs; ++i)
        watched.set(QByteArray::number(i), true);
    QVERIFY(watched.contains("99"));
    QVERIFY(!watched.contains("100"));
    watched.clear();
    QVERIFY(!watched.contains("99"));
}

QTEST_MAIN(TestNoticeWatches)
#include "tst_noticewatches.moc"
