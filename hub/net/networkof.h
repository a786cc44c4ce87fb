// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>

namespace hub {

/// Bits of an IPv6 address that limits count by, unless the configuration says otherwise. One
/// customer of a provider has all addresses of a /64.
constexpr int usualIpv6Prefix = 64;

/// The network that limits count a peer by: an IPv4 address itself, also when it comes mapped into
/// IPv6; of an IPv6 address the first `ipv6Prefix` bits (0 to 128), the others are zero.
QHostAddress networkOf(const QHostAddress &address, int ipv6Prefix);

/// The same as a short binary key: 4 bytes for IPv4, 16 for IPv6, none for a null address.
QByteArray networkKey(const QHostAddress &address, int ipv6Prefix);

/// Returns an IPv4 address that comes mapped into IPv6 as IPv4, so that one peer is one address.
QHostAddress withoutMapping(const QHostAddress &address);

} // namespace hub
