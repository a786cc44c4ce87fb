// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/service/actor.h"
#include "hub/service/streamchoice.h"

namespace hub {

class Hub;

/// Closes the stream with this connection id, asks its client to stay away, and records the action.
/// Returns `unknown_connection` when there is none. Hub thread only.
Result<void> disconnectOne(Hub &hub, const QByteArray &id, const Actor &actor);

/// Does the same to every stream of the choice. Returns the number of closed streams.
int disconnect(Hub &hub, const StreamChoice &choice, const Actor &actor);

} // namespace hub
