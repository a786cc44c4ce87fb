// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/httpserver.h"

#include "hub/base/log.h"
#include "hub/http/exchange.h"
#include "hub/http/gatesocket.h"
#include "hub/http/httpcontext.h"
#include "hub/http/router.h"
#include "hub/loop/portowner.h"
#include "hub/net/listener.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>

namespace hub {

namespace {

Error listenError(const QTcpServer &server, const QHostAddress &address, quint16 port)
{
    if (server.serverError() != QAbstractSocket::AddressInUseError)
        return {QByteArrayLiteral("cannot_listen"),
                QStringLiteral("Cannot listen on %1 port %2: %3.")
                    .arg(address.toString(), QString::number(port), server.errorString())};
    const QString owner = portOwner(port);
    return {QByteArrayLiteral("port_in_use"),
            QStringLiteral("Port %1 on %2 is in use by %3.")
                .arg(QString::number(port), address.toString(),
                     owner.isEmpty() ? QStringLiteral("another program") : owner)};
}

} // namespace

HttpServer::HttpServer(const Router &router, HttpOptions options, const Clock &clock,
                       QObject *parent)
    : QAbstractHttpServer(parent)
    , m_router(router)
    , m_context(std::make_shared<HttpContext>(std::move(options), clock))
{ }

HttpServer::~HttpServer() = default;

std::unique_ptr<Listener> HttpServer::makeListener()
{
    // Connections outlive their listener.
    const auto serve = [this](std::unique_ptr<Channel> channel) {
        return new GateSocket(std::move(channel), m_context, this);
    };
    return Listener::make(netOf(m_context), serve);
}

Result<quint16> HttpServer::listen(const QHostAddress &address, quint16 port)
{
    auto listener = makeListener();
    if (!listener->start(address, port))
        return listenError(*listener, address, port);
    const quint16 chosen = listener->serverPort();
    take(std::move(listener));
    return chosen;
}

Result<std::pair<QHostAddress, quint16>> HttpServer::adopt(UniqueFd listening)
{
    auto listener = makeListener();
    if (!listener->adopt(std::move(listening)))
        return Error{QByteArrayLiteral("cannot_listen"),
                     QStringLiteral("Cannot take over a listening socket: %1.")
                         .arg(listener->errorString())};
    const auto where = std::pair(withoutMapping(listener->serverAddress()), listener->serverPort());
    take(std::move(listener));
    return where;
}

void HttpServer::take(std::unique_ptr<Listener> listener)
{
    m_listeners.push_back(listener.get());
    bind(listener.release()); // makes the server its parent
}

void HttpServer::configure(HttpOptions options)
{
    m_context->configure(std::move(options));
    for (Listener *listener : m_listeners)
        listener->applySocketOptions();
}

void HttpServer::setNotices(LimitNotices &notices)
{
    m_context->net.notices = &notices;
}

void HttpServer::stopListening()
{
    m_context->draining = true;
    for (Listener *listener : std::exchange(m_listeners, {})) {
        listener->stop();
        listener->deleteLater();
    }
}

void HttpServer::finishConnections()
{
    const auto gates = findChildren<GateSocket *>();
    for (GateSocket *gate : gates)
        gate->connection().finish();
}

void HttpServer::checkDeadlines()
{
    m_context->net.deadlines.check();
}

int HttpServer::connectionCount() const
{
    return m_context->net.ledger->count();
}

int HttpServer::openStreams() const
{
    return m_context->net.ledger->streams();
}

/// Handles the request that a connection hands over now. False when there is none.
bool HttpServer::handle()
{
    GateSocket *gate = m_context->releasing;
    if (!gate)
        return false;
    FramedRequest framed = gate->takeRequest();
    const NetOptions &net = m_context->net.options;
    const ProxyTrust &proxies = m_context->proxies;
    framed.request.client = proxies.clientOf(framed.request);
    framed.request.network = networkKey(framed.request.client, net.limits.ipv6Prefix);
    framed.request.secure = net.tls || proxies.saysSecure(framed.request);
    HttpConnection *connection = &gate->connection();
    connection->setClientNetwork(framed.request.network);
    noticeProxy(framed.request);
    const Request &request = framed.request;
    const OriginPolicy &origins = m_context->origins;
    const auto body = framed.bodyFollows ? Exchange::Body::Unread : Exchange::Body::None;
    Reply reply(std::make_shared<Exchange>(
        connection, AnswerTraits{framed.headOnly, framed.keepAlive, corsHeaders(origins, request)},
        body));
    std::optional<Rejection> rejection = refusedHost(origins, request);
    if (!rejection)
        rejection = refusedOrigin(origins, request);
    if (rejection)
        reply.send(Response::problem(rejection->status, rejection->error));
    else if (isAllowedPreflight(origins, request))
        reply.send(Response::empty(204));
    else
        m_router.route(std::move(framed.request), std::move(reply));
    return true;
}

/// Warns once about forwarding headers from an untrusted peer: probably a proxy is missing in the
/// configuration, and all its clients count as one address.
void HttpServer::noticeProxy(const Request &request)
{
    if (m_context->saidUntrustedProxy || !m_context->proxies.isUntrusted(request))
        return;
    m_context->saidUntrustedProxy = true;
    qCWarning(lcHttp).noquote() << QStringLiteral(
                                       "%1 sends forwarding headers but is not in trusted_proxies: "
                                       "all its clients count as one address. This is logged once.")
                                       .arg(request.peer.toString());
}

} // namespace hub
