// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/core/revocation.h"
#include "hub/service/actor.h"

#include <functional>

namespace hub {

class Authenticator;
class Hub;

/// Describes a revocation for logs and answers: `jti <id>` or `sub <user>`.
QByteArray whatOf(const Revocation &revocation);

/// Revokes one token, or all tokens of a user, at once: they and their tickets are refused from now
/// on, their streams are closed, and the action is recorded. `answer` gets the number of closed
/// streams once the revocation is committed and so survives a restart. Errors: those of
/// Revocations::add(), which revoke nothing, and of the store. Hub thread only.
void revoke(Hub &hub, Authenticator &authenticator, const Revocation &revocation,
            const Actor &actor, std::function<void(const Result<int> &)> answer);

} // namespace hub
