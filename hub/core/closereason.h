// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace hub {

/// Why a stream ended. The log, the metric and the clients use the same word. The set is closed
/// (resources/docs/streams.md).
enum class CloseReason {
    ClientLeft,
    Slow, ///< The socket took no byte for the write deadline.
    HeartbeatFailed, ///< The peer no longer acknowledges what was sent.
    TokenExpired,
    Revoked, ///< The token was revoked or its key removed.
    Evicted, ///< Closed for a newer stream of the same user.
    Kicked, ///< Closed by an administrator.
    Drain, ///< The hub is stopping.
    JobEnded,
    ServerError,
};

QByteArray toString(CloseReason reason);

} // namespace hub
