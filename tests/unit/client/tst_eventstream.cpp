// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/client/streamfixture.h"

#include <QTest>

using namespace test;

class TestEventStream : public QObject
{
    Q_OBJECT

private slots:
    void asksAsAnEventSource();
    void dispatchesAndContinues();
    void dropsTheUnfinishedBlock();
    void finalAnswers_data();
    void finalAnswers();
    void retriedAnswers_data();
    void retriedAnswers();
    void redirects_data();
    void redirects();
    void badRedirects_data();
    void badRedirects();
    void givesUpRedirectLoops();
    void keepsCredentialsFromOtherOrigins();
    void sendsMethodAndBodyAgain();
    void mayBeStoppedByAHandler();
    void mayBeDestroyedByAHandler();
    void takesLargeEvents();
    void refusesLongIds();
};

void TestEventStream::asksAsAnEventSource()
{
    StreamFixture f;
    f.stream.start();
    QCOMPARE(f.state(), LinkState::Connecting);
    QTRY_COMPARE(f.server.count(), 1);
    QCOMPARE(f.server.request(0).method, QByteArray("GET"));
    QCOMPARE(f.header(0, "accept"), QByteArray("text/event-stream"));
    QCOMPARE(f.header(0, "cache-control"), QByteArray("no-cache"));
    QCOMPARE(f.header(0, "accept-encoding"), QByteArray("identity"));
    QVERIFY(!f.server.request(0).headers.contains("last-event-id"));
    QVERIFY(!f.server.request(0).headers.contains("cookie"));
}

void TestEventStream::dispatchesAndContinues()
{
    StreamFixture f;
    f.server.respond([&](int n, const ScriptedRequest &) {
        if (n > 0)
            return;
        f.server.stream(n, "id: 7\nevent: progress\ndata: a\ndata: b\n\ndata: c\n\nid: 9\n\n");
        f.server.close(n);
    });
    f.stream.start();
    QTRY_COMPARE(f.server.count(), 2);
    QCOMPARE(f.events.size(), 2);
    QCOMPARE(f.events.at(0).type, QByteArray("progress"));
    QCOMPARE(f.events.at(0).data, QByteArray("a\nb"));
    QCOMPARE(f.events.at(0).lastEventId, QByteArray("7"));
    QCOMPARE(f.events.at(1).lastEventId, QByteArray("7"));
    QCOMPARE(f.ends, QList{StreamEnd::Clean});
    QCOMPARE(f.header(1, "last-event-id"), QByteArray("9"));
    QVERIFY(f.stream.lastByteTime() > 0ms);
}

void TestEventStream::dropsTheUnfinishedBlock()
{
    StreamFixture f;
    f.stream.setLastEventId("3");
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.server.stream(n, n == 0 ? "data: whole\n\nid: 4\ndata: half\n" : "data: next\n\n");
        if (n == 0)
            f.server.close(n);
    });
    f.stream.start();
    QTRY_COMPARE(f.events.size(), 2);
    QCOMPARE(f.events.first().data, QByteArray("whole"));
    QCOMPARE(f.events.last().data, QByteArray("next"));
    QCOMPARE(f.header(0, "last-event-id"), QByteArray("3"));
    QCOMPARE(f.header(1, "last-event-id"), QByteArray("3"));
}

void TestEventStream::finalAnswers_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<LinkState>("state");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *head, LinkState state, const char *reason) {
        QTest::newRow(name) << QByteArray(head) << state << QString::fromLatin1(reason);
    };
    row("204", "204 No Content", LinkState::StoppedByHub, "HTTP 204");
    row("401", "401 Unauthorized\r\nContent-Length: 0", LinkState::AuthFailed, "HTTP 401");
    row("403", "403 Forbidden\r\nContent-Length: 0", LinkState::AuthFailed, "HTTP 403");
    row("400", "400 Bad\r\nContent-Length: 0", LinkState::WrongAddress, "HTTP 400");
    row("404", "404 Not Found\r\nContent-Length: 0", LinkState::WrongAddress,
        "no hub at this address: HTTP 404");
    row("404 of a hub",
        "404 Not Found\r\nContent-Type: application/problem+json\r\nContent-Length: 2\r\n\r\n{}",
        LinkState::WrongAddress, "HTTP 404");
    row("405", "405 No\r\nContent-Length: 0", LinkState::WrongAddress, "HTTP 405");
    row("410", "410 Gone\r\nContent-Length: 0", LinkState::WrongAddress,
        "no hub at this address: HTTP 410");
    row("451", "451 No\r\nContent-Length: 0", LinkState::WrongAddress, "HTTP 451");
    row("html", "200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 2\r\n\r\nhi",
        LinkState::WrongAddress, "not an event stream: text/html");
    row("no type", "200 OK\r\nContent-Length: 2\r\n\r\nhi", LinkState::WrongAddress,
        "not an event stream: no media type");
}

void TestEventStream::finalAnswers()
{
    QFETCH(QByteArray, head);
    QFETCH(LinkState, state);
    StreamFixture f;
    StreamTimings timings = StreamFixture::quick();
    timings.fixedDelay = 0ms;
    f.stream.setTimings(timings);
    f.server.respond([&](int n, const ScriptedRequest &) { f.reply(n, head); });
    f.stream.start();
    QTRY_COMPARE(f.state(), state);
    QTEST(f.stream.status().reason, "reason");
    // After a request of another stream is answered, a reconnect of the first one would have been
    // counted.
    EventStream other(&f.network);
    other.setTarget({f.server.url("/other")});
    other.start();
    QTRY_VERIFY(!f.server.requestsFor("/other").isEmpty());
    QCOMPARE(f.server.requestsFor("/stream").size(), 1);
    other.stop();
    f.stream.start(); // a user may still try again
    QTRY_COMPARE(f.server.requestsFor("/stream").size(), 2);
}

void TestEventStream::retriedAnswers_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<StreamEnd>("end");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *head, StreamEnd end, const char *reason) {
        QTest::newRow(name) << QByteArray(head) << end << QString::fromLatin1(reason);
    };
    row("408", "408 Slow\r\nContent-Length: 0", StreamEnd::BadStatus, "HTTP 408");
    row("425", "425 Early\r\nContent-Length: 0", StreamEnd::BadStatus, "HTTP 425");
    row("429", "429 Slow\r\nContent-Length: 0", StreamEnd::BadStatus, "HTTP 429");
    row("503", "503 Away\r\nContent-Length: 2\r\n\r\nno", StreamEnd::BadStatus, "HTTP 503");
    row("500", "500 Oops\r\nContent-Length: 0", StreamEnd::BadStatus, "HTTP 500");
}

void TestEventStream::retriedAnswers()
{
    QFETCH(QByteArray, head);
    QFETCH(StreamEnd, end);
    QFETCH(QString, reason);
    StreamFixture f;
    f.server.respond([&](int n, const ScriptedRequest &) {
        if (n < 3)
            f.reply(n, head);
        else
            f.server.stream(n, ":\n");
    });
    f.stream.start();
    QTRY_COMPARE(f.state(), LinkState::Live);
    QCOMPARE(f.ends, QList({end, end, end}));
    QCOMPARE(f.server.count(), 4);
    const auto lastWait =
        std::find_if(f.statuses.crbegin(), f.statuses.crend(),
                     [](const auto &status) { return status.state == LinkState::Reconnecting; });
    QCOMPARE(lastWait->attempt, 3);
    QCOMPARE(lastWait->reason, reason);
    QVERIFY(f.events.isEmpty());
}

void TestEventStream::redirects_data()
{
    QTest::addColumn<QByteArray>("status");
    for (const char *status : {"301", "302", "303", "307", "308"})
        QTest::newRow(status) << QByteArray(status);
}

void TestEventStream::redirects()
{
    QFETCH(QByteArray, status);
    StreamFixture f;
    f.stream.setLastEventId("5");
    f.server.respond([&](int n, const ScriptedRequest &request) {
        if (request.path() == "/stream")
            f.reply(n, status + " Moved\r\nLocation: ../moved?x=1\r\nContent-Length: 0");
        else
            f.server.stream(n, "data: here\n\n");
    });
    f.stream.start();
    QTRY_COMPARE(f.events.size(), 1);
    QCOMPARE(f.server.request(1).target, QByteArray("/moved?x=1"));
    QCOMPARE(f.header(1, "last-event-id"), QByteArray("5"));
    QCOMPARE(f.header(1, "accept"), QByteArray("text/event-stream"));
    QVERIFY(f.ends.isEmpty());
    f.server.close(1); // the next connection uses the original address again
    QTRY_COMPARE(f.server.requestsFor("/stream").size(), 2);
}

void TestEventStream::badRedirects_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("empty") << QByteArray("\r\nLocation: ");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("file") << QByteArray("\r\nLocation: file:///etc/passwd");
    QTest::newRow("no host") << QByteArray("\r\nLocation: http://");
}

void TestEventStream::badRedirects()
{
    QFETCH(QByteArray, location);
    StreamFixture f;
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.reply(n, "301 Moved" + location + "\r\nContent-Length: 0");
    });
    f.stream.start();
    QTRY_VERIFY(!f.ends.isEmpty());
    QCOMPARE(f.ends.first(), StreamEnd::BadRedirect);
    QTRY_VERIFY(f.server.count() > 2); // the stream was retried
    QVERIFY(f.events.isEmpty());
}

void TestEventStream::givesUpRedirectLoops()
{
    StreamFixture f;
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.reply(n, "302 Found\r\nLocation: /stream\r\nContent-Length: 0");
    });
    f.stream.start();
    QTRY_VERIFY(!f.ends.isEmpty());
    QCOMPARE(f.ends.first(), StreamEnd::BadRedirect);
    f.stream.stop();
}

void TestEventStream::keepsCredentialsFromOtherOrigins()
{
    StreamFixture f;
    ScriptedServer other;
    f.stream.setTarget(
        {f.server.url("/stream"), "GET", {{"Authorization", "Bearer x"}, {"X-Own", "1"}}});
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.reply(n, "307 Moved\r\nLocation: " + other.url("/there").toEncoded()
                       + "\r\nContent-Length: 0");
    });
    f.stream.start();
    QTRY_COMPARE(other.count(), 1);
    QCOMPARE(f.header(0, "authorization"), QByteArray("Bearer x"));
    QVERIFY(!other.request(0).headers.contains("authorization"));
    QCOMPARE(other.request(0).headers.value("x-own"), QByteArray("1"));
}

void TestEventStream::sendsMethodAndBodyAgain()
{
    StreamFixture f;
    f.stream.setTarget(
        {f.server.url("/stream"), "REPORT", {{"content-type", "text/x; y=1"}}, "who"});
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.server.stream(n, "data: x\n\n");
        if (n == 0)
            f.server.close(n);
    });
    f.stream.start();
    QTRY_COMPARE(f.events.size(), 2);
    for (int n : {0, 1}) {
        QCOMPARE(f.server.request(n).method, QByteArray("REPORT"));
        QCOMPARE(f.server.request(n).body, QByteArray("who"));
        QCOMPARE(f.header(n, "content-type"), QByteArray("text/x; y=1"));
    }
}

void TestEventStream::mayBeStoppedByAHandler()
{
    StreamFixture f;
    QObject::connect(&f.stream, &EventStream::eventReceived, &f.stream, [&] { f.stream.stop(); });
    f.server.respond(
        [&](int n, const ScriptedRequest &) { f.server.stream(n, "data: 1\n\ndata: 2\n\n"); });
    f.stream.start();
    QTRY_COMPARE(f.state(), LinkState::Stopped);
    QCOMPARE(f.events.size(), 1);
    QTRY_VERIFY(!f.server.isOpen(0));
    QVERIFY(f.ends.isEmpty());
}

void TestEventStream::mayBeDestroyedByAHandler()
{
    ScriptedServer server;
    QNetworkAccessManager network;
    server.respond(
        [&](int n, const ScriptedRequest &) { server.stream(n, "data: 1\n\ndata: 2\n\n"); });
    auto stream = std::make_unique<EventStream>(&network);
    int events = 0;
    QObject::connect(stream.get(), &EventStream::eventReceived, &network, [&] {
        ++events;
        stream.reset();
    });
    stream->setTarget({server.url()});
    stream->start();
    QTRY_COMPARE(events, 1);
    QTRY_VERIFY(!server.isOpen(0));
    QCOMPARE(events, 1);
}

void TestEventStream::takesLargeEvents()
{
    StreamFixture f;
    const QByteArray big(14 * 1024 * 1024, 'x');
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.server.stream(n, "data: " + big + "\n\ndata: end\n\n");
    });
    f.stream.start();
    QTRY_COMPARE_WITH_TIMEOUT(f.events.size(), 2, 60'000);
    QVERIFY(f.events.first().data == big);
}

void TestEventStream::refusesLongIds()
{
    StreamFixture f;
    f.server.respond([&](int n, const ScriptedRequest &) {
        const QByteArray id = n == 0 ? QByteArray(1024 * 1024, '9') : QByteArray("2");
        f.server.stream(n, "id: 1\ndata: a\n\nid: " + id + "\ndata: b\n\n");
    });
    f.stream.start();
    QTRY_COMPARE(f.events.size(), 3);
    QCOMPARE(f.ends, QList{StreamEnd::TooLarge});
    QCOMPARE(f.header(1, "last-event-id"), QByteArray("1"));
    QCOMPARE(f.stream.lastEventId(), QByteArray("2"));
    const auto said = [](const LinkStatus &status) {
        return status.reason == QLatin1String("the hub sent an event id of more than 256 bytes");
    };
    QVERIFY(std::any_of(f.statuses.cbegin(), f.statuses.cend(), said));
}

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_eventstream.moc"
