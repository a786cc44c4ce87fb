// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/keyset.h"

#include <algorithm>

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

/// Returns whether the key may have signed the token: their `kid` is equal, or one has none.
bool KeySet::isMeant(const VerificationKey &key, const Jwt &token)
{
    return token.keyId.isEmpty() || key.id().isEmpty() || key.id() == token.keyId;
}

qsizetype KeySet::candidates(const Jwt &token) const
{
    return std::count_if(m_keys.begin(), m_keys.end(), [&](const VerificationKey &key) {
        return isMeant(key, token) && key.accepts(token.algorithm);
    });
}

KeySet::Outcome KeySet::verify(const Jwt &token) const
{
    bool isKnown = false;
    for (const VerificationKey &key : m_keys) {
        if (!isMeant(key, token))
            continue;
        const bool isNamed = !token.keyId.isEmpty() && key.id() == token.keyId;
        const bool isAccepted = key.accepts(token.algorithm);
        isKnown = isKnown || isNamed || (token.keyId.isEmpty() && isAccepted);
        if (isAccepted && key.verify(token.algorithm, token.signingInput, token.signature))
            return {Signature::Verified, key.digest()};
    }
    return {isKnown ? Signature::Refused : Signature::UnknownKey};
}

bool KeySet::contains(const QByteArray &keyDigest) const
{
    return std::any_of(m_keys.begin(), m_keys.end(),
                       [&](const VerificationKey &key) { return key.digest() == keyDigest; });
}

bool KeySet::containsAll(const KeySet &others) const
{
    return std::all_of(others.m_keys.begin(), others.m_keys.end(),
                       [this](const VerificationKey &key) { return contains(key.digest()); });
}

} // namespace hub
