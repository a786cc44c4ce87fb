// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/jwtalgorithm.h"
#include "hub/base/result.h"
#include "hub/crypto/publickey.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <variant>

namespace hub {

/// A key pinned to its algorithms. A token's header cannot add any: a public key is never used as
/// an HMAC secret. A plain value.
class VerificationKey
{
public:
    static constexpr qsizetype leastSecretBytes = 32; // RFC 7518 section 3.2
    static constexpr qsizetype mostSecretBytes = 4096;

    /// Makes a key for HS256 only. The error is `bad_key` for a short or huge secret, and for PEM,
    /// because a public key in PEM is not secret.
    static Result<VerificationKey> fromSecret(const QByteArray &secret, const QByteArray &id = {});
    /// Makes a key for all algorithms that it supports, or for `only`. The error is `bad_key` when
    /// the key does not support `only`.
    static Result<VerificationKey> fromPublic(const PublicKey &key, const QByteArray &id = {},
                                              std::optional<JwtAlgorithm> only = {});

    /// Returns the `kid`; empty when there is none.
    const QByteArray &id() const { return m_id; }
    /// Returns 16 bytes that identify the key whatever its `kid`. They reveal no more of a secret
    /// than a token signed with it.
    const QByteArray &digest() const { return m_digest; }
    bool accepts(JwtAlgorithm algorithm) const;
    /// Returns false also for an algorithm that the key does not accept.
    bool verify(JwtAlgorithm algorithm, QByteArrayView input, QByteArrayView signature) const;

private:
    using Material = std::variant<QByteArray, PublicKey>;

    VerificationKey(Material material, QByteArray id, std::optional<JwtAlgorithm> only);

    Material m_material;
    QByteArray m_id;
    QByteArray m_digest;
    std::optional<JwtAlgorithm> m_only;
};

} // namespace hub
