// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/rejection.h"
#include "hub/http/request.h"

#include <optional>

namespace hub {

/// By which names the hub may be called, and which web pages may use it. Pure functions over the
/// values of a request.
struct OriginPolicy
{
    /// Names beside the loopback ones, exact or `*.example.org` (which does not
    /// match `example.org` itself). Any port.
    QByteArrayList trustedHosts;
    /// Origins of web pages, as a browser sends them: `https://app.example.org`.
    QByteArrayList corsOrigins;
};

/// Whether the `Host` of the request is one of ours; else 403 `bad_host`. A page whose name was
/// rebound to this machine comes with its own name. A request without Host (HTTP/1.0) comes from no
/// browser and passes.
std::optional<Rejection> refusedHost(const OriginPolicy &policy, const Request &request);

/// Whether a state-changing request comes from a foreign web page: 403 `foreign_origin`.
std::optional<Rejection> refusedOrigin(const OriginPolicy &policy, const Request &request);

/// Whether this is a preflight of a page that may use the hub; answered with 204 and corsHeaders().
bool isAllowedPreflight(const OriginPolicy &policy, const Request &request);

/// Headers of every answer to the request, preflight or not.
QList<std::pair<QByteArray, QByteArray>> corsHeaders(const OriginPolicy &policy,
                                                     const Request &request);

} // namespace hub
