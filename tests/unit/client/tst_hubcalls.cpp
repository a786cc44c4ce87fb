// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "tests/support/scriptedserver.h"
#include "tests/unit/client/frames.h"
#include "ui/client/hubapi.h"
#include "ui/client/streamconnection.h"

#include <QNetworkAccessManager>
#include <QTest>

using namespace test::frames;
using namespace ui;

namespace {

struct Fixture
{
    ScriptedServer server;
    QNetworkAccessManager network;
    test::ManualClock clock;
    HubApi api{&network, server.url("/hub/"), clock}; // a hub behind a proxy's path
    QObject context;

    /// Runs `call` with a handler and returns the answer; nullopt when none arrived in 10 s.
    template<typename T, typename Call>
    std::optional<hub::Result<T>> wait(Call call)
    {
        std::optional<hub::Result<T>> result;
        call([&result](const hub::Result<T> &answer) { result.emplace(answer); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
            return {};
        return result;
    }
};

} // namespace

class TestHubCalls : public QObject
{
    Q_OBJECT

private slots:
    void readsAPage();
    void readsAJob();
    void publishes();
    void tellsProblems_data();
    void tellsProblems();
    void refusesBadIdsBeforeAsking();
    void readsHistory();
    void givesUpAHistoryThatDoesNotEnd();
    void downloads();
    void boundsDownloads_data();
    void boundsDownloads();
    void followsRedirectsOfDownloads();
    void refusesOtherAddresses_data();
    void refusesOtherAddresses();
    void readsDataAddresses();
    void staysSilentWithoutItsContext();
};

void TestHubCalls::readsAPage()
{
    Fixture f;
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.server.answer(n, 200, "application/json",
                        page("e1.9-0", {job("a", "completed", "e1.9-0"), R"({"no":"job"})"}, "n1"),
                        "ETag: \"x\"\r\n");
    });
    const auto answer = f.wait<HubApi::JobPage>(
        [&](auto handler) { f.api.jobs("status=failed&limit=2", "\"w\"", &f.context, handler); });
    QVERIFY(answer && answer->ok());
    QCOMPARE(answer->value().jobs.size(), 1); // an entry that is not a job is left out
    QCOMPARE(answer->value().jobs.first().status, hub::JobStatus::Completed);
    QCOMPARE(answer->value().asOf, QByteArray("e1.9-0"));
    QCOMPARE(answer->value().next, QByteArray("n1"));
    QCOMPARE(answer->value().etag, QByteArray("\"x\""));
    QCOMPARE(f.server.request(0).target, QByteArray("/hub/api/v1/jobs?status=failed&limit=2"));
    QCOMPARE(f.server.request(0).headers.value("if-none-match"), QByteArray("\"w\""));
}

void TestHubCalls::readsAJob()
{
    Fixture f;
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.server.answer(n, 200, "application/json", job("a", "processing", "e1.9-0"));
    });
    const auto answer =
        f.wait<hub::Job>([&](auto handler) { f.api.job("a", &f.context, handler); });
    QVERIFY(answer && answer->ok());
    QCOMPARE(answer->value().id, QByteArray("a"));
    QCOMPARE(f.server.request(0).path(), QByteArray("/hub/api/v1/jobs/a"));
}

void TestHubCalls::publishes()
{
    Fixture f;
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.server.answer(n, 202, "application/json", R"({"event_id":"e1.1-0","duplicate":true})");
    });
    const auto answer = f.wait<QJsonObject>([&](auto handler) {
        f.api.publishText("a", R"({"type":"log","data":{"n":12345678901234567890}})", "key-1",
                          &f.context, handler);
    });
    QVERIFY(answer && answer->ok());
    QVERIFY(answer->value().value(QLatin1String("duplicate")).toBool());
    const ScriptedRequest &request = f.server.request(0);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path(), QByteArray("/hub/api/v1/jobs/a/events"));
    QCOMPARE(request.body, QByteArray(R"({"type":"log","data":{"n":12345678901234567890}})"));
    QCOMPARE(request.headers.value("idempotency-key"), QByteArray("key-1"));
    QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
}

void TestHubCalls::tellsProblems_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("problem") << QByteArray("HTTP/1.1 404 No\r\nConnection: close\r\n\r\n"
                                           R"({"code":"unknown_job","detail":"there is none"})")
                             << QByteArray("unknown_job")
                             << QStringLiteral("HTTP 404: there is none");
    QTest::newRow("plain") << QByteArray(
        "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 4\r\n\r\noops")
                           << QByteArray("http_502") << QStringLiteral("HTTP 502");
    QTest::newRow("not json") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\noops")
                              << QByteArray("bad_answer")
                              << QStringLiteral("the hub's answer is not a JSON object");
    QTest::newRow("no job") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
                            << QByteArray("bad_answer")
                            << QStringLiteral("the hub's answer is not a job");
    QTest::newRow("cut short") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n{")
                               << QByteArray("unreachable") << QStringLiteral("connection closed");
}

void TestHubCalls::tellsProblems()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, code);
    QFETCH(QString, message);
    Fixture f;
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.server.send(n, answer);
        f.server.close(n);
    });
    const auto result =
        f.wait<hub::Job>([&](auto handler) { f.api.job("a", &f.context, handler); });
    QVERIFY(result && !result->ok());
    QCOMPARE(result->error().message, message);
    QCOMPARE(result->error().code, code);
}

void TestHubCalls::refusesBadIdsBeforeAsking()
{
    Fixture f;
    const auto answer = f.wait<hub::Job>(
        [&](auto handler) { f.api.job("../admin/connections", &f.context, handler); });
    QVERIFY(answer && !answer->ok());
    QCOMPARE(answer->error().code, QByteArray("bad_job_id"));
    QCOMPARE(f.server.count(), 0);
}

void TestHubCalls::readsHistory()
{
    Fixture f;
    f.server.respond([&](int n, const ScriptedRequest &request) {
        if (request.path() == "/hub/api/v1/jobs/a") {
            QByteArray body = job("a", "processing", "e1.3-0");
            body.chop(1);
            return f.server.answer(n, 200, "application/json", body + R"(,"as_of":"e1.9-0"})");
        }
        f.server.stream(n, hello("replayed") + jobEvent("e1.1-0", "a", "queued")
                               + jobEvent("e1.3-0", "a", "processing")
                               + jobEvent("e1.12-0", "a", "progress"));
    });
    const auto answer =
        f.wait<QList<JobEvent>>([&](auto handler) { f.api.history("a", &f.context, handler); });
    QVERIFY(answer && answer->ok());
    QCOMPARE(answer->value().size(), 2); // up to the job's last event at the time of the request
    QCOMPARE(answer->value().last().id, QByteArray("e1.3-0"));
    QCOMPARE(f.server.request(1).headers.value("last-event-id"), QByteArray("e1.0-0"));
    QTRY_VERIFY(!f.server.isOpen(1));
}

void TestHubCalls::givesUpAHistoryThatDoesNotEnd()
{
    Fixture f;
    f.server.respond([&](int n, const ScriptedRequest &request) {
        if (request.path() != "/hub/api/v1/jobs/a")
            return f.server.stream(n, hello("replayed") + jobEvent("e1.1-0", "a", "queued"));
        QByteArray body = job("a", "processing", "e1.3-0");
        body.chop(1);
        f.server.answer(n, 200, "application/json", body + R"(,"as_of":"e1.9-0"})");
    });
    std::optional<hub::Result<QList<JobEvent>>> answer;
    f.api.history("a", &f.context, [&](const auto &result) { answer.emplace(result); });
    const auto streams = [&] {
        const auto *connection = f.network.findChild<StreamConnection *>();
        return connection && connection->httpStatus() == 200;
    };
    QTRY_VERIFY(streams());
    f.clock.advance(29'999);
    const int before = f.clock.readings();
    QTRY_VERIFY(f.clock.readings() >= before + 4); // the timers of the reader and of its stream
    QVERIFY(!answer);
    f.clock.advance(1);
    QTRY_VERIFY(answer);
    QVERIFY(!answer->ok());
    QCOMPARE(answer->error().code, QByteArray("history_unavailable"));
    QCOMPARE(answer->error().message,
             QStringLiteral("the history of the job did not arrive within 30 s"));
    QTRY_VERIFY(!f.server.isOpen(1));
}

void TestHubCalls::downloads()
{
    Fixture f;
    const QByteArray image(100'000, 'i');
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.server.answer(n, 200, "image/png", image, "Set-Cookie: a=b\r\n");
    });
    for (int i = 0; i < 2; ++i) {
        const auto answer = f.wait<QByteArray>([&](auto handler) {
            f.api.download(f.server.url("/i.png"), image.size(), &f.context, handler);
        });
        QVERIFY(answer && answer->ok());
        QVERIFY(answer->value() == image);
        QVERIFY(!f.server.request(i).headers.contains("cookie"));
    }
}

void TestHubCalls::boundsDownloads_data()
{
    QTest::addColumn<bool>("withLength");
    QTest::newRow("announced") << true;
    QTest::newRow("endless") << false;
}

void TestHubCalls::boundsDownloads()
{
    QFETCH(bool, withLength);
    Fixture f;
    f.server.respond([&](int n, const ScriptedRequest &) {
        if (withLength)
            return f.server.answer(n, 200, "image/png", QByteArray(1001, 'x'));
        f.server.send(n, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + QByteArray(1001, 'x'));
    });
    const auto answer = f.wait<QByteArray>(
        [&](auto handler) { f.api.download(f.server.url(), 1000, &f.context, handler); });
    QVERIFY(answer && !answer->ok());
    QCOMPARE(answer->error().code, QByteArray("too_large"));
}

void TestHubCalls::followsRedirectsOfDownloads()
{
    Fixture f;
    f.server.respond([&](int n, const ScriptedRequest &request) {
        if (request.path() == "/loop")
            f.server.answer(n, 302, {}, {}, "Location: /loop\r\n");
        else if (request.path() == "/from")
            f.server.answer(n, 302, {}, {}, "Location: /to\r\n");
        else
            f.server.answer(n, 200, "image/png", "here");
    });
    const auto good = f.wait<QByteArray>(
        [&](auto handler) { f.api.download(f.server.url("/from"), 1000, &f.context, handler); });
    QVERIFY(good && good->ok());
    QCOMPARE(good->value(), QByteArray("here"));
    const auto loop = f.wait<QByteArray>(
        [&](auto handler) { f.api.download(f.server.url("/loop"), 1000, &f.context, handler); });
    QVERIFY(loop && !loop->ok());
    QVERIFY(f.server.requestsFor("/loop").size() < 10);
}

void TestHubCalls::refusesOtherAddresses_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : {"file:///etc/passwd", "ftp://127.0.0.1/x", "qrc:/x", "",
                                "http:///x", "/workspace/outputs/restored.jpg"})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void TestHubCalls::refusesOtherAddresses()
{
    QFETCH(QString, address);
    Fixture f;
    const auto answer = f.wait<QByteArray>(
        [&](auto handler) { f.api.download(QUrl(address), 1000, &f.context, handler); });
    QVERIFY(answer && !answer->ok());
    QCOMPARE(answer->error().code, QByteArray("bad_url"));
}

void TestHubCalls::readsDataAddresses()
{
    Fixture f;
    const auto download = [&](const QByteArray &address, qint64 most) {
        return f.wait<QByteArray>([&](auto handler) {
            f.api.download(QUrl::fromEncoded(address), most, &f.context, handler);
        });
    };
    const auto good = download("data:image/png;base64,aGVsbG8=", 5);
    QVERIFY(good && good->ok());
    QCOMPARE(good->value(), QByteArray("hello"));
    const auto large = download("data:image/png;base64,aGVsbG8=", 4);
    QVERIFY(large && !large->ok());
    const auto huge = download("data:," + QByteArray(10'000, 'x'), 100);
    QVERIFY(huge && !huge->ok());
}

void TestHubCalls::staysSilentWithoutItsContext()
{
    Fixture f;
    auto context = std::make_unique<QObject>();
    bool answered = false;
    f.api.job("a", context.get(), [&](const hub::Result<hub::Job> &) { answered = true; });
    QTRY_COMPARE(f.server.count(), 1);
    context.reset();
    QTRY_VERIFY(!f.server.isOpen(0)); // the request is aborted on the wire too
    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(TestHubCalls)
#include "tst_hubcalls.moc"
