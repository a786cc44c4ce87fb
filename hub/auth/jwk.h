// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/keyset.h"

#include <QByteArray>

namespace hub {

/// Where a JWK comes from says whether it may be a shared secret.
enum class JwkOrigin {
    File, ///< Ours alone: `kty` may be `oct`.
    Network, ///< Everybody can read it.
};

/// One JWK (RFC 7517; RFC 7518, section 6; RFC 8037): RSA, EC on P-256, OKP with Ed25519, oct.
/// Its `alg` narrows what it is good for. `bad_key` names the member that is wrong.
Result<VerificationKey> parseJwk(const QByteArray &json, JwkOrigin origin);

/// One JWK, or a set of at most KeySet::mostKeys. Of a set, keys that are for something else are
/// passed over (RFC 7517, section 5); an error when none is left.
Result<KeySet> parseJwks(const QByteArray &json, JwkOrigin origin);

} // namespace hub
