// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace hub {

/// What one connection may take, checked at the socket before anything is parsed. Defaults of
/// api.md.
struct HttpLimits
{
    qsizetype headerBytes = 16 * 1024; ///< Request line and headers together; more is 431.
    qsizetype bodyBytes = 1024 * 1024; ///< More is 413.
    qsizetype batchBodyBytes = 16 * 1024 * 1024; ///< For `/api/v1/events:batch`.
    std::chrono::milliseconds headerDeadline{10'000}; ///< From the first byte; then 408.
    std::chrono::milliseconds bodyDeadline{30'000};
    std::chrono::milliseconds idleDeadline{75'000}; ///< Keep-alive without a request.
    /// Bytes on their way that the peer's system does not acknowledge; then the peer has vanished.
    std::chrono::milliseconds peerTimeout{35'000};
    int connectionsPerAddress = 64; ///< More are closed at once; not of a trusted proxy.
    bool exemptLoopback = true; ///< From the limit per address: it may be this machine's own proxy.
    int connections = 20'000; ///< In all, streams too; more are closed at once.
    qsizetype streamBacklogBytes = 256 * 1024;
};

} // namespace hub
