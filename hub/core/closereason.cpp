// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/closereason.h"

namespace hub {

QByteArray toString(CloseReason reason)
{
    switch (reason) {
    case CloseReason::ClientLeft: return "client_left";
    case CloseReason::Slow: return "slow";
    case CloseReason::HeartbeatFailed: return "heartbeat_failed";
    case CloseReason::TokenExpired: return "token_expired";
    case CloseReason::Revoked: return "revoked";
    case CloseReason::Evicted: return "evicted";
    case CloseReason::Kicked: return "kicked";
    case CloseReason::Drain: return "drain";
    case CloseReason::JobEnded: return "job_ended";
    case CloseReason::ServerError: return "server_error";
    }
    return "server_error";
}

} // namespace hub
