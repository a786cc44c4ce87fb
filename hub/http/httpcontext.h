// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/httpbudgets.h"
#include "hub/http/httpoptions.h"
#include "hub/net/netcontext.h"

namespace hub {

class GateSocket;

/// The state that all requests of one server share. The server, its connections and the streams
/// that began as requests own it together, so that a stream may outlive the server. Hub thread
/// only.
struct HttpContext
{
    /// `clock` is not owned and outlives this.
    HttpContext(HttpOptions httpOptions, const Clock &clock)
        : limits(httpOptions.limits)
        , origins(std::move(httpOptions.origins))
        , proxies(std::move(httpOptions.proxies))
        , budgets(limits)
        , net(std::move(httpOptions.net), clock)
    {
        net.isProxy = [this](const QHostAddress &address) { return proxies.trusts(address); };
    }
    Q_DISABLE_COPY_MOVE(HttpContext)

    /// Replaces everything but the transport.
    void configure(HttpOptions options)
    {
        options.net.transport = net.options.transport;
        net.options = std::move(options.net);
        limits = options.limits;
        origins = std::move(options.origins);
        proxies = std::move(options.proxies);
        budgets.configure(limits);
    }

    HttpLimits limits;
    OriginPolicy origins;
    ProxyTrust proxies;
    HttpBudgets budgets;
    bool saidUntrustedProxy = false; ///< The log has said so already.
    bool draining = false; ///< Answers end their connections.
    /// The socket through which a connection hands over a request now; otherwise null. The server's
    /// handler finds the request here on every version of Qt.
    GateSocket *releasing = nullptr;
    NetContext net; ///< Destroyed first.
};

/// The context of a request's connection; it lives as long as `context`.
inline std::shared_ptr<NetContext> netOf(const std::shared_ptr<HttpContext> &context)
{
    return {context, &context->net};
}

} // namespace hub
