// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/tokenverifier.h"

namespace hub {

Result<Principal> verifyToken(QByteArrayView token, const KeySet &keys, const ClaimRules &rules,
                              qint64 nowMs)
{
    const auto jwt = Jwt::decode(token);
    if (!jwt)
        return jwt.error();
    switch (keys.verify(*jwt)) {
    case KeySet::Verdict::Verified: return readClaims(jwt->payload, rules, nowMs);
    case KeySet::Verdict::Refused: break;
    case KeySet::Verdict::UnknownKey:
        return Error{QByteArrayLiteral("unknown_key"),
                     QStringLiteral("signed with a key that this hub does not know")};
    }
    return Error{QByteArrayLiteral("bad_signature"),
                 QStringLiteral("the token is not signed with its key")};
}

bool isUnknownKey(const Result<Principal> &answer)
{
    return !answer && answer.error().code == "unknown_key";
}

} // namespace hub
