// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/listener.h"

#include "hub/base/log.h"
#include "hub/net/socketchannel.h"

#include <QSslSocket>

#include <utility>

namespace hub {

Listener::Listener(std::shared_ptr<NetContext> context, Serve serve)
    : m_context(std::move(context))
    , m_serve(std::move(serve))
{ }

bool Listener::start(const QHostAddress &address, quint16 port)
{
    return listen(address, port) && begin();
}

bool Listener::adopt(UniqueFd listening)
{
    m_adopted = true;
    if (!setSocketDescriptor(listening.get()))
        return false;
    listening.release();
    return begin();
}

std::unique_ptr<QTcpSocket> Listener::makeSocket() const
{
    const auto &tls = m_context->options.tls;
    if (!tls)
        return std::make_unique<QTcpSocket>();
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(*tls);
    return socket;
}

bool Listener::hasRoomForHandshake(const QHostAddress &address) const
{
    if (!m_context->options.tls
        || m_context->handshakes.count() < m_context->options.limits.tlsHandshakes)
        return true;
    m_context->reached(QByteArrayLiteral("tls_handshakes"),
                       QStringLiteral("a connection from %1 was closed").arg(address.toString()));
    return false;
}

std::unique_ptr<Channel> Listener::makeSocketChannel(std::unique_ptr<QTcpSocket> socket,
                                                     ConnectionPlace place) const
{
    auto channel =
        std::make_unique<SocketChannel>(std::move(socket), std::move(place), m_context.get());
    if (m_context->options.tls)
        channel->startHandshake();
    return channel;
}

std::optional<ConnectionPlace> Listener::enter(const QHostAddress &address)
{
    using Reached = ConnectionLedger::Reached;
    const NetLimits &limits = m_context->options.limits;
    // All clients of a proxy have its address, so the limit per address cannot apply to it.
    const bool exempt = (limits.exemptLoopback && address.isLoopback())
                        || (m_context->isProxy && m_context->isProxy(address));
    const ConnectionLedger::Limits most{
        limits.connections, exempt ? 0 : limits.connectionsPerAddress, limits.ipv6Prefix};
    const Reached reached = m_context->ledger->reachedFor(address, most);
    if (reached == Reached::None)
        return m_context->ledger->enter(address, most);
    m_context->reached(reached == Reached::All ? QByteArrayLiteral("connections")
                                               : QByteArrayLiteral("connections_per_address"),
                       QStringLiteral("a connection from %1 was closed").arg(address.toString()));
    return std::nullopt;
}

void Listener::sayPaused(const QString &why, bool outOfDescriptors)
{
    if (!std::exchange(m_paused, true)) // only once, not at every retry
        qCWarning(lcHttp, "cannot accept connections: %s", qUtf8Printable(why));
    if (outOfDescriptors)
        m_context->reached(QByteArrayLiteral("descriptors"),
                           QStringLiteral("connections wait to be accepted"));
}

void Listener::sayResumed()
{
    if (std::exchange(m_paused, false))
        qCInfo(lcHttp, "accepts connections again");
}

} // namespace hub
