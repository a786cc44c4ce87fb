// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/request.h"

#include <optional>

namespace hub {

/// The proxies whose `X-Forwarded-…` headers are believed. Headers of any other peer are ignored,
/// because every client can send them. Pure functions over values.
class ProxyTrust
{
public:
    using Subnet = std::pair<QHostAddress, int>; ///< An address and its prefix length.

    ProxyTrust() = default;
    explicit ProxyTrust(QList<Subnet> proxies) : m_proxies(std::move(proxies)) { }

    /// Reads an address or a network: `10.0.0.1`, `10.0.0.0/8`, `::1`, `fd00::/8`. Returns nothing
    /// for any other text.
    static std::optional<Subnet> parse(const QByteArray &text);

    bool trusts(const QHostAddress &address) const;

    /// Returns the address of the client: the nearest address to the hub that is not a trusted
    /// proxy. A malformed element of `X-Forwarded-For` ends the search; the last valid address
    /// counts. Reads at most the last 32 elements.
    QHostAddress clientOf(const Request &request) const;
    /// Returns whether a trusted proxy says, by `X-Forwarded-Proto`, that the request reached it
    /// over TLS.
    bool saysSecure(const Request &request) const;

    /// Returns whether the request has forwarding headers but comes from a peer that is not
    /// trusted.
    bool isUntrusted(const Request &request) const;

private:
    QList<Subnet> m_proxies;
};

} // namespace hub
