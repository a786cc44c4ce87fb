// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/tokenwriter.h"
#include "hub/base/result.h"

#include <QStringList>

#include <chrono>

namespace helio {

/// Where the key of a token is; one of the three. A secret never stands on the command line.
struct TokenKey
{
    QString keyFile; ///< Private key in PEM.
    QString secretFile;
    QString devFolder; ///< A key pair is made there unless there is one.
};

struct TokenOptions
{
    TokenKey key;
    std::optional<hub::JwtAlgorithm> algorithm; ///< None = what is usual for the key.
    hub::TokenClaims claims; ///< Without its times and its id.
    std::chrono::milliseconds lifetime = std::chrono::hours(1);
    QByteArray keyId;
};

/// Takes the words after the command's name. An error's message is for people.
hub::Result<TokenOptions> parseToken(const QStringList &words);

} // namespace helio
