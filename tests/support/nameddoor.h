// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/authenticator.h"
#include "hub/base/clock.h"
#include "hub/core/hub.h"
#include "hub/http/api.h"
#include "hub/http/httpserver.h"
#include "tests/support/hubrunner.h"

namespace test {

/// A hub with a second door that takes the word of its callers for who they are: `X-User`, or
/// `?user=` of an EventSource, which can set no header. `root` is an admin, all others may read.
/// Behind that door 127.0.0.1 is a trusted proxy.
class NamedDoor
{
public:
    explicit NamedDoor(const app::Config &config)
        : m_runner(config)
        , m_api{*m_runner.service().hub(), m_authenticator, {}, std::chrono::seconds{15}}
    {
        addRoutes(m_router, m_api);
        m_router.setAdmission(
            [](hub::Access, hub::Request request, hub::Reply reply, const hub::Handler &handler) {
                const QByteArray header = request.header("x-user");
                hub::Principal principal = hub::Principal::everybody();
                principal.subject = header.isEmpty() ? request.parameter("user") : header;
                if (principal.subject != "root")
                    principal.permissions = hub::Permission::Read;
                request.principal = std::make_shared<hub::Principal>(principal);
                handler(request, std::move(reply));
            });
        hub::HttpOptions options;
        options.proxies = hub::ProxyTrust({*hub::ProxyTrust::parse("127.0.0.1")});
        m_server = std::make_unique<hub::HttpServer>(m_router, options);
        const auto port = m_server->listen(QHostAddress(QHostAddress::LocalHost), 0);
        if (!port)
            qFatal("%s", qUtf8Printable(port.error().message));
        m_url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(*port));
    }

    QUrl url() const { return m_url; }
    HubRunner &runner() { return m_runner; }

private:
    HubRunner m_runner;
    hub::SystemClock m_clock;
    hub::Authenticator m_authenticator{&m_clock};
    hub::Api m_api;
    hub::Router m_router;
    std::unique_ptr<hub::HttpServer> m_server;
    QUrl m_url;
};

} // namespace test
