// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "tests/support/scriptedserver.h"
#include "tests/unit/client/frames.h"
#include "ui/client/hubcontact.h"
#include "ui/client/hubstream.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace test::frames;
using namespace ui;
using namespace std::chrono_literals;

namespace {

/// Two streams to one scripted hub that share a contact, and a clock that the test moves.
struct Pair
{
    test::ManualClock clock;
    ScriptedServer server;
    QNetworkAccessManager network;
    HubContact contact{clock};
    HubStream jobs{&network, clock};
    HubStream hub{&network, clock};

    Pair()
    {
        jobs.setUrl(server.url("/jobs"));
        hub.setUrl(server.url("/hub"));
        for (HubStream *stream : {&jobs, &hub}) {
            StreamTimings timings;
            timings.fixedDelay = 1h; // only a wake-up can end a wait
            timings.watchdog = 0ms;
            stream->setTimings(timings);
            stream->setContact(&contact);
        }
    }
    int attempts(const QByteArray &path) const
    {
        return static_cast<int>(server.requestsFor(path).size());
    }
    void start()
    {
        jobs.start();
        hub.start();
    }
    /// Returns whether the timers have looked at the clock twice and nothing happened.
    bool timersLook() const
    {
        const int before = clock.readings();
        return QTest::qWaitFor([&] { return clock.readings() >= before + 6; });
    }
};

QByteArray helloWithoutRetry()
{
    QByteArray text = hello();
    return text.remove(0, text.indexOf('\n') + 1);
}

QByteArray closing(const QByteArray &reason)
{
    return frame("hub.closing",
                 R"({"reason":")" + reason + R"(","reconnect":true,"retry_ms":60000})");
}

} // namespace

/// One link: what one stream learns helps the others.
class TestHubContact : public QObject
{
    Q_OBJECT

private slots:
    void successOfOneStreamWakesTheOthers();
    void aRefusedStreamWaitsAsTheHubAsked();
    void theEndOfADrainEndsTheWait();
    void theWaitOfADrainCountsOnce();
    void streamsThatKeepEndingDoNotWakeEachOther();
    void aRefusedTokenIsNotTriedAgain();
    void resumeConnectsAtOnce();
    void clockJumpConnectsAtOnce_data();
    void clockJumpConnectsAtOnce();
    void drainingIsForgottenOnceAStreamOpens();
};

void TestHubContact::successOfOneStreamWakesTheOthers()
{
    Pair p;
    p.server.stopListening();
    p.start();
    QTRY_COMPARE(p.jobs.status().state, LinkState::Reconnecting);
    QTRY_COMPARE(p.hub.status().state, LinkState::Reconnecting);
    p.server.respond([&](int n, const ScriptedRequest &) { p.server.stream(n, hello()); });
    QVERIFY(p.server.listenAgain());
    p.hub.start();
    QTRY_COMPARE(p.jobs.status().state, LinkState::Live); // its own wait is an hour
    QCOMPARE(p.attempts("/jobs"), 1);
}

void TestHubContact::aRefusedStreamWaitsAsTheHubAsked()
{
    Pair p;
    p.server.respond([&](int n, const ScriptedRequest &request) {
        const bool refused = request.path() == "/jobs" && p.attempts("/jobs") == 1;
        p.server.stream(n, refused
                               ? frame("hub.refused",
                                       R"({"bucket":"stream_starts_per_minute","retry_ms":4000})")
                               : helloWithoutRetry());
        if (refused)
            p.server.close(n);
    });
    p.jobs.start();
    QTRY_COMPARE(p.jobs.status().state, LinkState::Reconnecting);
    p.hub.start();
    QTRY_COMPARE(p.hub.status().state, LinkState::Live);
    QVERIFY(p.timersLook());
    QCOMPARE(p.attempts("/jobs"), 1);
}

void TestHubContact::theEndOfADrainEndsTheWait()
{
    Pair p;
    p.server.respond([&](int n, const ScriptedRequest &request) {
        const bool drains = request.path() == "/jobs" && p.attempts("/jobs") == 1;
        p.server.stream(n, helloWithoutRetry() + (drains ? closing("drain") : QByteArray()));
        if (drains)
            p.server.close(n);
    });
    p.jobs.start();
    QTRY_COMPARE(p.jobs.status().cause, LinkCause::Draining);
    QVERIFY(p.contact.draining());
    p.hub.start(); // the hub is back
    QTRY_COMPARE(p.jobs.status().state, LinkState::Live);
    QVERIFY(!p.contact.draining());
}

void TestHubContact::theWaitOfADrainCountsOnce()
{
    Pair p;
    p.jobs.setTimings({});
    p.server.respond([&](int n, const ScriptedRequest &) {
        // Every event of the hub that says when to come back has `retry:` too.
        p.server.stream(n, helloWithoutRetry() + "retry: 60000\n" + closing("drain"));
        p.server.close(n);
    });
    p.jobs.start();
    QTRY_COMPARE(p.jobs.status().cause, LinkCause::Draining);
    QCOMPARE(p.jobs.status().retryIn, 60s);
    p.server.stopListening();
    p.jobs.start();
    QTRY_COMPARE(p.jobs.status().cause, LinkCause::Refused);
    QVERIFY(p.jobs.status().retryIn <= 5s);
}

void TestHubContact::streamsThatKeepEndingDoNotWakeEachOther()
{
    Pair p;
    p.server.respond([&](int n, const ScriptedRequest &) {
        p.server.stream(n, helloWithoutRetry());
        p.server.close(n);
    });
    p.start();
    QTRY_COMPARE(p.jobs.status().state, LinkState::Reconnecting);
    QTRY_COMPARE(p.hub.status().state, LinkState::Reconnecting);
    QVERIFY(p.timersLook());
    QVERIFY2(p.server.count() <= 3, qPrintable(QString::number(p.server.count())));
    // A stream that had been open for a while is woken.
    const int before = p.attempts("/jobs");
    p.server.respond(
        [&](int n, const ScriptedRequest &) { p.server.stream(n, helloWithoutRetry()); });
    p.jobs.start();
    QTRY_COMPARE(p.jobs.status().state, LinkState::Live);
    p.clock.advance(5s);
    p.server.close(p.server.requestsFor("/jobs").last());
    QTRY_COMPARE(p.jobs.status().state, LinkState::Reconnecting);
    p.hub.start();
    QTRY_COMPARE(p.attempts("/jobs"), before + 2);
}

void TestHubContact::aRefusedTokenIsNotTriedAgain()
{
    Pair p;
    p.server.respond([&](int n, const ScriptedRequest &request) {
        if (request.path() == "/hub")
            return p.server.stream(n, hello());
        p.server.answer(n, 401, "application/problem+json", "{}");
    });
    p.jobs.start();
    QTRY_COMPARE(p.jobs.status().state, LinkState::AuthFailed);
    QCOMPARE(p.jobs.status().cause, LinkCause::Unauthorized);
    p.hub.start();
    QTRY_COMPARE(p.hub.status().state, LinkState::Live);
    p.contact.noteResumed();
    QTRY_COMPARE(p.attempts("/hub"), 2);
    QTRY_COMPARE(p.hub.status().state, LinkState::Live);
    QCOMPARE(p.attempts("/jobs"), 1);
}

void TestHubContact::resumeConnectsAtOnce()
{
    Pair p;
    p.server.respond([&](int n, const ScriptedRequest &request) {
        if (request.path() == "/jobs")
            p.server.stream(n, hello());
        else
            p.server.abort(n);
    });
    p.start();
    QTRY_COMPARE(p.jobs.status().state, LinkState::Live);
    QTRY_COMPARE(p.hub.status().state, LinkState::Reconnecting);
    p.contact.noteResumed();
    QTRY_COMPARE(p.attempts("/hub"), 2);
    QTRY_COMPARE(p.attempts("/jobs"), 2); // its connection may be dead
}

void TestHubContact::clockJumpConnectsAtOnce_data()
{
    QTest::addColumn<qint64>("wallMs");
    QTest::addColumn<qint64>("steadyMs");
    QTest::addColumn<int>("resumed");
    // On Linux the steady clock stands still during suspend.
    QTest::newRow("suspend on Linux") << qint64{3'600'000} << qint64{1'000} << 1;
    QTest::newRow("stopped process") << qint64{3'600'000} << qint64{3'600'000} << 1;
    QTest::newRow("busy machine") << qint64{9'000} << qint64{9'000} << 0;
    QTest::newRow("wall clock set back") << qint64{-3'600'000} << qint64{1'000} << 0;
}

void TestHubContact::clockJumpConnectsAtOnce()
{
    QFETCH(qint64, wallMs);
    QFETCH(qint64, steadyMs);
    test::ManualClock clock;
    HubContact contact(clock);
    QSignalSpy resumed(&contact, &HubContact::resumed);
    clock.setWall(clock.wallMs() + wallMs - steadyMs);
    clock.advance(steadyMs);
    const int before = clock.readings();
    QTRY_VERIFY(clock.readings() >= before + 4); // the check, and then the timer's next look
    QTEST(static_cast<int>(resumed.size()), "resumed");
}

void TestHubContact::drainingIsForgottenOnceAStreamOpens()
{
    Pair p;
    QSignalSpy changes(&p.contact, &HubContact::drainingChanged);
    p.server.respond([&](int n, const ScriptedRequest &) { p.server.stream(n, hello()); });
    p.jobs.start();
    QTRY_COMPARE(p.jobs.status().state, LinkState::Live);
    p.server.send(0, closing("drain"));
    QTRY_VERIFY(p.contact.draining());
    p.hub.start();
    QTRY_VERIFY(!p.contact.draining());
    QCOMPARE(changes.size(), 2);
}

QTEST_GUILESS_MAIN(TestHubContact)
#include "tst_hubcontact.moc"
