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

/// Accepts connections, and closes those over the limits at once. It accepts by itself: when there
/// are no descriptors left, QTcpServer's own loop spins without a word.
class Listener final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listener)

public:
    /// Serves an accepted connection. Returns the socket through which a server of Qt sees the
    /// connection; the socket has a parent.
    using Serve = std::function<QTcpSocket *(std::unique_ptr<Channel>)>;

    Listener(std::shared_ptr<NetContext> context, Serve serve);

    /// In place of QTcpServer::listen().
    bool start(const QHostAddress &address, quint16 port);

    /// The same with a socket that another process opened and keeps.
    bool adopt(UniqueFd listening);

    /// In place of QTcpServer::close(). Those whose connection stands already are accepted yet, but
    /// on an adopted socket wait for whoever adopts it next.
    void stop();

    /// For the connections to come: what the limits say now.
    void applySocketOptions();

private:
    /// Each turn of the loop, so that those already there get theirs.
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
    UniqueFd m_listening; ///< A second descriptor: dispatchers take one notifier for each, and Qt's
                          ///< server has its own.
    std::unique_ptr<QSocketNotifier> m_notifier; ///< Goes before its descriptor.
    bool m_adopted = false;
    bool m_paused = false; ///< The last attempt to accept failed.
};

} // namespace hub
