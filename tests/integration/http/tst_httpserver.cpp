// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/http/testserver.h"
#include "tests/support/rawclient.h"

#include <QTcpServer>
#include <QTest>

using namespace hub;
using namespace test;
using namespace std::chrono_literals;

/// Host and origin checks, and the listening sockets.
class TestHttpServer : public QObject
{
    Q_OBJECT

private slots:
    void foreignHostIsRefused();
    void foreignPageIsRefused();
    void preflightIsAnswered();
    void portInUseSaysByWhom();
    void listensOnSeveralAddresses();
    void stopListeningLeavesConnectionsAlone();
    void finishesConnectionsInGoodOrder();
};

void TestHttpServer::foreignHostIsRefused()
{
    TestServer server;
    RawClient client(server.port);
    client.send("GET /hello HTTP/1.1\r\nHost: rebound.example\r\n\r\n");
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 403);
    QCOMPARE(answer->code(), QByteArray("bad_host"));
    QVERIFY(server.requests.empty());
}

void TestHttpServer::foreignPageIsRefused()
{
    TestServer server;
    RawClient client(server.port);
    client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nOrigin: "
                "https://evil.example\r\nContent-Length: 0\r\n\r\n");
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 403);
    QCOMPARE(answer->code(), QByteArray("foreign_origin"));
    QVERIFY(server.requests.empty());
}

void TestHttpServer::preflightIsAnswered()
{
    HttpOptions options;
    options.origins.corsOrigins = QByteArrayList{"https://app.example"};
    TestServer server(options);
    RawClient client(server.port);
    client.send("OPTIONS /none HTTP/1.1\r\nHost: localhost\r\nOrigin: https://app.example\r\n"
                "Access-Control-Request-Method: POST\r\n\r\n"
                + get("/hello", "Origin: https://app.example\r\n"));
    const auto preflight = client.readAnswer();
    QVERIFY(preflight);
    QCOMPARE(preflight->status, 204);
    QCOMPARE(preflight->headers.value("access-control-allow-origin"),
             QByteArray("https://app.example"));
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->headers.value("access-control-allow-origin"),
             QByteArray("https://app.example"));
}

void TestHttpServer::portInUseSaysByWhom()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    TestServer server;
    const Result<quint16> port =
        server.server().listen(QHostAddress(QHostAddress::LocalHost), taken.serverPort());
    QVERIFY(!port);
    QCOMPARE(port.error().code, QByteArray("port_in_use"));
#ifndef HELIOGRAPH_PORTABLE // only Linux tells who has a port
    QVERIFY(port.error().message.contains(QStringLiteral("tst_httpserver")));
#endif
    QVERIFY(port.error().message.contains(QString::number(taken.serverPort())));
}

void TestHttpServer::listensOnSeveralAddresses()
{
    TestServer server;
    const Result<quint16> second = server.server().listen(QHostAddress(QHostAddress::LocalHost), 0);
    QVERIFY(second);
    for (const quint16 port : {server.port, second.value()}) {
        RawClient client(port);
        client.send(get("/hello"));
        QVERIFY(client.readAnswer());
    }
}

void TestHttpServer::stopListeningLeavesConnectionsAlone()
{
    TestServer server;
    RawClient client(server.port);
    client.send(get("/hello"));
    QVERIFY(client.readAnswer());
    server.server().stopListening();
    QTcpSocket refused;
    refused.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port);
    QTRY_COMPARE(refused.error(), QAbstractSocket::ConnectionRefusedError);
    client.send(get("/hello"));
    QVERIFY(client.readAnswer());
}

void TestHttpServer::finishesConnectionsInGoodOrder()
{
    TestServer server;
    RawClient fresh(server.port);
    RawClient used(server.port);
    used.send(get("/hello"));
    QVERIFY(used.readAnswer());
    RawClient waiting(server.port);
    waiting.send(get("/late/1") + get("/hello"));
    RawClient stream(server.port);
    stream.send(get("/stream"));
    QVERIFY(stream.readAnswer(true));
    QTRY_COMPARE(server.late.size(), size_t{1});

    const qint64 beganMs = server.clock.wallMs();
    server.server().finishConnections();
    QVERIFY(server.closes(used));
    server.passTime(999ms - std::chrono::milliseconds(server.clock.wallMs() - beganMs));
    server.streams.front()->write("data: later\n\n");
    QTRY_VERIFY(stream.received().contains("later")); // a close before it would have been seen
    QVERIFY(fresh.isOpen());
    server.passTime(1ms);
    QVERIFY(server.closes(fresh));
    server.late.at("1").send(Response::text(200, "text/plain", "done"));
    const auto answer = waiting.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("done"));
    QCOMPARE(answer->headers.value("connection"), QByteArray("close"));
    QVERIFY(server.closes(waiting));
    QVERIFY(waiting.received().isEmpty());
    QVERIFY(stream.isOpen());
    QTRY_COMPARE(server.server().connectionCount(), 1);
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
