// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/http/testserver.h"
#include "tests/support/rawclient.h"

#include <QDir>
#include <QTest>

using namespace hub;
using namespace test;
using namespace std::chrono_literals;

namespace {

const QByteArray streamRequest = "GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n";

HttpOptions options()
{
    QFETCH_GLOBAL(bool, descriptor);
    HttpOptions made;
    made.net.transport = descriptor ? Transport::Descriptor : Transport::Socket;
    return made;
}

} // namespace

/// Streams on both kinds of transport.
class TestHttpStreams : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void headAndFramesArriveAtOnce();
    void promptReaderHoldsNothing();
    void gatheredWriteKeepsOrder();
    void opensLate();
    void opensBehindAPipelinedRequest();
    void headOfAStream();
    void nothingIsAnsweredInsideAStream();
    void peerLeaves_data();
    void peerLeaves();
    void peerVanishedBeforeTheStream();
    void slowReaderHoldsBacklogAndDrains();
    void closeSendsWhatIsHeld();
    void closedSinkMayBeDestroyed();
    void closeToAPeerThatReadsNothing();
    void destroyedSinkEndsTheConnection();
    void destroyedInsideTheHandler();
    void outlivesTheServer();
    void manyStreamsReleaseEverything();
};

void TestHttpStreams::initTestCase_data()
{
    QTest::addColumn<bool>("descriptor");
    if (defaultTransport == Transport::Descriptor)
        QTest::newRow("descriptor") << true;
    QTest::newRow("socket") << false;
}

void TestHttpStreams::headAndFramesArriveAtOnce()
{
    TestServer server(options());
    RawClient client(server.port);
    client.send(streamRequest);
    const auto head = client.readAnswer(true);
    QVERIFY(head);
    QCOMPARE(head->status, 200);
    QCOMPARE(head->headers.value("content-type"), QByteArray("text/event-stream; charset=utf-8"));
    QCOMPARE(head->headers.value("cache-control"), QByteArray("no-cache, no-transform"));
    QCOMPARE(head->headers.value("x-accel-buffering"), QByteArray("no"));
    QCOMPARE(head->headers.value("connection"), QByteArray("close"));
    QCOMPARE(head->headers.value("x-extra"), QByteArray("1"));
    QVERIFY(!head->headers.contains("content-length")
            && !head->headers.contains("transfer-encoding"));
    server.streams.front()->write("data: 1\n\n");
    QVERIFY(client.waitFor("data: 1\n\n"));
    QCOMPARE(server.server().openStreams(), 1);
    QCOMPARE(server.server().connectionCount(), 1);
    QVERIFY(!server.streams.front()->calledBackInside);
}

/// A stream skips superseded events while bytes are held. So bytes that the system takes are not
/// held.
void TestHttpStreams::promptReaderHoldsNothing()
{
    TestServer server(options());
    RawClient client(server.port);
    client.send(streamRequest);
    QVERIFY(client.readAnswer(true));
    TestStream &stream = *server.streams.front();
    for (int i = 0; i < 3; ++i) {
        const qint64 before = stream.sink->bytesTaken();
        stream.write("data: 1\n\n");
        QCOMPARE(stream.sink->backlog(), 0);
        QCOMPARE(stream.sink->bytesTaken() - before, 9);
    }
    QVERIFY(client.waitFor("data: 1\n\ndata: 1\n\ndata: 1\n\n"));
    QVERIFY(!stream.calledBackInside);
}

void TestHttpStreams::gatheredWriteKeepsOrder()
{
    TestServer server(options());
    RawClient client(server.port);
    client.send(streamRequest);
    QVERIFY(client.readAnswer(true));
    QList<QByteArray> frames;
    QByteArray all;
    for (int i = 0; i < 3000; ++i) { // more buffers than one gathered write takes
        frames.append(i % 7 ? "data: " + QByteArray::number(i) + "\n\n" : QByteArray());
        all += frames.last();
    }
    server.streams.front()->sink->write({frames.constData(), static_cast<size_t>(frames.size())});
    QVERIFY(client.waitFor(frames.last()));
    QCOMPARE(client.received(), all);
    QVERIFY(server.streams.front()->sink->bytesTaken() >= all.size());
    QCOMPARE(server.streams.front()->sink->backlog(), 0);
}

void TestHttpStreams::opensLate()
{
    TestServer server(options());
    RawClient client(server.port);
    client.send("GET /latestream HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(server.late.size(), size_t{1});
    TestStream stream(server.late.at("stream").stream({}));
    QVERIFY(stream.sink);
    QVERIFY(client.readAnswer(true));
    stream.write("data: late\n\n");
    QVERIFY(client.waitFor("data: late\n\n"));
}

void TestHttpStreams::opensBehindAPipelinedRequest()
{
    TestServer server(options());
    RawClient client(server.port);
    client.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n" + streamRequest);
    QCOMPARE(client.readAnswer().value_or(RawAnswer()).body.size(), 4 * 1024 * 1024);
    QVERIFY(client.readAnswer(true));
    server.streams.front()->write("data: 1\n\n");
    QVERIFY(client.waitFor("data: 1\n\n"));
}

void TestHttpStreams::headOfAStream()
{
    TestServer server(options());
    RawClient client(server.port);
    client.send("HEAD /stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const auto head = client.readAnswer(true);
    QVERIFY(head);
    QCOMPARE(head->headers.value("content-type"), QByteArray("text/event-stream; charset=utf-8"));
    QVERIFY(server.closes(client));
    QVERIFY(client.received().isEmpty());
    QVERIFY(!server.streams.front()->sink);
    QTRY_COMPARE(server.server().connectionCount(), 0);
}

void TestHttpStreams::nothingIsAnsweredInsideAStream()
{
    TestServer server(options());
    RawClient client(server.port);
    client.send(streamRequest + "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(client.readAnswer(true));
    client.send(QByteArray("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n").repeated(20'000));
    RawClient other(server.port);
    other.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QVERIFY(other.readAnswer());
    server.streams.front()->write("data: 1\n\n");
    QVERIFY(client.waitFor("data: 1\n\n"));
    QCOMPARE(client.received(), QByteArray("data: 1\n\n"));
    QCOMPARE(server.requests.size(), size_t{2});
    QVERIFY(client.isOpen());
}

void TestHttpStreams::peerLeaves_data()
{
    QTest::addColumn<QByteArray>("how");
    for (const char *how : {"close", "half-close", "reset"})
        QTest::newRow(how) << QByteArray(how);
}

void TestHttpStreams::peerLeaves()
{
    QFETCH(QByteArray, how);
    TestServer server(options());
    RawClient client(server.port);
    client.send(streamRequest);
    QVERIFY(client.readAnswer(true));
    TestStream &stream = *server.streams.front();
    if (how == "close")
        client.close();
    else if (how == "half-close")
        client.shutdownWrites();
    else
        client.reset();
    QTRY_COMPARE(stream.closed, 1);
    QTRY_COMPARE(server.server().connectionCount(), 0);
    QCOMPARE(stream.closed, 1);
    QVERIFY(!stream.calledBackInside);
}

void TestHttpStreams::peerVanishedBeforeTheStream()
{
    TestServer server(options());
    RawClient client(server.port);
    client.send("GET /latestream HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(server.late.size(), size_t{1});
    client.reset();
    QTRY_COMPARE(server.server().connectionCount(), 0);
    QVERIFY(!server.late.at("stream").stream({}));
}

void TestHttpStreams::slowReaderHoldsBacklogAndDrains()
{
    TestServer server(options());
    RawClient slow(server.port, 4096);
    slow.send(streamRequest);
    QVERIFY(slow.readAnswer(true));
    RawClient quick(server.port);
    quick.send(streamRequest);
    QVERIFY(quick.readAnswer(true));
    TestStream &slowStream = *server.streams.at(0);
    TestStream &quickStream = *server.streams.at(1);
    slow.stopReading();

    const QByteArray frame = "data: " + QByteArray(64 * 1024, 'x') + "\n\n";
    qint64 written = 0;
    while (slowStream.sink->backlog() < 4 * frame.size()) {
        slowStream.write(frame);
        written += frame.size();
        QCoreApplication::processEvents();
    }
    quickStream.write("data: through\n\n");
    QVERIFY(quick.waitFor("data: through\n\n"));
    QVERIFY(slowStream.sink->backlog() > 0);
    slowStream.drained = 0;

    slow.resumeReading();
    QTRY_COMPARE(slowStream.sink->backlog(), 0);
    QTRY_VERIFY(slowStream.drained > 0);
    QTRY_COMPARE(slow.received().size(), written);
    QCOMPARE(slow.received(), frame.repeated(written / frame.size()));
    QVERIFY(!slowStream.calledBackInside);
}

void TestHttpStreams::closeSendsWhatIsHeld()
{
    TestServer server(options());
    RawClient client(server.port, 65536);
    client.send(streamRequest);
    QVERIFY(client.readAnswer(true));
    TestStream &stream = *server.streams.front();
    client.stopReading();
    const QByteArray frame = "data: " + QByteArray(64 * 1024, 'x') + "\n\n";
    qint64 written = 0;
    while (stream.sink->backlog() < frame.size()) {
        stream.write(frame);
        written += frame.size();
        QCoreApplication::processEvents();
    }
    stream.write("data: last\n\n");
    stream.sink->close();
    stream.sink->close();
    stream.sink->write({&frame, 1});
    QCOMPARE(server.server().openStreams(), 1); // open until everything is sent
    client.resumeReading();
    QVERIFY(server.closes(client));
    QVERIFY(client.closedCleanly());
    QCOMPARE(client.received(), frame.repeated(written / frame.size()) + "data: last\n\n");
    QTRY_COMPARE(server.server().openStreams(), 0);
    QCOMPARE(stream.closed, 0);
}

void TestHttpStreams::closedSinkMayBeDestroyed()
{
    TestServer server(options());
    RawClient client(server.port);
    client.send(streamRequest + "unread input of the peer");
    QVERIFY(client.readAnswer(true));
    server.streams.front()->write("data: last\n\n");
    server.streams.front()->sink->close();
    server.streams.clear();
    QVERIFY(server.closes(client));
    QVERIFY(client.closedCleanly());
    QCOMPARE(client.received(), QByteArray("data: last\n\n"));
    QTRY_COMPARE(server.server().connectionCount(), 0);
}

void TestHttpStreams::closeToAPeerThatReadsNothing()
{
    TestServer server(options());
    RawClient client(server.port, 4096);
    client.send(streamRequest);
    QVERIFY(client.readAnswer(true));
    client.stopReading();
    while (server.streams.front()->sink->backlog() < 100'000) {
        server.streams.front()->write(QByteArray(64 * 1024, 'x'));
        QCoreApplication::processEvents();
    }
    server.streams.front()->sink->close();
    int passes = 0; // more than one while the system still takes bytes
    const auto isGone = [&] {
        server.passTime(2s); // the longest time without progress
        ++passes;
        return server.server().connectionCount() == 0;
    };
    QTRY_VERIFY(isGone());
    QVERIFY2(passes <= 10, QByteArray::number(passes).constData());
}

void TestHttpStreams::destroyedSinkEndsTheConnection()
{
    TestServer server(options());
    RawClient client(server.port);
    client.send(streamRequest);
    QVERIFY(client.readAnswer(true));
    server.streams.clear();
    QVERIFY(server.closes(client));
    QCOMPARE(server.server().connectionCount(), 0);
}

void TestHttpStreams::destroyedInsideTheHandler()
{
    Router router;
    router.add("GET", "/stream", [](const Request &, Reply reply) { reply.stream({}); });
    const SystemClock clock;
    HttpServer server(router, options(), clock);
    const Result<quint16> port = server.listen(QHostAddress(QHostAddress::LocalHost), 0);
    RawClient client(port.value());
    client.send(streamRequest);
    QVERIFY(client.waitForClose());
    QTRY_COMPARE(server.connectionCount(), 0);
}

void TestHttpStreams::outlivesTheServer()
{
    TestServer server(options());
    RawClient client(server.port);
    client.send(streamRequest);
    QVERIFY(client.readAnswer(true));
    server.destroy();
    server.streams.front()->write("data: still here\n\n");
    QVERIFY(client.waitFor("data: still here\n\n"));
    client.close();
    QTRY_COMPARE(server.streams.front()->closed, 1);
}

void TestHttpStreams::manyStreamsReleaseEverything()
{
    TestServer server(options());
    const auto descriptors = [] {
        return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size();
    };
    const qsizetype before = descriptors();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port));
        clients.back()->send(streamRequest);
    }
    for (const auto &client : clients)
        QVERIFY(client->readAnswer(true));
    QTRY_COMPARE(descriptors(),
                 before + 400); // one descriptor for each end; the original socket keeps none
    for (const auto &stream : server.streams)
        stream->write("data: all\n\n");
    for (const auto &client : clients)
        QVERIFY(client->waitFor("data: all\n\n"));
    clients.clear();
    QTRY_COMPARE(server.server().connectionCount(), 0);
    QTRY_COMPARE(descriptors(), before);
    for (const auto &stream : server.streams)
        QCOMPARE(stream->closed, 1);
}

QTEST_GUILESS_MAIN(TestHttpStreams)
#include "tst_httpstreams.moc"
