// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/models/modelevents.h"
#include "ui/models/jobstore.h"

#include <QTest>

using hub::EventType;
using hub::JobStatus;
using test::jobEvent;

class JobStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void followsAJob();
    void ignoresWhatItKnows();
    void startsAnAttemptAfresh();
    void startsAnAttemptAfterTheEnd();
    void readsOutcomes_data();
    void readsOutcomes();
    void logLinesAreNoState();
    void marksWhatASnapshotMisses();
    void tellsDirtyColumnsOnce();
    void compactDropsOldestFinished();
    void countsUnseenFailures();
    void oldFailuresAreSeen();
    void failuresOfASnapshotAreNew();
    void looksAtOneFailure();
    void findsStalledJobs();
    void learnsOnlyFromRunningJobs();
};

namespace {

hub::Job ended(const char *id, JobStatus status, qint64 n)
{
    hub::Job job = test::job(id, status, 50, n);
    job.finishedMs = job.updatedMs;
    return job;
}

} // namespace

void JobStoreTest::followsAJob()
{
    ui::JobStore store;
    QCOMPARE(store.apply(jobEvent("a", EventType::Queued, 1)).became, JobStatus::Queued);
    QCOMPARE(store.apply(jobEvent("a", EventType::Processing, 2)).became, JobStatus::Processing);
    const auto step = jobEvent("a", EventType::Progress, 3,
                               R"({"progress":42.5,"step":{"current":12,"total":19}})");
    QVERIFY(!store.apply(step).became);
    const hub::Job &job = store.at(0).job;
    QCOMPARE(job.progress, 42.5);
    QCOMPARE(job.step, (hub::Step{12, 19}));
    QCOMPARE(job.startedMs, job.createdMs + 1000);
    QCOMPARE(store.apply(jobEvent("a", EventType::Completed, 4)).became, JobStatus::Completed);
    QCOMPARE(job.progress, 100.0);
    QCOMPARE(job.finishedMs, job.createdMs + 3000);
    QCOMPARE(store.countOf(JobStatus::Completed), 1);
    QCOMPARE(store.countOf(JobStatus::Queued), 0);
    QCOMPARE(store.count(), 1);
}

void JobStoreTest::ignoresWhatItKnows()
{
    ui::JobStore store;
    store.upsert(test::job("a", JobStatus::Completed, 100, 5));
    QVERIFY(!store.apply(jobEvent("a", EventType::Failed, 5)).changed);
    QVERIFY(!store.apply(jobEvent("a", EventType::Processing, 4)).changed);
    QVERIFY(!store.upsert(test::job("a", JobStatus::Processing, 10, 4)).changed);
    QCOMPARE(store.at(0).job.status, JobStatus::Completed);
    QVERIFY(!store.apply(jobEvent("", EventType::Failed, 9)).changed);
    QCOMPARE(store.count(), 1);
}

void JobStoreTest::startsAnAttemptAfresh()
{
    ui::JobStore store;
    store.apply(jobEvent("a", EventType::Processing, 1));
    store.apply(jobEvent("a", EventType::Progress, 2, R"({"progress":80,"message":"old"})"));
    store.apply(jobEvent("a", EventType::Queued, 3, R"({"attempt":2})"));
    const hub::Job &job = store.at(0).job;
    QCOMPARE(job.attempt, 2);
    QCOMPARE(job.progress, 0.0);
    QCOMPARE(job.message, QString());
    QCOMPARE(job.startedMs, 0);
}

/// The first event of an attempt need not be `queued`: that event may have been missed.
void JobStoreTest::startsAnAttemptAfterTheEnd()
{
    ui::JobStore store;
    store.apply(jobEvent("a", EventType::Failed, 1, R"({"error":"e","message":"old"})"));
    const hub::Job &job = store.at(0).job;
    QVERIFY(job.finishedMs != 0);
    const auto applied =
        store.apply(jobEvent("a", EventType::Progress, 2, R"({"attempt":2,"progress":10})"));
    QCOMPARE(applied.became, JobStatus::Processing);
    QCOMPARE(job.attempt, 2);
    QCOMPARE(job.finishedMs, 0);
    QCOMPARE(job.startedMs, job.updatedMs);
    QVERIFY(job.error.isEmpty() && job.message.isEmpty());
    store.apply(jobEvent("a", EventType::Completed, 3, R"({"attempt":2})"));
    QCOMPARE(job.status, JobStatus::Completed);
    QCOMPARE(store.countOf(JobStatus::Failed), 0);
}

void JobStoreTest::readsOutcomes_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("error object") << QByteArray(
        R"({"error":{"code":"CUDA_OOM","message":"no memory"}})")
                                  << QStringLiteral("CUDA_OOM: no memory");
    QTest::newRow("error text") << QByteArray(R"({"error":"lost\npod"})")
                                << QStringLiteral("lost pod");
    QTest::newRow("images") << QByteArray(
        R"({"result":{"images":[{"url":"/a.png"},{"url":"/b.png"}]}})")
                            << QStringLiteral("2 images");
    QTest::newRow("one file") << QByteArray(R"({"result":{"files":["/workspace/outputs/r.jpg"]}})")
                              << QStringLiteral("r.jpg");
    QTest::newRow("text") << QByteArray(R"({"result":"fine"})") << QStringLiteral("fine");
    QTest::newRow("message") << QByteArray(R"({"message":"all done"})")
                             << QStringLiteral("all done");
    QTest::newRow("number") << QByteArray(R"({"result":7,"error":null})") << QString();
}

void JobStoreTest::readsOutcomes()
{
    QFETCH(const QByteArray, data);
    ui::JobStore store;
    store.apply(jobEvent("a", EventType::Completed, 1, data.constData()));
    QTEST(store.at(0).outcome, "outcome");
}

void JobStoreTest::logLinesAreNoState()
{
    ui::JobStore store;
    store.apply(jobEvent("a", EventType::Progress, 1, R"({"progress":5,"message":"step one"})"));
    store.apply(jobEvent("a", EventType::Log, 2, R"({"message":"chatter","progress":90})"));
    QCOMPARE(store.at(0).job.progress, 5.0);
    QCOMPARE(store.at(0).outcome, QStringLiteral("step one"));
}

void JobStoreTest::marksWhatASnapshotMisses()
{
    ui::JobStore store;
    store.apply(jobEvent("gone", EventType::Processing, 1));
    store.apply(jobEvent("done", EventType::Completed, 2));
    const auto missing = store.applySnapshot({test::job("new", JobStatus::Queued, 0, 3)});
    QCOMPARE(missing, QList<QByteArray>{"gone"});
    QVERIFY(store.at(store.find("gone")).stale);
    QVERIFY(!store.at(store.find("done")).stale);
    store.apply(jobEvent("gone", EventType::Failed, 4));
    QVERIFY(!store.at(store.find("gone")).stale);
}

void JobStoreTest::tellsDirtyColumnsOnce()
{
    ui::JobStore store;
    for (const char *id : {"a", "b", "c"})
        store.apply(jobEvent(id, EventType::Processing, 1));
    store.takeDirty();
    store.apply(test::progress("c", 2, 10));
    store.apply(test::progress("a", 3, 10));
    store.apply(test::progress("c", 4, 20));
    const auto dirty = store.takeDirty();
    QCOMPARE(dirty.size(), 2);
    QCOMPARE(dirty[0].row, 0);
    QCOMPARE(dirty[1].row, 2);
    QVERIFY(dirty[1].columns & ui::bit(ui::JobColumn::Progress));
    QVERIFY(!(dirty[1].columns & ui::bit(ui::JobColumn::Kind)));
    QVERIFY(store.takeDirty().empty());
}

void JobStoreTest::compactDropsOldestFinished()
{
    ui::JobStore store;
    for (int i = 0; i < 20; ++i) {
        const auto id = QByteArray::number(i);
        const auto type = i < 5 ? EventType::Processing : EventType::Completed;
        store.apply(jobEvent(id.constData(), type, i + 1));
    }
    store.compact();
    QCOMPARE(store.count(), 18);
    QCOMPARE(store.find("5"), -1);
    QCOMPARE(store.find("6"), -1);
    QVERIFY(store.find("0") >= 0);
    QCOMPARE(store.at(store.find("19")).id, QStringLiteral("19"));
    QCOMPARE(store.countOf(JobStatus::Processing), 5);
    QCOMPARE(store.countOf(JobStatus::Completed), 13);
    QCOMPARE(store.countOf(ui::statusSet(JobStatus::Processing, JobStatus::Completed)), 18);
    QCOMPARE(store.countOf(ui::failedStatuses), 0);
}

void JobStoreTest::countsUnseenFailures()
{
    // GIVEN a store with a snapshot
    ui::JobStore store;
    store.applySnapshot({test::job("a", JobStatus::Processing, 5, 1)});
    // WHEN jobs end by live events THEN the failures are new, each once
    store.apply(jobEvent("a", EventType::Failed, 2));
    store.apply(jobEvent("b", EventType::TimedOut, 3));
    store.apply(jobEvent("c", EventType::Completed, 4));
    store.apply(jobEvent("a", EventType::Log, 5));
    QCOMPARE(store.unseenFailures(), 2);
    QVERIFY(store.at(store.find("a")).unseen);
    QVERIFY(!store.at(store.find("c")).unseen);
    // WHEN a polled job became a failure THEN it is new
    store.upsert(test::job("d", JobStatus::Processing, 5, 6));
    store.upsert(ended("d", JobStatus::Lost, 7));
    QCOMPARE(store.unseenFailures(), 3);
    // WHEN a job runs again THEN it is no failure, until its next attempt fails
    store.apply(jobEvent("a", EventType::Queued, 8, R"({"attempt":2})"));
    QCOMPARE(store.unseenFailures(), 2);
    store.apply(jobEvent("a", EventType::Failed, 9, R"({"attempt":2})"));
    store.markFailuresSeen();
    QCOMPARE(store.unseenFailures(), 0);
    store.apply(jobEvent("a", EventType::Failed, 10, R"({"attempt":3})"));
    QCOMPARE(store.unseenFailures(), 1);
    store.clear();
    QCOMPARE(store.unseenFailures(), 0);
}

void JobStoreTest::oldFailuresAreSeen()
{
    ui::JobStore store;
    store.applySnapshot({ended("a", JobStatus::Failed, 5), ended("b", JobStatus::Completed, 8)});
    QCOMPARE(store.unseenFailures(), 0);
    QCOMPARE(store.seenUntil(), ended("b", JobStatus::Completed, 8).finishedMs);
    // An older page of the history brings no news either.
    store.upsert(ended("old", JobStatus::Failed, 2));
    QCOMPARE(store.unseenFailures(), 0);
    store.upsert(ended("late", JobStatus::Failed, 9));
    QCOMPARE(store.unseenFailures(), 1);
}

void JobStoreTest::failuresOfASnapshotAreNew()
{
    ui::JobStore store;
    store.setSeenUntil(ended("a", JobStatus::Failed, 5).finishedMs);
    store.applySnapshot({ended("a", JobStatus::Failed, 5), ended("b", JobStatus::Failed, 6),
                         ended("c", JobStatus::Completed, 7)});
    QCOMPARE(store.unseenFailures(), 1);
    QVERIFY(store.at(store.find("b")).unseen);
    store.markFailuresSeen();
    QCOMPARE(store.seenUntil(), ended("c", JobStatus::Completed, 7).finishedMs);
}

void JobStoreTest::looksAtOneFailure()
{
    ui::JobStore store;
    store.applySnapshot({ended("z", JobStatus::Failed, 1)});
    store.apply(jobEvent("a", EventType::Failed, 5));
    store.apply(jobEvent("b", EventType::Failed, 9));
    store.takeDirty();
    // WHEN the later failure is seen THEN the time stays before the earlier one
    store.markSeen(store.find("b"));
    QCOMPARE(store.unseenFailures(), 1);
    QVERIFY(*store.seenUntil() < store.at(store.find("a")).job.finishedMs);
    QCOMPARE(store.takeDirty().size(), size_t{1});
    store.markSeen(store.find("a"));
    QCOMPARE(store.unseenFailures(), 0);
    QCOMPARE(store.seenUntil(), store.at(store.find("b")).job.finishedMs);
}

void JobStoreTest::findsStalledJobs()
{
    // GIVEN two running jobs and one that waits
    ui::JobStore store;
    store.applySnapshot({test::job("a", JobStatus::Processing, 5, 0),
                         test::job("b", JobStatus::Processing, 5, 200),
                         test::job("c", JobStatus::Queued, 0, 0)});
    const qint64 start = store.at(0).job.updatedMs;
    const qint64 limit = ui::UpdatePace::untaught.count();
    store.takeDirty();
    // WHEN the limit is not over THEN none is stalled, and after it only the silent one that runs
    store.updateStalled(start + limit);
    QCOMPARE(store.stalledJobs(), 0);
    store.updateStalled(start + limit + 1);
    QCOMPARE(store.stalledJobs(), 1);
    QVERIFY(store.at(0).stalled);
    QCOMPARE(store.takeDirty().size(), size_t{1});
    store.updateStalled(start + limit + 2);
    QVERIFY(store.takeDirty().empty());
    // WHEN it reports again THEN it is not stalled
    store.apply(jobEvent("a", EventType::Progress, 301, R"({"progress":9})"));
    QCOMPARE(store.stalledJobs(), 0);
    // WHEN a stalled job ends, or its events were missed, THEN it is not stalled
    store.updateStalled(start + 10 * limit);
    QCOMPARE(store.stalledJobs(), 2);
    store.apply(jobEvent("a", EventType::Failed, 400));
    QCOMPARE(store.stalledJobs(), 1);
    store.applySnapshot({});
    QCOMPARE(store.stalledJobs(), 0);
    store.updateStalled(start + 10 * limit);
    QCOMPARE(store.stalledJobs(), 0);
}

void JobStoreTest::learnsOnlyFromRunningJobs()
{
    ui::JobStore store;
    store.apply(jobEvent("a", EventType::Queued, 1));
    store.apply(jobEvent("a", EventType::Processing, 5000)); // it waited, that is no silence
    for (int i = 1; i <= ui::UpdatePace::enough; ++i)
        store.apply(jobEvent("a", EventType::Progress, 5000 + 20 * i));
    const auto limit = store.pace().limit(hub::JobKind::Generic);
    QVERIFY(limit >= std::chrono::seconds(60) && limit < std::chrono::seconds(72));
    store.apply(jobEvent("a", EventType::Queued, 90'000, R"({"attempt":2})"));
    QCOMPARE(store.pace().limit(hub::JobKind::Generic), limit);
}

QTEST_GUILESS_MAIN(JobStoreTest)
#include "tst_jobstore.moc"
