// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/api/api.h"
#include "hub/auth/authenticator.h"
#include "hub/base/clock.h"
#include "tests/support/onehub.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using test::HttpAnswer;
using test::text;

/// The REST API over real sockets.
class TestHubApi : public QObject, protected test::OneHub
{
    Q_OBJECT

private slots:
    void init() { m_hub = std::make_unique<test::HubRunner>(); }
    void cleanup() { m_hub.reset(); }

    void answersBadRequests_data();
    void answersBadRequests();
    void readsWithEtag();
    void listsByFilterAndPage();
    void countsJobs();
    void keepsTheBoundsOfTheContract_data();
    void keepsTheBoundsOfTheContract();
    void refusesLongKeys_data();
    void refusesLongKeys();
    void keepsUnknownFields();
    void publishesOnce();
    void refusesIllegalTransitions();
    void cancels();
    void saysHowItIs();
    void servesThePageAndItsContract();
    void routesAndContractAgree();
};

void TestHubApi::answersBadRequests_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *name, const char *method, const char *path, const char *body,
                        int status, const char *code) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << QByteArray(body) << status
                            << QByteArray(code);
    };
    row("no such path", "GET", "/api/v1/nothing", "", 404, "not_found");
    row("wrong method", "DELETE", "/api/v1/jobs", "", 405, "method_not_allowed");
    row("unknown job", "GET", "/api/v1/jobs/none", "", 404, "unknown_job");
    row("cancel unknown", "POST", "/api/v1/jobs/none/cancel", "", 404, "unknown_job");
    row("not JSON", "POST", "/api/v1/jobs", "{", 400, "bad_json");
    row("not an object", "POST", "/api/v1/jobs", "[1]", 400, "bad_json");
    row("bad kind", "POST", "/api/v1/jobs", R"({"kind":"x"})", 400, "bad_field");
    row("bad id", "POST", "/api/v1/jobs", R"({"job_id":"a/b"})", 400, "bad_field");
    row("no type", "POST", "/api/v1/jobs/a/events", "{}", 400, "bad_field");
    row("bad type", "POST", "/api/v1/jobs/a/events", R"({"type":"x"})", 400, "bad_field");
    row("progress of text", "POST", "/api/v1/jobs/a/events",
        R"({"type":"progress","progress":"most"})", 400, "bad_field");
    row("result of text", "POST", "/api/v1/jobs/a/events", R"({"type":"completed","result":"x"})",
        400, "bad_field");
    row("error of number", "POST", "/api/v1/jobs/a/events", R"({"type":"failed","error":5})", 400,
        "bad_field");
    row("bad path id", "POST", "/api/v1/jobs/a%20b/events", R"({"type":"queued"})", 400,
        "bad_job_id");
    row("bad status filter", "GET", "/api/v1/jobs?status=x", "", 400, "bad_parameter");
    row("bad filter", "GET", "/api/v1/jobs?filter=state:x", "", 400, "bad_filter");
    row("bad limit", "GET", "/api/v1/jobs?limit=0", "", 400, "bad_parameter");
    row("empty batch", "POST", "/api/v1/events:batch", "\n", 400, "bad_batch");
    row("unknown source", "POST", "/api/v1/webhooks/nobody", "{}", 404, "unknown_source");
    row("unknown delivery", "GET", "/api/v1/deliveries/7", "", 404, "unknown_delivery");
    row("no number", "GET", "/api/v1/deliveries/x", "", 404, "unknown_delivery");
    row("unknown connection", "DELETE", "/api/v1/admin/connections/7", "", 404,
        "unknown_connection");
    row("whom", "POST", "/api/v1/admin/disconnect", "{}", 400, "bad_field");
    row("notification without JSON", "POST", "/api/v1/users/u/notifications", "x", 400, "bad_json");
}

void TestHubApi::answersBadRequests()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const HttpAnswer answer = call(method, path, body);
    QTEST(answer.status, "status");
    QTEST(answer.code(), "code");
    QCOMPARE(answer.headers.value("content-type"), QByteArray("application/problem+json"));
    QVERIFY(!text(answer.json(), "detail").isEmpty() || answer.status == 405);
    QCOMPARE(answer.json().value(QLatin1String("status")).toInt(), answer.status);
}

void TestHubApi::readsWithEtag()
{
    call("POST", "/api/v1/jobs/j/events",
         R"({"type":"progress","progress":42.5,"step":{"current":12,"total":19}})");
    const HttpAnswer first = call("GET", "/api/v1/jobs/j");
    QCOMPARE(first.json().value(QLatin1String("progress")).toDouble(), 42.5);
    QVERIFY(!text(first.json(), "as_of").isEmpty());
    const QByteArray etag = first.headers.value("etag");
    QVERIFY(!etag.isEmpty());
    const HttpAnswer same = call("GET", "/api/v1/jobs/j", {}, {{"If-None-Match", etag}});
    QCOMPARE(same.status, 304);
    QCOMPARE(call("GET", "/api/v1/jobs/j", {}, {{"If-None-Match", "\"x\", " + etag.mid(2)}}).status,
             304);
    QVERIFY(same.body.isEmpty());
    const QByteArray listEtag = call("GET", "/api/v1/jobs").headers.value("etag");
    QCOMPARE(call("GET", "/api/v1/jobs", {}, {{"If-None-Match", listEtag}}).status, 304);
    call("POST", "/api/v1/jobs/j/events", R"({"type":"progress","progress":43})");
    QCOMPARE(call("GET", "/api/v1/jobs/j", {}, {{"If-None-Match", etag}}).status, 200);
    QCOMPARE(call("GET", "/api/v1/jobs", {}, {{"If-None-Match", listEtag}}).status, 200);
}

void TestHubApi::listsByFilterAndPage()
{
    for (int i = 0; i < 25; ++i) {
        const QByteArray n = QByteArray::number(i);
        call("POST", "/api/v1/jobs",
             R"({"job_id":"j)" + n + R"(","kind":")" + (i % 2 ? "image" : "restore")
                 + R"(","owner":"u)" + QByteArray::number(i % 3) + R"(","labels":{"n":")" + n
                 + "\"}}");
    }
    call("POST", "/api/v1/jobs/j4/events", R"({"type":"failed"})");
    const auto ids = [&](const QByteArray &query) {
        QStringList list;
        for (const QJsonValue &job :
             call("GET", "/api/v1/jobs?" + query).json().value(QLatin1String("jobs")).toArray())
            list << text(job.toObject(), "job_id");
        return list;
    };
    QCOMPARE(ids("").size(), 25);
    QCOMPARE(ids("").front(), QStringLiteral("j4")); // the job changed last comes first
    QCOMPARE(ids("kind=image").size(), 12);
    QCOMPARE(ids("owner=u1&kind=restore"),
             (QStringList{QStringLiteral("j4"), QStringLiteral("j22"), QStringLiteral("j16"),
                          QStringLiteral("j10")}));
    QCOMPARE(ids("status=failed"), QStringList{QStringLiteral("j4")});
    QCOMPARE(ids("status=failed,queued").size(), 25);
    QCOMPARE(ids("status=failed,%20queued").size(), 25);
    QCOMPARE(ids("label.n=7"), QStringList{QStringLiteral("j7")});
    QCOMPARE(ids("q=j2").size(), 6);
    QCOMPARE(ids("filter=state:failed"), QStringList{QStringLiteral("j4")});
    QCOMPARE(ids("filter=kind:image%20owner%3Du1").size(), 4);
    QCOMPARE(ids("filter=label.n%3D7%20OR%20id:j2*&kind=restore").size(), 4); // j2 j20 j22 j24
    const HttpAnswer wrong = call("GET", "/api/v1/jobs?filter=a%20state:x");
    QCOMPARE(wrong.status, 400);
    QCOMPARE(wrong.json().value(QLatin1String("position")).toInt(), 9);
    QVERIFY(text(wrong.json(), "detail").startsWith(QLatin1String("filter: character 9: ")));
    QSet<QString> seen;
    QByteArray cursor;
    int pages = 0;
    do {
        const QJsonObject page = call("GET", "/api/v1/jobs?limit=10&cursor=" + cursor).json();
        for (const QJsonValue &job : page.value(QLatin1String("jobs")).toArray())
            seen << text(job.toObject(), "job_id");
        cursor = text(page, "next").toUtf8();
        ++pages;
    } while (!cursor.isEmpty() && pages < 10);
    QCOMPARE(seen.size(), 25);
    QCOMPARE(pages, 3);
}

void TestHubApi::countsJobs()
{
    call("POST", "/api/v1/jobs",
         R"({"job_id":"a","kind":"image","owner":"u","labels":{"team":"größer"}})");
    call("POST", "/api/v1/jobs", R"({"job_id":"b"})");
    call("POST", "/api/v1/jobs/b/events", R"({"type":"failed"})");
    const HttpAnswer answer = call("GET", "/api/v1/jobs:counts");
    QCOMPARE(answer.status, 200);
    QByteArray body = answer.body.trimmed();
    body.remove(0, body.indexOf(R"("total")"));
    QCOMPARE(body, QByteArray(R"("total":2,"statuses":{"queued":1,"failed":1},)"
                              R"("kinds":[{"value":"generic","total":1,"statuses":{"failed":1}},)"
                              R"({"value":"image","total":1,"statuses":{"queued":1}}],)"
                              R"("owners":[{"value":"local","total":1,"statuses":{"failed":1}},)"
                              R"({"value":"u","total":1,"statuses":{"queued":1}}],)"
                              R"("labels":[{"name":"team","value":"größer","total":1,)"
                              R"("statuses":{"queued":1}}],"truncated":false})"));
    QCOMPARE(text(answer.json(), "as_of"),
             text(call("GET", "/api/v1/jobs/b").json(), "last_event_id"));
    QCOMPARE(call("GET", "/api/v1/jobs:counts?owner=").status, 200);
    QCOMPARE(call("GET", "/api/v1/jobs:counts?owner=%01").code(), QByteArray("bad_parameter"));
}

void TestHubApi::keepsTheBoundsOfTheContract_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("detail"); // empty = accepted
    const QByteArray most(256, 'x');
    const QByteArray umlauts = QByteArray("%C3%BC").repeated(256);
    const auto row = [](const char *name, const QByteArray &path, const char *detail) {
        QTest::newRow(name) << path << QByteArray(detail);
    };
    row("q", "/api/v1/jobs?q=" + most, "");
    row("q of two-byte characters", "/api/v1/jobs?q=" + umlauts, "");
    row("long q", "/api/v1/jobs?q=x" + most, "q: longer than 256 characters");
    row("long q of two-byte characters", "/api/v1/jobs?q=x" + umlauts,
        "q: longer than 256 characters");
    row("owner", "/api/v1/jobs?owner=alice", "");
    row("foreign owner", "/api/v1/jobs?owner=auth0%7C%C3%A4%2F%20b", "");
    row("longest owner", "/api/v1/jobs?owner=" + most, "");
    row("long owner", "/api/v1/jobs?owner=x" + most,
        "owner: must not be longer than 256 bytes of UTF-8, this has 257");
    row("owner with a control character", "/api/v1/jobs?owner=a%1Bb",
        "owner: must not have control characters, this has U+001B");
    row("owner that is not UTF-8", "/api/v1/jobs?owner=a%FF", "owner: must be UTF-8");
    row("long owner of a stream", "/api/v1/events?owner=x" + most,
        "owner: must not be longer than 256 bytes of UTF-8, this has 257");
    row("user with a control character", "/api/v1/events/notifications/stream?user=%C2%85",
        "user: must not have control characters, this has U+0085");
    row("long client", "/api/v1/events?client=" + QByteArray(65, 'c'),
        "client: longer than 64 characters");
    row("long client of a job", "/api/v1/events/a?client=" + QByteArray(65, 'c'),
        "client: longer than 64 characters");
}

void TestHubApi::keepsTheBoundsOfTheContract()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, detail);
    const HttpAnswer answer = call("GET", path);
    QCOMPARE(answer.status, detail.isEmpty() ? 200 : 400);
    if (!detail.isEmpty())
        QCOMPARE(answer.code(), QByteArray("bad_parameter"));
    QCOMPARE(text(answer.json(), "detail").toUtf8(), detail);
}

void TestHubApi::refusesLongKeys_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("event") << QByteArray("/api/v1/jobs/a/events")
                           << QByteArray(R"({"type":"progress"})");
    QTest::newRow("notification") << QByteArray("/api/v1/users/u/notifications")
                                  << QByteArray("{}");
}

void TestHubApi::refusesLongKeys()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    const HttpAnswer refused =
        call("POST", path, body, {{"Idempotency-Key", QByteArray(257, 'k')}});
    QCOMPARE(refused.status, 400);
    QCOMPARE(text(refused.json(), "detail"),
             QStringLiteral("idempotency key: longer than 256 bytes"));
    QCOMPARE(call("POST", path, body, {{"Idempotency-Key", QByteArray(256, 'k')}}).status, 202);
}

void TestHubApi::keepsUnknownFields()
{
    const HttpAnswer job =
        call("POST", "/api/v1/jobs", R"({"job_id":"j","colour":"blue","deep":{"a":[1]}})");
    QCOMPARE(job.status, 201);
    const QJsonObject read = call("GET", "/api/v1/jobs/j").json();
    QCOMPARE(text(read, "colour"), QStringLiteral("blue"));
    QVERIFY(read.value(QLatin1String("deep")).isObject());
}

void TestHubApi::publishesOnce()
{
    const QByteArray body = R"({"type":"log","message":"one"})";
    const HttpAnswer first =
        call("POST", "/api/v1/jobs/j/events", body, {{"Idempotency-Key", "k1"}});
    QCOMPARE(first.status, 202);
    QCOMPARE(first.json().value(QLatin1String("duplicate")).toBool(true), false);
    const HttpAnswer again =
        call("POST", "/api/v1/jobs/j/events", body, {{"Idempotency-Key", "k1"}});
    QCOMPARE(again.status, 202);
    QCOMPARE(again.json().value(QLatin1String("duplicate")).toBool(), true);
    QCOMPARE(text(again.json(), "event_id"), text(first.json(), "event_id"));
    m_hub->restart();
    QCOMPARE(call("POST", "/api/v1/jobs/j/events", body, {{"Idempotency-Key", "k1"}})
                 .json()
                 .value(QLatin1String("duplicate"))
                 .toBool(),
             true);
}

void TestHubApi::refusesIllegalTransitions()
{
    const HttpAnswer first = call("POST", "/api/v1/jobs/j/events", R"({"type":"completed"})");
    const HttpAnswer again = call("POST", "/api/v1/jobs/j/events", R"({"type":"completed"})");
    QCOMPARE(again.status, 202); // a repeat, not an illegal transition
    QCOMPARE(again.json().value(QLatin1String("duplicate")).toBool(), true);
    QCOMPARE(text(again.json(), "event_id"), text(first.json(), "event_id"));
    const HttpAnswer answer = call("POST", "/api/v1/jobs/j/events", R"({"type":"processing"})");
    QCOMPARE(answer.status, 409);
    QCOMPARE(answer.code(), QByteArray("illegal_transition"));
    QCOMPARE(text(call("GET", "/api/v1/jobs/j").json(), "status"), QStringLiteral("completed"));
}

void TestHubApi::cancels()
{
    call("POST", "/api/v1/jobs", R"({"job_id":"j"})");
    QCOMPARE(call("POST", "/api/v1/jobs/j/cancel").status, 202);
    QCOMPARE(text(call("GET", "/api/v1/jobs/j").json(), "status"), QStringLiteral("cancelled"));
    call("POST", "/api/v1/jobs/k/events", R"({"type":"failed"})");
    QCOMPARE(call("POST", "/api/v1/jobs/k/cancel").code(), QByteArray("illegal_transition"));
}

void TestHubApi::saysHowItIs()
{
    QCOMPARE(call("GET", "/healthz").status, 200);
    QCOMPARE(call("GET", "/readyz").status, 200);
    QVERIFY(!text(call("GET", "/version").json(), "epoch").isEmpty());
    call("POST", "/api/v1/jobs/j/events", R"({"type":"completed"})");
    const QByteArray metrics = call("GET", "/metrics").body;
    QVERIFY(metrics.contains(
        "heliograph_hub_events_published_total{kind=\"generic\",type=\"completed\"} 1\n"));
    QVERIFY(metrics.contains("heliograph_build_info{version="));
    const HttpAnswer head = call("HEAD", "/metrics");
    QCOMPARE(head.status, 200);
    QVERIFY(head.body.isEmpty());
    QVERIFY(head.headers.value("content-length").toInt() > 0);
}

void TestHubApi::servesThePageAndItsContract()
{
    const HttpAnswer page = call("GET", "/");
    QCOMPARE(page.status, 200);
    QVERIFY(page.headers.value("content-type").startsWith("text/html"));
    QVERIFY(page.headers.value("content-security-policy").contains("script-src 'self'"));
    QCOMPARE(call("GET", "/web/app.js").status, 200);
    QCOMPARE(call("GET", "/web/..%2fsecret").status, 404);
    QCOMPARE(text(call("GET", "/api/v1/openapi.json").json(), "openapi").left(3),
             QStringLiteral("3.1"));
}

/// Every route is documented, and every documented path has a route.
void TestHubApi::routesAndContractAgree()
{
    const hub::SystemClock clock;
    hub::Authenticator authenticator(&clock);
    hub::Api api{*m_hub->service().hub(), authenticator, {}, std::chrono::seconds{15}};
    hub::Router router;
    addRoutes(router, api);
    const auto withoutNames = [](QString route) { // `{job_id}` and `{id}` are the same
        static const QRegularExpression name(QStringLiteral("\\{[^}]*\\}"));
        return route.replace(name, QStringLiteral("{}"));
    };
    QSet<QString> routed;
    for (const QByteArray &route : router.routes())
        routed << withoutNames(QString::fromUtf8(route));
    QSet<QString> documented;
    const QJsonObject paths =
        call("GET", "/api/v1/openapi.json").json().value(QLatin1String("paths")).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path.value().toObject();
        for (const char *method : {"get", "post", "put", "delete", "options"})
            if (item.contains(QLatin1String(method)))
                documented << withoutNames(QString::fromLatin1(method).toUpper() + QLatin1Char(' ')
                                           + path.key());
    }
    // The route of all sources serves this path.
    documented.remove(QStringLiteral("POST /api/v1/webhooks/runpod-completion"));
    QCOMPARE(QStringList((routed - documented).values()), QStringList());
    QCOMPARE(QStringList((documented - routed).values()), QStringList());
}

QTEST_GUILESS_MAIN(TestHubApi)
#include "tst_hubapi.moc"
