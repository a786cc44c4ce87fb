// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/originpolicy.h"

#include "hub/base/errorcode.h"
#include "hub/http/authority.h"

#include <algorithm>

namespace hub {

namespace {

bool matchesPattern(const QByteArray &host, const QByteArray &pattern)
{
    const QByteArray lower = withoutRootDot(pattern.toLower());
    if (!lower.startsWith("*."))
        return host == lower;
    return host.size() > lower.size() - 1 && host.endsWith(QByteArrayView(lower).sliced(1));
}

bool changesState(const QByteArray &method)
{
    return method != "GET" && method != "HEAD" && method != "OPTIONS";
}

struct Origin
{
    Authority authority;
    int defaultPort = 80;
};

/// Parses `http(s)://host[:port]`. Returns nothing for any other text, such as `null`.
std::optional<Origin> parseOrigin(const QByteArray &text)
{
    Origin origin;
    origin.defaultPort = text.startsWith("https://") ? 443 : 80;
    const qsizetype scheme = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : 0;
    const std::optional<Authority> authority = parseAuthority(QByteArrayView(text).sliced(scheme));
    if (scheme == 0 || !authority)
        return std::nullopt;
    origin.authority = *authority;
    return origin;
}

/// Returns whether scheme, host and port are equal. Texts that are no origins are compared byte by
/// byte.
bool isSame(const QByteArray &left, const QByteArray &right)
{
    const std::optional<Origin> a = parseOrigin(left);
    const std::optional<Origin> b = parseOrigin(right);
    if (!a || !b)
        return left == right;
    return a->defaultPort == b->defaultPort && a->authority == b->authority;
}

bool isAllowedOrigin(const OriginPolicy &policy, const QByteArray &origin)
{
    return !origin.isEmpty()
           && std::any_of(policy.corsOrigins.begin(), policy.corsOrigins.end(),
                          [&](const QByteArray &listed) { return isSame(listed, origin); });
}

/// Returns whether the origin has the host and port of the request. A missing port is the default
/// port of the origin's scheme.
bool isSameOrigin(const QByteArray &originText, const QByteArray &hostText, bool secure)
{
    const std::optional<Origin> origin = parseOrigin(originText);
    const std::optional<Authority> host = parseAuthority(hostText);
    if (!origin || !host || origin->authority.host != host->host)
        return false;
    if (secure && !originText.startsWith("https://"))
        return false; // an attacker on the network can forge a page that is served over plain HTTP
    const auto port = [&](int given) { return given < 0 ? origin->defaultPort : given; };
    return port(origin->authority.port) == port(host->port);
}

} // namespace

std::optional<Rejection> refusedHost(const OriginPolicy &policy, const Request &request)
{
    const QByteArray text = request.header("host");
    if (text.isEmpty())
        return std::nullopt;
    const std::optional<Authority> authority = parseAuthority(text);
    if (authority) {
        if (isLoopbackName(authority->host))
            return std::nullopt;
        const auto matches = [&](const QByteArray &pattern) {
            return matchesPattern(authority->host, pattern);
        };
        if (std::any_of(policy.trustedHosts.cbegin(), policy.trustedHosts.cend(), matches))
            return std::nullopt;
    }
    return Rejection{
        403,
        {errorcode::badHost, QStringLiteral("The host name %1 is not in hub.trusted_hosts.")
                                 .arg(QString::fromLatin1(text))}};
}

std::optional<Rejection> refusedOrigin(const OriginPolicy &policy, const Request &request)
{
    const QByteArray origin = request.header("origin");
    if (origin.isEmpty() || !changesState(request.method) || isAllowedOrigin(policy, origin)
        || isSameOrigin(origin, request.header("host"), request.secure))
        return std::nullopt;
    return Rejection{
        403,
        {QByteArrayLiteral("foreign_origin"),
         QStringLiteral(
             "Pages of %1 may not send this request: the origin is not in hub.cors_origins.")
             .arg(QString::fromLatin1(origin))}};
}

bool isAllowedPreflight(const OriginPolicy &policy, const Request &request)
{
    return request.method == "OPTIONS" && !request.header("access-control-request-method").isEmpty()
           && isAllowedOrigin(policy, request.header("origin"));
}

QList<std::pair<QByteArray, QByteArray>> corsHeaders(const OriginPolicy &policy,
                                                     const Request &request)
{
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (policy.corsOrigins.isEmpty())
        return headers;
    headers.append({QByteArrayLiteral("Vary"), QByteArrayLiteral("Origin")});
    const QByteArray origin = request.header("origin");
    if (!isAllowedOrigin(policy, origin))
        return headers;
    headers.append({QByteArrayLiteral("Access-Control-Allow-Origin"), origin});
    // An EventSource with `withCredentials` fails without this header.
    headers.append(
        {QByteArrayLiteral("Access-Control-Allow-Credentials"), QByteArrayLiteral("true")});
    headers.append({QByteArrayLiteral("Access-Control-Expose-Headers"),
                    QByteArrayLiteral("ETag, Link, Location, Retry-After")});
    if (isAllowedPreflight(policy, request)) {
        headers.append({QByteArrayLiteral("Access-Control-Allow-Methods"),
                        QByteArrayLiteral("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")});
        headers.append({QByteArrayLiteral("Access-Control-Allow-Headers"),
                        QByteArrayLiteral("Authorization, Content-Type, Last-Event-ID, "
                                          "Idempotency-Key, Cache-Control")});
        headers.append({QByteArrayLiteral("Access-Control-Max-Age"), QByteArrayLiteral("600")});
    }
    return headers;
}

} // namespace hub
