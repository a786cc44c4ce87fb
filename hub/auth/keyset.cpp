// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/keyset.h"

namespace hub {

Result<void> KeySet::add(const VerificationKey &key)
{
    if (size() >= mostKeys)
        return Error{QByteArrayLiteral("too_many_keys"),
                     QStringLiteral("more than %1 keys").arg(mostKeys)};
    m_keys.push_back(key);
    return {};
}

Result<void> KeySet::add(const KeySet &others)
{
    for (const VerificationKey &key : others.m_keys) {
        if (auto added = add(key); !added)
            return added;
    }
    return {};
}

KeySet::Verdict KeySet::verify(const Jwt &token) const
{
    bool isKnown = false;
    for (const VerificationKey &key : m_keys) {
        const bool isNamed = !token.keyId.isEmpty() && key.id() == token.keyId;
        if (!isNamed && !token.keyId.isEmpty() && !key.id().isEmpty())
            continue;
        const bool isAccepted = key.accepts(token.algorithm);
        isKnown = isKnown || isNamed || (token.keyId.isEmpty() && isAccepted);
        if (isAccepted && key.verify(token.algorithm, token.signingInput, token.signature))
            return Verdict::Verified;
    }
    return isKnown ? Verdict::Refused : Verdict::UnknownKey;
}

} // namespace hub
