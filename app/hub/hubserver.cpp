// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/hubserver.h"

#include "hub/api/guard.h"
#include "hub/base/log.h"
#include "hub/loop/inheritedsockets.h"

namespace app {

namespace {

QUrl urlOf(const Config &config, const QHostAddress &address, quint16 port)
{
    QUrl url;
    url.setScheme(config.tlsCertificate.isEmpty() ? QStringLiteral("http")
                                                  : QStringLiteral("https"));
    url.setHost(address.toString());
    url.setPort(port);
    qCInfo(hub::lcHub).noquote() << "listening on" << url.toString();
    return url;
}

hub::Result<QUrl> listenAtPassed(hub::HttpServer &server, const Config &config)
{
    auto sockets = hub::takeInheritedSockets();
    if (!sockets)
        return sockets.error();
    QUrl first;
    for (hub::UniqueFd &socket : *sockets) {
        const auto where = server.adopt(std::move(socket));
        if (!where)
            return where.error();
        const auto &[address, port] = *where;
        if (const auto allowed = mayListenAt(config, address, address.toString()); !allowed)
            return allowed.error();
        const QUrl url = urlOf(config, address, port);
        if (first.isEmpty())
            first = url;
    }
    return first;
}

hub::Result<QUrl> listenAtOne(hub::HttpServer &server, const Config &config, const QString &text)
{
    const hub::Result<Endpoint> endpoint = parseEndpoint(text);
    if (!endpoint)
        return endpoint.error();
    if (endpoint->activated)
        return listenAtPassed(server, config);
    const hub::Result<quint16> port = server.listen(endpoint->address, endpoint->port);
    if (!port)
        return port.error();
    return urlOf(config, endpoint->address, *port);
}

} // namespace

HubServer::HubServer(hub::Api &api, hub::RouteSet routes, const hub::HttpOptions &options,
                     const hub::Clock &clock)
    : m_http(m_router, options, clock)
{
    hub::addRoutes(m_router, api, routes);
    m_router.setAdmission([guard = hub::Guard(api.authenticator, &api.hub.notices())](
                              hub::Access access, hub::Request request, hub::Reply reply,
                              const hub::Handler &handler) {
        guard.admit(access, std::move(request), std::move(reply), handler);
    });
    m_http.setNotices(api.hub.notices());
}

hub::Result<QUrl> HubServer::listen(const Config &config, const QStringList &addresses)
{
    QUrl first;
    for (const QString &text : addresses) {
        const hub::Result<QUrl> url = listenAtOne(m_http, config, text);
        if (!url)
            return url;
        if (first.isEmpty())
            first = *url;
    }
    return first;
}

} // namespace app
