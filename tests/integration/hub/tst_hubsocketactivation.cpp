// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/uniquefd.h"
#include "tests/integration/hub/restart/follower.h"
#include "tests/integration/hub/restart/publisher.h"
#include "tests/support/activatedhub.h"

#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <memory>
#include <thread>

using hub::UniqueFd;
using test::ActivatedHub;

/// A hub under a service manager: passed sockets and the messages it sends to the manager.
class TestHubSocketActivation : public QObject
{
    Q_OBJECT

private slots:
    void aRestartRefusesNobody();
    void refusesOtherSockets_data();
    void refusesOtherSockets();
    void tellsTheManager();
};

namespace {

struct Door
{
    UniqueFd socket;
    quint16 port = 0;
};

Door openDoor(int type, const char *address, bool listening)
{
    Door door;
    door.socket.reset(::socket(AF_INET, type | SOCK_CLOEXEC, 0));
    sockaddr_in at{};
    at.sin_family = AF_INET;
    ::inet_pton(AF_INET, address, &at.sin_addr);
    socklen_t size = sizeof at;
    if (::bind(door.socket.get(), reinterpret_cast<sockaddr *>(&at), size) != 0
        || (listening && ::listen(door.socket.get(), SOMAXCONN) != 0)
        || ::getsockname(door.socket.get(), reinterpret_cast<sockaddr *>(&at), &size) != 0)
        qFatal("cannot open a socket");
    door.port = ntohs(at.sin_port);
    return door;
}

/// The notification socket of a service manager (`NOTIFY_SOCKET`).
class Manager
{
public:
    explicit Manager(const QString &path) : m_path(path.toUtf8())
    {
        sockaddr_un at{};
        at.sun_family = AF_UNIX;
        qstrncpy(at.sun_path, m_path.constData(), sizeof at.sun_path);
        m_socket.reset(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        if (::bind(m_socket.get(), reinterpret_cast<sockaddr *>(&at), sizeof at) != 0)
            qFatal("cannot hear");
    }
    std::string path() const { return m_path.toStdString(); }

    /// Waits for a message that contains this line and returns the message.
    QByteArray heard(const QByteArray &line)
    {
        QByteArray found;
        const auto look = [&] {
            char message[4096];
            const ssize_t size = ::recv(m_socket.get(), message, sizeof message, 0);
            const QByteArray text(message, std::max<qsizetype>(size, 0));
            if (text.split('\n').contains(line))
                found = text;
            return !found.isEmpty();
        };
        return QTest::qWaitFor(look, 20'000) ? found : QByteArray();
    }

private:
    QByteArray m_path;
    UniqueFd m_socket;
};

bool raiseDescriptorLimit(rlim_t wanted)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::max(limit.rlim_cur, std::min(wanted, limit.rlim_max));
    return ::setrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur >= wanted;
}

} // namespace

/// A restart with a thousand streams and a publisher loses no event, repeats none and refuses no
/// connection. The listening socket stays open all the time.
void TestHubSocketActivation::aRestartRefusesNobody()
{
    constexpr std::size_t count = 1000;
    if (!raiseDescriptorLimit(4096))
        QSKIP("needs 4096 descriptors");
    const QTemporaryDir data;
    const Door door = openDoor(SOCK_STREAM, "127.0.0.1", true);
    const ActivatedHub::Variables drain{{"HELIOGRAPH_LIMITS_DRAIN_S", "2"}};
    auto hub = std::make_unique<ActivatedHub>(data.path(), door.socket.get(), drain);
    std::vector<std::unique_ptr<restart::Follower>> followers;
    for (std::size_t i = 0; i < count; ++i)
        followers.push_back(std::make_unique<restart::Follower>(door.port));
    const auto all = [&](auto holds) {
        return std::all_of(followers.begin(), followers.end(),
                           [&](const auto &follower) { return holds(*follower); });
    };
    using restart::Follower;
    QTRY_VERIFY_WITH_TIMEOUT(all([](const Follower &f) { return f.starts() == 1; }), 60'000);

    restart::Publisher publisher(door.port);
    QTRY_VERIFY_WITH_TIMEOUT(all([](const Follower &f) { return f.events() >= 10; }), 60'000);
    hub->kill(SIGTERM);
    QVERIFY(hub->waitForExit(30'000));
    QCOMPARE(hub->exitCode(), 0);
    hub = std::make_unique<ActivatedHub>(data.path(), door.socket.get(), drain);
    QTRY_VERIFY_WITH_TIMEOUT(all([](const Follower &f) { return f.starts() >= 2; }), 60'000);
    publisher.stop();
    const qint64 published = publisher.published();
    QTRY_VERIFY_WITH_TIMEOUT(all([&](const Follower &f) { return f.events() >= published; }),
                             60'000);

    QCOMPARE(publisher.refused(), 0);
    QCOMPARE(publisher.lastError(), QByteArray());
    for (const auto &follower : followers) {
        QCOMPARE(follower->fault(), QByteArray());
        QCOMPARE(follower->events(), published);
        QCOMPARE(follower->lastEventId(), publisher.lastEventId());
        QCOMPARE(follower->closings(), 1);
    }
}

void TestHubSocketActivation::refusesOtherSockets_data()
{
    QTest::addColumn<int>("type"); // 0 = no socket
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("listening");
    QTest::addColumn<QByteArray>("pid");
    QTest::addColumn<QByteArray>("complaint");
    const QByteArray loopback("127.0.0.1");
    QTest::newRow("none") << 0 << loopback << false << QByteArray("1")
                          << QByteArray("no socket was passed");
    QTest::newRow("another's") << int(SOCK_STREAM) << loopback << true << QByteArray("1")
                               << QByteArray("no socket was passed");
    QTest::newRow("datagrams") << int(SOCK_DGRAM) << loopback << false << QByteArray("$$")
                               << QByteArray("not a listening TCP socket");
    QTest::newRow("not listening") << int(SOCK_STREAM) << loopback << false << QByteArray("$$")
                                   << QByteArray("not a listening TCP socket");
    QTest::newRow("beyond loopback") << int(SOCK_STREAM) << QByteArray("0.0.0.0") << true
                                     << QByteArray("$$") << QByteArray("loopback only");
}

void TestHubSocketActivation::refusesOtherSockets()
{
    QFETCH(int, type);
    QFETCH(QByteArray, address);
    QFETCH(bool, listening);
    QFETCH(QByteArray, pid);
    QFETCH(QByteArray, complaint);
    const QTemporaryDir data;
    Door door;
    if (type != 0)
        door = openDoor(type, address, listening);
    ActivatedHub hub(data.path(), door.socket.get(), {}, pid);
    QVERIFY(hub.waitForExit(20'000));
    QCOMPARE(hub.exitCode(), 1);
    QVERIFY2(hub.output().contains(complaint), hub.output().constData());
}

void TestHubSocketActivation::tellsTheManager()
{
    const QTemporaryDir data;
    Manager manager(data.filePath(QStringLiteral("manager")));
    const Door door = openDoor(SOCK_STREAM, "127.0.0.1", true);
    ActivatedHub hub(data.path(), door.socket.get(),
                     {{"NOTIFY_SOCKET", manager.path()}, {"WATCHDOG_USEC", "200000"}});
    QVERIFY(manager.heard("READY=1").contains("STATUS=listening on http://127.0.0.1:"
                                              + QByteArray::number(door.port)));
    QVERIFY(!manager.heard("WATCHDOG=1").isEmpty());
    hub.kill(SIGHUP);
    QVERIFY(manager.heard("RELOADING=1").contains("\nMONOTONIC_USEC="));
    QVERIFY(!manager.heard("READY=1").isEmpty());
    hub.kill(SIGTERM);
    QVERIFY(manager.heard("STOPPING=1").contains("\nEXTEND_TIMEOUT_USEC="));
    QVERIFY(hub.waitForExit(20'000));
    QCOMPARE(hub.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestHubSocketActivation)
#include "tst_hubsocketactivation.moc"
