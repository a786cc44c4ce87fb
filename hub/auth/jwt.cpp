// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/jwt.h"

#include "hub/auth/uniquemembers.h"
#include "hub/crypto/base64.h"

namespace hub {

namespace {
std::optional<Error> readHeader(const QByteArray &json, Jwt &token)
{
    auto members = parseUniqueMembers(json);
    if (!members)
        return badToken(QStringLiteral("header: ") + members.error().message);
    if (members->find(QLatin1String("crit")))
        return badToken(QStringLiteral("header: crit: extensions are not supported"));
    const auto *alg = members->find(QLatin1String("alg"));
    const auto algorithm = alg && alg->isString() ? parseJwtAlgorithm(alg->utf8()) : std::nullopt;
    if (!algorithm)
        return badToken(QStringLiteral("header: alg: must be HS256, RS256, PS256, ES256 or EdDSA"));
    token.algorithm = *algorithm;
    const auto *kid = members->find(QLatin1String("kid"));
    if (!kid)
        return std::nullopt;
    token.keyId = kid->utf8();
    if (!kid->isString() || token.keyId.size() > Jwt::mostKeyIdBytes)
        return badToken(QStringLiteral("header: kid: must be a string of at most %1 bytes")
                            .arg(Jwt::mostKeyIdBytes));
    return std::nullopt;
}
} // namespace

Error badToken(const QString &why)
{
    return {QByteArrayLiteral("bad_token"), why};
}

Result<Jwt> Jwt::decode(QByteArrayView token)
{
    if (token.size() > mostBytes)
        return badToken(QStringLiteral("the token is longer than %1 bytes").arg(mostBytes));
    const qsizetype first = token.indexOf('.');
    const qsizetype last = token.lastIndexOf('.');
    // More dots between these two fail to decode as base64url.
    if (first < 0 || first == last)
        return badToken(QStringLiteral("the token must have three parts separated by dots"));
    const auto header = decodeBase64Url(token.first(first));
    auto payload = decodeBase64Url(token.sliced(first + 1, last - first - 1));
    auto signature = decodeBase64Url(token.sliced(last + 1));
    if (!header || !payload || !signature)
        return badToken(QStringLiteral("the token must have three parts of base64url"));
    if (signature->isEmpty())
        return badToken(QStringLiteral("the token has no signature"));
    Jwt jwt;
    if (const auto error = readHeader(*header, jwt))
        return *error;
    jwt.signingInput = token.first(last).toByteArray();
    jwt.payload = std::move(*payload);
    jwt.signature = std::move(*signature);
    return jwt;
}

} // namespace hub
