// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace hub {

/// Why a stream ended; the same word in the log, the metric and the clients. A closed set (api.md).
enum class CloseReason {
    ClientLeft,
    Slow, ///< Took no byte for the write deadline.
    HeartbeatFailed, ///< The peer vanished: nothing that was sent is acknowledged.
    TokenExpired,
    Revoked, ///< The token or its key was taken away.
    Evicted, ///< For a newer stream of the same user.
    Kicked, ///< By an administrator.
    Drain, ///< The hub stops.
    JobEnded,
    ServerError,
};

QByteArray toString(CloseReason reason);

} // namespace hub
