// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/http/testserver.h"
#include "tests/support/rawclient.h"

#include <QTest>

using namespace hub;
using namespace test;

/// Requests and answers, byte for byte.
class TestHttpRequests : public QObject
{
    Q_OBJECT

private slots:
    void oneConnectionServesManyRequests();
    void answersSplitRequests();
    void requestReachesTheHandlerUnchanged();
    void targetsThatQtReadsDifferently_data();
    void targetsThatQtReadsDifferently();
    void pipelinedAnswersComeInOrder();
    void manyPipelinedRequests();
    void pipeliningReaderThatIsSlowHoldsNothingUp();
    void headOptionsAndWrongMethods_data();
    void headOptionsAndWrongMethods();
    void connectionCloses_data();
    void connectionCloses();
    void continueIsAnswered();
    void continueIsNotSentForARefusedBody();
    void chunkedBodyIsDecoded();
    void droppedReplyIsAnswered();
    void lateAnswerToAVanishedPeer_data();
    void lateAnswerToAVanishedPeer();
    void lateAnswerAfterTheServerIsGone();
};

void TestHttpRequests::oneConnectionServesManyRequests()
{
    TestServer server;
    RawClient client(server.port);
    for (int i = 0; i < 5; ++i) {
        client.send(get("/hello"));
        const auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, QByteArray("hello"));
        QCOMPARE(answer->headers.value("connection"), QByteArray("keep-alive"));
        QVERIFY(answer->headers.value("date").endsWith(" GMT"));
    }
    QCOMPARE(server.server().connectionCount(), 1);
    QVERIFY(client.received().isEmpty());
}

void TestHttpRequests::answersSplitRequests()
{
    TestServer server;
    RawClient client(server.port);
    for (const char c :
         QByteArray("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello")) {
        client.send(QByteArray(1, c));
        QCoreApplication::processEvents();
    }
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("hello"));
}

void TestHttpRequests::requestReachesTheHandlerUnchanged()
{
    TestServer server;
    RawClient client(server.port);
    const QByteArray longValue(12'000, 'v'); // Qt's own parser drops fields that long
    client.send("POST /echo?a=%41&b=1+2 HTTP/1.1\r\nHost: localhost\r\nX-Long: " + longValue
                + "\r\nX-Two: 1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nX-Two: 2\r\n"
                  "Content-Length: 4\r\n\r\n\0\r\n\xff");
    client.send(QByteArray("\0\r\n\xff", 4));
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("\0\r\n\xff", 4));
    const Request &request = server.requests.front();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/echo"));
    QCOMPARE(request.parameter("a"), QByteArray("A"));
    QCOMPARE(request.parameter("b"), QByteArray("1 2"));
    QCOMPARE(request.header("x-long"), longValue);
    QCOMPARE(request.headers.last(), (std::pair<QByteArray, QByteArray>("content-length", "4")));
    QCOMPARE(request.peer, QHostAddress(QHostAddress::LocalHost));
    QVERIFY(request.peerPort > 0);
}

void TestHttpRequests::targetsThatQtReadsDifferently_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("authority") << QByteArray("//evil.example:99999999/x");
    QTest::newRow("colon") << QByteArray("/a:b:c");
    QTest::newRow("dots") << QByteArray("/../../etc/passwd");
    QTest::newRow("brackets") << QByteArray("/[x]{y}|\\^\"<>");
}

void TestHttpRequests::targetsThatQtReadsDifferently()
{
    QFETCH(QByteArray, target);
    TestServer server;
    RawClient client(server.port);
    client.send(get(target));
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 404);
    QCOMPARE(answer->code(), QByteArray("not_found"));
}

void TestHttpRequests::pipelinedAnswersComeInOrder()
{
    TestServer server;
    RawClient client(server.port);
    client.send(get("/late/1") + get("/late/2") + get("/hello") + get("/late/3"));
    // A connection's requests are handled one at a time.
    QTRY_COMPARE(server.late.size(), size_t{1});
    server.late.at("1").send(Response::text(200, "text/plain", "one"));
    QTRY_COMPARE(server.late.size(), size_t{2});
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).body, QByteArray("one"));
    QVERIFY(client.received().isEmpty());
    server.late.at("2").send(Response::text(200, "text/plain", "two"));
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).body, QByteArray("two"));
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).body, QByteArray("hello"));
    QTRY_COMPARE(server.late.size(), size_t{3});
    server.late.at("3").send(Response::text(200, "text/plain", "three"));
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).body, QByteArray("three"));
}

void TestHttpRequests::manyPipelinedRequests()
{
    TestServer server;
    RawClient client(server.port);
    QByteArray requests;
    for (int i = 0; i < 1000; ++i)
        requests += "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\n"
                    + QByteArray::number(i).rightJustified(3, '0');
    client.send(requests);
    for (int i = 0; i < 1000; ++i) {
        const auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray::number(i).rightJustified(3, '0'));
    }
}

void TestHttpRequests::pipeliningReaderThatIsSlowHoldsNothingUp()
{
    TestServer server;
    RawClient slow(server.port, 65536);
    slow.stopReading();
    slow.send(get("/large").repeated(5));
    RawClient other(server.port);
    other.send(get("/hello"));
    QVERIFY(other.readAnswer());
    QCOMPARE(server.requests.size(),
             size_t{2}); // the second /large waits until the kernel has taken the first answer
    slow.resumeReading();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(slow.readAnswer().value_or(RawAnswer()).body.size(), 4 * 1024 * 1024);
}

void TestHttpRequests::headOptionsAndWrongMethods_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");
    QTest::addColumn<QByteArray>("length");
    QTest::newRow("HEAD") << QByteArray("HEAD /hello") << 200 << QByteArray() << QByteArray("5");
    QTest::newRow("HEAD of nothing")
        << QByteArray("HEAD /none") << 404 << QByteArray() << QByteArray("*");
    QTest::newRow("OPTIONS") << QByteArray("OPTIONS /hello") << 204
                             << QByteArray("GET, HEAD, OPTIONS") << QByteArray();
    QTest::newRow("OPTIONS *") << QByteArray("OPTIONS *") << 204 << QByteArray() << QByteArray();
    QTest::newRow("405") << QByteArray("DELETE /echo") << 405 << QByteArray("OPTIONS, POST")
                         << QByteArray("*");
    QTest::newRow("405 of HEAD") << QByteArray("HEAD /echo") << 405 << QByteArray("OPTIONS, POST")
                                 << QByteArray("*");
    QTest::newRow("unknown method")
        << QByteArray("BREW /hello") << 405 << QByteArray("GET, HEAD, OPTIONS") << QByteArray("*");
    QTest::newRow("404") << QByteArray("GET /none") << 404 << QByteArray() << QByteArray("*");
}

void TestHttpRequests::headOptionsAndWrongMethods()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, length);
    TestServer server;
    RawClient client(server.port);
    client.send(start + " HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/hello"));
    const auto answer = client.readAnswer(start.startsWith("HEAD"));
    QVERIFY(answer);
    QTEST(answer->status, "status");
    QTEST(answer->headers.value("allow"), "allow");
    if (length != "*")
        QCOMPARE(answer->headers.value("content-length"), length);
    // The next answer is still found at the right place.
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).body, QByteArray("hello"));
}

void TestHttpRequests::connectionCloses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("closes");
    QTest::newRow("1.1") << get("/hello") << false;
    QTest::newRow("1.1 close") << get("/hello", "Connection: close\r\n") << true;
    QTest::newRow("1.0") << QByteArray("GET /hello HTTP/1.0\r\n\r\n") << true;
    QTest::newRow("1.0 keep-alive")
        << QByteArray("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << false;
    QTest::newRow("malformed") << QByteArray("nonsense\r\n\r\n") << true;
    QTest::newRow("close, more behind")
        << get("/hello", "Connection: close\r\n") + get("/hello").repeated(500) << true;
}

void TestHttpRequests::connectionCloses()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, closes);
    TestServer server;
    RawClient client(server.port);
    client.send(request);
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->headers.value("connection"),
             closes ? QByteArray("close") : QByteArray("keep-alive"));
    if (closes) {
        QVERIFY(server.closes(client));
        QVERIFY(client.closedCleanly());
        QVERIFY(client.received().isEmpty());
        QTRY_COMPARE(server.server().connectionCount(), 0);
    } else {
        client.send(get("/hello"));
        QVERIFY(client.readAnswer());
    }
}

void TestHttpRequests::continueIsAnswered()
{
    TestServer server;
    RawClient client(server.port);
    client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: "
                "5\r\n\r\n");
    QVERIFY(client.waitFor("\r\n\r\n"));
    QCOMPARE(client.received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.clearReceived();
    client.send("hello");
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).body, QByteArray("hello"));
}

void TestHttpRequests::continueIsNotSentForARefusedBody()
{
    TestServer server;
    RawClient client(server.port);
    client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: "
                "99999999\r\n\r\n");
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 413);
    QVERIFY(server.closes(client));
}

void TestHttpRequests::chunkedBodyIsDecoded()
{
    TestServer server;
    RawClient client(server.port);
    client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                "5;x=y\r\nhello\r\n1\r\n!\r\n0\r\nTrailer: t\r\n\r\n"
                + get("/hello"));
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).body, QByteArray("hello!"));
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).body, QByteArray("hello"));
}

void TestHttpRequests::droppedReplyIsAnswered()
{
    TestServer server;
    RawClient client(server.port);
    client.send(get("/dropped") + get("/hello"));
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 500);
    QCOMPARE(answer->code(), QByteArray("internal_error"));
    QVERIFY(client.readAnswer());
}

void TestHttpRequests::lateAnswerToAVanishedPeer_data()
{
    QTest::addColumn<bool>("reset");
    QTest::newRow("closed") << false;
    QTest::newRow("reset") << true;
}

void TestHttpRequests::lateAnswerToAVanishedPeer()
{
    QFETCH(bool, reset);
    TestServer server;
    RawClient client(server.port);
    client.send(get("/late/1"));
    QTRY_COMPARE(server.late.size(), size_t{1});
    QVERIFY(server.late.at("1").connected());
    reset ? client.reset() : client.close();
    // A FIN alone may come from a client that has only half-closed its connection.
    if (reset)
        QTRY_VERIFY(!server.late.at("1").connected());
    server.late.at("1").send(Response::text(200, "text/plain", "to nobody"));
    QTRY_COMPARE(server.server().connectionCount(), 0);
    RawClient next(server.port);
    next.send(get("/hello"));
    QVERIFY(next.readAnswer());
}

void TestHttpRequests::lateAnswerAfterTheServerIsGone()
{
    TestServer server;
    RawClient client(server.port);
    client.send(get("/late/1"));
    QTRY_COMPARE(server.late.size(), size_t{1});
    server.destroy();
    QVERIFY(!server.late.at("1").connected());
    server.late.at("1").send(Response::text(200, "text/plain", "to nobody"));
    QVERIFY(client.waitForClose());
}

QTEST_GUILESS_MAIN(TestHttpRequests)
#include "tst_httprequests.moc"
