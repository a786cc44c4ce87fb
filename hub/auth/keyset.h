// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/jwt.h"
#include "hub/auth/verificationkey.h"

#include <vector>

namespace hub {

/// The keys that may have signed a token. A value.
class KeySet
{
public:
    /// Bounds what one token can cost.
    static constexpr qsizetype mostKeys = 64;

    enum class Verdict {
        Verified,
        Refused, ///< The key is known, the signature is not its.
        UnknownKey, ///< No key has this `kid`, or none does this algorithm.
    };
    struct Outcome
    {
        Verdict verdict = Verdict::UnknownKey;
        QByteArray keyDigest{}; ///< Of the key that verified it.
    };

    /// `too_many_keys` when it is full.
    Result<void> add(const VerificationKey &key);
    Result<void> add(const KeySet &others);

    /// Tries those whose `kid` is the token's, and those without one; all when the token has none.
    Outcome verify(const Jwt &token) const;

    /// How many signatures verify() may have to check for this token.
    qsizetype candidates(const Jwt &token) const;

    /// Whether a key of this digest is there.
    bool contains(const QByteArray &keyDigest) const;
    /// Whether all of those are here too.
    bool containsAll(const KeySet &others) const;

    bool isEmpty() const { return m_keys.empty(); }
    qsizetype size() const { return qsizetype(m_keys.size()); }

private:
    static bool isMeant(const VerificationKey &key, const Jwt &token);

    std::vector<VerificationKey> m_keys;
};

} // namespace hub
