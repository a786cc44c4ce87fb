// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace hub {

/// `host[:port]` of a `Host` header, a request target or an origin.
struct Authority
{
    /// Lower case, an IPv6 address without its brackets, a name without the dot of the root.
    QByteArray host;
    int port = -1; ///< -1 when not given.

    bool operator==(const Authority &) const = default;
};

/// `hub.example.org.` is the same host as `hub.example.org` (RFC 1034 section 3.1): returns the
/// name without one such dot.
QByteArray withoutRootDot(const QByteArray &host);

/// Nothing when it is empty or not of RFC 3986's form; user information is refused.
std::optional<Authority> parseAuthority(QByteArrayView text);

/// Whether the name is `localhost`, within 127.0.0.0/8, or ::1: names that no foreign DNS can point
/// here.
bool isLoopbackName(const QByteArray &host);

} // namespace hub
