// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/tokenverifier.h"

#include "hub/base/errorcode.h"

namespace hub {

Result<Principal> verifyToken(QByteArrayView token, const KeySet &keys, const ClaimRules &rules,
                              qint64 nowMs)
{
    const auto jwt = Jwt::decode(token);
    if (!jwt)
        return jwt.error();
    const KeySet::Outcome outcome = keys.verify(*jwt);
    switch (outcome.signature) {
    case KeySet::Signature::Verified: {
        auto principal = readClaims(jwt->payload, rules, nowMs);
        if (principal)
            principal->keyDigest = outcome.keyDigest;
        return principal;
    }
    case KeySet::Signature::Refused: break;
    case KeySet::Signature::UnknownKey: return unknownKey();
    }
    return Error{errorcode::badSignature,
                 QStringLiteral("the token's signature does not match its key")};
}

Error unknownKey()
{
    return {errorcode::unknownKey, QStringLiteral("signed with a key that this hub does not know")};
}

bool isUnknownKey(const Result<Principal> &answer)
{
    return !answer && answer.error().code == errorcode::unknownKey;
}

} // namespace hub
