// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/service/actor.h"

namespace hub {

class Hub;

/// Records an action of an administrator, also a refused one: one line in the log, which is the
/// permanent record, and a `hub.log` event on the hub's own stream. `action` is a word such as
/// `disconnect`, `what` names its object, `result` its outcome (`3 closed`, `refused: bad_field`).
/// None of them may contain a secret.
void audit(Hub &hub, const Actor &actor, const QByteArray &action, const QByteArray &what,
           const QByteArray &result);

} // namespace hub
