// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/uniquefd.h"
#include "tests/integration/http/testserver.h"
#include "tests/support/rawclient.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <array>

using namespace hub;
using namespace test;
using namespace std::chrono_literals;

namespace {

QByteArray post(const QByteArray &target, const QByteArray &fields, const QByteArray &body = {})
{
    return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n\r\n" + body;
}

/// Returns when the server has read everything that was sent to it before.
void settle(const TestServer &server)
{
    RawClient other(server.port);
    other.send(get("/hello"));
    QVERIFY(other.readAnswer());
}

} // namespace

/// Requests that are refused at the socket. The client must be able to read the reason.
class TestHttpLimits : public QObject
{
    Q_OBJECT

private slots:
    void refusals_data();
    void refusals();
    void refusalIsReadableWhileTheBodyKeepsComing();
    void largeBodyLetsOthersIn();
    void limitsAreExact();
    void slowHeader();
    void trickleDoesNotMoveTheDeadline();
    void slowBody();
    void idleConnectionIsClosedSilently();
    void answerBeingWorkedOnHasNoDeadline();
    void tooManyConnections();
    void tooManyConnectionsOfOneAddress();
    void loopbackIsExempt();
    void outOfDescriptorsAndBack();
    void everyDescriptorIsReleased();
};

void TestHttpLimits::refusals_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *name, const QByteArray &request, int status, const char *code) {
        QTest::newRow(name) << request << status << QByteArray(code);
    };
    row("huge header", "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + QByteArray(100'000, 'x'), 431,
        "header_too_large");
    row("huge target", "GET /" + QByteArray(20'000, 'x'), 431, "header_too_large");
    row("many headers",
        "GET / HTTP/1.1\r\nHost: localhost\r\n" + QByteArray("X: 1\r\n").repeated(101) + "\r\n",
        431, "header_too_large");
    row("huge body announced", post("/echo", "Content-Length: 1048577"), 413, "body_too_large");
    row("huge body sent", post("/echo", "Content-Length: 3000000", QByteArray(3'000'000, 'b')), 413,
        "body_too_large");
    row("huge chunked body",
        post("/echo", "Transfer-Encoding: chunked", "100001\r\n" + QByteArray(500'000, 'b')), 413,
        "body_too_large");
    row("length and coding",
        post("/echo", "Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\n"), 400,
        "bad_length");
    row("negative length", post("/echo", "Content-Length: -5", "hello"), 400, "bad_length");
    row("two lengths", post("/echo", "Content-Length: 5\r\nContent-Length: 4", "hello"), 400,
        "bad_length");
    row("bare LF", "GET / HTTP/1.1\nHost: localhost\n\n", 400, "bad_request");
    row("no host", "GET /hello HTTP/1.1\r\n\r\n", 400, "bad_host");
    row("http/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "http_version");
    row("expectation", post("/echo", "Expect: coffee\r\nContent-Length: 1", "x"), 417,
        "expectation_failed");
    row("after a good request", get("/hello") + "GET / HTTP/3.0\r\n\r\n", 505, "http_version");
}

void TestHttpLimits::refusals()
{
    QFETCH(QByteArray, request);
    TestServer server;
    RawClient client(server.port);
    client.send(request);
    if (request.startsWith(get("/hello")))
        QCOMPARE(client.readAnswer().value_or(RawAnswer()).status, 200);
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QTEST(answer->status, "status");
    QTEST(answer->code(), "code");
    QCOMPARE(answer->headers.value("connection"), QByteArray("close"));
    QVERIFY(server.closes(client));
    QVERIFY(client.closedCleanly());
    QTRY_COMPARE(server.server().connectionCount(), 0);
}

void TestHttpLimits::refusalIsReadableWhileTheBodyKeepsComing()
{
    TestServer server;
    RawClient client(server.port);
    client.send(post("/echo", "Content-Length: 5000000"));
    for (int i = 0; i < 50 && client.isOpen(); ++i) {
        client.send(QByteArray(10'000, 'b'));
        QCoreApplication::processEvents();
    }
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).status, 413);
    QVERIFY(server.closes(client));
    QVERIFY(client.closedCleanly());
}

/// A body that has already arrived completely is still read in pieces, so that other requests get
/// their turn.
void TestHttpLimits::largeBodyLetsOthersIn()
{
    TestServer server;
    RawClient other(server.port);
    other.send(get("/ok"));
    QVERIFY(other.readAnswer());
    const UniqueFd large(::socket(AF_INET, SOCK_STREAM, 0));
    const int room = 1'000'000;
    ::setsockopt(large.get(), SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(::connect(large.get(), reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    const QByteArray request = post("/echo", "Content-Length: 400000", QByteArray(400'000, 'b'));
    QCOMPARE(::send(large.get(), request.constData(), size_t(request.size()), MSG_DONTWAIT),
             ssize_t(request.size()));
    other.send(get("/ok"));
    QVERIFY(other.readAnswer());
    std::array<char, 16> answer;
    // The large request is not answered yet.
    QCOMPARE(::recv(large.get(), answer.data(), answer.size(), MSG_DONTWAIT), -1);
    const auto isAnswered = [&] {
        return ::recv(large.get(), answer.data(), answer.size(), MSG_DONTWAIT | MSG_PEEK) > 0;
    };
    QTRY_VERIFY(isAnswered());
    QVERIFY(QByteArray(answer.data(), answer.size()).startsWith("HTTP/1.1 200"));
}

void TestHttpLimits::limitsAreExact()
{
    HttpOptions options;
    options.limits.bodyBytes = 10;
    options.limits.batchBodyBytes = 20;
    TestServer server(options);
    const auto status = [&](const QByteArray &target, int size) {
        RawClient client(server.port);
        client.send(
            post(target, "Content-Length: " + QByteArray::number(size), QByteArray(size, 'b')));
        return client.readAnswer().value_or(RawAnswer()).status;
    };
    QCOMPARE(status("/echo", 10), 200);
    QCOMPARE(status("/echo", 11), 413);
    QCOMPARE(status("/api/v1/events:batch", 20), 200);
    QCOMPARE(status("/api/v1/events:batch", 21), 413);
}

void TestHttpLimits::slowHeader()
{
    TestServer server;
    RawClient client(server.port);
    client.send("GET /hello HT");
    settle(server);
    server.passTime(HttpLimits().headerDeadline - 1ms);
    settle(server);
    QVERIFY(client.isOpen() && client.received().isEmpty());
    server.passTime(1ms);
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 408);
    QCOMPARE(answer->code(), QByteArray("request_timeout"));
    QVERIFY(server.closes(client));
}

void TestHttpLimits::trickleDoesNotMoveTheDeadline()
{
    TestServer server;
    RawClient client(server.port);
    constexpr int steps = 10;
    for (int i = 0; i < steps; ++i) {
        QVERIFY(client.isOpen() && client.received().isEmpty());
        client.send("\r\n"); // empty lines before a request are skipped (RFC 9112, section 2.2)
        settle(server);
        server.passTime(HttpLimits().headerDeadline / steps);
    }
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).status, 408);
}

void TestHttpLimits::slowBody()
{
    TestServer server;
    RawClient client(server.port);
    client.send(post("/echo", "Content-Length: 10", "half"));
    settle(server);
    server.passTime(HttpLimits().bodyDeadline - 1ms);
    settle(server);
    QVERIFY(client.isOpen() && client.received().isEmpty());
    server.passTime(1ms);
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).status, 408);
    QVERIFY(server.closes(client));
}

void TestHttpLimits::idleConnectionIsClosedSilently()
{
    TestServer server;
    RawClient fresh(server.port);
    RawClient used(server.port);
    used.send(get("/hello"));
    QVERIFY(used.readAnswer());
    QTRY_COMPARE(server.server().connectionCount(), 2);
    server.passTime(HttpLimits().idleDeadline - 1ms);
    settle(server);
    QVERIFY(fresh.isOpen() && used.isOpen());
    server.passTime(1ms);
    QVERIFY(server.closes(fresh));
    QVERIFY(server.closes(used));
    QVERIFY(fresh.received().isEmpty() && used.received().isEmpty());
    QTRY_COMPARE(server.server().connectionCount(), 0);
}

void TestHttpLimits::answerBeingWorkedOnHasNoDeadline()
{
    TestServer server;
    RawClient idle(server.port);
    RawClient client(server.port);
    client.send(get("/late/1"));
    QTRY_COMPARE(server.late.size(), size_t{1});
    server.passTime(24h);
    QVERIFY(server.closes(idle));
    QVERIFY(client.isOpen());
    server.late.at("1").send(Response::text(200, "text/plain", "done"));
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).body, QByteArray("done"));
}

void TestHttpLimits::tooManyConnections()
{
    HttpOptions options;
    options.net.limits.connections = 2;
    TestServer server(options);
    auto first = std::make_unique<RawClient>(server.port);
    RawClient second(server.port);
    QTRY_COMPARE(server.server().connectionCount(), 2);
    RawClient third(server.port);
    QVERIFY(third.waitForClose()); // no answer: a 503 would stop an EventSource for good
    QVERIFY(!third.readAnswer());
    second.send(get("/hello"));
    QCOMPARE(second.readAnswer().value_or(RawAnswer()).status, 200);
    first.reset();
    QTRY_COMPARE(server.server().connectionCount(), 1);
    RawClient fourth(server.port);
    fourth.send(get("/hello"));
    QCOMPARE(fourth.readAnswer().value_or(RawAnswer()).status, 200);
}

void TestHttpLimits::tooManyConnectionsOfOneAddress()
{
    HttpOptions options;
    options.net.limits.connectionsPerAddress = 1;
    options.net.limits.exemptLoopback = false;
    TestServer server(options);
    RawClient first(server.port);
    QTRY_COMPARE(server.server().connectionCount(), 1);
    RawClient second(server.port);
    QVERIFY(second.waitForClose());
}

void TestHttpLimits::loopbackIsExempt()
{
    HttpOptions options;
    options.net.limits.connectionsPerAddress = 1;
    TestServer server(options);
    RawClient first(server.port);
    RawClient second(server.port);
    second.send(get("/hello"));
    QCOMPARE(second.readAnswer().value_or(RawAnswer()).status, 200);
}

void TestHttpLimits::outOfDescriptorsAndBack()
{
    TestServer server;
    RawClient live(server.port);
    live.send(get("/hello"));
    QVERIFY(live.readAnswer());
    QTcpSocket waiting;
    waiting.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port);
    QVERIFY(waiting.waitForConnected()); // accepted by the kernel, not yet by the server

    rlimit former{};
    ::getrlimit(RLIMIT_NOFILE, &former);
    rlimit few = former;
    few.rlim_cur = 128;
    ::setrlimit(RLIMIT_NOFILE, &few);
    std::vector<UniqueFd> hoard;
    while (hoard.empty() || hoard.back())
        hoard.emplace_back(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("cannot accept connections")));
    for (int i = 0; i < 3; ++i) {
        live.send(get("/hello"));
        QVERIFY(live.readAnswer()); // open connections are still served
    }
    hoard.clear();
    ::setrlimit(RLIMIT_NOFILE, &former);

    waiting.write(get("/hello"));
    QTRY_VERIFY(waiting.bytesAvailable() > 0);
    QVERIFY(waiting.readAll().startsWith("HTTP/1.1 200 OK\r\n"));
}

void TestHttpLimits::everyDescriptorIsReleased()
{
    TestServer server;
    const auto descriptors = [] {
        return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size();
    };
    const qsizetype before = descriptors();
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 50; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port));
            switch (i % 4) {
            case 0: clients.back()->send(get("/hello")); break;
            case 1: clients.back()->send("nonsense\r\n\r\n"); break;
            case 2: clients.back()->send("GET /half"); break;
            case 3: clients.back()->send(get("/late/" + QByteArray::number(i))); break;
            }
        }
        QTRY_COMPARE(server.late.size(), size_t{12});
    }
    server.late.clear(); // drops the replies, whose clients are gone
    QTRY_COMPARE(server.server().connectionCount(), 0);
    QTRY_COMPARE(descriptors(), before);
}

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "tst_httplimits.moc"
