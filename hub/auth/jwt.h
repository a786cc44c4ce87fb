// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/jwtalgorithm.h"
#include "hub/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace hub {

/// A token taken apart, nothing of it verified. `jku`, `x5u`, `x5c` and `jwk` of its header are
/// not even read: a token does not bring its own key.
struct Jwt
{
    static constexpr qsizetype mostBytes = 8 * 1024;
    static constexpr qsizetype mostKeyIdBytes = 256;

    JwtAlgorithm algorithm = JwtAlgorithm::EdDsa; ///< As the header claims.
    QByteArray keyId; ///< `kid`: compared, never a path or an address; empty = none.
    QByteArray signingInput;
    QByteArray payload; ///< Decoded.
    QByteArray signature; ///< Decoded.

    /// JWS compact serialization (RFC 7515, section 7.1). `bad_token` otherwise, and for any
    /// `crit`, as we understand no extension.
    static Result<Jwt> decode(QByteArrayView token);
};

/// `bad_token`; the reason never quotes the token.
Error badToken(const QString &why);

} // namespace hub
