// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/jobeventdata.h"
#include "hub/core/jobstate.h"

#include <QTest>

using namespace hub;

namespace {

constexpr qint64 nowMs = 1'769'860'800'000;
const QByteArray stamp = R"("time":"2026-01-31T12:00:00.000Z")";

/// A job that has had an event.
Job running()
{
    Job job = newJob("j", {}, 1000);
    job.status = JobStatus::Processing;
    job.lastEvent = {1000, 0};
    return job;
}

JobChange changeOf(EventType type)
{
    JobChange change;
    change.type = type;
    return change;
}

/// Returns what the event of a change says, for a job that has these ids.
JobDelta deltaOf(const Job &job, const JobChange &change)
{
    JobDelta delta{{nowMs, 0},    change.type,    job.id,     nowMs,
                   job.restoreId, job.externalId, job.attempt};
    if (change.type == EventType::Log) {
        delta.level = change.level;
        delta.line = change.message.value_or(QString());
        if (!change.restoreId.isEmpty())
            delta.restoreId = change.restoreId;
    }
    return delta;
}

QByteArray wholeDataOf(const Job &before, const Job &after, const JobChange &change)
{
    return jobEventData(before, after, deltaOf(after, change), change);
}

/// The data without the time, which is the same in every event.
QByteArray dataOf(const Job &before, const Job &after, const JobChange &change)
{
    return wholeDataOf(before, after, change).replace(',' + stamp, {});
}

} // namespace

/// Which members the data of an event has.
class TestJobEventData : public QObject
{
    Q_OBJECT

private slots:
    void theFirstEventDescribesTheJob();
    void laterEventsNameOnlyTheJob();
    void everyIdIsNamed();
    void progressIsAlwaysComplete();
    void onlyChangesAreTold();
    void aNewAttemptClearsWhatItDoesNotHave();
    void aNewAttemptSaysTheSameOutcomeAgain();
    void endsTellTheirOutcome();
    void logLinesHaveALevel();
    void logLinesMayBeOfAnotherAttempt();
    void dataIsPassedOnByteForByte();
};

void TestJobEventData::theFirstEventDescribesTheJob()
{
    Job job = newJob("j", {}, 1000);
    job.owner = "ann";
    const QByteArray first = wholeDataOf(job, job, changeOf(EventType::Queued));
    QCOMPARE(first,
             R"({"job_id":"j","status":"queued","kind":"generic","owner":"ann",)" + stamp + '}');
}

void TestJobEventData::laterEventsNameOnlyTheJob()
{
    Job job = running();
    job.owner = "ann";
    QCOMPARE(wholeDataOf(job, job, changeOf(EventType::Processing)),
             R"({"job_id":"j","status":"processing",)" + stamp + '}');
}

void TestJobEventData::everyIdIsNamed()
{
    Job job = running();
    job.kind = JobKind::Execution;
    job.restoreId = "r";
    job.externalId = "x";
    job.attempt = 2;
    QCOMPARE(dataOf(job, job, changeOf(EventType::Processing)),
             QByteArray(R"({"job_id":"j","restore_id":"r","execution_id":"j","external_id":"x",)"
                        R"("status":"processing","attempt":2})"));
}

void TestJobEventData::progressIsAlwaysComplete()
{
    Job job = running();
    job.progress = 50;
    job.step = Step{1, 2};
    job.message = QStringLiteral("m");
    QCOMPARE(dataOf(job, job, changeOf(EventType::Progress)),
             QByteArray(R"({"job_id":"j","status":"processing","progress":50,)"
                        R"("step":{"current":1,"total":2},"message":"m"})"));
}

void TestJobEventData::onlyChangesAreTold()
{
    Job before = running();
    before.progress = 50;
    before.step = Step{1, 2};
    before.message = QStringLiteral("m");
    before.result = "1";
    Job after = before;
    after.progress = 60;
    QCOMPARE(dataOf(before, after, changeOf(EventType::Processing)),
             QByteArray(R"({"job_id":"j","status":"processing","progress":60})"));
    after = before;
    after.message = QStringLiteral("n");
    QCOMPARE(dataOf(before, after, changeOf(EventType::Processing)),
             QByteArray(R"({"job_id":"j","status":"processing","message":"n"})"));
    after = before;
    after.result = "2";
    QCOMPARE(dataOf(before, after, changeOf(EventType::Processing)),
             QByteArray(R"({"job_id":"j","status":"processing","result":2})"));
}

void TestJobEventData::aNewAttemptClearsWhatItDoesNotHave()
{
    Job before = running();
    before.step = Step{1, 2};
    before.result = "1";
    before.error = "2";
    const Job after = running();
    QCOMPARE(dataOf(before, after, changeOf(EventType::Processing)),
             QByteArray(R"({"job_id":"j","status":"processing","step":null,"result":null,)"
                        R"("error":null})"));
}

void TestJobEventData::aNewAttemptSaysTheSameOutcomeAgain()
{
    Job before = running();
    before.status = JobStatus::Failed;
    before.error = "2";
    Job after = before;
    after.status = JobStatus::Processing;
    after.attempt = 2;
    QCOMPARE(dataOf(before, after, changeOf(EventType::Processing)),
             QByteArray(R"({"job_id":"j","status":"processing","attempt":2,"error":2})"));
}

void TestJobEventData::endsTellTheirOutcome()
{
    Job job = running();
    job.status = JobStatus::Completed;
    job.result = R"({"a":1})";
    QCOMPARE(dataOf(job, job, changeOf(EventType::Completed)),
             QByteArray(R"({"job_id":"j","status":"completed","result":{"a":1}})"));
}

void TestJobEventData::logLinesHaveALevel()
{
    JobChange line = changeOf(EventType::Log);
    line.level = "warning";
    line.message = QStringLiteral("a \"word\"\n");
    const QByteArray told = "\"level\":\"warning\",\"message\":\"a \\\"word\\\"\\n\"}";
    QCOMPARE(dataOf(running(), running(), line), R"({"job_id":"j","status":"processing",)" + told);
    QCOMPARE(dataOf(running(), running(), changeOf(EventType::Log)),
             QByteArray(R"({"job_id":"j","status":"processing","message":""})"));
}

void TestJobEventData::logLinesMayBeOfAnotherAttempt()
{
    Job job = running();
    job.restoreId = "new";
    JobChange line = changeOf(EventType::Log);
    line.restoreId = "old";
    QVERIFY(dataOf(job, job, line).contains(R"("restore_id":"old")"));
    line.restoreId.clear();
    QVERIFY(dataOf(job, job, line).contains(R"("restore_id":"new")"));
}

void TestJobEventData::dataIsPassedOnByteForByte()
{
    JobChange change = changeOf(EventType::Processing);
    change.data = R"({ "a" : 1.50e+1 })";
    QCOMPARE(dataOf(running(), running(), change),
             QByteArray(R"({"job_id":"j","status":"processing","data":{ "a" : 1.50e+1 }})"));
}

QTEST_GUILESS_MAIN(TestJobEventData)
#include "tst_jobeventdata.moc"
