// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/timetext.h"
#include "tests/support/hubrunner.h"
#include "tests/support/streamreader.h"

#include <QJsonArray>
#include <QTest>

using namespace test;

/// The operators' view of streams, and their actions.
class TestHubAdmin : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_hub = std::make_unique<HubRunner>(); }
    void cleanup() { m_hub.reset(); }

    void describesConnections();
    void namesAtMostAHundredTopics();
    void countsSubscribersByTopic();
    void disconnects_data();
    void disconnects();
    void refusesUnclearDisconnects_data();
    void refusesUnclearDisconnects();
    void asksTheKickedToStayAway();
    void auditsEveryAction_data();
    void auditsEveryAction();
    void auditsReplays();
    void saysWhatItDoes();
    void keepsOperatorsApart();

private:
    std::unique_ptr<StreamReader> follow(const QByteArray &path)
    {
        auto stream = std::make_unique<StreamReader>(m_hub->url(), path,
                                                     HttpHeaders{{"User-Agent", "tester/1"}});
        return stream->next("hub.hello").isEmpty() ? nullptr : std::move(stream);
    }
    QJsonObject get(const QByteArray &path) { return httpCall(m_hub->url(), "GET", path).json(); }
    HttpAnswer disconnect(const QByteArray &body)
    {
        return httpCall(m_hub->url(), "POST", "/api/v1/admin/disconnect", body);
    }

    std::unique_ptr<HubRunner> m_hub;
};

void TestHubAdmin::describesConnections()
{
    const auto stream = follow("/api/v1/events?job=a&job=b&client=page-1");
    QVERIFY(stream);
    httpCall(m_hub->url(), "POST", "/api/v1/jobs/a/events", R"({"type":"log","message":"x"})");
    QVERIFY(!stream->next("log").isEmpty());
    const QJsonArray list =
        get("/api/v1/admin/connections").value(QLatin1String("connections")).toArray();
    QCOMPARE(list.size(), 1);
    const QJsonObject connection = list.at(0).toObject();
    QCOMPARE(text(connection, "scope"), QStringLiteral("jobs"));
    QCOMPARE(text(connection, "topic"), QStringLiteral("job/a +1"));
    QCOMPARE(connection.value(QLatin1String("topics")).toArray(),
             (QJsonArray{QStringLiteral("job/a"), QStringLiteral("job/b")}));
    QCOMPARE(text(connection, "user"), QString()); // a hub without keys knows no users
    QCOMPARE(text(connection, "remote"),
             QStringLiteral("127.0.0.1:%1").arg(stream->socket().localPort()));
    QCOMPARE(text(connection, "user_agent"), QStringLiteral("tester/1"));
    QCOMPARE(text(connection, "client"), QStringLiteral("page-1"));
    QVERIFY(hub::parseTime(text(connection, "opened_at").toUtf8()));
    QVERIFY(connection.value(QLatin1String("age_s")).isDouble());
    for (const char *figure : {"lag_events", "lag_ms", "backlog_bytes", "conflated"})
        QCOMPARE(connection.value(QLatin1String(figure)), QJsonValue(0));
    QCOMPARE(connection.value(QLatin1String("events_sent")), QJsonValue(1));
    QVERIFY(connection.value(QLatin1String("bytes_sent")).toInteger() >= stream->bytesReceived());
    QVERIFY(connection.value(QLatin1String("last_heartbeat_at")).isNull()); // none sent yet
}

void TestHubAdmin::namesAtMostAHundredTopics()
{
    QByteArrayList jobs;
    for (int i = 0; i < 150; ++i)
        jobs << "job=j" + QByteArray::number(i);
    const auto stream = follow("/api/v1/events?" + jobs.join('&'));
    QVERIFY(stream);
    const QJsonArray list =
        get("/api/v1/admin/connections").value(QLatin1String("connections")).toArray();
    const QJsonObject connection = list.at(0).toObject();
    QCOMPARE(connection.value(QLatin1String("topics")).toArray().size(), 100);
    QCOMPARE(text(connection, "topic"), QStringLiteral("job/j0 +149"));
}

void TestHubAdmin::countsSubscribersByTopic()
{
    const auto a = follow("/api/v1/events/a");
    const auto both = follow("/api/v1/events?job=a&job=b");
    const auto all = follow("/api/v1/events");
    const auto failed = follow("/api/v1/events?types=failed");
    const auto hub = follow("/api/v1/events/hub");
    QVERIFY(a && both && all && failed && hub);
    const auto entry = [](const char *topic, int subscribers) {
        return QJsonObject{{QStringLiteral("topic"), QLatin1String(topic)},
                           {QStringLiteral("subscribers"), subscribers}};
    };
    QJsonObject topics = get("/api/v1/admin/topics");
    QCOMPARE(
        topics.value(QLatin1String("topics")).toArray(),
        (QJsonArray{entry("job/*", 2), entry("job/a", 2), entry("hub", 1), entry("job/b", 1)}));
    topics = get("/api/v1/admin/topics?limit=1");
    QCOMPARE(topics.value(QLatin1String("topics")).toArray(), QJsonArray{entry("job/*", 2)});
    QCOMPARE(topics.value(QLatin1String("total")), QJsonValue(4));
    QCOMPARE(httpCall(m_hub->url(), "GET", "/api/v1/admin/topics?limit=0").status, 400);
}

void TestHubAdmin::disconnects_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArrayList>("gone");
    using Paths = QByteArrayList;
    const QByteArray a = "/api/v1/events/a-1";
    const QByteArray b = "/api/v1/events/b-1";
    const QByteArray all = "/api/v1/events";
    const QByteArray notes = "/api/v1/events/notifications/stream?user=u1";
    QTest::newRow("job") << QByteArray(R"({"job":"a-1"})") << Paths{a};
    QTest::newRow("pattern") << QByteArray(R"({"topic":"job/a*"})") << Paths{a};
    QTest::newRow("all jobs") << QByteArray(R"({"topic":"job/*"})") << Paths{a, b, all};
    QTest::newRow("user's notifications") << QByteArray(R"({"user":"u1"})") << Paths{notes};
    QTest::newRow("all") << QByteArray(R"({"all":true})") << Paths{a, b, all, notes};
    QTest::newRow("nobody") << QByteArray(R"({"job":"c"})") << Paths{};
    QTest::newRow("job and topic") << QByteArray(R"({"job":"a-1","topic":"job/*"})") << Paths{a};
    QTest::newRow("user and topic")
        << QByteArray(R"({"user":"u1","topic":"user/*"})") << Paths{notes};
    QTest::newRow("another's topic") << QByteArray(R"({"user":"u1","topic":"job/*"})") << Paths{};
    QTest::newRow("other job and topic")
        << QByteArray(R"({"job":"b-1","topic":"job/a*"})") << Paths{};
}

void TestHubAdmin::disconnects()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArrayList, gone);
    std::map<QByteArray, std::unique_ptr<StreamReader>> streams;
    for (const char *path : {"/api/v1/events/a-1", "/api/v1/events/b-1", "/api/v1/events",
                             "/api/v1/events/notifications/stream?user=u1"}) {
        streams[path] = follow(path);
        QVERIFY(streams[path]);
    }
    const HttpAnswer answer = disconnect(body);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value(QLatin1String("closed")).toInt(), gone.size());
    for (const auto &[path, stream] : streams) {
        if (gone.contains(path))
            QVERIFY2(stream->waitForClose(), path.constData());
        else
            QCOMPARE(stream->socket().state(), QAbstractSocket::ConnectedState);
    }
    QCOMPARE(get("/api/v1/admin/connections").value(QLatin1String("connections")).toArray().size(),
             4 - gone.size());
}

void TestHubAdmin::refusesUnclearDisconnects_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const QString whom = QStringLiteral("name the streams to close: topic, job, user or all");
    QTest::newRow("nothing") << QByteArray("{}") << whom;
    QTest::newRow("unknown word") << QByteArray(R"({"jobs":"a"})") << whom;
    QTest::newRow("bad job") << QByteArray(R"({"job":"a b"})")
                             << QStringLiteral("job: must be a valid job id");
    QTest::newRow("job of another type")
        << QByteArray(R"({"job":5})") << QStringLiteral("job: must be a valid job id");
    QTest::newRow("null") << QByteArray(R"({"job":"a","user":null})")
                          << QStringLiteral("user: must not be empty");
    QTest::newRow("good job, bad user")
        << QByteArray(R"({"job":"a","user":"a\nb"})")
        << QStringLiteral("user: must not have control characters, this has U+000A");
    QTest::newRow("good job, bad topic") << QByteArray(R"({"job":"a","topic":"a"})")
                                         << QStringLiteral("topic: must be a valid topic");
    QTest::newRow("star inside") << QByteArray(R"({"topic":"job/*a"})")
                                 << QStringLiteral("topic: must be a valid topic");
    QTest::newRow("all but one") << QByteArray(R"({"all":true,"job":"a"})")
                                 << QStringLiteral(
                                        "all: must not be combined with topic, job or user");
    QTest::newRow("not all") << QByteArray(R"({"all":false})")
                             << QStringLiteral("all: must be true");
    QTest::newRow("not all, but a job")
        << QByteArray(R"({"all":false,"job":"a"})") << QStringLiteral("all: must be true");
}

void TestHubAdmin::refusesUnclearDisconnects()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, detail);
    const auto stream = follow("/api/v1/events/a");
    QVERIFY(stream);
    const HttpAnswer answer = disconnect(body);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.code(), QByteArray("bad_field"));
    QCOMPARE(text(answer.json(), "detail"), detail);
    QCOMPARE(get("/api/v1/admin/connections").value(QLatin1String("connections")).toArray().size(),
             1);
}

void TestHubAdmin::asksTheKickedToStayAway()
{
    const auto stream = follow("/api/v1/events/a");
    QVERIFY(stream);
    disconnect(R"({"all":true})");
    const QJsonObject closing = stream->next("hub.closing");
    QCOMPARE(text(closing, "reason"), QStringLiteral("kicked"));
    QCOMPARE(closing.value(QLatin1String("reconnect")), QJsonValue(false));
    QVERIFY(closing.value(QLatin1String("retry_ms")).toInteger() >= 3'600'000);
}

void TestHubAdmin::auditsEveryAction_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("result");
    const QByteArray all = "/api/v1/admin/disconnect";
    QTest::newRow("job") << QByteArray("POST") << all << QByteArray(R"({"job":"a"})")
                         << QStringLiteral("job/a") << QStringLiteral("1 closed");
    QTest::newRow("job and user") << QByteArray("POST") << all
                                  << QByteArray(R"({"user":"u","job":"a"})")
                                  << QStringLiteral("job/a and user/u")
                                  << QStringLiteral("0 closed");
    QTest::newRow("bad") << QByteArray("POST") << all << QByteArray("{}")
                         << QStringLiteral("no stream") << QStringLiteral("refused: bad_field");
    QTest::newRow("unknown connection")
        << QByteArray("DELETE") << QByteArray("/api/v1/admin/connections/77%0aforged")
        << QByteArray() << QStringLiteral("connection 77\nforged")
        << QStringLiteral("refused: unknown_connection");
}

void TestHubAdmin::auditsEveryAction()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QString, what);
    QFETCH(QString, result);
    const auto watch = follow("/api/v1/events/hub");
    const auto a = follow("/api/v1/events/a");
    QVERIFY(watch && a);
    httpCall(m_hub->url(), method, path, body);
    const QJsonObject entry = watch->next("hub.log");
    QCOMPARE(text(entry, "action"), QStringLiteral("disconnect"));
    QCOMPARE(text(entry, "by"), QStringLiteral("local"));
    QVERIFY(text(entry, "remote").startsWith(QLatin1String("127.0.0.1:")));
    QCOMPARE(text(entry, "what"), what);
    QCOMPARE(text(entry, "result"), result);
    QVERIFY(hub::parseTime(text(entry, "at").toUtf8()));
}

void TestHubAdmin::auditsReplays()
{
    const auto watch = follow("/api/v1/events/hub");
    QVERIFY(watch);
    const QByteArray body = R"({"job_id":"a","status":"processing"})";
    QCOMPARE(httpCall(m_hub->url(), "POST", "/api/v1/webhooks/generic", body).status, 200);
    QCOMPARE(httpCall(m_hub->url(), "POST", "/api/v1/deliveries/1/replay").status, 202);
    const QJsonObject entry = watch->next("hub.log");
    QCOMPARE(text(entry, "action"), QStringLiteral("replay"));
    QCOMPARE(text(entry, "what"), QStringLiteral("delivery 1"));
    const QJsonObject again = get("/api/v1/deliveries/2");
    QVERIFY(!text(again, "effect").isEmpty());
    QCOMPARE(text(entry, "result"), text(again, "effect"));
}

/// Events on the hub's own stream: opened and closed connections, deliveries, figures.
void TestHubAdmin::saysWhatItDoes()
{
    const auto watch = follow("/api/v1/events/hub");
    QVERIFY(watch);
    auto a = follow("/api/v1/events/a");
    QVERIFY(a);
    QCOMPARE(text(watch->next("hub.connection.opened"), "topic"), QStringLiteral("job/a"));
    httpCall(m_hub->url(), "POST", "/api/v1/webhooks/generic",
             R"({"job_id":"a","status":"completed"})");
    QCOMPARE(text(watch->next("hub.delivery"), "source"), QStringLiteral("generic"));
    const QJsonObject closed = watch->next("hub.connection.closed");
    QCOMPARE(text(closed, "reason"), QStringLiteral("job_ended"));
    QCOMPARE(text(closed, "topic"), QStringLiteral("job/a"));
    QCOMPARE(closed.value(QLatin1String("user")), QJsonValue(QString()));
    QCOMPARE(closed.value(QLatin1String("events")), QJsonValue(1));
    QVERIFY(closed.value(QLatin1String("bytes")).toInteger() > 0);
    const QJsonObject stats = watch->next("hub.stats");
    QCOMPARE(stats.value(QLatin1String("connections")), QJsonValue(1));
    for (const char *figure : {"events_per_s", "deliveries_per_s", "bytes_per_s", "uptime_s"})
        QVERIFY2(stats.value(QLatin1String(figure)).isDouble(), figure);
}

void TestHubAdmin::keepsOperatorsApart()
{
    app::Config config;
    config.adminListen = QStringLiteral("127.0.0.1:0");
    HubRunner apart(config);
    const QUrl admin = apart.service().adminUrl();
    QVERIFY(admin.port() > 0 && admin.port() != apart.url().port());
    for (const char *path : {"/metrics", "/api/v1/admin/connections", "/api/v1/admin/topics"}) {
        QCOMPARE(httpCall(admin, "GET", path).status, 200);
        QCOMPARE(httpCall(apart.url(), "GET", path).status, 404);
    }
    QCOMPARE(httpCall(apart.url(), "GET", "/api/v1/events/hub").status, 404);
    QCOMPARE(httpCall(apart.url(), "POST", "/api/v1/admin/disconnect", R"({"all":true})").status,
             404);
    for (const char *path : {"/healthz", "/readyz", "/version"}) {
        QCOMPARE(httpCall(admin, "GET", path).status, 200);
        QCOMPARE(httpCall(apart.url(), "GET", path).status, 200);
    }
    QCOMPARE(httpCall(admin, "GET", "/api/v1/jobs").status, 404);
    // Both addresses belong to one hub.
    StreamReader watch(admin, "/api/v1/events/hub");
    QVERIFY(!watch.next("hub.hello").isEmpty());
    StreamReader job(apart.url(), "/api/v1/events/a");
    QCOMPARE(text(watch.next("hub.connection.opened"), "topic"), QStringLiteral("job/a"));
    QCOMPARE(httpCall(admin, "POST", "/api/v1/admin/disconnect", R"({"job":"a"})").status, 200);
    QVERIFY(job.waitForClose());
}

QTEST_GUILESS_MAIN(TestHubAdmin)
#include "tst_hubadmin.moc"
