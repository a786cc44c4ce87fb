// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/startedjob.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace hub;
using namespace test::startedjob;

class TestJobState : public QObject
{
    Q_OBJECT

private slots:
    void movesByTheTable_data();
    void movesByTheTable();
    void createsAtQueued();
    void keepsTimes();
    void progressNeverFalls_data();
    void progressNeverFalls();
    void startsANewAttempt_data();
    void startsANewAttempt();
    void refusesOldAttempts();
    void refusesPastRestoreIds_data();
    void refusesPastRestoreIds();
    void remembersPastRestoreIds();
    void logChangesNothing();
    void adoptsIdsThatComeLate();
    void namesAreEventsOfTheirOwn();
    void writesEventData_data();
    void writesEventData();
    void clampsProgress();
};

namespace {
QByteArray dataOf(const ChangeOutcome &outcome)
{
    const auto *applied = std::get_if<Applied>(&outcome);
    return applied ? applied->event.data : QByteArray();
}
} // namespace

void TestJobState::movesByTheTable_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("by");
    QTest::addColumn<QByteArray>("expected");
    const QByteArrayList types{"queued", "processing", "progress",  "log", "completed",
                               "failed", "cancelled",  "timed_out", "lost"};
    const QByteArrayList ends{"completed", "failed", "cancelled", "timed_out", "lost"};
    const auto row = [](const QByteArray &from, const QByteArray &by, const QByteArray &expected) {
        QTest::addRow("%s by %s", from.constData(), by.constData()) << from << by << expected;
    };
    row("queued", "queued", "ignored duplicate");
    row("queued", "processing", "processing");
    row("queued", "progress", "processing");
    row("queued", "log", "queued");
    row("processing", "queued", "ignored late");
    row("processing", "processing", "ignored duplicate");
    row("processing", "progress", "ignored duplicate"); // it contains nothing new
    row("processing", "log", "processing");
    for (const QByteArray &end : ends) {
        row("queued", end, end);
        row("processing", end, end);
        for (const QByteArray &type : types)
            row(end, type, type == end ? "ignored duplicate" : "ignored terminal");
    }
}

void TestJobState::movesByTheTable()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, by);
    const Job before = job(*parseJobStatus(from));
    const ChangeOutcome outcome = applyChange(before, change(*parseEventType(by)), nextId, now);
    QTEST(word(outcome), "expected");
    if (const auto *applied = std::get_if<Applied>(&outcome)) {
        QVERIFY(applied->event.type == *parseEventType(by));
        QVERIFY(applied->event.topic == Topic::job("j"));
        QVERIFY(applied->event.id == nextId && applied->job.lastEvent == nextId);
        QCOMPARE(applied->job.terminalEvent == nextId, isTerminal(applied->job.status));
    }
}

void TestJobState::createsAtQueued()
{
    JobChange first = change(EventType::Queued);
    first.kind = JobKind::Restore;
    first.owner = "u";
    first.externalId = "rp-1";
    const Job created = newJob("j", first, 1000);
    QVERIFY(created.status == JobStatus::Queued && created.attempt == 1);
    QVERIFY(created.lastEvent.isNull());
    QCOMPARE(created.createdMs, 1000);

    const ChangeOutcome outcome = applyChange(created, first, nextId, now);
    const auto *applied = std::get_if<Applied>(&outcome);
    QVERIFY(applied);
    QVERIFY(applied->event.kind == JobKind::Restore);
    QCOMPARE(applied->event.owner, "u");
    QCOMPARE(applied->job.externalId, "rp-1");
    // The first event, and only the first, contains the values that never change.
    QVERIFY(applied->event.data.contains(R"("kind":"restore","owner":"u")"));
    const ChangeOutcome next =
        applyChange(applied->job, change(EventType::Processing), nextId, now);
    QVERIFY(!std::get<Applied>(next).event.data.contains("owner"));
}

void TestJobState::keepsTimes()
{
    const auto started =
        std::get<Applied>(
            applyChange(job(JobStatus::Queued), change(EventType::Processing), {2000, 0}, 2000))
            .job;
    QCOMPARE(started.startedMs, 2000);
    const auto further = std::get<Applied>(applyChange(started, progress(5), {3000, 0}, 3000)).job;
    QCOMPARE(further.startedMs, 2000);
    QCOMPARE(further.updatedMs, 3000);
    QCOMPARE(further.finishedMs, 0);
    const auto done =
        std::get<Applied>(applyChange(further, change(EventType::Completed), {4000, 0}, 4000)).job;
    QCOMPARE(done.finishedMs, 4000);
    QCOMPARE(done.progress, 100.0);
    const auto failed =
        std::get<Applied>(applyChange(further, change(EventType::Failed), {4000, 0}, 4000)).job;
    QCOMPARE(failed.progress, 5.0);
}

void TestJobState::progressNeverFalls_data()
{
    QTest::addColumn<double>("percent");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("higher") << 50.5 << QString() << QByteArray("processing");
    QTest::newRow("equal") << 50.0 << QString() << QByteArray("ignored duplicate");
    QTest::newRow("same") << 50.0 << QStringLiteral("old") << QByteArray("ignored duplicate");
    QTest::newRow("reworded") << 50.0 << QStringLiteral("new") << QByteArray("processing");
    QTest::newRow("lower") << 49.0 << QString() << QByteArray("ignored late_progress");
    QTest::newRow("low") << 49.0 << QStringLiteral("new") << QByteArray("ignored late_progress");
}

void TestJobState::progressNeverFalls()
{
    QFETCH(double, percent);
    QFETCH(QString, message);
    JobChange given = progress(percent);
    if (!message.isEmpty())
        given.message = message;
    QTEST(word(applyChange(running(), given, nextId, now)), "expected");

    // A terminal event with less progress still ends the job and keeps the higher progress.
    given.type = EventType::Failed;
    const auto failed = std::get<Applied>(applyChange(running(), given, nextId, now)).job;
    QCOMPARE(failed.progress, qMax(50.0, percent));
}

void TestJobState::startsANewAttempt_data()
{
    QTest::addColumn<QByteArray>("restoreId");
    QTest::addColumn<int>("attempt"); // 0 = not given
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("expected");
    QTest::newRow("another restore id") << QByteArray("r2") << 0 << QByteArray("queued") << 2;
    QTest::newRow("a number") << QByteArray() << 4 << QByteArray("queued") << 4;
    QTest::newRow("both") << QByteArray("r2") << 3 << QByteArray("processing") << 3;
    QTest::newRow("same number, other id") << QByteArray("r2") << 1 << QByteArray("progress") << 2;
    QTest::newRow("straight to its end") << QByteArray("r2") << 0 << QByteArray("failed") << 2;
    QTest::newRow("same id") << QByteArray("r1") << 0 << QByteArray("failed") << 1;
}

void TestJobState::startsANewAttempt()
{
    QFETCH(QByteArray, restoreId);
    QFETCH(int, attempt);
    QFETCH(QByteArray, type);
    QFETCH(int, expected);
    JobChange given = change(*parseEventType(type));
    given.restoreId = restoreId;
    if (attempt > 0)
        given.attempt = attempt;
    const ChangeOutcome outcome = applyChange(running(), given, nextId, now);
    QVERIFY2(std::holds_alternative<Applied>(outcome), word(outcome));
    const Job after = std::get<Applied>(outcome).job;
    QCOMPARE(after.attempt, expected);
    const bool isNew = expected > 1;
    QCOMPARE(after.progress, isNew ? 0.0 : 50.0);
    QCOMPARE(after.step.has_value(), !isNew);
    QCOMPARE(after.message.isEmpty(), isNew);
    QCOMPARE(after.result.isEmpty(), isNew);
    QCOMPARE(after.restoreId, restoreId.isEmpty() ? "r1" : restoreId);
    if (after.status == JobStatus::Queued)
        QCOMPARE(after.startedMs, 0);
}

void TestJobState::refusesOldAttempts()
{
    Job second = running();
    second.attempt = 2;
    for (const auto type :
         {EventType::Queued, EventType::Progress, EventType::Failed, EventType::Log}) {
        JobChange old = change(type);
        old.attempt = 1;
        old.restoreId = "r0";
        old.progress = 99;
        QCOMPARE(word(applyChange(second, old, nextId, now)), "ignored old_attempt");
    }
}

void TestJobState::refusesPastRestoreIds_data()
{
    QTest::addColumn<QByteArray>("restoreId");
    QTest::addColumn<int>("attempt"); // 0 = not given
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("past") << QByteArray("r0") << 0 << QByteArray("ignored old_attempt");
    QTest::newRow("past, this number")
        << QByteArray("r0") << 2 << QByteArray("ignored old_attempt");
    QTest::newRow("past, higher number") << QByteArray("r0") << 3 << QByteArray("failed");
    QTest::newRow("not seen yet") << QByteArray("r2") << 0 << QByteArray("failed");
    QTest::newRow("current") << QByteArray("r1") << 0 << QByteArray("failed");
    QTest::newRow("not said") << QByteArray() << 0 << QByteArray("failed");
}

void TestJobState::refusesPastRestoreIds()
{
    QFETCH(QByteArray, restoreId);
    QFETCH(int, attempt);
    Job second = running();
    second.attempt = 2;
    second.pastRestoreIds = {"r0", "r1"}; // the number once rose while the id stayed
    JobChange given = change(EventType::Failed);
    given.restoreId = restoreId;
    if (attempt > 0)
        given.attempt = attempt;
    QTEST(word(applyChange(second, given, nextId, now)), "expected");
}

void TestJobState::remembersPastRestoreIds()
{
    Job current = running();
    for (int i = 2; i <= 20; ++i) {
        JobChange next = change(EventType::Queued);
        next.restoreId = "r" + QByteArray::number(i);
        current = std::get<Applied>(applyChange(current, next, nextId, now)).job;
    }
    QCOMPARE(current.restoreId, QByteArray("r20"));
    QCOMPARE(current.pastRestoreIds.size(), 16);
    QCOMPARE(current.pastRestoreIds.first(), QByteArray("r4"));
    QCOMPARE(current.pastRestoreIds.last(), QByteArray("r19"));
}

void TestJobState::logChangesNothing()
{
    JobChange line = change(EventType::Log);
    line.message = QStringLiteral("line");
    line.level = "warning";
    line.restoreId = "r2"; // a log line of another attempt is shown, but changes nothing
    line.progress = 10;
    const ChangeOutcome outcome = applyChange(running(), line, nextId, now);
    QCOMPARE(word(outcome), "processing");
    Job expected = running();
    expected.updatedMs = now;
    expected.lastEvent = nextId;
    QCOMPARE(toJson(std::get<Applied>(outcome).job, "k"), toJson(expected, "k"));
    QCOMPARE(dataOf(outcome),
             R"({"job_id":"j","restore_id":"r2","status":"processing","level":"warning",)"
             R"("message":"line","time":"1970-01-01T00:00:02.000Z"})");
    QCOMPARE(word(applyChange(running(), line, nextId, now)), word(outcome)); // never a duplicate
}

/// The provider's id may become known only after the worker's first report.
void TestJobState::adoptsIdsThatComeLate()
{
    JobChange late = change(EventType::Queued);
    late.externalId = "rp-1";
    late.restoreId = running().restoreId;
    late.progress = 3; // adds nothing, because progress is higher already
    const ChangeOutcome outcome = applyChange(running(), late, nextId, now);
    QCOMPARE(word(outcome), "processing");
    const Applied &applied = std::get<Applied>(outcome);
    QCOMPARE(applied.event.type, EventType::Progress);
    QCOMPARE(applied.job.externalId, QByteArray("rp-1"));
    QCOMPARE(applied.job.progress, running().progress);
    QCOMPARE(word(applyChange(applied.job, late, nextId, now)), "ignored late");
    QCOMPARE(word(applyChange(job(JobStatus::Completed), late, nextId, now)), "ignored terminal");
}

void TestJobState::namesAreEventsOfTheirOwn()
{
    JobChange created = change(EventType::Queued);
    created.name = "pod.created";
    const ChangeOutcome shown = applyChange(job(JobStatus::Queued), created, nextId, now);
    QCOMPARE(word(shown), "queued");
    QCOMPARE(std::get<Applied>(shown).event.name, "pod.created");
    QCOMPARE(word(applyChange(running(), created, nextId, now)), "ignored late");

    JobChange runs = change(EventType::Processing);
    runs.name = "pod.running";
    QCOMPARE(word(applyChange(running(), runs, nextId, now)), "ignored duplicate");

    JobChange computed = progress(100);
    computed.name = "execution.completed";
    QCOMPARE(word(applyChange(job(JobStatus::Processing, 100), computed, nextId, now)),
             "processing");
}

void TestJobState::writesEventData_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *change, const char *expected) {
        QTest::newRow(name) << QByteArray(change) << QByteArray(expected);
    };
    row("progress",
        R"({"type":"progress","progress":60,"message":"m","step":[2,3],"data":{ "x":1.0 }})",
        R"({"job_id":"j","restore_id":"r1","status":"processing","progress":60,"step":{"current":2,"total":3},"message":"m","data":{ "x":1.0 },"time":"T"})");
    row("progress repeats what stands", R"({"type":"progress","progress":60})",
        R"({"job_id":"j","restore_id":"r1","status":"processing","progress":60,"step":{"current":1,"total":2},"message":"old","time":"T"})");
    row("completed", R"({"type":"completed","result":{"images":[]}})",
        R"({"job_id":"j","restore_id":"r1","status":"completed","progress":100,"result":{"images":[]},"time":"T"})");
    row("completed with an earlier result", R"({"type":"completed"})",
        R"({"job_id":"j","restore_id":"r1","status":"completed","progress":100,"result":1,"time":"T"})");
    row("failed", R"({"type":"failed","error":"x","external":"rp-1"})",
        R"({"job_id":"j","restore_id":"r1","external_id":"rp-1","status":"failed","result":1,"error":"x","time":"T"})");
    row("extra", R"({"type":"cancelled","extra":{"by":"me","status":"no","time":0}})",
        R"({"job_id":"j","restore_id":"r1","status":"cancelled","result":1,"time":"T","by":"me"})");
    row("new attempt", R"({"type":"queued","restore":"r2"})",
        R"({"job_id":"j","restore_id":"r2","status":"queued","attempt":2,"progress":0,"step":null,"message":"","result":null,"time":"T"})");
}

void TestJobState::writesEventData()
{
    QFETCH(QByteArray, change);
    QFETCH(QByteArray, expected);
    expected.replace("\"T\"", "\"1970-01-01T00:00:02.000Z\"");
    const QByteArray data = dataOf(applyChange(running(), *jobChangeFromJson(change), nextId, now));
    QCOMPARE(data, expected);
    QVERIFY(QJsonDocument::fromJson(data).isObject());

    Job execution = running();
    execution.kind = JobKind::Execution;
    const QByteArray other =
        dataOf(applyChange(execution, *jobChangeFromJson(change), nextId, now));
    QVERIFY2(other.contains(R"("execution_id":"j")"), other);
}

void TestJobState::clampsProgress()
{
    const Job before = job(JobStatus::Queued);
    QCOMPARE(std::get<Applied>(applyChange(before, progress(1e9), nextId, now)).job.progress,
             100.0);
    QCOMPARE(std::get<Applied>(applyChange(before, progress(-5), nextId, now)).job.progress, 0.0);
    QCOMPARE(std::get<Applied>(applyChange(before, progress(NAN), nextId, now)).job.progress, 0.0);
}

QTEST_GUILESS_MAIN(TestJobState)
#include "tst_jobstate.moc"
