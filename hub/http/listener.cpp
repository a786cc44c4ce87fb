// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/listener.h"

#include "hub/base/log.h"
#include "hub/http/gatesocket.h"
#include "hub/http/lingeringclose.h"
#include "hub/http/responsebytes.h"

#include <sys/socket.h>
#include <unistd.h>

namespace hub {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds pauseTime = 200ms;
/// Refused connections that are let to read why; beyond, they are just closed.
constexpr qsizetype mostRefusals = 256;
constexpr std::chrono::milliseconds refusalFlushTime = 2s;

} // namespace

Listener::Listener(std::shared_ptr<HttpContext> context, QObject *gateParent)
    : m_context(std::move(context))
    , m_gateParent(gateParent)
{
    setListenBacklogSize(SOMAXCONN); // Qt's 50 makes bursts wait for SYN retransmits
    connect(this, &QTcpServer::acceptError, this, &Listener::pauseAfterError);
}

void Listener::incomingConnection(qintptr descriptor)
{
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    std::optional<ConnectionPlace> place = enter(withoutMapping(socket->peerAddress()));
    if (!place)
        return refuse(std::move(socket));
    addPendingConnection(
        new GateSocket(std::move(socket), *std::move(place), m_context, m_gateParent));
}

std::optional<ConnectionPlace> Listener::enter(const QHostAddress &address)
{
    const HttpLimits &limits = m_context->options.limits;
    const bool exempt = limits.exemptLoopback && address.isLoopback();
    return m_context->ledger->enter(address, limits.connections,
                                    exempt ? 0 : limits.connectionsPerAddress);
}

void Listener::refuse(std::unique_ptr<QTcpSocket> socket)
{
    qCDebug(lcHttp) << "connection refused, too many:" << socket->peerAddress();
    if (m_context->lingering.children().size() >= mostRefusals)
        return;
    AnswerTraits traits;
    traits.keepAlive = false;
    socket->write(responseBytes(
        Response::problem(503, {QByteArrayLiteral("too_many_connections"),
                                QStringLiteral("No further connection is taken now.")}),
        traits));
    LingeringClose::start(std::move(socket), m_context.get(), std::nullopt, refusalFlushTime);
}

/// Qt has paused the listener (out of descriptors, most likely): trying again at once would only
/// spin.
void Listener::pauseAfterError()
{
    qCWarning(lcHttp) << "cannot accept connections:" << errorString();
    QTimer::singleShot(pauseTime, this, &QTcpServer::resumeAccepting);
}

} // namespace hub
