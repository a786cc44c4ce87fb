// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/loop/uniquefd.h"
#include "hub/net/netcontext.h"

#include <QSocketNotifier>
#include <QTcpServer>

#include <memory>
#include <optional>

namespace hub {

/// Accepts connections. Closes connections above the limits at once. The class calls accept()
/// itself: when the process is out of descriptors, QTcpServer's own loop would spin without
/// reporting an error.
class Listener final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listener)

public:
    /// Serves an accepted connection. Returns the socket through which a server of Qt sees the
    /// connection; the socket has a parent.
    using Serve = std::function<QTcpSocket *(std::unique_ptr<Channel>)>;

    Listener(std::shared_ptr<NetContext> context, Serve serve);

    /// Listens on the address; use it instead of QTcpServer::listen(). False when that fails; see
    /// serverError().
    bool start(const QHostAddress &address, quint16 port);

    /// Listens on a socket that another process opened and keeps open.
    bool adopt(UniqueFd listening);

    /// Stops listening; use it instead of QTcpServer::close(). First accepts the connections that
    /// wait in the kernel's queue. On an adopted socket they stay in the queue for the next process
    /// that adopts the socket.
    void stop();

    /// Sets the socket options of HttpLimits for new connections.
    void applySocketOptions();

private:
    /// Connections accepted in one turn of the event loop, so that open ones are served, too.
    static constexpr int mostAccepts = 64;

    bool begin();
    void acceptWaiting() { acceptUpTo(mostAccepts); }
    void acceptUpTo(int most);
    void admit(UniqueFd fd, const QHostAddress &address, quint16 port);
    std::optional<ConnectionPlace> enter(const QHostAddress &address);
    std::unique_ptr<Channel> makeChannel(UniqueFd fd, ConnectionPlace place, quint16 port);
    std::unique_ptr<Channel> makeTlsChannel(UniqueFd fd, ConnectionPlace place,
                                            const QSslConfiguration &tls);
    void pause();

    std::shared_ptr<NetContext> m_context;
    Serve m_serve;
    /// A duplicate of the listening descriptor. An event dispatcher allows one notifier for each
    /// descriptor, and QTcpServer has its own notifier.
    UniqueFd m_listening;
    std::unique_ptr<QSocketNotifier> m_notifier; ///< Must be destroyed before m_listening.
    bool m_adopted = false;
    bool m_paused = false; ///< The last attempt to accept failed.
};

} // namespace hub
