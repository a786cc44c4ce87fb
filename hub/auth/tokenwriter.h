// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/jwtalgorithm.h"
#include "hub/base/result.h"
#include "hub/crypto/privatekey.h"

#include <QByteArray>
#include <QByteArrayList>

#include <optional>
#include <variant>

namespace hub {

/// What a token shall say; what is empty is left out.
struct TokenClaims
{
    QByteArray subject;
    QByteArray scope;
    std::optional<QByteArrayList> jobs;
    QByteArray issuer;
    QByteArray audience;
    QByteArray tokenId;
    qint64 issuedS = 0; ///< Seconds since 1970 UTC, as the others.
    qint64 expiresS = 0;
};

/// Signs tokens, for `helio token` and tests. Cheap to copy.
class TokenWriter
{
public:
    /// HS256; `bad_key` unless VerificationKey takes the secret.
    static Result<TokenWriter> withSecret(const QByteArray &secret);
    /// `algorithm`, or what is usual for the key: RS256, ES256, EdDSA; `bad_key` when they do not
    /// fit.
    static Result<TokenWriter> withKey(const PrivateKey &key,
                                       std::optional<JwtAlgorithm> algorithm = {});

    JwtAlgorithm algorithm() const { return m_algorithm; }

    /// The token; `keyId` becomes its `kid` unless empty.
    Result<QByteArray> write(const TokenClaims &claims, const QByteArray &keyId = {}) const;
    /// The same of ready-made JSON, sensible or not.
    Result<QByteArray> sign(const QByteArray &header, const QByteArray &payload) const;

private:
    using Material = std::variant<QByteArray, PrivateKey>;

    TokenWriter(Material material, JwtAlgorithm algorithm);

    Material m_material;
    JwtAlgorithm m_algorithm;
};

} // namespace hub
