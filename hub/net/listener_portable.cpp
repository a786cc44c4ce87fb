// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/listener.h"

#include "hub/net/networkof.h"

#include <QSocketNotifier>
#include <QTcpSocket>
#include <QTimer>

#include <memory>

namespace hub {

using namespace std::chrono_literals;

const Transport defaultTransport = Transport::Socket;

namespace {

constexpr std::chrono::milliseconds pauseTime = 200ms;
constexpr int backlog = 1024; ///< Connections that wait in the kernel's queue.

/// Accepts through QTcpServer, but by a notifier of its own. When no descriptor is free, the
/// notifier of QTcpServer fires again and again, and there is no error: the socket keeps its first
/// one, which is that no connection waits. Qt cannot limit how long sent bytes stay unacknowledged.
class QtListener final : public Listener
{
public:
    QtListener(std::shared_ptr<NetContext> netContext, Serve serve)
        : Listener(std::move(netContext), std::move(serve))
    {
        setListenBacklogSize(backlog); // with Qt's default of 50 a burst waits for SYN retransmits
    }

    void stop() override;
    /// Does nothing: the options are set on each accepted socket.
    void applySocketOptions() override { }

private:
    bool begin() override;
    void incomingConnection(qintptr descriptor) override;
    void acceptAll();

    std::unique_ptr<QSocketNotifier> m_readable;
    quint64 m_accepted = 0; ///< Connections since the start.
};

bool QtListener::begin()
{
    pauseAccepting();
    m_readable = std::make_unique<QSocketNotifier>(socketDescriptor(), QSocketNotifier::Read);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &QtListener::acceptAll);
    return true;
}

/// Accepts the connections that wait. Stops for a short time when none can be accepted.
void QtListener::acceptAll()
{
    m_readable->setEnabled(false);
    const quint64 before = m_accepted;
    // A client that leaves meanwhile explains one failure, but not two.
    const auto fails = [&] { return waitForNewConnection(0) && m_accepted == before; };
    const bool failed = fails() && fails();
    pauseAccepting(); // QTcpServer::nextPendingConnection() has ended the pause
    if (!failed)
        return m_readable->setEnabled(true);
    sayPaused(QStringLiteral("the system has no free descriptor"), true);
    QTimer::singleShot(pauseTime, m_readable.get(), [this] { m_readable->setEnabled(true); });
}

void QtListener::stop()
{
    m_readable.reset();
    if (!isAdopted())
        waitForNewConnection(0); // accepts all that wait: close() would reset them
    close();
}

void QtListener::incomingConnection(qintptr descriptor)
{
    ++m_accepted;
    sayResumed();
    std::unique_ptr<QTcpSocket> socket = makeSocket();
    if (!socket->setSocketDescriptor(descriptor) || socket->peerAddress().isNull())
        return; // the peer has left already
    if (const qsizetype bytes = context().options.limits.sendBufferBytes; bytes > 0)
        socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption,
                                static_cast<int>(bytes));
    const QHostAddress address = withoutMapping(socket->peerAddress());
    std::optional<ConnectionPlace> place = enter(address);
    // Close without an answer: an EventSource retries after a broken connection, but a 503 would
    // end it for good.
    if (!place || !hasRoomForHandshake(address))
        return;
    addPendingConnection(served(makeSocketChannel(std::move(socket), *std::move(place))));
}

} // namespace

std::unique_ptr<Listener> Listener::make(std::shared_ptr<NetContext> context, Serve serve)
{
    return std::make_unique<QtListener>(std::move(context), std::move(serve));
}

} // namespace hub
