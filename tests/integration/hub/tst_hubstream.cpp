// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hubrunner.h"
#include "tests/support/streamreader.h"

#include <QJsonArray>
#include <QTest>

using test::httpCall;
using test::StreamReader;
using test::text;

namespace {

const QByteArray completion =
    R"({"id":"rp-1","status":"COMPLETED",)"
    R"("output":{"files":["/workspace/outputs/restored.jpg"]},"input":{},"extra":1})";

} // namespace

/// Streams of a live hub, on both kinds of transport.
class TestHubStream : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

    void followsAJobFromCreationToItsEnd();
    void lateComersGetTheOutcome();
    void carriesManyJobs();
    void filtersTypesKindsAndOwners_data();
    void filtersTypesKindsAndOwners();
    void speaksTheExecutionDialect();
    void speaksTheImageDialect();
    void notifiesAUser();
    void showsTheHubItself();
    void carriesDataByteForByte();
    void beatsForFilteredStreams();
    void refusesBadParameters_data();
    void refusesBadParameters();
    void isCutByAnAdministrator();

private:
    QUrl url() const { return m_hub->url(); }
    void post(const QByteArray &path, const QByteArray &body, int expected = 202)
    {
        const test::HttpAnswer answer = httpCall(url(), "POST", path, body);
        QVERIFY2(answer.status == expected, answer.body.constData());
    }

    std::unique_ptr<test::HubRunner> m_hub;
};

void TestHubStream::initTestCase_data()
{
    QTest::addColumn<bool>("descriptor");
    if (hub::defaultTransport == hub::Transport::Descriptor)
        QTest::newRow("descriptor") << true;
    QTest::newRow("socket") << false;
}

void TestHubStream::init()
{
    QFETCH_GLOBAL(bool, descriptor);
    app::Config config;
    config.transport = descriptor ? hub::Transport::Descriptor : hub::Transport::Socket;
    m_hub = std::make_unique<test::HubRunner>(config);
}

void TestHubStream::cleanup()
{
    m_hub.reset();
}

void TestHubStream::followsAJobFromCreationToItsEnd()
{
    StreamReader stream(url(), "/api/v1/events/job-1"); // opened before the job exists
    const QJsonObject hello = stream.next("hub.hello");
    QCOMPARE(text(hello, "resumed"), QStringLiteral("live"));
    QCOMPARE(hello.value(QLatin1String("heartbeat_s")).toInt(), 15);
    QVERIFY(!text(hello, "epoch").isEmpty());
    QCOMPARE(stream.next("hub.snapshot").value(QLatin1String("jobs")).toArray().size(), 0);
    QVERIFY(stream.head().contains("Content-Type: text/event-stream; charset=utf-8"));
    QVERIFY(stream.head().contains("Cache-Control: no-cache, no-transform"));
    QVERIFY(stream.head().contains("X-Accel-Buffering: no"));

    post("/api/v1/jobs", R"({"job_id":"job-1","kind":"restore","external_id":"rp-1"})", 201);
    const QJsonObject queued = stream.next("queued");
    QCOMPARE(text(queued, "job_id"), QStringLiteral("job-1"));
    // The first event contains the job's description.
    QCOMPARE(text(queued, "kind"), QStringLiteral("restore"));
    post("/api/v1/jobs/job-1/events", R"({"type":"progress","progress":50})");
    const QJsonObject progress = stream.next("progress");
    QCOMPARE(progress.value(QLatin1String("progress")).toDouble(), 50.0);
    QCOMPARE(text(progress, "status"), QStringLiteral("processing"));
    post("/api/v1/webhooks/runpod-completion", completion, 200);
    const QJsonObject completed = stream.next("completed");
    QCOMPARE(text(completed, "status"), QStringLiteral("completed"));
    QVERIFY(completed.contains(QLatin1String("result")));
    QCOMPARE(text(stream.next("hub.end"), "status"), QStringLiteral("completed"));
    QVERIFY(stream.waitForClose());
    QCOMPARE(stream.types(), (QByteArrayList{"queued", "progress", "completed"}));

    StreamReader again(url(), "/api/v1/events/job-1", {{"Last-Event-ID", stream.lastEventId()}});
    QVERIFY(again.waitForHead());
    QCOMPARE(again.status(), 204); // 204 stops an EventSource for good
}

void TestHubStream::lateComersGetTheOutcome()
{
    post("/api/v1/jobs/j/events", R"({"type":"completed","result":{"images":[]}})");
    StreamReader stream(url(), "/api/v1/events/j");
    const QJsonArray jobs = stream.next("hub.snapshot").value(QLatin1String("jobs")).toArray();
    QCOMPARE(text(jobs.at(0).toObject(), "status"), QStringLiteral("completed"));
    QCOMPARE(text(stream.next("completed"), "job_id"), QStringLiteral("j"));
    QVERIFY(!stream.next("hub.end").isEmpty());
    QVERIFY(stream.waitForClose());
}

void TestHubStream::carriesManyJobs()
{
    StreamReader two(url(), "/api/v1/events?job=a&job=b");
    StreamReader all(url(), "/api/v1/events");
    QVERIFY(!two.next("hub.snapshot").isEmpty());
    QVERIFY(!all.next("hub.snapshot").isEmpty());
    for (const char *job : {"a", "b", "c"})
        post(QByteArray("/api/v1/jobs/") + job + "/events", R"({"type":"completed"})");
    QCOMPARE(text(two.next("completed"), "job_id"), QStringLiteral("a"));
    QCOMPARE(text(two.next("completed"), "job_id"), QStringLiteral("b"));
    post("/api/v1/jobs/b2/events", R"({"type":"queued"})");
    QCOMPARE(text(all.next("queued"), "job_id"), QStringLiteral("b2"));
    QCOMPARE(all.types().count("completed"), 3);
    QCOMPARE(two.types(), (QByteArrayList{"completed", "completed"}));
    // A stream of several jobs does not end with them.
    QCOMPARE(two.socket().state(), QAbstractSocket::ConnectedState);
}

void TestHubStream::filtersTypesKindsAndOwners_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArrayList>("types");
    QTest::newRow("types") << QByteArray("types=progress,failed")
                           << QByteArrayList{"progress", "failed"};
    QTest::newRow("types with blanks")
        << QByteArray("types=progress,%20failed%20") << QByteArrayList{"progress", "failed"};
    QTest::newRow("types with a plus")
        << QByteArray("types=+progress,+failed") << QByteArrayList{"progress", "failed"};
    QTest::newRow("kind") << QByteArray("kind=image") << QByteArrayList{"queued"};
    QTest::newRow("owner") << QByteArray("owner=u7") << QByteArrayList{"queued"};
    QTest::newRow("nothing matches") << QByteArray("kind=execution") << QByteArrayList{};
}

void TestHubStream::filtersTypesKindsAndOwners()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArrayList, types);
    StreamReader stream(url(), "/api/v1/events?" + query);
    StreamReader everything(url(), "/api/v1/events");
    QVERIFY(!stream.next("hub.snapshot").isEmpty() && !everything.next("hub.snapshot").isEmpty());
    post("/api/v1/jobs", R"({"job_id":"i","kind":"image","owner":"u7"})", 201);
    post("/api/v1/jobs/g/events", R"({"type":"progress","progress":1})");
    post("/api/v1/jobs/g/events", R"({"type":"failed","error":{"code":"E","message":"m"}})");
    QVERIFY(!everything.next("failed").isEmpty());
    QVERIFY(QTest::qWaitFor([&] { return stream.types().size() >= types.size(); }));
    QCOMPARE(stream.types(), types);
}

void TestHubStream::speaksTheExecutionDialect()
{
    StreamReader stream(url(), "/api/v1/events/executions/ex-1");
    QVERIFY(!stream.next("hub.hello").isEmpty());
    for (const char *name : {"execution.requested", "pod.created", "pod.running",
                             "execution.completed", "result_stored"})
        post("/api/v1/webhooks/execution",
             QByteArray(R"({"event":")") + name + R"(","execution_id":"ex-1"})", 200);
    QVERIFY(stream.waitForClose());
    QCOMPARE(stream.types(), (QByteArrayList{"execution.requested", "pod.created", "pod.running",
                                             "execution.completed", "result_stored"}));
    QCOMPARE(text(httpCall(url(), "GET", "/api/v1/jobs/ex-1").json(), "status"),
             QStringLiteral("completed"));
}

void TestHubStream::speaksTheImageDialect()
{
    StreamReader one(url(), "/api/image-gen/events?request_id=r1");
    StreamReader all(url(), "/v1/image-gen/events");
    QVERIFY(!one.next("hub.hello").isEmpty() && !all.next("hub.hello").isEmpty());
    post("/api/v1/webhooks/image-gen",
         R"({"request_id":"r1","status":"PROGRESS","payload":{"progress":30}})", 200);
    post("/api/v1/webhooks/image-gen",
         R"({"request_id":"r1","status":"OK","payload":{"images":[{"url":"http://h/i.png"}]}})",
         200);
    const QJsonObject progress = one.next("message");
    QCOMPARE(text(progress, "request_id"), QStringLiteral("r1"));
    QCOMPARE(text(progress, "status"), QStringLiteral("PROGRESS"));
    const QJsonObject done = one.next("message");
    QCOMPARE(text(done, "status"), QStringLiteral("OK"));
    const QJsonObject payload = done.value(QLatin1String("payload")).toObject();
    QCOMPARE(text(payload.value(QLatin1String("images")).toArray().at(0).toObject(), "url"),
             QStringLiteral("http://h/i.png"));
    QVERIFY(one.waitForClose());
    post("/api/v1/webhooks/image-gen", R"({"request_id":"r2","status":"ERROR","message":"no GPU"})",
         200);
    (void)all.next("message");
    (void)all.next("message");
    const QJsonObject failed = all.next("message");
    QCOMPARE(text(failed, "status"), QStringLiteral("ERROR"));
    QCOMPARE(text(failed, "message"), QStringLiteral("no GPU"));
}

void TestHubStream::notifiesAUser()
{
    StreamReader mine(url(), "/api/v1/events/notifications/stream?user=u1");
    StreamReader other(url(), "/api/v1/events/notifications/stream?user=u2");
    QVERIFY(!mine.next("hub.hello").isEmpty() && !other.next("hub.hello").isEmpty());
    post("/api/v1/users/u1/notifications", R"({"title":"hi","n":12345678901234567890})");
    QVERIFY(!mine.next("notification").isEmpty());
    QVERIFY(mine.body().contains("12345678901234567890")); // a number above 2^53 stays exact
    post("/api/v1/users/u2/notifications", R"({"title":"you"})");
    QCOMPARE(text(other.next("notification"), "title"), QStringLiteral("you"));
}

void TestHubStream::showsTheHubItself()
{
    StreamReader hubStream(url(), "/api/v1/events/hub");
    QVERIFY(!hubStream.next("hub.hello").isEmpty());
    {
        StreamReader other(url(), "/api/v1/events/x", {{"User-Agent", "tester"}});
        const QJsonObject opened = hubStream.next("hub.connection.opened");
        QCOMPARE(text(opened, "topic"), QStringLiteral("job/x"));
        QCOMPARE(text(opened, "user_agent"), QStringLiteral("tester"));
    }
    QCOMPARE(text(hubStream.next("hub.connection.closed"), "reason"),
             QStringLiteral("client_left"));
    const QJsonObject stats = hubStream.next("hub.stats");
    QCOMPARE(stats.value(QLatin1String("connections")).toInt(), 1);
    QCOMPARE(text(stats, "store"), QStringLiteral("ok"));
    post("/api/v1/webhooks/runpod-completion", R"({"id":"nobody","status":"COMPLETED"})", 200);
    QCOMPARE(text(hubStream.next("hub.delivery"), "effect"), QStringLiteral("unmatched"));
}

void TestHubStream::carriesDataByteForByte()
{
    const QByteArray data =
        R"({"big":12345678901234567890.123,"text":"\u2028 \ud83d\ude00","list":[1e300]})";
    StreamReader stream(url(), "/api/v1/events/j");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    post("/api/v1/jobs/j/events", R"({"type":"log","message":"m","data":)" + data + "}");
    QVERIFY(stream.waitForEvents(3));
    QVERIFY2(stream.body().contains(data), stream.body().constData());
}

void TestHubStream::beatsForFilteredStreams()
{
    StreamReader stream(url(), "/api/v1/events/quiet?heartbeat=5");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    post("/api/v1/jobs/busy/events", R"({"type":"progress","progress":1})");
    QVERIFY(QTest::qWaitFor([&] { return stream.idOnlyFrames() > 0; }, 20'000));
    QVERIFY(stream.body().contains(": beat\n"));
    const QByteArray busyId =
        text(httpCall(url(), "GET", "/api/v1/jobs/busy").json(), "last_event_id").toUtf8();
    QCOMPARE(stream.lastEventId(), busyId); // a reconnect need not scan these events again
}

void TestHubStream::refusesBadParameters_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("types") << QByteArray("/api/v1/events?types=progress,nonsense")
                           << QByteArray("types");
    QTest::newRow("kind") << QByteArray("/api/v1/events?kind=x") << QByteArray("kind");
    QTest::newRow("heartbeat") << QByteArray("/api/v1/events?heartbeat=4")
                               << QByteArray("heartbeat");
    QTest::newRow("job") << QByteArray("/api/v1/events?job=a%20b") << QByteArray("job");
    QTest::newRow("job id") << QByteArray("/api/v1/events/a%2Fb") << QByteArray("job id");
    QTest::newRow("user") << QByteArray("/api/v1/events/notifications/stream?user=a%0Ab")
                          << QByteArray("user");
}

void TestHubStream::refusesBadParameters()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, names);
    const test::HttpAnswer answer = httpCall(url(), "GET", path);
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.json().value(QLatin1String("detail")).toString().toUtf8().contains(names),
             answer.body.constData());
}

void TestHubStream::isCutByAnAdministrator()
{
    StreamReader stream(url(), "/api/v1/events/j");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    const QJsonArray list = httpCall(url(), "GET", "/api/v1/admin/connections")
                                .json()
                                .value(QLatin1String("connections"))
                                .toArray();
    QCOMPARE(list.size(), 1);
    const int id = list.at(0).toObject().value(QLatin1String("id")).toInt();
    QCOMPARE(
        httpCall(url(), "DELETE", "/api/v1/admin/connections/" + QByteArray::number(id)).status,
        200);
    const QJsonObject closing = stream.next("hub.closing");
    QCOMPARE(text(closing, "reason"), QStringLiteral("kicked"));
    QCOMPARE(closing.value(QLatin1String("reconnect")).toBool(true), false);
    QVERIFY(stream.waitForClose());
    QCOMPARE(
        httpCall(url(), "DELETE", "/api/v1/admin/connections/" + QByteArray::number(id)).code(),
        QByteArray("unknown_connection"));

    StreamReader second(url(), "/api/v1/events/j");
    QVERIFY(!second.next("hub.snapshot").isEmpty());
    QCOMPARE(httpCall(url(), "POST", "/api/v1/admin/disconnect", R"({"job":"j"})")
                 .json()
                 .value(QLatin1String("closed"))
                 .toInt(),
             1);
    QVERIFY(second.waitForClose());

    StreamReader named(url(), "/api/v1/events/render-1");
    StreamReader other(url(), "/api/v1/events/upscale-1");
    QVERIFY(!named.next("hub.snapshot").isEmpty() && !other.next("hub.snapshot").isEmpty());
    post("/api/v1/admin/disconnect", R"({"topic":"job/render-*"})", 200);
    QVERIFY(named.waitForClose());
    QCOMPARE(other.socket().state(), QAbstractSocket::ConnectedState);
}

QTEST_GUILESS_MAIN(TestHubStream)
#include "tst_hubstream.moc"
