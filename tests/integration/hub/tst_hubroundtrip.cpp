// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/onehub.h"
#include "tests/support/streamreader.h"

#include <QTest>

using test::HttpAnswer;

/// The hub returns what callers send byte for byte, over real sockets.
class TestHubRoundTrip : public QObject, protected test::OneHub
{
    Q_OBJECT

private slots:
    void init() { m_hub = std::make_unique<test::HubRunner>(); }
    void cleanup() { m_hub.reset(); }

    void givesEventsAsPublished_data();
    void givesEventsAsPublished();
    void givesJobsAsCreated_data();
    void givesJobsAsCreated();
    void givesWebhooksAsSent();
    void tellsNumbersApart();
    void takesDeepNesting_data();
    void takesDeepNesting();
    void refusesLoneSurrogatesInIds();

private:
    static QByteArray dataOf(const test::StreamReader &stream, const QByteArray &type)
    {
        for (const hub::SseEvent &event : stream.events()) {
            if (event.type == type)
                return event.data;
        }
        return {};
    }

    /// The data of the first event of this type, by a replay from the database.
    QByteArray fromTheBeginning(const QByteArray &type)
    {
        test::StreamReader head(m_hub->url(), "/api/v1/events/j");
        if (!head.waitForEvents(1)) // hub.hello
            return {};
        const QByteArray epoch = head.next("hub.hello")[QLatin1String("epoch")].toString().toUtf8();
        test::StreamReader replay(m_hub->url(), "/api/v1/events/j",
                                  {{"Last-Event-ID", epoch + ".0-0"}});
        (void)replay.next(type);
        return dataOf(replay, type);
    }
};

/// JSON members that must come back exactly as sent.
void TestHubRoundTrip::givesEventsAsPublished_data()
{
    QTest::addColumn<QByteArray>("member");
    const auto row = [](const char *name, const char *member) {
        QTest::newRow(name) << QByteArray(member);
    };
    row("mark in a message", "\"message\":\"\ufeffa\ufeff\"");
    row("two marks in a message", "\"message\":\"\ufeff\ufeffa\"");
    row("mark in an unknown member", "\"frame\":\"\ufeffa\"");
    row("mark deep in an unknown member", "\"frame\":{\"\ufeffk\":[\"\ufeff\ufeffa\"]}");
    row("mark in the name of one", "\"\ufeffmessage\":1");
    row("mark in data", "\"data\":{\"\ufeffk\":\"\ufeffa\"}");
    row("numbers in an unknown member",
        R"("frame":{"n":[12345678901234567890123,1.10,1e400,1e-400,-0.0,1E5]})");
    row("number as one", R"("frame":1.10)");
    row("numbers in data", R"("data":[12345678901234567890123,1.10,1e400])");
    row("numbers in a result", R"("result":{"n":[12345678901234567890123,1.10,1e400]})");
    row("cut off message", R"("message":"a?\ud83d")");
    row("lone surrogate in an unknown member", R"("frame":{"\udc00":"\ud800"})");
    row("lone surrogate in the name of one", R"("\ud83d":"a")");
    row("lone surrogate in data", R"("data":"\ud800")");
    row("escapes in an unknown member", R"("fr\u0061me":"\u0061\/")");
    row("mark in a result", "\"result\":{\"\ufeffk\":\"\ufeffa\"}");
}

void TestHubRoundTrip::givesEventsAsPublished()
{
    QFETCH(QByteArray, member);
    test::StreamReader stream(m_hub->url(), "/api/v1/events/j");
    QVERIFY(stream.waitForHead());
    const QByteArray type = member.startsWith("\"result\"") ? "completed" : "progress";
    const QByteArray body = "{\"type\":\"" + type + "\",\"progress\":1," + member + '}';
    QCOMPARE(call("POST", "/api/v1/jobs", R"({"job_id":"j"})").status, 201);
    QCOMPARE(call("POST", "/api/v1/jobs/j/events", body).status, 202);
    QVERIFY(!stream.next(type).isEmpty());
    QVERIFY2(dataOf(stream, type).contains(member), dataOf(stream, type));
    if (member.startsWith("\"message\"") || member.startsWith("\"result\"")) {
        const QByteArray job = call("GET", "/api/v1/jobs/j").body;
        QVERIFY2(job.contains(member), job);
        m_hub->restart(); // now read from the database
        QCOMPARE(call("GET", "/api/v1/jobs/j").body, job);
    }
    const QByteArray replayed = fromTheBeginning(type);
    QVERIFY2(replayed.contains(member), replayed);
}

void TestHubRoundTrip::givesJobsAsCreated_data()
{
    QTest::addColumn<QByteArray>("member");
    const auto row = [](const char *name, const char *member) {
        QTest::newRow(name) << QByteArray(member);
    };
    row("mark in a label", "\"labels\":{\"k\":\"\ufeffa\"}");
    row("mark in the name of a label", "\"labels\":{\"\ufeffk\":\"a\"}");
    row("mark in an unknown member", "\"frame\":[\"\ufeffa\"]");
    row("mark in the name of one", "\"\ufeffowner\":\"a\"");
    row("cut off label", R"("labels":{"k":"a?\ud83d"})");
    row("cut off name of a label", R"("labels":{"a?\ud83d":"k"})");
    row("numbers in an unknown member", R"("frame":[12345678901234567890123,1.10,1e400])");
}

void TestHubRoundTrip::givesJobsAsCreated()
{
    QFETCH(QByteArray, member);
    const HttpAnswer made = call("POST", "/api/v1/jobs", R"({"job_id":"j",)" + member + '}');
    QCOMPARE(made.status, 201);
    QVERIFY2(made.body.contains(member), made.body);
    m_hub->restart();
    const QByteArray job = call("GET", "/api/v1/jobs/j").body;
    QVERIFY2(job.contains(member), job);
}

void TestHubRoundTrip::givesWebhooksAsSent()
{
    const QByteArray body = "{\"request_id\":\"j\",\"status\":\"ERROR\",\"message\":\"\ufeffm\","
                            "\"error\":\"\ufeffe\",\"\ufeffgateway\":[\"\ufeffg\"]}";
    const HttpAnswer sent = call("POST", "/api/v1/webhooks/image-gen", body);
    QCOMPARE(sent.status, 200);
    const QByteArray job = call("GET", "/api/v1/jobs/j").body;
    QVERIFY2(job.contains("\"message\":\"\ufeffm\""), job);
    QVERIFY2(job.contains("\"message\":\"\ufeffe\""), job); // the message of its error
    const QByteArray id =
        QByteArray::number(sent.json().value(QLatin1String("delivery_id")).toInteger());
    QCOMPARE(call("GET", "/api/v1/deliveries/" + id).json().value(QLatin1String("body_base64")),
             QJsonValue(QString::fromLatin1(body.toBase64())));
    const QByteArray event = fromTheBeginning("failed");
    QVERIFY2(event.contains("\"\ufeffgateway\":[\"\ufeffg\"]"), event);
}

/// Bodies that differ only in a long number are different bodies.
void TestHubRoundTrip::tellsNumbersApart()
{
    const auto body = [](const QByteArray &n) { return R"({"job_id":"j","frame":)" + n + '}'; };
    QCOMPARE(call("POST", "/api/v1/jobs", body("12345678901234567890123")).status, 201);
    QCOMPARE(call("POST", "/api/v1/jobs", body(" 12345678901234567890123 ")).status, 200);
    QCOMPARE(call("POST", "/api/v1/jobs", body("12345678901234567890124")).status, 409);
}

void TestHubRoundTrip::takesDeepNesting_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body"); // %1 is on the second level
    QTest::addColumn<int>("taken");
    QTest::newRow("publish, data")
        << QByteArray("/api/v1/jobs/j/events")
        << QByteArray(R"({"type":"log","message":"m","data":%1})") << 202;
    QTest::newRow("publish, unknown") << QByteArray("/api/v1/jobs/j/events")
                                      << QByteArray(R"({"type":"progress","frame":%1})") << 202;
    QTest::newRow("create") << QByteArray("/api/v1/jobs")
                            << QByteArray(R"({"job_id":"k","frame":%1})") << 201;
    QTest::newRow("webhook, result")
        << QByteArray("/api/v1/webhooks/image-gen")
        << QByteArray(R"({"request_id":"j","status":"OK","payload":%1})") << 200;
    QTest::newRow("notification") << QByteArray("/api/v1/users/u/notifications")
                                  << QByteArray(R"({"n":%1})") << 202;
}

void TestHubRoundTrip::takesDeepNesting()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const auto with = [&](int levels) {
        return QByteArray(body).replace("%1",
                                        QByteArray(levels - 1, '[') + QByteArray(levels - 1, ']'));
    };
    test::StreamReader stream(m_hub->url(), "/api/v1/events");
    QVERIFY(stream.waitForHead());
    QTEST(call("POST", path, with(512)).status, "taken");
    const HttpAnswer refused = call("POST", path, with(513));
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.code(), QByteArray("bad_json"));
    QVERIFY2(refused.body.contains("nested deeper than 512 levels"), refused.body);
    // The accepted values can be read back.
    const QByteArray jobs = call("GET", "/api/v1/jobs").body;
    m_hub->restart();
    QCOMPARE(call("GET", "/api/v1/jobs").body, jobs);
}

void TestHubRoundTrip::refusesLoneSurrogatesInIds()
{
    const HttpAnswer refused =
        call("POST", "/api/v1/jobs", R"({"job_id":"j","external_id":"x\ud800"})");
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.body.contains("lone surrogates"), refused.body);
}

QTEST_GUILESS_MAIN(TestHubRoundTrip)
#include "tst_hubroundtrip.moc"
