// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/crypto/publickey.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace hub {

/// The `alg` values of RFC 7518 and RFC 8037 that we verify; there is no `none`.
enum class JwtAlgorithm { Hs256, Rs256, Ps256, Es256, EdDsa };

QByteArray toString(JwtAlgorithm algorithm);
/// Exact spelling; `Ed25519`, as RFC 9864 has it, is EdDsa too.
std::optional<JwtAlgorithm> parseJwtAlgorithm(QByteArrayView text);

/// How a key pair signs so; none for HS256, which has no key pair.
std::optional<SignatureScheme> schemeOf(JwtAlgorithm algorithm);

} // namespace hub
