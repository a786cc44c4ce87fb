// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/claims.h"
#include "hub/auth/keyset.h"

namespace hub {

/// Returns the principal of a token. `nowMs` is on the wall clock. Checks the signature first, then
/// the claims. Errors are those of Jwt::decode() and readClaims(), `bad_signature`, and
/// `unknown_key` when no known key could have signed the token. A pure function.
Result<Principal> verifyToken(QByteArrayView token, const KeySet &keys, const ClaimRules &rules,
                              qint64 nowMs);

/// Returns the error `unknown_key`, also used for a key that was removed.
Error unknownKey();
/// Returns whether newly fetched keys could change the answer.
bool isUnknownKey(const Result<Principal> &answer);

} // namespace hub
