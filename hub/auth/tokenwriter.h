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

/// The claims of a new token. Empty members are left out.
struct TokenClaims
{
    QByteArray subject;
    QByteArray scope;
    std::optional<QByteArrayList> jobs;
    QByteArray issuer;
    QByteArray audience;
    QByteArray tokenId;
    qint64 issuedS = 0; ///< Seconds since 1970 UTC, as expiresS; 0 = left out.
    qint64 expiresS = 0;
};

/// Signs tokens for `helio token` and tests. Cheap to copy.
class TokenWriter
{
public:
    /// Signs with HS256. The error is `bad_key` when VerificationKey refuses the secret.
    static Result<TokenWriter> withSecret(const QByteArray &secret);
    /// Signs with `algorithm`, or with the usual one for the key: RS256, ES256 or EdDSA. The error
    /// is `bad_key` when key and algorithm do not fit.
    static Result<TokenWriter> withKey(const PrivateKey &key,
                                       std::optional<JwtAlgorithm> algorithm = {});

    JwtAlgorithm algorithm() const { return m_algorithm; }

    /// Returns a signed token. `keyId` becomes its `kid` unless empty.
    Result<QByteArray> write(const TokenClaims &claims, const QByteArray &keyId = {}) const;
    /// Signs a header and payload of ready-made JSON, which may be invalid: for tests.
    Result<QByteArray> sign(const QByteArray &header, const QByteArray &payload) const;

private:
    using Material = std::variant<QByteArray, PrivateKey>;

    TokenWriter(Material material, JwtAlgorithm algorithm);

    Material m_material;
    JwtAlgorithm m_algorithm;
};

} // namespace hub
