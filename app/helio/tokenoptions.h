// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/tokenwriter.h"
#include "hub/base/result.h"

#include <QStringList>

#include <chrono>

namespace helio {

/// The location of the signing key. Exactly one member is set. No option takes the secret itself,
/// because other users of the machine can read the command line.
struct TokenKey
{
    QString keyFile; ///< Private key in PEM.
    QString secretFile; ///< Secret for HS256.
    QString devFolder; ///< Folder of a development key pair, which is made if it does not exist.
};

struct TokenOptions
{
    TokenKey key;
    std::optional<hub::JwtAlgorithm> algorithm; ///< Nullopt = the default for the type of the key.
    hub::TokenClaims claims; ///< Without times and token id, which are set on signing.
    std::chrono::milliseconds lifetime = std::chrono::hours(1);
    QByteArray keyId; ///< `kid` of the token. Empty = none.
};

/// Parses the words after the command name. An error (`usage`) has a message for people.
hub::Result<TokenOptions> parseToken(const QStringList &words);

} // namespace helio
