// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/request.h"

namespace hub {

struct Api;

/// Every action of an administrator, also a refused one, goes through here: one line of the log,
/// which is the record that stays, and a `hub.log` event for whoever follows the hub. `action` is a
/// word (`disconnect`), `what` whom or what it is about, `result` what came of it (`3 closed`,
/// `refused: bad_field`). No secret may be in any of them.
void audit(Api &api, const Request &request, const QByteArray &action, const QByteArray &what,
           const QByteArray &result);

} // namespace hub
