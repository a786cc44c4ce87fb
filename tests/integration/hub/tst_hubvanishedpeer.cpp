// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hubprocess.h"
#include "tests/support/ownnamespace.h"
#include "tests/support/streamreader.h"

#include <QTemporaryDir>
#include <QTest>

#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

using test::httpCall;
using test::HubProcess;
using test::StreamReader;

namespace {

/// Takes the loopback interface of this network namespace up or down.
bool switchLoopback(bool up)
{
    const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    ifreq request{};
    qstrncpy(request.ifr_name, "lo", sizeof request.ifr_name);
    bool done = ::ioctl(fd, SIOCGIFFLAGS, &request) == 0;
    request.ifr_flags =
        static_cast<short>(up ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP);
    done = done && ::ioctl(fd, SIOCSIFFLAGS, &request) == 0;
    ::close(fd);
    return done;
}

bool closedFor(const HubProcess &hub, const QByteArray &reason)
{
    return httpCall(hub.url(), "GET", "/metrics")
        .body.contains("sse_connections_closed_total{reason=\"" + reason + "\"} 1\n");
}

} // namespace

/// Subscribers that vanish or stop reading without closing their connection.
class TestHubVanishedPeer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsNothing();
    void linkGoesDown();

private:
    bool m_ownNetwork = false;
};

void TestHubVanishedPeer::initTestCase()
{
    m_ownNetwork = test::enterOwnNamespace(CLONE_NEWNET) && switchLoopback(true);
    qputenv("HELIOGRAPH_LIMITS_WRITE_DEADLINE_S", "1");
    qputenv("HELIOGRAPH_LIMITS_HEARTBEAT_S", "5");
}

/// The peer's kernel still answers, with a receive window of zero.
void TestHubVanishedPeer::readsNothing()
{
    const QTemporaryDir dir;
    HubProcess hub(dir.path());
    StreamReader stream(hub.url(), "/api/v1/events/j");
    StreamReader other(hub.url(), "/api/v1/events/k");
    QVERIFY(!stream.next("hub.snapshot").isEmpty() && !other.next("hub.snapshot").isEmpty());
    stream.pause();
    const QByteArray event = R"({"type":"log","data":")" + QByteArray(500'000, 'x') + "\"}";
    for (int i = 0; i < 40; ++i)
        QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/jobs/j/events", event).status, 202);
    QTRY_VERIFY_WITH_TIMEOUT(closedFor(hub, "slow"), 30'000);
    QTRY_VERIFY(hub.output().contains("(stream 1, 127.0.0.1:"));
    QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/jobs/k/events", R"({"type":"log"})").status, 202);
    QVERIFY(!other.next("log").isEmpty());
}

/// Nothing answers any more: no FIN, no reset. Heartbeats fit into the kernel's buffer, so the
/// backlog shows nothing.
void TestHubVanishedPeer::linkGoesDown()
{
    if (!m_ownNetwork)
        QSKIP("a network of its own needs root or user namespaces");
    const QTemporaryDir dir;
    HubProcess hub(dir.path());
    StreamReader stream(hub.url(), "/api/v1/events/j");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    QVERIFY(switchLoopback(false));
    const bool noticed = QTest::qWaitFor(
        [&] { return hub.output().contains("SSE client disconnected for job j"); }, 60'000);
    QVERIFY(switchLoopback(true));
    QVERIFY(noticed);
    QVERIFY2(hub.output().contains("heartbeat_failed"), hub.output().constData());
    QVERIFY(closedFor(hub, "heartbeat_failed"));
    QCOMPARE(stream.socket().state(), QAbstractSocket::ConnectedState); // the client did not notice
    StreamReader again(hub.url(), "/api/v1/events/j");
    QVERIFY(!again.next("hub.snapshot").isEmpty());
}

QTEST_GUILESS_MAIN(TestHubVanishedPeer)
#include "tst_hubvanishedpeer.moc"
