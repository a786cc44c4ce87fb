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

/// A key with the algorithms that it is pinned to. What a token says of itself never widens them:
/// a public key is never taken for an HMAC secret. A value.
class VerificationKey
{
public:
    static constexpr qsizetype leastSecretBytes = 32; // RFC 7518, section 3.2
    static constexpr qsizetype mostSecretBytes = 4096;

    /// HS256 alone. `bad_key` for a short or huge secret, and for PEM, whose public half anybody
    /// may know.
    static Result<VerificationKey> fromSecret(const QByteArray &secret, const QByteArray &id = {});
    /// All that the key can do, or `only` that; `bad_key` when it cannot.
    static Result<VerificationKey> fromPublic(const PublicKey &key, const QByteArray &id = {},
                                              std::optional<JwtAlgorithm> only = {});

    /// The `kid`; empty when it has none.
    const QByteArray &id() const { return m_id; }
    /// Tells keys apart, whatever they are called, and gives away nothing of a secret that a token
    /// signed with it does not; 16 bytes.
    const QByteArray &digest() const { return m_digest; }
    bool accepts(JwtAlgorithm algorithm) const;
    /// False also for an algorithm that is not accepted.
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
