// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/bodyterms.h"
#include "hub/http/networkof.h"

#include <QtGlobal>

#include <chrono>

namespace hub {

/// Limits of connections, requests and answers. `resources/docs/configuration.md` lists the keys
/// that set them.
struct HttpLimits
{
    /// Request line and headers together; a longer head gets 431.
    qsizetype headerBytes = 16 * 1024;
    qsizetype bodyBytes = 1024 * 1024; ///< A longer body gets 413.
    qsizetype batchBodyBytes = 16 * 1024 * 1024; ///< For `/api/v1/events:batch`.
    qsizetype webhookBodyBytes = 20 * 1024 * 1024; ///< For `/api/v1/webhooks/…`.
    /// From the first byte of a request to the end of its head; then it gets 408.
    std::chrono::milliseconds headerDeadline{10'000};
    /// From the moment the hub starts to read a body to its end; then the request gets 408.
    std::chrono::milliseconds bodyDeadline{30'000};
    /// Without a request on an open connection; then the connection is closed.
    std::chrono::milliseconds idleDeadline{75'000};
    /// Without progress while the peer reads an answer; then the connection is closed.
    std::chrono::milliseconds writeDeadline{30'000};
    std::chrono::milliseconds tlsHandshakeDeadline{10'000}; ///< Then the connection is closed.
    /// Time for the peer's system to acknowledge sent bytes; then the connection fails. Only on
    /// systems with TCP_USER_TIMEOUT.
    std::chrono::milliseconds peerTimeout{35'000};
    /// A further connection is closed at once. Trusted proxies are exempt.
    int connectionsPerAddress = 64;
    /// Leading bits of an IPv6 address that limits count by; see networkOf().
    int ipv6Prefix = usualIpv6Prefix;
    /// Exempts loopback peers from connectionsPerAddress: a proxy may run on the same machine.
    bool exemptLoopback = true;
    int connections = 20'000; ///< All connections and streams; a further one is closed at once.
    int tlsHandshakes = 512; ///< Unfinished handshakes; a further connection is closed at once.
    qsizetype streamBacklogBytes = 256 * 1024; ///< Becomes Streams::Options::gatherBytes.
    /// Kernel send buffer of one connection; 0 keeps the default of the system. Linux allocates
    /// twice the value for its own bookkeeping.
    qsizetype sendBufferBytes = 256 * 1024;

    // Budgets in bytes, shared by all connections. The share of one user or network is a quarter.
    // For the two budgets of requests the share is at least the largest body.
    qint64 requestBudgetBytes = 64 * 1024 * 1024; ///< Bodies of verified callers.
    qint64 unverifiedBudgetBytes = 64 * 1024 * 1024; ///< Unfinished heads, bodies of other callers.
    qint64 answerBudgetBytes = 64 * 1024 * 1024; ///< Answers that their peers did not read yet.

    /// Returns the length limit, in bytes, of a body of this kind.
    qsizetype bodyLimit(BodyKind kind) const
    {
        switch (kind) {
        case BodyKind::Usual: break;
        case BodyKind::Batch: return batchBodyBytes;
        case BodyKind::Webhook: return webhookBodyBytes;
        }
        return bodyBytes;
    }
};

} // namespace hub
