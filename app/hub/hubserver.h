// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hub/config.h"
#include "hub/api/api.h"
#include "hub/base/result.h"
#include "hub/http/httpserver.h"
#include "hub/http/router.h"

#include <QStringList>
#include <QUrl>

namespace app {

/// An HTTP server with one set of a hub's routes. It checks the caller's rights before it runs a
/// handler. Hub thread only.
class HubServer
{
    Q_DISABLE_COPY_MOVE(HubServer)

public:
    /// Does not listen yet. `api` and `clock` are not owned and outlive this.
    HubServer(hub::Api &api, hub::RouteSet routes, const hub::HttpOptions &options,
              const hub::Clock &clock);

    /// Listens on all `addresses` and logs each one. Returns the URL of the first one, or the first
    /// error: `port_in_use`, `cannot_listen` or `bad_config`. `config` says whether TLS is on and
    /// which addresses are allowed.
    hub::Result<QUrl> listen(const Config &config, const QStringList &addresses);

    hub::HttpServer &http() { return m_http; }

private:
    hub::Router m_router;
    hub::HttpServer m_http; ///< Destroyed before the router, which it uses.
};

} // namespace app
