// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/listener.h"

#include "hub/net/networkof.h"

#include <QTcpSocket>
#include <QTimer>

namespace hub {

using namespace std::chrono_literals;

const Transport defaultTransport = Transport::Socket;

namespace {

constexpr std::chrono::milliseconds pauseTime = 200ms;
constexpr int backlog = 1024; ///< Connections that wait in the kernel's queue.

/// Accepts through QTcpServer. Qt cannot limit how long sent bytes stay unacknowledged.
class QtListener final : public Listener
{
public:
    QtListener(std::shared_ptr<NetContext> netContext, Serve serve);

    void stop() override;
    /// Does nothing: the options are set on each accepted socket.
    void applySocketOptions() override { }

private:
    bool begin() override { return true; }
    void incomingConnection(qintptr descriptor) override;
    void pause(QAbstractSocket::SocketError error);
};

QtListener::QtListener(std::shared_ptr<NetContext> netContext, Serve serve)
    : Listener(std::move(netContext), std::move(serve))
{
    setListenBacklogSize(backlog); // with Qt's default of 50 a burst waits for SYN retransmits
    connect(this, &QTcpServer::acceptError, this, &QtListener::pause);
}

void QtListener::stop()
{
    if (!isAdopted())
        waitForNewConnection(0); // accepts all that wait: close() would reset them
    close();
}

void QtListener::incomingConnection(qintptr descriptor)
{
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

/// Stops accepting for a short time after an error, which usually means that the process is out of
/// descriptors. Qt has paused accepting already.
void QtListener::pause(QAbstractSocket::SocketError error)
{
    sayPaused(errorString(), error == QAbstractSocket::SocketResourceError);
    QTimer::singleShot(pauseTime, this, [this] { resumeAccepting(); });
}

} // namespace

std::unique_ptr<Listener> Listener::make(std::shared_ptr<NetContext> context, Serve serve)
{
    return std::make_unique<QtListener>(std::move(context), std::move(serve));
}

} // namespace hub
