// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/tokenwriter.h"

#include <QDateTime>

namespace test {

/// A token that is valid for `seconds` from now. Its `jti` is `id-of-<subject>`, at most 128 bytes.
inline QByteArray userToken(const hub::PrivateKey &key, const QByteArray &subject,
                            const QByteArray &scope, qint64 seconds = 600,
                            const std::optional<QByteArrayList> &jobs = {})
{
    hub::TokenClaims claims;
    claims.subject = subject;
    claims.scope = scope;
    claims.jobs = jobs;
    claims.tokenId = ("id-of-" + subject.toPercentEncoding()).left(128);
    claims.issuedS = QDateTime::currentSecsSinceEpoch();
    claims.expiresS = claims.issuedS + seconds;
    return *hub::TokenWriter::withKey(key)->write(claims);
}

} // namespace test
