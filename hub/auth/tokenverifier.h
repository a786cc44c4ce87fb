// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/claims.h"
#include "hub/auth/keyset.h"

namespace hub {

/// Who the bearer of `token` is at the time `nowMs` of the wall clock. First the signature, then
/// what it says. Errors are those of Jwt::decode() and readClaims(), `bad_signature`, and
/// `unknown_key` when no key is there that could have signed it. Pure.
Result<Principal> verifyToken(QByteArrayView token, const KeySet &keys, const ClaimRules &rules,
                              qint64 nowMs);

/// `unknown_key`, also of a key that is no longer there.
Error unknownKey();
/// Whether other keys might change the answer.
bool isUnknownKey(const Result<Principal> &answer);

} // namespace hub
