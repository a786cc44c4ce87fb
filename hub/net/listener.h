// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/loop/uniquefd.h"
#include "hub/net/channel.h"
#include "hub/net/netcontext.h"

#include <QTcpServer>

#include <memory>
#include <optional>

namespace hub {

/// Accepts connections. Closes connections above the limits at once. How it accepts them depends on
/// the system: see listener_linux.cpp and listener_portable.cpp. Hub thread only.
class Listener : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listener)

public:
    /// Serves an accepted connection. Returns the socket through which a server of Qt sees the
    /// connection; the socket has a parent.
    using Serve = std::function<QTcpSocket *(std::unique_ptr<Channel>)>;

    /// Returns a listener for this system, which does not listen yet.
    static std::unique_ptr<Listener> make(std::shared_ptr<NetContext> context, Serve serve);

    /// Listens on the address; use it instead of QTcpServer::listen(). False when that fails; see
    /// serverError().
    bool start(const QHostAddress &address, quint16 port);

    /// Listens on a socket that another process opened and keeps open.
    bool adopt(UniqueFd listening);

    /// Stops listening; use it instead of QTcpServer::close(). First accepts the connections that
    /// wait in the kernel's queue. On an adopted socket they stay in the queue for the next process
    /// that adopts the socket.
    virtual void stop() = 0;

    /// Sets the socket options of HttpLimits for new connections.
    virtual void applySocketOptions() = 0;

protected:
    Listener(std::shared_ptr<NetContext> context, Serve serve);

    /// Starts to accept, once the socket listens. False when the system does not allow it.
    virtual bool begin() = 0;

    NetContext &context() const { return *m_context; }
    bool isAdopted() const { return m_adopted; }
    QTcpSocket *served(std::unique_ptr<Channel> channel) { return m_serve(std::move(channel)); }

    /// Counts a connection from this address. Returns nullopt and reports the limit when a
    /// limit is reached.
    std::optional<ConnectionPlace> enter(const QHostAddress &address);
    /// Returns false and reports the limit when too many TLS handshakes are unfinished.
    bool hasRoomForHandshake(const QHostAddress &address) const;
    /// Returns a socket without a connection, with TLS if the options have it.
    std::unique_ptr<QTcpSocket> makeSocket() const;
    /// Returns the channel of a connected socket from makeSocket(). Starts the TLS handshake.
    std::unique_ptr<Channel> makeSocketChannel(std::unique_ptr<QTcpSocket> socket,
                                               ConnectionPlace place) const;

    /// Logs that accepting failed, once until sayResumed().
    void sayPaused(const QString &why, bool outOfDescriptors);
    /// Logs that accepting works again, if sayPaused() was called before.
    void sayResumed();

private:
    std::shared_ptr<NetContext> m_context;
    Serve m_serve;
    bool m_adopted = false;
    bool m_paused = false; ///< The last attempt to accept failed.
};

} // namespace hub
