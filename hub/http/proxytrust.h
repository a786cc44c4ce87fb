// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/request.h"

#include <optional>

namespace hub {

/// Whose `X-Forwarded-…` headers count: anybody can send them. Pure functions over values.
class ProxyTrust
{
public:
    using Subnet = std::pair<QHostAddress, int>; ///< An address and its prefix length.

    ProxyTrust() = default;
    explicit ProxyTrust(QList<Subnet> proxies) : m_proxies(std::move(proxies)) { }

    /// `10.0.0.1`, `10.0.0.0/8`, `::1`, `fd00::/8`; nothing for whatever else.
    static std::optional<Subnet> parse(const QByteArray &text);

    bool trusts(const QHostAddress &address) const;

    /// Who asks: the first address, seen from here, that is no trusted proxy. What no proxy would
    /// write ends the search at the last one that is known.
    QHostAddress clientOf(const Request &request) const;
    /// Whether a trusted peer says that the request reached it over TLS.
    bool saysSecure(const Request &request) const;

    /// Whether the request has forwarding headers of a peer that is not trusted.
    bool isUntrusted(const Request &request) const;

private:
    QList<Subnet> m_proxies;
};

} // namespace hub
