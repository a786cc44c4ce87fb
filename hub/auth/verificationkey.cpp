// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/verificationkey.h"

#include "hub/crypto/constanttime.h"
#include "hub/crypto/digest.h"

namespace hub {

namespace {
Error badKey(const QString &why)
{
    return {QByteArrayLiteral("bad_key"), why};
}

bool canDo(const PublicKey &key, JwtAlgorithm algorithm)
{
    const auto scheme = schemeOf(algorithm);
    return scheme && fits(key.kind(), *scheme);
}

constexpr qsizetype digestBytes = 16;

QByteArray digestOf(const PublicKey &key)
{
    return sha256(key.toPem()).first(digestBytes);
}

/// A token never has this MAC, because the text that a token signs contains a dot.
QByteArray digestOf(const QByteArray &secret)
{
    return hmacSha256(secret, "heliograph key digest").first(digestBytes);
}
} // namespace

VerificationKey::VerificationKey(Material material, QByteArray id, std::optional<JwtAlgorithm> only)
    : m_material(std::move(material))
    , m_id(std::move(id))
    , m_digest(std::visit([](const auto &given) { return digestOf(given); }, m_material))
    , m_only(only)
{ }

Result<VerificationKey> VerificationKey::fromSecret(const QByteArray &secret, const QByteArray &id)
{
    if (secret.size() < leastSecretBytes)
        return badKey(QStringLiteral("the secret must have at least %1 bytes, not %2")
                          .arg(leastSecretBytes)
                          .arg(secret.size()));
    if (secret.size() > mostSecretBytes)
        return badKey(QStringLiteral("the secret must have at most %1 bytes").arg(mostSecretBytes));
    if (secret.contains("-----BEGIN "))
        return badKey(QStringLiteral("must be a shared secret, not a PEM key"));
    return VerificationKey(secret, id, JwtAlgorithm::Hs256);
}

Result<VerificationKey> VerificationKey::fromPublic(const PublicKey &key, const QByteArray &id,
                                                    std::optional<JwtAlgorithm> only)
{
    if (only && !canDo(key, *only))
        return badKey(QStringLiteral("the key does not support its \"alg\""));
    return VerificationKey(key, id, only);
}

bool VerificationKey::accepts(JwtAlgorithm algorithm) const
{
    if (m_only)
        return *m_only == algorithm;
    const auto *key = std::get_if<PublicKey>(&m_material);
    return key && canDo(*key, algorithm);
}

bool VerificationKey::verify(JwtAlgorithm algorithm, QByteArrayView input,
                             QByteArrayView signature) const
{
    if (!accepts(algorithm))
        return false;
    if (const auto *secret = std::get_if<QByteArray>(&m_material))
        return equalInConstantTime(hmacSha256(*secret, input), signature);
    return std::get<PublicKey>(m_material).verify(*schemeOf(algorithm), input, signature);
}

} // namespace hub
