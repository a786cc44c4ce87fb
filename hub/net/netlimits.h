// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/net/networkof.h"

#include <QtGlobal>

#include <chrono>

namespace hub {

/// Limits on connections, before any byte of a request is read. The defaults are those of the
/// configuration.
struct NetLimits
{
    int connections = 20'000; ///< All together, streams included. A further one is closed at once.
    int connectionsPerAddress = 64; ///< Does not apply to trusted proxies.
    int ipv6Prefix = usualIpv6Prefix; ///< What counts as one address; see networkOf().
    /// Exempts loopback from the limit per address: the peer may be this machine's own proxy.
    bool exemptLoopback = true;
    int tlsHandshakes = 512; ///< Unfinished handshakes. A further connection is closed at once.
    std::chrono::milliseconds tlsHandshakeDeadline{10'000}; ///< Then the connection is closed.
    /// How long the peer's system may leave sent bytes unacknowledged. Then the peer has vanished.
    std::chrono::milliseconds peerTimeout{35'000};
    /// Unread bytes that the system may hold for one connection. 0 leaves the size to the system.
    /// Linux reserves twice as much, for its own bookkeeping.
    qsizetype sendBufferBytes = 256 * 1024;
};

} // namespace hub
