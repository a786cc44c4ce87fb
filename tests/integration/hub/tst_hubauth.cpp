// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/hub.h"
#include "hub/json/jsonwriter.h"
#include "tests/support/httpcall.h"
#include "tests/support/keyedhub.h"
#include "tests/support/streamreader.h"

#include <QJsonArray>
#include <QTest>

using namespace hub;
using test::HttpAnswer;
using test::httpCall;

namespace {

/// The body that creates a job.
QByteArray job(const QByteArray &id, const QByteArray &more = {})
{
    return R"({"job_id":")" + id + R"(","kind":"generic")" + more + '}';
}

} // namespace

/// Permissions on a hub with keys, over real sockets.
class TestHubAuth : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_hub = std::make_unique<test::KeyedHub>(); }
    void cleanup() { m_hub.reset(); }

    void asksForAToken_data();
    void asksForAToken();
    void routesAskForTheirScope_data();
    void routesAskForTheirScope();
    void hidesTheJobsOfOthers();
    void countsOnlyOwnJobs();
    void streamsOnlyOwnJobs();
    void endsStreamsWithTheirToken();
    void takesATicketOnce();
    void disconnectsByUser();
    void disconnectsAUserFromAJob();
    void limitsEachUser();
    void revokesAtOnce_data();
    void revokesAtOnce();
    void revokesWhatIsNotOpenYet();
    void tokensStayOutOfTheLog();

private:
    QByteArray token(const QByteArray &subject, const QByteArray &scope, qint64 seconds = 600,
                     const std::optional<QByteArrayList> &jobs = {}) const
    {
        return m_hub->token(subject, scope, seconds, jobs);
    }
    HttpAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &token,
                    const QByteArray &body = {})
    {
        test::HttpHeaders headers;
        if (!token.isEmpty())
            headers.append({"Authorization", "Bearer " + token});
        return httpCall(m_hub->url(), method, path, body, headers);
    }
    /// The sorted ids of the jobs that the bearer of a token sees.
    QByteArrayList ids(const QByteArray &bearer, const QByteArray &query = {});

    std::unique_ptr<test::KeyedHub> m_hub;
};

void TestHubAuth::asksForAToken_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");

    const QByteArray good = "GOOD";
    QTest::newRow("none") << QByteArray() << QByteArray() << 401;
    QTest::newRow("bearer") << "Bearer " + good << QByteArray() << 200;
    QTest::newRow("scheme in capitals") << "BEARER " + good << QByteArray() << 200;
    QTest::newRow("another scheme") << "Basic " + good << QByteArray() << 401;
    QTest::newRow("in the query") << QByteArray() << "?token=" + good << 200;
    QTest::newRow("header before query") << QByteArray("Bearer x") << "?token=" + good << 401;
    QTest::newRow("nonsense") << QByteArray("Bearer a.b.c") << QByteArray() << 401;
    QTest::newRow("empty") << QByteArray("Bearer ") << QByteArray() << 401;
    QTest::newRow("ticket of nobody") << QByteArray() << QByteArray("?ticket=abc") << 401;
}

void TestHubAuth::asksForAToken()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    const QByteArray good = token("u", "read");
    test::HttpHeaders headers;
    if (!header.isEmpty())
        headers.append({"Authorization", header.replace("GOOD", good)});
    const HttpAnswer answer =
        httpCall(m_hub->url(), "GET", "/api/v1/jobs" + query.replace("GOOD", good), {}, headers);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.headers.value("www-authenticate").startsWith("Bearer realm="), status == 401);
}

void TestHubAuth::routesAskForTheirScope_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("scope"); // the least scope that suffices; empty = none needed

    const auto row = [](const char *request, const char *scope) {
        QTest::newRow(request) << QByteArray(request) << QByteArray(scope);
    };
    row("GET /", "");
    row("GET /healthz", "");
    row("GET /readyz", "");
    row("GET /version", "");
    row("GET /api/v1/openapi.json", "");
    row("GET /api/v1/jobs", "read");
    row("GET /api/v1/jobs/j", "read");
    row("GET /api/v1/jobs:counts", "read");
    row("POST /api/v1/tickets", "read");
    row("GET /api/v1/whoami", "read");
    row("POST /api/v1/jobs", "publish");
    row("POST /api/v1/jobs/j/events", "publish");
    row("POST /api/v1/jobs/j/cancel", "publish");
    row("POST /api/v1/jobs/j/callback", "publish");
    row("POST /api/v1/events:batch", "publish");
    row("POST /api/v1/users/u/notifications", "publish");
    row("GET /api/v1/deliveries", "admin");
    row("POST /api/v1/deliveries/1/replay", "admin");
    row("GET /api/v1/admin/connections", "admin");
    row("GET /api/v1/admin/topics", "admin");
    row("POST /api/v1/admin/disconnect", "admin");
    row("POST /api/v1/admin/revoke", "admin");
    row("POST /api/v1/webhooks/generic", "admin"); // this source cannot verify its sender
    row("GET /metrics", "admin");
}

void TestHubAuth::routesAskForTheirScope()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, scope);
    const QByteArray method = request.split(' ').at(0);
    const QByteArray path = request.split(' ').at(1);
    QCOMPARE(call(method, path, {}, "{}").status == 401, !scope.isEmpty());
    for (const QByteArray &held :
         {QByteArray("read"), QByteArray("publish"), QByteArray("admin")}) {
        const int status = call(method, path, token("u", held), "{}").status;
        const bool enough = scope.isEmpty() || held == scope || held == "admin";
        QVERIFY2((status == 403) != enough, held + ": " + QByteArray::number(status));
        QVERIFY(status != 401);
    }
}

QByteArrayList TestHubAuth::ids(const QByteArray &bearer, const QByteArray &query)
{
    QByteArrayList found;
    for (const QJsonValue &value :
         call("GET", "/api/v1/jobs" + query, bearer).json().value(QLatin1String("jobs")).toArray())
        found << value.toObject().value(QLatin1String("job_id")).toString().toUtf8();
    std::sort(found.begin(), found.end());
    return found;
}

void TestHubAuth::hidesTheJobsOfOthers()
{
    const QByteArray own = token("u", "read publish");
    const QByteArray other = token("v", "read publish");
    const QByteArray admin = token("root", "admin");
    QCOMPARE(call("POST", "/api/v1/jobs", own, job("mine")).status, 201);
    QCOMPARE(call("POST", "/api/v1/jobs", own, job("x", R"(,"owner":"v")")).status, 403);
    QCOMPARE(call("POST", "/api/v1/jobs", admin, job("given", R"(,"owner":"v")")).status, 201);

    QCOMPARE(call("GET", "/api/v1/jobs/mine", own).status, 200);
    QCOMPARE(call("GET", "/api/v1/jobs/mine", admin).status, 200);
    for (const auto &[method, path, body] :
         {std::tuple<QByteArray, QByteArray, QByteArray>{"GET", "/api/v1/jobs/mine", ""},
          {"POST", "/api/v1/jobs/mine/events", R"({"type":"progress","progress":5})"},
          {"POST", "/api/v1/jobs/mine/cancel", ""},
          {"POST", "/api/v1/jobs/mine/callback", ""}}) {
        const HttpAnswer answer = call(method, path, other, body);
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.code(), QByteArray("unknown_job"));
    }
    const HttpAnswer batch = call("POST", "/api/v1/events:batch", other,
                                  R"({"job_id":"mine","type":"failed"})"
                                  "\n"
                                  R"({"job_id":"theirs","type":"queued"})"
                                  "\n");
    QVERIFY2(batch.body.contains(R"("line":1,"status":404)"), batch.body);
    QVERIFY2(batch.body.contains(R"("line":2,"status":202)"), batch.body);
    QCOMPARE(ids(own), QByteArrayList{"mine"});
    QCOMPARE(ids(other), (QByteArrayList{"given", "theirs"}));
    QCOMPARE(ids(other, "?owner=u"), QByteArrayList());
    QCOMPARE(ids(admin), (QByteArrayList{"given", "mine", "theirs"}));
    QCOMPARE(ids(token("v", "read", 600, QByteArrayList{"giv*"})), QByteArrayList{"given"});
}

void TestHubAuth::countsOnlyOwnJobs()
{
    for (const char *user : {"u", "v"})
        QCOMPARE(call("POST", "/api/v1/jobs", token(user, "publish"), job(user)).status, 201);
    QCOMPARE(call("POST", "/api/v1/jobs", token("v", "publish"), job("w")).status, 201);
    const auto counts = [this](const QByteArray &bearer, const QByteArray &query = {}) {
        return call("GET", "/api/v1/jobs:counts" + query, bearer).json();
    };
    const auto total = [](const QJsonObject &all) { return all.value(QLatin1String("total")); };
    QCOMPARE(total(counts(token("v", "read"))).toInt(), 2);
    QCOMPARE(counts(token("v", "read")).value(QLatin1String("owners")).toArray().size(), 0);
    QCOMPARE(total(counts(token("v", "read"), "?owner=u")).toInt(), 0);
    QCOMPARE(total(counts(token("none", "read"))).toInt(), 0);
    QCOMPARE(total(counts(token("root", "admin"))).toInt(), 3);
    QCOMPARE(counts(token("root", "admin")).value(QLatin1String("owners")).toArray().size(), 2);
    QCOMPARE(total(counts(token("root", "admin"), "?owner=v")).toInt(), 2);
    const QByteArray some = token("v", "read", 600, QByteArrayList{"v*"});
    QCOMPARE(call("GET", "/api/v1/jobs:counts", some).code(), QByteArray("not_counted"));
}

void TestHubAuth::streamsOnlyOwnJobs()
{
    const QByteArray own = token("u", "read publish");
    const QByteArray other = token("v", "read publish");
    test::StreamReader live(m_hub->url(), "/api/v1/events?token=" + other);
    QVERIFY(live.waitForEvents(2));
    QCOMPARE(call("POST", "/api/v1/jobs", own, job("mine")).status, 201);
    QCOMPARE(call("POST", "/api/v1/jobs", other, job("theirs")).status, 201);
    QTRY_VERIFY(live.body().contains("theirs"));
    QVERIFY(!live.body().contains("mine"));

    test::StreamReader replayed(m_hub->url(), "/api/v1/events?last_event_id="
                                                  + m_hub->service().hub()->store().epoch()
                                                  + ".0-0&token=" + other);
    QTRY_VERIFY(replayed.body().contains("theirs"));
    QVERIFY(!replayed.body().contains("mine"));
}

void TestHubAuth::endsStreamsWithTheirToken()
{
    test::StreamReader stream(m_hub->url(), "/api/v1/events?token=" + token("u", "read", 4));
    stream.next("hub.token_expiring");
    QVERIFY(stream.waitForClose());
    QVERIFY(stream.body().contains("hub.token_expiring"));
    QVERIFY(stream.body().contains(R"({"reason":"token_expired","reconnect":false)"));
}

void TestHubAuth::takesATicketOnce()
{
    const HttpAnswer issued = call("POST", "/api/v1/tickets", token("u", "read"));
    QCOMPARE(issued.status, 201);
    QCOMPARE(issued.headers.value("cache-control"), QByteArray("no-store"));
    const QByteArray ticket = issued.json().value(QLatin1String("ticket")).toString().toLatin1();
    test::StreamReader stream(m_hub->url(), "/api/v1/events?ticket=" + ticket);
    QVERIFY(stream.waitForEvents(2));
    QCOMPARE(call("GET", "/api/v1/events?ticket=" + ticket, {}).status, 401);
    const QByteArray another = call("POST", "/api/v1/tickets", token("u", "publish read"))
                                   .json()
                                   .value(QLatin1String("ticket"))
                                   .toString()
                                   .toLatin1();
    QCOMPARE(call("POST", "/api/v1/jobs?ticket=" + another, {}, job("a")).status, 401);
}

void TestHubAuth::disconnectsByUser()
{
    test::StreamReader stream(m_hub->url(), "/api/v1/events?token=" + token("u", "read"));
    test::StreamReader other(m_hub->url(), "/api/v1/events?token=" + token("v", "read"));
    QVERIFY(stream.waitForEvents(2) && other.waitForEvents(2));
    const QByteArray admin = token("root", "admin");
    QVERIFY(call("GET", "/api/v1/admin/connections", admin).body.contains(R"("user":"v")"));
    const HttpAnswer answer = call("POST", "/api/v1/admin/disconnect", admin, R"({"user":"u"})");
    QCOMPARE(answer.json().value(QLatin1String("closed")).toInt(), 1);
    QVERIFY(stream.waitForClose());
    QCOMPARE(other.socket().state(), QAbstractSocket::ConnectedState);
}

void TestHubAuth::disconnectsAUserFromAJob()
{
    const auto path = [this](const char *job, const char *user) {
        return QByteArray("/api/v1/events/") + job + "?token=" + token(user, "read");
    };
    test::StreamReader meant(m_hub->url(), path("a", "u"));
    test::StreamReader otherJob(m_hub->url(), path("b", "u"));
    test::StreamReader otherUser(m_hub->url(), path("a", "v"));
    QVERIFY(meant.waitForEvents(2) && otherJob.waitForEvents(2) && otherUser.waitForEvents(2));
    const HttpAnswer answer = call("POST", "/api/v1/admin/disconnect", token("root", "admin"),
                                   R"({"user":"u","job":"a"})");
    QCOMPARE(answer.json().value(QLatin1String("closed")).toInt(), 1);
    QVERIFY(meant.waitForClose());
    QCOMPARE(otherJob.socket().state(), QAbstractSocket::ConnectedState);
    QCOMPARE(otherUser.socket().state(), QAbstractSocket::ConnectedState);
}

void TestHubAuth::limitsEachUser()
{
    std::vector<std::unique_ptr<test::StreamReader>> streams;
    for (int i = 0; i < 11; ++i) {
        streams.push_back(std::make_unique<test::StreamReader>(
            m_hub->url(), "/api/v1/events?token=" + token("u", "read")));
        QVERIFY(streams.back()->waitForEvents(2));
    }
    QVERIFY(streams.front()->waitForClose());
    QVERIFY(streams.front()->body().contains(R"({"reason":"evicted","reconnect":false)"));
    QCOMPARE(streams.at(1)->socket().state(), QAbstractSocket::ConnectedState);
}

void TestHubAuth::revokesAtOnce_data()
{
    QTest::addColumn<QByteArray>("what");

    QTest::newRow("token") << QByteArray(R"({"jti":"id-of-u"})");
    QTest::newRow("subject") << QByteArray(R"({"sub":"u","until":"2999-01-01T00:00:00Z"})");
}

void TestHubAuth::revokesAtOnce()
{
    QFETCH(QByteArray, what);
    const QByteArray own = token("u", "read");
    test::StreamReader stream(m_hub->url(), "/api/v1/events?token=" + own);
    test::StreamReader bystander(m_hub->url(), "/api/v1/events?token=" + token("v", "read"));
    QVERIFY(stream.waitForEvents(2) && bystander.waitForEvents(2));
    const QByteArray admin = token("root", "admin");
    QCOMPARE(call("POST", "/api/v1/admin/revoke", admin, R"({"jti":"a","sub":"b"})").status, 400);
    const HttpAnswer revoked = call("POST", "/api/v1/admin/revoke", admin, what);
    QCOMPARE(revoked.status, 200);
    QCOMPARE(revoked.json().value(QLatin1String("closed")).toInt(), 1);
    QVERIFY(stream.waitForClose());
    QVERIFY(stream.body().contains(R"({"reason":"revoked","reconnect":false)"));
    QVERIFY(bystander.socket().state() == QAbstractSocket::ConnectedState);
    const HttpAnswer refused = call("GET", "/api/v1/jobs", own);
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.code(), QByteArray("token_revoked"));

    m_hub->restart();
    QCOMPARE(call("GET", "/api/v1/jobs", own).code(), QByteArray("token_revoked"));
    QCOMPARE(call("GET", "/api/v1/jobs", token("v", "read")).status, 200);
}

/// A token is revoked between the request and the first byte of its stream. The store is kept busy
/// with requests of the same user, so that the stream has to wait.
void TestHubAuth::revokesWhatIsNotOpenYet()
{
    std::vector<Publish> batch;
    for (int i = 0; i < 300; ++i) {
        batch.emplace_back();
        batch.back().change.jobId = "job-" + QByteArray::number(i);
        batch.back().change.type = EventType::Queued;
    }
    const auto stored = std::make_shared<bool>(false);
    m_hub->service().hub()->publishBatch(
        batch, [stored](const Result<PublishedBatch> &) { *stored = true; });
    QTRY_VERIFY(*stored);
    JobQuery all;
    all.limit = 1'000;
    const auto busy = std::make_shared<int>(1'000);
    for (int i = *busy; i > 0; --i) {
        m_hub->service().hub()->store().jobs(
            all, [busy](const Result<JobPage> &) { --*busy; }, "user/u");
    }
    test::StreamReader stream(m_hub->url(), "/api/v1/events?token=" + token("u", "read"));
    for (int i = 0; i < 2; ++i) // by now the hub has read the stream's request
        QCOMPARE(call("GET", "/healthz", {}).status, 200);
    QVERIFY(*busy > 0);
    call("POST", "/api/v1/admin/revoke", token("root", "admin"), R"({"sub":"u"})");
    QVERIFY(stream.waitForHead());
    QCOMPARE(stream.status(), 401);
}

void TestHubAuth::tokensStayOutOfTheLog()
{
    static QByteArray lines;
    lines.clear();
    const QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &line) {
            lines += line.toUtf8() + '\n';
        });
    const QByteArray good = token("u", "read");
    const QByteArray bad = token("u", "read", -600);
    const HttpAnswer expired = call("GET", "/api/v1/jobs?token=" + bad, {});
    const QByteArray ticket = call("POST", "/api/v1/tickets", good)
                                  .json()
                                  .value(QLatin1String("ticket"))
                                  .toString()
                                  .toLatin1();
    {
        test::StreamReader stream(m_hub->url(), "/api/v1/events?token=" + good);
        test::StreamReader ticketed(m_hub->url(), "/api/v1/events?ticket=" + ticket);
        const bool both = stream.waitForEvents(2) && ticketed.waitForEvents(2);
        qInstallMessageHandler(both ? before : nullptr);
        QVERIFY(both);
    }
    QCOMPARE(expired.code(), QByteArray("token_expired"));
    QVERIFY(lines.contains("SSE client connected"));
    for (const QByteArray &secret : {good, bad, ticket})
        QVERIFY2(!lines.contains(secret) && !lines.contains(secret.right(20)), lines);
    QVERIFY(!expired.body.contains(bad.right(20)));
}

QTEST_GUILESS_MAIN(TestHubAuth)
#include "tst_hubauth.moc"
