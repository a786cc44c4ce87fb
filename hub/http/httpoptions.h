// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/httplimits.h"
#include "hub/http/originpolicy.h"
#include "hub/http/proxytrust.h"
#include "hub/http/transport.h"

#include <QSslConfiguration>

#include <optional>

namespace hub {

/// Options of an HttpServer. All but the transport may change while it runs.
struct HttpOptions
{
    HttpLimits limits;
    OriginPolicy origins;
    ProxyTrust proxies;
    std::optional<QSslConfiguration> tls; ///< For new connections; none = plain TCP.
    Transport transport = defaultTransport; ///< Fixed while the server lives.
};

} // namespace hub
