// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hubprocess.h"
#include "tests/support/manualclock.h"
#include "tests/support/nginx.h"
#include "ui/client/hubcontact.h"
#include "ui/client/hubfeed.h"
#include "ui/client/joblink.h"
#include "ui/client/linkverdict.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace ui;
using test::HubProcess;

namespace {

/// The client layer as the monitor has it. Its clock stands still until the test moves it, so the
/// test decides when a wait is over.
struct Client
{
    test::ManualClock clock;
    QNetworkAccessManager network;
    HubContact contact{clock};
    JobLink link{&network, clock};
    HubFeed feed{&network, clock};
    LinkVerdict verdict{&link, &contact, clock};

    Client()
    {
        link.setContact(&contact);
        feed.setContact(&contact);
    }
    void connectTo(const QUrl &hub)
    {
        link.start(hub);
        feed.start(hub);
    }
    LinkState state() const { return verdict.status().state; }
    bool isLive() const { return state() == LinkState::Live && contact.beatsDue(); }
    /// Moves the clock second by second until the state is `wanted`. Returns the seconds it took,
    /// or -1 if `most` were not enough. A state that comes without the clock takes 0 s.
    int secondsUntil(LinkState wanted, int most)
    {
        for (int second = 0; second <= most; ++second) {
            // The bytes that were on their way arrive within this time, as do the timers' looks.
            const int before = clock.readings();
            if (QTest::qWaitFor([&] { return state() == wanted; }, 100))
                return second;
            if (!QTest::qWaitFor([&] { return clock.readings() > before + 4; }))
                return -1;
            clock.advance(1s);
        }
        return -1;
    }
};

/// A hub that can be frozen: its connections stay open, and nothing comes.
struct FreezableHub : HubProcess
{
    using HubProcess::HubProcess;

    ~FreezableHub() { thaw(); }
    void freeze() { signal(QStringLiteral("STOP")); }
    void thaw() { signal(QStringLiteral("CONT")); }

private:
    void signal(const QString &name)
    {
        const QString command = QStringLiteral("kill -%1 %2").arg(name).arg(process().processId());
        QCOMPARE(QProcess::execute(QStringLiteral("sh"), {QStringLiteral("-c"), command}), 0);
    }
};

} // namespace

/// The state of the connection against a real hub that is killed, frozen, restarted and drained.
class TestLiveLink : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { qunsetenv("HELIOGRAPH_LIMITS_DRAIN_S"); }
    void aKilledHubIsSeenAtOnce();
    void allStreamsAreBackAfterARestart();
    void aFrozenHubIsSilentThenReconnecting();
    void connectingToAFrozenHubTimesOut();
    void aDrainingHubIsToldAndComesBack();
    void aBufferingNginxIsToldAsPolling();
    void aTokenThatTheHubRefusesIsFinal();
};

void TestLiveLink::aKilledHubIsSeenAtOnce()
{
    const QTemporaryDir data;
    HubProcess hub(data.path());
    Client client;
    client.connectTo(hub.url());
    QTRY_VERIFY_WITH_TIMEOUT(client.isLive(), 20'000);
    hub.process().kill();
    QTRY_COMPARE(client.state(), LinkState::Reconnecting);
    QVERIFY(client.verdict.status().retryIn <= 5s);
}

void TestLiveLink::allStreamsAreBackAfterARestart()
{
    const QTemporaryDir data;
    auto hub = std::make_unique<HubProcess>(data.path());
    const auto port = static_cast<quint16>(hub->url().port());
    Client client;
    client.connectTo(hub->url());
    QTRY_VERIFY_WITH_TIMEOUT(client.isLive(), 20'000);
    hub->process().kill();
    QVERIFY(hub->waitForExit(10'000));
    // After a long outage both streams wait for the longest time.
    for (int attempt = 0; attempt < 8; ++attempt) {
        QTRY_COMPARE(client.state(), LinkState::Reconnecting);
        client.clock.advance(5s);
        QTRY_VERIFY(client.verdict.status().attempt > attempt);
    }
    hub.reset();
    hub = std::make_unique<HubProcess>(data.path(), port);
    QVERIFY(client.secondsUntil(LinkState::Live, 5) >= 0);
    QTRY_VERIFY(client.contact.beatsDue()); // the hub's stream came back without a wait of its own
}

void TestLiveLink::aFrozenHubIsSilentThenReconnecting()
{
    const QTemporaryDir data;
    FreezableHub hub(data.path());
    Client client;
    client.connectTo(hub.url());
    QTRY_VERIFY_WITH_TIMEOUT(client.isLive(), 20'000);
    hub.freeze();
    const int silent = client.secondsUntil(LinkState::Silent, 10);
    QVERIFY2(silent >= 3 && silent <= 4, qPrintable(QString::number(silent)));
    const int lost = client.secondsUntil(LinkState::Reconnecting, 10);
    QVERIFY2(lost >= 0 && silent + lost <= 11, qPrintable(QString::number(silent + lost)));
    hub.thaw();
    QVERIFY(client.secondsUntil(LinkState::Live, 20) >= 0);
}

void TestLiveLink::connectingToAFrozenHubTimesOut()
{
    const QTemporaryDir data;
    FreezableHub hub(data.path());
    hub.freeze();
    Client client;
    client.connectTo(hub.url());
    QCOMPARE(client.state(), LinkState::Connecting);
    const int seconds = client.secondsUntil(LinkState::Reconnecting, 12);
    QVERIFY2(seconds >= 9 && seconds <= 11, qPrintable(QString::number(seconds)));
    QVERIFY(client.verdict.status().reason.contains(QStringLiteral("no answer")));
    hub.thaw();
    QVERIFY(client.secondsUntil(LinkState::Live, 20) >= 0);
}

void TestLiveLink::aDrainingHubIsToldAndComesBack()
{
    qputenv("HELIOGRAPH_LIMITS_DRAIN_S", "3600"); // the streams stay open until the second signal
    const QTemporaryDir data;
    auto hub = std::make_unique<HubProcess>(data.path());
    const auto port = static_cast<quint16>(hub->url().port());
    Client client;
    client.connectTo(hub->url());
    QTRY_VERIFY_WITH_TIMEOUT(client.isLive(), 20'000);
    hub->process().terminate();
    QTRY_COMPARE(client.state(), LinkState::Draining);
    QVERIFY(isCurrent(client.state()));
    hub->process().terminate();
    QTRY_COMPARE(client.state(), LinkState::Reconnecting);
    hub.reset();
    hub = std::make_unique<HubProcess>(data.path(), port);
    QVERIFY(client.secondsUntil(LinkState::Live, 10) >= 0);
    QTRY_VERIFY(client.contact.beatsDue());
    QVERIFY(!client.contact.draining());
}

void TestLiveLink::aBufferingNginxIsToldAsPolling()
{
    if (test::Nginx::program().isEmpty())
        QSKIP("nginx is not installed");
    const QTemporaryDir data;
    HubProcess hub(data.path());
    const quint16 port = test::Nginx::freePort();
    test::Nginx nginx("server { listen 127.0.0.1:" + QByteArray::number(port)
                      + "; location / { proxy_pass " + hub.url().toString().toUtf8()
                      + "; proxy_buffering on; proxy_ignore_headers X-Accel-Buffering; } }");
    QVERIFY(nginx.serve(port));
    Client client;
    client.connectTo(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port)));
    QVERIFY(client.secondsUntil(LinkState::Polling, 60) >= 0);
    QVERIFY(isCurrent(client.state()));
}

/// The hub has keys, and the client has no token.
void TestLiveLink::aTokenThatTheHubRefusesIsFinal()
{
    const QTemporaryDir data;
    QFile secret(data.filePath(QStringLiteral("secret")));
    QVERIFY(secret.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner));
    secret.write(QByteArray(48, 'k'));
    secret.close();
    qputenv("HELIOGRAPH_AUTH_HS_SECRET_FILE", secret.fileName().toUtf8());
    HubProcess hub(data.filePath(QStringLiteral("hub")));
    qunsetenv("HELIOGRAPH_AUTH_HS_SECRET_FILE");
    Client client;
    client.connectTo(hub.url());
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), LinkState::AuthFailed, 20'000);
    QCOMPARE(client.verdict.status().cause, LinkCause::Unauthorized);
    QCOMPARE(client.secondsUntil(LinkState::Connecting, 20), -1); // and no retry follows
}

QTEST_GUILESS_MAIN(TestLiveLink)
#include "tst_livelink.moc"
