// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/keyset.h"

#include <QByteArray>

namespace hub {

/// Origin of a JWK: decides whether it may be a shared secret.
enum class JwkOrigin {
    File, ///< Private: `kty` may be `oct`.
    Network, ///< Readable by others: `oct` is refused.
};

/// Parses one JWK (RFC 7517; RFC 7518 section 6; RFC 8037): RSA, EC on P-256, OKP with Ed25519,
/// oct. Its `alg` limits the key to that algorithm. The error `bad_key` names the wrong member.
Result<VerificationKey> parseJwk(const QByteArray &json, JwkOrigin origin);

/// Parses one JWK, or a set of at most KeySet::mostKeys. Unusable keys of a set are skipped (RFC
/// 7517 section 5). Fails when no key is left.
Result<KeySet> parseJwks(const QByteArray &json, JwkOrigin origin);

} // namespace hub
