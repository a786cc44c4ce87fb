// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/request.h"

namespace hub {

struct Api;

/// Records an action of an administrator, also a refused one. Writes one log line, which is the
/// permanent record, and a `hub.log` event on the hub's own stream. `action` is a word such as
/// `disconnect`. `what` names the object of the action. `result` is the outcome, such as `3 closed`
/// or `refused: bad_field`. None of them may contain a secret.
void audit(Api &api, const Request &request, const QByteArray &action, const QByteArray &what,
           const QByteArray &result);

} // namespace hub
