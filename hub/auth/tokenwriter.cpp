// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/tokenwriter.h"

#include "hub/auth/verificationkey.h"
#include "hub/crypto/base64.h"
#include "hub/crypto/digest.h"
#include "hub/json/jsonwriter.h"

namespace hub {

namespace {
JwtAlgorithm usualFor(KeyKind kind)
{
    switch (kind) {
    case KeyKind::Rsa: return JwtAlgorithm::Rs256;
    case KeyKind::P256: return JwtAlgorithm::Es256;
    case KeyKind::Ed25519: break;
    }
    return JwtAlgorithm::EdDsa;
}

QByteArray headerJson(JwtAlgorithm algorithm, const QByteArray &keyId)
{
    JsonWriter json;
    json.beginObject().key("alg").string(toString(algorithm));
    json.key("typ").string(QByteArrayLiteral("JWT")).textIf("kid", keyId).endObject();
    return json.take();
}

QByteArray claimsJson(const TokenClaims &claims)
{
    JsonWriter json;
    json.beginObject().textIf("sub", claims.subject).textIf("scope", claims.scope);
    if (claims.jobs) {
        json.key("jobs").beginArray();
        for (const QByteArray &pattern : *claims.jobs)
            json.string(pattern);
        json.endArray();
    }
    json.textIf("iss", claims.issuer).textIf("aud", claims.audience);
    json.textIf("jti", claims.tokenId);
    if (claims.issuedS > 0)
        json.key("iat").number(claims.issuedS);
    if (claims.expiresS > 0)
        json.key("exp").number(claims.expiresS);
    json.endObject();
    return json.take();
}
} // namespace

TokenWriter::TokenWriter(Material material, JwtAlgorithm algorithm)
    : m_material(std::move(material))
    , m_algorithm(algorithm)
{ }

Result<TokenWriter> TokenWriter::withSecret(const QByteArray &secret)
{
    const auto taken = VerificationKey::fromSecret(secret);
    if (!taken)
        return taken.error();
    return TokenWriter(secret, JwtAlgorithm::Hs256);
}

Result<TokenWriter> TokenWriter::withKey(const PrivateKey &key,
                                         std::optional<JwtAlgorithm> algorithm)
{
    const auto fitting = VerificationKey::fromPublic(key.publicKey(), {}, algorithm);
    if (!fitting)
        return fitting.error();
    return TokenWriter(key, algorithm.value_or(usualFor(key.kind())));
}

Result<QByteArray> TokenWriter::write(const TokenClaims &claims, const QByteArray &keyId) const
{
    return sign(headerJson(m_algorithm, keyId), claimsJson(claims));
}

Result<QByteArray> TokenWriter::sign(const QByteArray &header, const QByteArray &payload) const
{
    const QByteArray input = encodeBase64Url(header) + '.' + encodeBase64Url(payload);
    const auto *secret = std::get_if<QByteArray>(&m_material);
    const Result<QByteArray> signature =
        secret ? Result(hmacSha256(*secret, input))
               : std::get<PrivateKey>(m_material).sign(*schemeOf(m_algorithm), input);
    if (!signature)
        return signature.error();
    return input + '.' + encodeBase64Url(*signature);
}

} // namespace hub
