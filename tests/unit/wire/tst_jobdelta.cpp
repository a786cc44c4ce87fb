// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/jobdelta.h"

#include <QTest>

using namespace hub;

class TestJobDelta : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatAnEventSays();
    void readsALogLine();
    void skipsUnexpectedTypes();
    void refusesOtherJson_data();
    void refusesOtherJson();
    void keepsTimes();
    void recognizesALaterAttempt_data();
    void recognizesALaterAttempt();
    void aLogLineChangesNoState();
};

namespace {

constexpr EventId eventId{5000, 1};

/// A job in the middle of its second attempt.
Job running()
{
    Job job;
    job.id = "j";
    job.status = JobStatus::Processing;
    job.progress = 50;
    job.attempt = 2;
    job.restoreId = "r2";
    job.message = QStringLiteral("old");
    job.createdMs = 1000;
    job.startedMs = 2000;
    job.lastEvent = {3000, 0};
    return job;
}

void applyText(Job &job, EventType type, const QByteArray &data, EventId id = eventId)
{
    applyDelta(job, *parseJobDelta(id, type, data));
}

} // namespace

void TestJobDelta::readsWhatAnEventSays()
{
    const JobDelta delta = *parseJobDelta(eventId, EventType::Failed,
                                          R"({"job_id":"j","restore_id":"r","external_id":"x",)"
                                          R"("attempt":3,"kind":"image","owner":"u",)"
                                          R"("labels":{"a":1},"progress":142.5,)"
                                          R"("step":{"current":1,"total":2},"message":"m",)"
                                          R"("result":{ "n":1.0 },"error":"e",)"
                                          R"("time":"1970-01-01T00:00:09.000Z"})");
    QVERIFY(delta.id == eventId && delta.type == EventType::Failed && delta.jobId == "j");
    QCOMPARE(delta.restoreId, "r");
    QCOMPARE(delta.externalId, "x");
    QCOMPARE(delta.attempt, 3);
    QVERIFY(delta.kind == JobKind::Image);
    QCOMPARE(delta.owner, "u");
    QCOMPARE(delta.labels.value(QLatin1String("a")).toInt(), 1);
    QCOMPARE(delta.progress, 100.0);
    QVERIFY(delta.step == (Step{1, 2}));
    QCOMPARE(delta.message, QStringLiteral("m"));
    QCOMPARE(delta.result, "{ \"n\":1.0 }"); // as received
    QCOMPARE(delta.error, "\"e\"");
    QCOMPARE(delta.timeMs, 9000);
}

void TestJobDelta::readsALogLine()
{
    const JobDelta delta = *parseJobDelta(
        eventId, EventType::Log, R"({"job_id":"j","level":"error","message":"m","progress":3})");
    QCOMPARE(delta.level, "error");
    QCOMPARE(delta.line, QStringLiteral("m"));
    QVERIFY(!delta.message && !delta.progress);
    QCOMPARE(delta.timeMs, eventId.ms); // without a time of its own
}

void TestJobDelta::skipsUnexpectedTypes()
{
    const JobDelta delta = *parseJobDelta(
        eventId, EventType::Progress,
        R"({"job_id":7,"attempt":"2","kind":"?","owner":[],"labels":1,"progress":"x","step":null,)"
        R"("message":[1, 2],"result":null,"error":null,"time":"soon"})");
    QVERIFY(delta.jobId.isEmpty() && delta.owner.isEmpty() && delta.labels.isEmpty());
    QCOMPARE(delta.attempt, 1);
    QVERIFY(!delta.kind && !delta.progress && !delta.step);
    QVERIFY(delta.result.isEmpty() && delta.error.isEmpty());
    QCOMPARE(delta.message, QStringLiteral("[1, 2]"));
    QCOMPARE(delta.timeMs, eventId.ms);
}

void TestJobDelta::refusesOtherJson_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("array") << QByteArray("[1]");
    QTest::newRow("cut off") << QByteArray("{\"job_id\":\"j\"");
}

void TestJobDelta::refusesOtherJson()
{
    QFETCH(QByteArray, data);
    const auto delta = parseJobDelta(eventId, EventType::Progress, data);
    QVERIFY(!delta);
    QCOMPARE(delta.error().code, "bad_json");
}

void TestJobDelta::keepsTimes()
{
    Job job;
    job.id = "j";
    applyText(job, EventType::Queued, "{}", {1000, 0});
    applyText(job, EventType::Progress, "{}", {2000, 0});
    applyText(job, EventType::Progress, "{}", {3000, 0});
    QVERIFY(job.status == JobStatus::Processing && job.finishedMs == 0);
    applyText(job, EventType::Completed, "{}", {4000, 0});
    QCOMPARE(job.createdMs, 1000);
    QCOMPARE(job.startedMs, 2000);
    QCOMPARE(job.finishedMs, 4000);
    QCOMPARE(job.updatedMs, 4000);
    QCOMPARE(job.progress, 100.0);
    QVERIFY(job.terminalEvent == (EventId{4000, 0}) && job.lastEvent == job.terminalEvent);
}

void TestJobDelta::recognizesALaterAttempt_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<bool>("ended"); // the job before
    QTest::addColumn<bool>("expected");
    QTest::newRow("same") << QByteArray(R"({"attempt":2,"restore_id":"r2"})") << false << false;
    QTest::newRow("higher number") << QByteArray(R"({"attempt":3})") << false << true;
    QTest::newRow("other restore id")
        << QByteArray(R"({"attempt":2,"restore_id":"r3"})") << false << true;
    QTest::newRow("after the end") << QByteArray(R"({"attempt":2})") << true << true;
}

void TestJobDelta::recognizesALaterAttempt()
{
    QFETCH(QByteArray, data);
    QFETCH(bool, ended);
    Job job = running();
    if (ended)
        applyText(job, EventType::Failed, R"({"attempt":2,"error":"e"})", {4000, 0});
    applyText(job, EventType::Processing, data);
    QTEST(job.message.isEmpty(), "expected");
    QTEST(job.progress == 0, "expected");
    QTEST(job.startedMs == eventId.ms, "expected");
    QVERIFY(job.status == JobStatus::Processing && job.finishedMs == 0);
    QVERIFY(job.terminalEvent.isNull() && job.error.isEmpty());
    QCOMPARE(job.createdMs, 1000);
}

void TestJobDelta::aLogLineChangesNoState()
{
    Job job = running();
    applyText(job, EventType::Log, R"({"restore_id":"r1","attempt":2,"message":"line"})");
    Job expected = running();
    expected.updatedMs = eventId.ms;
    expected.lastEvent = eventId;
    QCOMPARE(toJson(job, "k"), toJson(expected, "k"));
}

QTEST_GUILESS_MAIN(TestJobDelta)
#include "tst_jobdelta.moc"
