// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/jwtalgorithm.h"
#include "hub/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace hub {

/// A decoded token that is not verified. The header members `jku`, `x5u`, `x5c` and `jwk` are
/// ignored: a token must not bring its own key.
struct Jwt
{
    static constexpr qsizetype mostBytes = 8 * 1024;
    static constexpr qsizetype mostKeyIdBytes = 256;

    JwtAlgorithm algorithm = JwtAlgorithm::EdDsa; ///< As the header claims.
    QByteArray keyId; ///< `kid`. Only compared, never used as a path or address; empty = none.
    QByteArray signingInput;
    QByteArray payload; ///< Decoded.
    QByteArray signature; ///< Decoded.

    /// Decodes a JWS compact serialization (RFC 7515 section 7.1). The error is `bad_token`, also
    /// for any `crit`, because no extension is supported.
    static Result<Jwt> decode(QByteArrayView token);
};

/// Returns the error `bad_token`. `why` must not quote the token.
Error badToken(const QString &why);

} // namespace hub
