// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "tests/unit/client/streamfixture.h"
#include "ui/client/reachability.h"

#include <QSignalSpy>
#include <QTest>

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

/// Lets the waits between attempts pass. Returns whether the server has got exactly `requests`.
bool connects(StreamFixture &fixture, ManualClock &clock, int requests)
{
    const qint64 longestWait = StreamFixture::quick().mostBackoff.count();
    const bool enough = QTest::qWaitFor([&] {
        if (fixture.state() == LinkState::Reconnecting)
            clock.advance(longestWait);
        return fixture.server.count() >= requests;
    });
    return enough && fixture.server.count() == requests;
}

/// Returns whether the stream's only timer has looked at the clock and has not fired.
bool timerLooks(const ManualClock &clock)
{
    const int before = clock.readings();
    return QTest::qWaitFor([&] { return clock.readings() >= before + 2; });
}

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
    void stableStreamsResetTheBackoff_data();
    void stableStreamsResetTheBackoff();
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
    ManualClock clock;
    StreamFixture f(clock);
    StreamTimings timings = StreamFixture::quick();
    timings.watchdog = 300s;
    f.stream.setTimings(timings);
    f.server.respond([&](int n, const ScriptedRequest &) { f.server.stream(n, body); });
    const QSignalSpy opened(&f.stream, &EventStream::opened);
    f.stream.start();
    QTRY_COMPARE(opened.size(), 1);
    if (!body.isEmpty())
        QTRY_COMPARE(f.state(), LinkState::Live);
    clock.advance(299'999);
    QVERIFY(timerLooks(clock));
    QVERIFY(f.ends.isEmpty());
    clock.advance(1);
    QVERIFY(connects(f, clock, 2));
    QCOMPARE(f.ends.first(), end);
    QTRY_VERIFY(!f.server.isOpen(0)); // the connection is closed on the wire too
}

void TestStreamTimeouts::givesUpWithoutHeaders()
{
    ManualClock clock;
    StreamFixture f(clock);
    f.stream.start();
    QTRY_COMPARE(f.server.count(), 1);
    clock.advance(9'999);
    QVERIFY(timerLooks(clock));
    QVERIFY(f.ends.isEmpty());
    clock.advance(1);
    QVERIFY(connects(f, clock, 2));
    QCOMPARE(f.ends.first(), StreamEnd::NoAnswer);
}

void TestStreamTimeouts::anyByteFeedsTheWatchdog()
{
    ManualClock clock;
    StreamFixture f(clock);
    StreamTimings timings = StreamFixture::quick();
    timings.watchdog = 20ms;
    f.stream.setTimings(timings);
    f.server.respond([&](int n, const ScriptedRequest &) { f.server.stream(n, ":"); });
    f.stream.start();
    QTRY_COMPARE(f.state(), LinkState::Live);
    // Single bytes without a line end keep the connection for longer than the watchdog's time.
    for (int i = 0; i < 5; ++i) {
        clock.advance(15);
        f.server.send(0, ":");
        QTRY_COMPARE(f.stream.lastByteTime().count(), clock.steadyMs());
    }
    QCOMPARE(f.server.count(), 1);
    QVERIFY(f.ends.isEmpty());
    clock.advance(20);
    QTRY_COMPARE(f.ends, QList{StreamEnd::HeartbeatLost});
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

void TestStreamTimeouts::stableStreamsResetTheBackoff_data()
{
    QTest::addColumn<qint64>("openForMs");
    QTest::addColumn<int>("attempt");
    QTest::newRow("too short") << qint64{29'999} << 4;
    QTest::newRow("long enough") << qint64{30'000} << 1;
}

void TestStreamTimeouts::stableStreamsResetTheBackoff()
{
    QFETCH(qint64, openForMs);
    ManualClock clock;
    StreamFixture f(clock);
    f.server.respond([&](int n, const ScriptedRequest &) {
        f.server.stream(n, ":\n");
        if (n < 3)
            f.server.close(n);
    });
    f.stream.start();
    QVERIFY(connects(f, clock, 4));
    QTRY_COMPARE(f.state(), LinkState::Live);
    clock.advance(openForMs);
    f.server.send(3, ":\n");
    QTRY_COMPARE(f.stream.lastByteTime().count(), clock.steadyMs());
    f.server.close(3);
    QTRY_COMPARE(f.ends.size(), 4);
    const auto lastWait =
        std::find_if(f.statuses.crbegin(), f.statuses.crend(),
                     [](const auto &status) { return status.state == LinkState::Reconnecting; });
    QTEST(lastWait->attempt, "attempt");
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
    QCOMPARE(f.stream.status().retryIn, 1h);
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
    QCOMPARE(f.stream.status().retryIn, 1h); // the wait is limited
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
