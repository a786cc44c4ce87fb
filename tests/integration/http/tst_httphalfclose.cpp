// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/http/testserver.h"
#include "tests/support/rawclient.h"

#include <QTest>

using namespace hub;
using namespace test;

/// Clients that half-close their connection after the request: `nc -N`, scripts, some libraries.
/// They get their answers, and then the connection ends. They get no stream: a browser that has
/// left looks the same on the wire.
class TestHttpHalfClose : public QObject
{
    Q_OBJECT

private slots:
#ifndef HELIOGRAPH_PORTABLE // a QTcpSocket closes the connection when its input ends
    void answersAtOnce();
    void answersLate();
    void answersAllThatWasAsked();
    void aStreamEnds();
#endif
    void halfARequestIsNone();
    void noStreamForWhoClosedBefore();
};

#ifndef HELIOGRAPH_PORTABLE
void TestHttpHalfClose::answersAtOnce()
{
    TestServer server;
    RawClient client(server.port);
    client.send(get("/hello"));
    client.shutdownWrites();
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).body, QByteArray("hello"));
    QVERIFY(server.closes(client));
    QVERIFY(client.closedCleanly());
    QTRY_COMPARE(server.server().connectionCount(), 0);
}

void TestHttpHalfClose::answersLate()
{
    TestServer server;
    RawClient client(server.port);
    client.send(get("/late/1"));
    client.shutdownWrites();
    QTRY_COMPARE(server.late.size(), size_t{1});
    RawClient other(server.port); // when this is answered, the hub has seen the half-close
    other.send(get("/hello"));
    QVERIFY(other.readAnswer());
    server.late.at("1").send(Response::text(200, "text/plain", "done"));
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).body, QByteArray("done"));
    QVERIFY(server.closes(client));
    QVERIFY(client.closedCleanly());
    QTRY_COMPARE(server.server().connectionCount(), 1);
}

void TestHttpHalfClose::answersAllThatWasAsked()
{
    TestServer server;
    RawClient client(server.port);
    client.send(get("/late/1") + get("/large") + get("/late/2"));
    client.shutdownWrites();
    QTRY_COMPARE(server.late.size(), size_t{1});
    server.late.at("1").send(Response::text(200, "text/plain", "first"));
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).body, QByteArray("first"));
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).body.size(), 4 * 1024 * 1024);
    QTRY_COMPARE(server.late.size(), size_t{2});
    server.late.at("2").send(Response::text(200, "text/plain", "last"));
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).body, QByteArray("last"));
    QVERIFY(server.closes(client));
    QVERIFY(client.closedCleanly());
    QTRY_COMPARE(server.server().connectionCount(), 0);
}
#endif

void TestHttpHalfClose::halfARequestIsNone()
{
    TestServer server;
    RawClient client(server.port);
    client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf");
    client.shutdownWrites();
    QVERIFY(server.closes(client));
    QVERIFY(server.requests.empty());
    QTRY_COMPARE(server.server().connectionCount(), 0);
}

#ifndef HELIOGRAPH_PORTABLE
void TestHttpHalfClose::aStreamEnds()
{
    TestServer server;
    RawClient client(server.port);
    client.send(get("/stream"));
    QVERIFY(client.readAnswer(true));
    server.streams.front()->write("data: 1\n\n");
    client.shutdownWrites();
    QTRY_COMPARE(server.streams.front()->closed, 1);
    QVERIFY(client.waitFor("data: 1\n\n"));
    QVERIFY(server.closes(client));
    QTRY_COMPARE(server.server().connectionCount(), 0);
}
#endif

void TestHttpHalfClose::noStreamForWhoClosedBefore()
{
    TestServer server;
    RawClient client(server.port);
    client.send(get("/latestream"));
    client.shutdownWrites();
    QTRY_COMPARE(server.late.size(), size_t{1});
    RawClient other(server.port);
    other.send(get("/hello"));
    QVERIFY(other.readAnswer());
    TestStream stream(server.late.at("stream").stream({}));
    QTRY_VERIFY(!stream.sink); // no stream, or one that ends at once
    QVERIFY(server.closes(client));
    QTRY_COMPARE(server.server().connectionCount(), 1);
}

QTEST_GUILESS_MAIN(TestHttpHalfClose)
#include "tst_httphalfclose.moc"
