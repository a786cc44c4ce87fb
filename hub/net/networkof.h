// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>

namespace hub {

/// Default number of leading IPv6 address bits that limits count by. A provider usually gives each
/// customer a whole /64.
constexpr int usualIpv6Prefix = 64;

/// Returns the network that limits count an address by. An IPv4 address, plain or mapped into IPv6,
/// is its own network. An IPv6 address keeps its first `ipv6Prefix` bits (0 to 128); the others
/// become zero.
QHostAddress networkOf(const QHostAddress &address, int ipv6Prefix);

/// Returns networkOf() as a binary key: 4 bytes for IPv4, 16 for IPv6, empty for a null address.
QByteArray networkKey(const QHostAddress &address, int ipv6Prefix);

/// Returns an IPv4 address that comes mapped into IPv6 as IPv4, so that one peer is one address.
QHostAddress withoutMapping(const QHostAddress &address);

} // namespace hub
