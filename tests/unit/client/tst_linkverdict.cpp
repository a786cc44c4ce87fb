// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "tests/support/scriptedserver.h"
#include "tests/unit/client/frames.h"
#include "ui/client/hubcontact.h"
#include "ui/client/hubfeed.h"
#include "ui/client/joblink.h"
#include "ui/client/linkverdict.h"

#include <QNetworkAccessManager>
#include <QTest>

using namespace test::frames;
using namespace ui;
using namespace std::chrono_literals;

namespace {

const QByteArray jobsPath = "/api/v1/events";
const QByteArray hubPath = "/api/v1/events/hub";

QByteArray stats(bool draining = false)
{
    return frame("hub.stats", draining ? R"({"draining":true})" : R"({"draining":false})");
}

/// The client layer as the monitor has it, with a scripted hub and a clock that the test moves.
struct Fixture
{
    test::ManualClock clock;
    ScriptedServer server;
    QNetworkAccessManager network;
    HubContact contact{clock};
    JobLink link{&network, clock};
    HubFeed feed{&network, clock};
    LinkVerdict verdict{&link, &contact, clock};
    QList<LinkStatus> told;
    QByteArray firstStats = stats();

    Fixture()
    {
        link.setContact(&contact);
        feed.setContact(&contact);
        QObject::connect(&verdict, &LinkVerdict::statusChanged, &server,
                         [this](const LinkStatus &status) { told << status; });
        server.respond([this](int n, const ScriptedRequest &request) {
            if (request.path() == jobsPath)
                server.stream(n, hello().replace("\"heartbeat_s\":15", "\"heartbeat_s\":5"));
            else if (request.path() == hubPath)
                server.stream(n, hello() + firstStats);
        });
    }
    void connectBoth()
    {
        link.start(server.url());
        QTRY_COMPARE(verdict.status().state, LinkState::Live);
        feed.start(server.url());
        QTRY_VERIFY(contact.beatsDue() || firstStats.isEmpty());
    }
    int last(const QByteArray &path) const { return server.requestsFor(path).last(); }
    LinkState state() const { return verdict.status().state; }
    /// Returns whether all timers have looked at the clock.
    bool timersLook() const
    {
        const int before = clock.readings();
        return QTest::qWaitFor([&] { return clock.readings() >= before + 20; });
    }
};

} // namespace

/// The one state of the connection that the window shows.
class TestLinkVerdict : public QObject
{
    Q_OBJECT

private slots:
    void asksForFrequentHeartbeats();
    void silenceIsToldAfterThreeSeconds();
    void aByteEndsTheSilence();
    void aFrozenHubIsGivenUpAfterTenSeconds();
    void aHubWithoutStatsIsNotSilent();
    void theAgeCountsASuspend();
    void aRefusedStreamIsNotLive();
    void drainingIsTold_data();
    void drainingIsTold();
};

void TestLinkVerdict::asksForFrequentHeartbeats()
{
    Fixture f;
    f.connectBoth();
    QVERIFY(f.server.request(f.last(jobsPath)).target.contains("heartbeat=5"));
}

void TestLinkVerdict::silenceIsToldAfterThreeSeconds()
{
    Fixture f;
    f.connectBoth();
    f.clock.advance(2'999);
    QVERIFY(f.timersLook());
    QCOMPARE(f.state(), LinkState::Live);
    f.clock.advance(1);
    QTRY_COMPARE(f.state(), LinkState::Silent);
    QCOMPARE(f.verdict.status().silentFor, 3s);
}

void TestLinkVerdict::aByteEndsTheSilence()
{
    Fixture f;
    f.connectBoth();
    f.clock.advance(3s);
    QTRY_COMPARE(f.state(), LinkState::Silent);
    f.server.send(f.last(jobsPath), ": beat\n\n");
    QTRY_COMPARE(f.state(), LinkState::Live);
    f.clock.advance(2'999); // counts from that byte
    QVERIFY(f.timersLook());
    QCOMPARE(f.state(), LinkState::Live);
    f.clock.advance(1);
    QTRY_COMPARE(f.state(), LinkState::Silent);
}

void TestLinkVerdict::aFrozenHubIsGivenUpAfterTenSeconds()
{
    Fixture f;
    f.connectBoth();
    f.server.respond([](int, const ScriptedRequest &) {}); // accepts, and answers nothing
    f.clock.advance(9'999);
    QTRY_COMPARE(f.state(), LinkState::Silent);
    QVERIFY(f.timersLook());
    QCOMPARE(f.state(), LinkState::Silent);
    f.clock.advance(1);
    QTRY_COMPARE(f.state(), LinkState::Reconnecting);
    QCOMPARE(f.verdict.status().silentFor, 10s);
    for (const LinkStatus &status : std::as_const(f.told).mid(f.told.size() - 2))
        QVERIFY(status.state != LinkState::Live);
    // The next attempt reaches the frozen hub too, which gives no answer.
    f.clock.advance(5s);
    QTRY_COMPARE(f.server.requestsFor(jobsPath).size(), 2);
    QCOMPARE(f.state(), LinkState::Connecting);
    f.clock.advance(9s);
    QVERIFY(f.timersLook());
    f.clock.advance(1s);
    QTRY_COMPARE(f.state(), LinkState::Reconnecting);
    QVERIFY(f.verdict.status().reason.contains(QStringLiteral("10 s")));
}

void TestLinkVerdict::aHubWithoutStatsIsNotSilent()
{
    Fixture f;
    f.firstStats.clear(); // as for a token without the right to them
    f.connectBoth();
    f.clock.advance(9'999);
    QVERIFY(f.timersLook());
    QCOMPARE(f.state(), LinkState::Live);
    f.clock.advance(1); // two heartbeats are missing
    QTRY_COMPARE(f.state(), LinkState::Reconnecting);
}

void TestLinkVerdict::theAgeCountsASuspend()
{
    Fixture f;
    f.connectBoth();
    f.server.respond([](int, const ScriptedRequest &) {});
    f.clock.setWall(f.clock.wallMs() + 3'600'000); // the steady clock stood still meanwhile
    f.clock.advance(1s);
    QTRY_COMPARE(f.state(), LinkState::Connecting);
    QVERIFY(f.verdict.status().silentFor >= 1h);
}

void TestLinkVerdict::aRefusedStreamIsNotLive()
{
    Fixture f;
    f.server.respond([&f](int n, const ScriptedRequest &) {
        f.server.stream(n, frame("hub.refused", R"({"bucket":"store_busy","retry_ms":4000})"));
        f.server.close(n);
    });
    f.link.start(f.server.url());
    QTRY_COMPARE(f.state(), LinkState::Reconnecting);
    QVERIFY(std::none_of(f.told.cbegin(), f.told.cend(),
                         [](const LinkStatus &status) { return isCurrent(status.state); }));
}

void TestLinkVerdict::drainingIsTold_data()
{
    QTest::addColumn<bool>("byStats");
    QTest::newRow("by hub.stats") << true;
    QTest::newRow("by the end of the hub's stream") << false;
}

void TestLinkVerdict::drainingIsTold()
{
    QFETCH(bool, byStats);
    Fixture f;
    f.connectBoth();
    const QByteArray closing =
        frame("hub.closing", R"({"reason":"drain","reconnect":true,"retry_ms":60000})");
    f.server.send(f.last(hubPath), byStats ? stats(true) : closing);
    QTRY_COMPARE(f.state(), LinkState::Draining);
    f.server.send(f.last(jobsPath), closing);
    f.server.close(f.last(jobsPath));
    QTRY_COMPARE(f.state(), LinkState::Reconnecting);
    QCOMPARE(f.verdict.status().cause, LinkCause::Draining);
    QVERIFY(f.verdict.status().retryIn >= 60s);
}

QTEST_GUILESS_MAIN(TestLinkVerdict)
#include "tst_linkverdict.moc"
