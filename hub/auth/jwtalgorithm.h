// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/crypto/publickey.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace hub {

/// The supported `alg` values of RFC 7518 and RFC 8037. `none` is not among them.
enum class JwtAlgorithm { Hs256, Rs256, Ps256, Es256, EdDsa };

QByteArray toString(JwtAlgorithm algorithm);
/// Parses an exact `alg` value. `Ed25519` (RFC 9864) means EdDSA.
std::optional<JwtAlgorithm> parseJwtAlgorithm(QByteArrayView text);

/// Returns the signature scheme of an algorithm with key pairs; none for HS256.
std::optional<SignatureScheme> schemeOf(JwtAlgorithm algorithm);

} // namespace hub
