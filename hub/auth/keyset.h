// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/jwt.h"
#include "hub/auth/verificationkey.h"

#include <vector>

namespace hub {

/// The keys that may verify tokens. A plain value.
class KeySet
{
public:
    /// Limits the cost of one token.
    static constexpr qsizetype mostKeys = 64;

    enum class Signature {
        Verified,
        Refused, ///< The key is known, but the signature does not fit.
        UnknownKey, ///< No key has this `kid`, or none supports the algorithm.
    };
    struct Outcome
    {
        Signature signature = Signature::UnknownKey;
        QByteArray keyDigest{}; ///< Of the key that verified the token.
    };

    /// Adds a key. The error is `too_many_keys` when the set is full.
    Result<void> add(const VerificationKey &key);
    /// Adds all keys of `others`. When the set is full, the first ones stay added.
    Result<void> add(const KeySet &others);

    /// Verifies a token with the keys that have its `kid` and those without one. Tries all keys
    /// when the token has no `kid`.
    Outcome verify(const Jwt &token) const;

    /// Returns how many signatures verify() may check for this token.
    qsizetype candidates(const Jwt &token) const;

    /// Returns whether a key with this digest is in the set.
    bool contains(const QByteArray &keyDigest) const;
    /// Returns whether all keys of `others` are in this set too.
    bool containsAll(const KeySet &others) const;

    bool isEmpty() const { return m_keys.empty(); }
    qsizetype size() const { return qsizetype(m_keys.size()); }

private:
    static bool isMeant(const VerificationKey &key, const Jwt &token);

    std::vector<VerificationKey> m_keys;
};

} // namespace hub
