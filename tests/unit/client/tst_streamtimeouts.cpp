// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/client/streamfixture.h"
#include "ui/client/reachability.h"

#include <QTest>
#include <QTimer>

using namespace test;

namespace {

class FakeReachability : public Reachability
{
public:
    bool online() const override { return m_online; }
    void set(bool online)
    {
        m_online = online;
        emit onlineChanged(online);
    }

private:
    bool m_online = false;
};

} // namespace

class TestStreamTimeouts : public QObject
{
    Q_OBJECT

private slots:
    void givesUpSilence_data();
    void givesUpSilence();
    void givesUpWithoutHeaders();
    void anyByteFeedsTheWatchdog();
    void backoffOutlivesShortStreams();
    void honoursRetry();
    void stableStreamsComeBackWithoutBackoff();
    void waitsAsTold();
    void survivesARestartOfTheServer();
    void waitsForTheNetwork();
};

void TestStreamTimeouts::givesUpSilence_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<StreamEnd>("end");
    QTest::newRow("never a byte") << QByteArray() << StreamEnd::Silent;
    QTest::newRow("then nothing") << QByteArray("data: x\n\n") << StreamEnd::HeartbeatLost;
}

void TestStreamTimeouts::givesUpSilence()
{
    QFETCH(QByteArray, body);
    QFETCH(StreamEnd, end);
    StreamFixture f;
    StreamTimings timings = StreamFixture::quick();
    timings.watchdog = 300ms;
    f.stream.setTimings(timings);
    f.server.respond([&](int n, const ScriptedRequest &) { f.server.stream(n, body); });
    f.stream.start();
    QTRY_COMPARE(f.server.count(), 2);
    QCOMPARE(f.ends.first(), end);
    QTRY_VERIFY(!f.server.isOpen(0)); // the connection is closed on the wire too
}

void TestStreamTimeouts::givesUpWithoutHeaders()
{
    StreamFixture f;
    StreamTimings timings = StreamFixture::quick();
    timings.connectTimeout = 60ms;
    f.stream.setTimings(timings);
    f.stream.start();
    QTRY_COMPARE(f.server.count(), 2);
    QCOMPARE(f.ends.first(), StreamEnd::NoAnswer);
}

void TestStreamTimeouts::anyByteFeedsTheWatchdog()
{
    StreamFixture f;
    StreamTimings timings = StreamFixture::quick();
    timings.watchdog = 2s;
    f.stream.setTimings(timings);
    f.server.respond([&](int n, const ScriptedRequest &) { f.server.stream(n, ":"); });
    f.stream.start();
    QTRY_COMPARE(f.state(), LinkState::Live);
    const qint64 begin = f.stream.lastByteSteadyMs();
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, &f.stream, [&] { f.server.send(0, ":"); });
    beat.start(20ms);
    // Single bytes without a line end keep the connection for longer than the watchdog's time.
    QTRY_VERIFY_WITH_TIMEOUT(f.stream.lastByteSteadyMs() - begin > 3'000, 20'000);
    QCOMPARE(f.server.count(), 1);
    QVERIFY(f.ends.isEmpty());
}

void TestStreamTimeouts::backoffOutlivesShortStreams()
{
    StreamFixture f;
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.server.stream(n, ":\n");
        f.server.close(n);
    });
    f.stream.start();
    QTRY_VERIFY(f.stream.status().attempt >= 3);
    QVERIFY(f.server.count() >= 3);
}

void TestStreamTimeouts::honoursRetry()
{
    StreamFixture f;
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.server.stream(n, "retry: 3600000\n\n");
        f.server.close(n);
    });
    f.stream.start();
    QTRY_COMPARE(f.state(), LinkState::Reconnecting);
    QCOMPARE(f.stream.status().retryInMs, 3'600'000);
}

void TestStreamTimeouts::stableStreamsComeBackWithoutBackoff()
{
    StreamFixture f;
    StreamTimings timings = StreamFixture::quick();
    timings.stableAfter = 0ms;
    timings.firstBackoff = timings.mostBackoff = 1h;
    f.stream.setTimings(timings);
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.server.stream(n, "retry: 1\n\n");
        if (n < 3)
            f.server.close(n);
    });
    f.stream.start();
    QTRY_COMPARE(f.server.count(), 4); // a growing backoff would take hours
    for (const LinkStatus &status : std::as_const(f.statuses))
        QCOMPARE(status.attempt, 0);
}

void TestStreamTimeouts::waitsAsTold()
{
    StreamFixture f;
    QObject::connect(&f.stream, &EventStream::eventReceived, &f.stream,
                     [&] { f.stream.waitAtLeast(48h, QStringLiteral("told so")); });
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.server.stream(n, "data: x\n\n");
        f.server.close(n);
    });
    f.stream.start();
    QTRY_COMPARE(f.state(), LinkState::Reconnecting);
    QCOMPARE(f.stream.status().retryInMs, 3'600'000); // the wait is limited
    QCOMPARE(f.stream.status().reason, QStringLiteral("told so"));
}

void TestStreamTimeouts::survivesARestartOfTheServer()
{
    StreamFixture f;
    f.server.respond(
        [&](int n, const ScriptedRequest &) { f.server.stream(n, "id: 1\ndata: x\n\n"); });
    f.stream.start();
    QTRY_COMPARE(f.state(), LinkState::Live);
    f.server.stopListening();
    QTRY_VERIFY(f.ends.contains(StreamEnd::Unreachable));
    QVERIFY(f.server.listenAgain());
    QTRY_COMPARE(f.events.size(), 2);
    QCOMPARE(f.header(1, "last-event-id"), QByteArray("1"));
}

void TestStreamTimeouts::waitsForTheNetwork()
{
    StreamFixture f;
    FakeReachability reachability;
    StreamTimings timings = StreamFixture::quick();
    timings.fixedDelay = 1h;
    f.stream.setTimings(timings);
    f.stream.setReachability(&reachability);
    f.stream.setTarget({QUrl(QStringLiteral("http://hub.invalid/"))});
    f.stream.start();
    QTRY_COMPARE(f.state(), LinkState::Offline);
    f.stream.setTarget({f.server.url()});
    reachability.set(true); // the attempt starts at once, not after an hour
    QTRY_COMPARE(f.server.count(), 1);
}

QTEST_GUILESS_MAIN(TestStreamTimeouts)
#include "tst_streamtimeouts.moc"
