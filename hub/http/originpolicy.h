// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/rejection.h"
#include "hub/http/request.h"

#include <optional>

namespace hub {

/// The host names that requests may use for the hub, and the web pages that may call it. The
/// functions below are pure.
struct OriginPolicy
{
    /// Host names, exact or `*.example.org`, which does not match `example.org` itself. Any port
    /// matches. Loopback names are always trusted.
    QByteArrayList trustedHosts;
    /// Origins of web pages, as a browser sends them: `https://app.example.org`.
    QByteArrayList corsOrigins;
};

/// Returns 403 `bad_host` when the `Host` of the request is not trusted. This stops DNS rebinding:
/// such a page sends its own host name. A request without `Host` (HTTP/1.0) does not come from a
/// browser and is accepted.
std::optional<Rejection> refusedHost(const OriginPolicy &policy, const Request &request);

/// Returns 403 `foreign_origin` when a web page of another origin sends a request that changes
/// state and `corsOrigins` does not list this origin.
std::optional<Rejection> refusedOrigin(const OriginPolicy &policy, const Request &request);

/// Returns whether the request is a CORS preflight from an origin in `corsOrigins`. Such a request
/// is answered with 204 and corsHeaders().
bool isAllowedPreflight(const OriginPolicy &policy, const Request &request);

/// Returns the CORS headers for every answer to the request, preflight or not.
QList<std::pair<QByteArray, QByteArray>> corsHeaders(const OriginPolicy &policy,
                                                     const Request &request);

} // namespace hub
