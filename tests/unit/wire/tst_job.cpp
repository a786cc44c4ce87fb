// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/event.h"
#include "hub/wire/job.h"

#include <QJsonDocument>
#include <QTest>

using namespace hub;

class TestJob : public QObject
{
    Q_OBJECT

private slots:
    void writesTheResource();
    void writesNullsForTheUnset();
    void comesBackFromJson();
    void refusesWhatIsNoJob();
    void knowsItsWords();
    void knowsEventTypes();
};

namespace {
Job fullJob()
{
    Job job;
    job.id = "5ddd8a7c";
    job.kind = JobKind::Restore;
    job.status = JobStatus::Failed;
    job.progress = 42.5;
    job.step = Step{12, 19};
    job.message = QStringLiteral("upscaling");
    job.owner = "user-1";
    job.attempt = 2;
    job.restoreId = "a04e7037";
    job.externalId = "rp-81";
    job.source = "farm";
    job.createdMs = 1769860800000;
    job.startedMs = 1769860801000;
    job.updatedMs = 1769860802000;
    job.finishedMs = 1769860802000;
    job.result = R"({"n":12345678901234567890})";
    job.error = R"({"code":"CUDA_OOM"})";
    job.labels = {{QStringLiteral("team"), QStringLiteral("a")}};
    job.extra = RawMembers::fromObject({{QStringLiteral("colour"), QStringLiteral("red")},
                                        {QStringLiteral("status"), QStringLiteral("mine")}});
    job.lastEvent = {1769860802000, 3};
    job.terminalEvent = job.lastEvent;
    return job;
}
} // namespace

void TestJob::writesTheResource()
{
    QCOMPARE(toJson(fullJob(), "k3f9a2"),
             R"({"job_id":"5ddd8a7c","kind":"restore","status":"failed","progress":42.5,)"
             R"("step":{"current":12,"total":19},"message":"upscaling","owner":"user-1",)"
             R"("attempt":2,"restore_id":"a04e7037","external_id":"rp-81","source":"farm",)"
             R"("created_at":"2026-01-31T12:00:00.000Z","started_at":"2026-01-31T12:00:01.000Z",)"
             R"("updated_at":"2026-01-31T12:00:02.000Z","finished_at":"2026-01-31T12:00:02.000Z",)"
             R"("result":{"n":12345678901234567890},"error":{"code":"CUDA_OOM"},)"
             R"("labels":{"team":"a"},"last_event_id":"k3f9a2.1769860802000-3","colour":"red"})");
}

void TestJob::writesNullsForTheUnset()
{
    Job job;
    job.id = "a";
    job.createdMs = 1;
    QCOMPARE(toJson(job, "k"),
             R"({"job_id":"a","kind":"generic","status":"queued","progress":0,"step":null,)"
             R"("message":null,"owner":null,"attempt":1,"restore_id":null,"external_id":null,)"
             R"("source":null,"created_at":"1970-01-01T00:00:00.001Z","started_at":null,)"
             R"("updated_at":null,"finished_at":null,"result":null,"error":null,"labels":{},)"
             R"("last_event_id":null})");
}

void TestJob::comesBackFromJson()
{
    Job written = fullJob();
    written.result = R"({"images":[]})";
    const auto read = jobFromJson(toJson(written, "k3f9a2"));
    QVERIFY(read);
    QCOMPARE(toJson(*read, "k3f9a2"), toJson(written, "k3f9a2"));
    QVERIFY(read->terminalEvent == written.lastEvent);
    QCOMPARE(read->extra.decoded().keys(), QStringList{QStringLiteral("colour")});
}

void TestJob::refusesWhatIsNoJob()
{
    QVERIFY(!jobFromJson({}));
    QVERIFY(!jobFromJson("{}"));
    QVERIFY(!jobFromJson(R"({"job_id":7})"));
    QVERIFY(!jobFromJson(R"({"job_id":"a/b"})"));
}

void TestJob::knowsItsWords()
{
    QVERIFY(parseJobStatus("timed_out") == JobStatus::TimedOut);
    QVERIFY(parseJobStatus("lost") == JobStatus::Lost);
    QVERIFY(!parseJobStatus("TIMED_OUT"));
    QVERIFY(parseJobKind("image") == JobKind::Image);
    QVERIFY(!parseJobKind(""));
    QCOMPARE(toString(JobStatus::Cancelled), "cancelled");
    QCOMPARE(toString(JobKind::Execution), "execution");
}

void TestJob::knowsEventTypes()
{
    for (int i = 0; i <= int(JobStatus::Lost); ++i) {
        const auto status = JobStatus(i);
        const EventType type = eventTypeOf(status);
        QVERIFY(statusOf(type) == status);
        // An event has the name of the status that it sets.
        QCOMPARE(toString(type), toString(status));
        QCOMPARE(isTerminal(type), isTerminal(status));
        QVERIFY(parseEventType(toString(type)) == type);
    }
    QVERIFY(!isTerminal(JobStatus::Processing));
    QVERIFY(!statusOf(EventType::Progress));
    QVERIFY(parseEventType("log") == EventType::Log);
    QVERIFY(!parseEventType("logs"));
}

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
