// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace hub {

/// The parsed `host[:port]` of a `Host` header, a request target or an origin.
struct Authority
{
    /// Lower case. An IPv6 address is without brackets, a name without a trailing dot.
    QByteArray host;
    int port = -1; ///< -1 when not given.

    bool operator==(const Authority &) const = default;
};

/// Returns the host name without one trailing dot: `hub.example.org.` and `hub.example.org` are the
/// same host (RFC 1034 section 3.1).
QByteArray withoutRootDot(const QByteArray &host);

/// Parses `host[:port]` (RFC 3986 section 3.2). Returns nothing for an empty or malformed text, and
/// for one with user information.
std::optional<Authority> parseAuthority(QByteArrayView text);

/// Returns whether the host is `localhost`, an address in 127.0.0.0/8, or `::1`. A foreign DNS
/// server cannot make such a name point to this machine.
bool isLoopbackName(const QByteArray &host);

} // namespace hub
