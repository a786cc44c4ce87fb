// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/gitlabmapping.h"

#include "hub/source/gitlabrun.h"

#include <QTest>

using namespace hub;

/// Payloads in the format of GitLab's "Webhook events", shortened.
class TestGitlabMapping : public QObject
{
    Q_OBJECT

private slots:
    void mapsAPipeline();
    void mapsAJob();
    void mapsStatuses_data();
    void mapsStatuses();
    void readsTimes_data();
    void readsTimes();
    void marksTheRunOfAPipeline_data();
    void marksTheRunOfAPipeline();
    void marksTheRunOfAJob_data();
    void marksTheRunOfAJob();
    void takesOthersWithoutEffect();
    void tellsRepeatsByTheirKey();
    void namesTheBadField();
};

namespace {

const QByteArray pipelineUrl = "http://example.com/gitlab-org/gitlab-test/-/pipelines/31";

Result<Mapped> mapped(const QByteArray &body,
                      const QList<std::pair<QByteArray, QByteArray>> &headers = {})
{
    return GitlabMapping().map({"lab", headers, body, 0});
}

QByteArray pipeline(const QByteArray &status)
{
    return R"({"object_kind":"pipeline","object_attributes":{"id":31,"iid":3,)"
           R"("name":"Pipeline for branch: master","ref":"master","tag":false,)"
           R"("sha":"bcbb5ec396a2c0f828686f14fac9b80b780504f2","source":"merge_request_event",)"
           R"("status":")"
           + status
           + R"(","detailed_status":"passed","stages":["build","test"],"duration":63,)"
             R"("url":")"
           + pipelineUrl
           + R"("},)"
             R"("user":{"username":"root"},)"
             R"("project":{"id":1,"path_with_namespace":"gitlab-org/gitlab-test"},)"
             R"("builds":[{"id":380,"stage":"deploy","status":"skipped"},)"
             R"({"id":377,"stage":"test","status":"success"},)"
             R"({"id":378,"stage":"test","status":"running"},)"
             R"({"id":379,"stage":"build","status":"created"}]})";
}

QByteArray job(const QByteArray &status)
{
    return R"({"object_kind":"build","ref":"gitlab-script-trigger","before_sha":"2293ada6",)"
           R"("sha":"2293ada6b400935a1378653304eaf6221e0fdb8f","build_id":1977,)"
           R"("build_name":"test","build_stage":"test","build_status":")"
           + status
           + R"(","build_failure_reason":"script_failure","retries_count":2,)"
             R"("pipeline_id":2366,"project_name":"gitlab-org/gitlab-test",)"
             R"("project":{"id":380,"path_with_namespace":"gitlab-org/gitlab-test"}})";
}

} // namespace

void TestGitlabMapping::mapsAPipeline()
{
    const auto running = mapped(pipeline("running"));
    QVERIFY2(running, running ? "" : qPrintable(running.error().message));
    const JobChange &change = running->changes.at(0);
    QCOMPARE(change.jobId, QByteArray("lab.pipeline.31"));
    QCOMPARE(change.type, EventType::Progress);
    QCOMPARE(*change.step, (Step{2, 4}));
    QCOMPARE(*change.progress, 50.0);
    QCOMPARE(change.extra.decoded().value(QLatin1String("repository")).toString(),
             QStringLiteral("gitlab-org/gitlab-test"));
    const auto ended = mapped(pipeline("success"));
    QCOMPARE(ended->changes[0].type, EventType::Completed);
    QCOMPARE(ended->changes[0].result,
             R"({"conclusion":"success","url":")" + pipelineUrl + R"("})");
    QVERIFY(ended->createsJobs);
}

void TestGitlabMapping::mapsAJob()
{
    const auto failed = mapped(job("failed"));
    QVERIFY2(failed, failed ? "" : qPrintable(failed.error().message));
    const JobChange &change = failed->changes.at(0);
    QCOMPARE(change.jobId, QByteArray("lab.job.1977"));
    QCOMPARE(change.error, QByteArray(R"({"code":"script_failure","message":"test"})"));
    QCOMPARE(change.extra.decoded().value(QLatin1String("build_failure_reason")).toString(),
             QStringLiteral("script_failure"));
}

void TestGitlabMapping::mapsStatuses_data()
{
    QTest::addColumn<QByteArray>("type");
    const auto row = [](const char *status, const char *type) {
        QTest::newRow(status) << QByteArray(type);
    };
    row("created", "queued");
    row("waiting_for_resource", "queued");
    row("preparing", "queued");
    row("pending", "queued");
    row("scheduled", "queued");
    row("manual", "queued");
    row("running", "processing");
    row("canceling", "processing");
    row("success", "completed");
    row("skipped", "completed");
    row("failed", "failed");
    row("canceled", "cancelled");
}

void TestGitlabMapping::mapsStatuses()
{
    const auto result = mapped(job(QTest::currentDataTag()));
    QVERIFY(result);
    QTEST(toString(result->changes.at(0).type), "type");
}

void TestGitlabMapping::readsTimes_data()
{
    QTest::addColumn<qint64>("ms");
    const auto row = [](const char *text, qint64 ms) { QTest::newRow(text) << ms; };
    row("2021-02-23 02:41:37 UTC", 1614048097000);
    row("2021-02-23T02:41:37.886Z", 1614048097886);
    row("2021-02-23 03:41:37 +0100", 1614048097000);
    row("2021-02-22 19:41:37 -07:00", 1614048097000);
    row("2021-02-23T03:41:37+01:00", 1614048097000);
    row("2021-02-30 02:41:37 UTC", 0);
    row("2021-02-23 02:41:37", 0);
    row("soon", 0);
}

void TestGitlabMapping::readsTimes()
{
    QTEST(gitlabTime(QString::fromLatin1(QTest::currentDataTag())), "ms");
}

void TestGitlabMapping::marksTheRunOfAPipeline_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("builds");
    QTest::addColumn<qint64>("part");
    QTest::addColumn<qint64>("atMs");
    const auto row = [](const char *name, const char *members, const char *builds, qint64 part,
                        qint64 atMs) {
        QTest::newRow(name) << QByteArray(members) << QByteArray(builds) << part << atMs;
    };
    const char *const created = R"("status":"pending","created_at":"1970-01-01 00:00:10 UTC")";
    const char *const ended = R"("status":"failed","created_at":"1970-01-01 00:00:10 UTC",)"
                              R"("finished_at":"1970-01-01 00:01:00 UTC")";
    row("nothing", R"("status":"pending")", "[]", 0, 0);
    row("just created", created, "[]", 0, 10'000);
    row("newest build", created, R"([{"id":7},{"id":9007199254740991},{"id":8}])", 9007199254740991,
        10'000);
    row("a build began", created,
        R"([{"id":7,"started_at":"1970-01-01 00:00:20 UTC","finished_at":null}])", 7, 20'000);
    row("ended", ended, R"([{"id":7,"finished_at":"1970-01-01 00:00:59 UTC"}])", 7, 60'000);
    row("runs again after its end", R"("status":"running","finished_at":"1970-01-01 00:01:00 UTC")",
        R"([{"id":7,"started_at":"1970-01-01 00:00:50 UTC"}])", 7, 60'001);
    row("odd shapes", R"("status":"running","created_at":5,"finished_at":{})",
        R"([1,null,{"id":"x","started_at":7}])", 0, 0);
}

void TestGitlabMapping::marksTheRunOfAPipeline()
{
    QFETCH(QByteArray, members);
    QFETCH(QByteArray, builds);
    const auto result = mapped(R"({"object_kind":"pipeline","object_attributes":{"id":1,)" + members
                               + R"(},"builds":)" + builds + '}');
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QTEST(result->changes.at(0).run.part, "part");
    QTEST(result->changes.at(0).run.atMs, "atMs");
}

void TestGitlabMapping::marksTheRunOfAJob_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<qint64>("atMs");
    const auto row = [](const char *name, const char *members, qint64 atMs) {
        QTest::newRow(name) << QByteArray(members) << atMs;
    };
    row("skipped", R"("build_status":"skipped","build_created_at":"1970-01-01T00:00:10.000Z")",
        10'000);
    row("runs",
        R"("build_status":"running","build_created_at":"1970-01-01T00:00:10.000Z",)"
        R"("build_started_at":"1970-01-01T00:00:30.000Z")",
        30'000);
    row("ended",
        R"("build_status":"failed","build_started_at":"1970-01-01T00:00:30.000Z",)"
        R"("build_finished_at":"1970-01-01T00:00:40.000Z")",
        40'000);
}

void TestGitlabMapping::marksTheRunOfAJob()
{
    QFETCH(QByteArray, members);
    const auto result = mapped(R"({"object_kind":"build","build_id":1,)" + members + '}');
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QCOMPARE(result->changes.at(0).run.part, 0);
    QTEST(result->changes.at(0).run.atMs, "atMs");
}

void TestGitlabMapping::takesOthersWithoutEffect()
{
    const auto result = mapped(R"({"object_kind":"push","ref":"refs/heads/main"})");
    QVERIFY(result && result->changes.empty());
}

void TestGitlabMapping::tellsRepeatsByTheirKey()
{
    const QByteArray one = pipeline("running");
    const QByteArray two = pipeline("success");
    const auto key = [](const QByteArray &body, const char *header, const char *value) {
        return mapped(body, {{header, value}})->dedupKey;
    };
    QCOMPARE(key(one, "idempotency-key", "a"), key(two, "idempotency-key", "a"));
    QVERIFY(key(one, "idempotency-key", "a") != key(one, "idempotency-key", "b"));
    // Several different events may share a UUID, so the body counts too.
    QCOMPARE(key(one, "x-gitlab-event-uuid", "a"), key(one, "x-gitlab-event-uuid", "a"));
    QVERIFY(key(one, "x-gitlab-event-uuid", "a") != key(two, "x-gitlab-event-uuid", "a"));
    QVERIFY(key(one, "x-gitlab-event-uuid", "a") != key(one, "x-gitlab-event-uuid", "b"));
    QVERIFY(key(one, "x-other", "a") != key(two, "x-other", "a"));
    QVERIFY(key(one, "idempotency-key", "a").isId && key(one, "x-gitlab-event-uuid", "a").isId);
    QVERIFY(!key(one, "x-other", "a").isId);
}

void TestGitlabMapping::namesTheBadField()
{
    QCOMPARE(mapped(R"({"object_kind":"pipeline"})").error().message,
             QStringLiteral("object_attributes: must be an object"));
    QCOMPARE(mapped(job("odd")).error().message, QStringLiteral("unknown status \"odd\""));
    QCOMPARE(mapped("[]").error().code, QByteArray("bad_json"));
}

QTEST_GUILESS_MAIN(TestGitlabMapping)
#include "tst_gitlabmapping.moc"
