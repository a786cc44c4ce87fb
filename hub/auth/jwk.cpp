// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/jwk.h"

#include "hub/auth/uniquemembers.h"
#include "hub/crypto/base64.h"
#include "hub/json/jsonslice.h"

namespace hub {

namespace {
constexpr qsizetype mostIdBytes = 256;
constexpr qsizetype mostOperations = 16;

Error badKey(const QString &why)
{
    return {QByteArrayLiteral("bad_key"), why};
}

/// Reads the members of one JWK. Keeps the first error.
class JwkReader
{
public:
    JwkReader(JsonMembers members, JwkOrigin origin)
        : m_members(std::move(members))
        , m_origin(origin)
    { }

    Result<VerificationKey> read()
    {
        checkPurpose();
        const QByteArray kty = text("kty");
        const QByteArray id = text("kid", true);
        if (id.size() > mostIdBytes)
            reject("kid", QStringLiteral("must have at most %1 bytes").arg(mostIdBytes));
        const auto only = algorithm();
        if (kty == "oct")
            return secretKey(id, only);
        auto key = publicKey(kty);
        if (m_error)
            return *m_error;
        return key ? VerificationKey::fromPublic(*key, id, only) : key.error();
    }

private:
    void reject(const char *name, const QString &why)
    {
        if (!m_error)
            m_error = badKey(QStringLiteral("%1: %2").arg(QLatin1String(name), why));
    }

    QByteArray text(const char *name, bool mayBeAbsent = false)
    {
        const auto *member = m_members.find(QLatin1String(name));
        if (member && member->isString())
            return member->string().toUtf8();
        if (member || !mayBeAbsent)
            reject(name,
                   member ? QStringLiteral("must be a string") : QStringLiteral("is missing"));
        return {};
    }

    QByteArray bytes(const char *name)
    {
        const auto decoded = decodeBase64Url(text(name));
        if (!decoded || decoded->isEmpty())
            reject(name, QStringLiteral("must be base64url"));
        return decoded.value_or(QByteArray());
    }

    void checkPurpose()
    {
        const QByteArray use = text("use", true);
        if (!use.isEmpty() && use != "sig")
            reject("use", QStringLiteral("must be \"sig\""));
        const auto *operations = m_members.find(QLatin1String("key_ops"));
        if (!operations)
            return;
        const auto words = textsOf(operations->decoded(), mostOperations);
        if (!words || !words->contains("verify"))
            reject("key_ops", QStringLiteral("must contain \"verify\""));
    }

    std::optional<JwtAlgorithm> algorithm()
    {
        const QByteArray name = text("alg", true);
        if (name.isEmpty())
            return std::nullopt;
        const auto found = parseJwtAlgorithm(name);
        if (!found)
            reject("alg", QStringLiteral("must be HS256, RS256, PS256, ES256 or EdDSA"));
        return found;
    }

    Result<VerificationKey> secretKey(const QByteArray &id, std::optional<JwtAlgorithm> only)
    {
        if (m_origin == JwkOrigin::Network)
            reject("kty", QStringLiteral("a shared secret must not be published"));
        if (only && only != JwtAlgorithm::Hs256)
            reject("alg", QStringLiteral("does not fit the key"));
        const QByteArray secret = bytes("k");
        if (m_error)
            return *m_error;
        return VerificationKey::fromSecret(secret, id);
    }

    Result<PublicKey> publicKey(const QByteArray &kty)
    {
        if (kty == "RSA")
            return PublicKey::fromRsa(bytes("n"), bytes("e"));
        const QByteArray curve = text("crv");
        if (kty == "EC" && curve == "P-256")
            return PublicKey::fromP256(bytes("x"), bytes("y"));
        if (kty == "OKP" && curve == "Ed25519")
            return PublicKey::fromEd25519(bytes("x"));
        return badKey(QStringLiteral("unsupported key: must be RSA, EC on P-256 or Ed25519"));
    }

    JsonMembers m_members;
    JwkOrigin m_origin;
    std::optional<Error> m_error;
};

Result<KeySet> usableOf(const std::vector<QByteArrayView> &jwks, JwkOrigin origin)
{
    KeySet keys;
    std::optional<Error> first;
    for (const QByteArrayView jwk : jwks) {
        const auto key = parseJwk(jwk.toByteArray(), origin);
        const Result<void> added = key ? keys.add(*key) : Result<void>(key.error());
        if (!added && !first)
            first = added.error();
    }
    if (keys.isEmpty())
        return first ? *first : badKey(QStringLiteral("keys: is empty"));
    return keys;
}
} // namespace

Result<VerificationKey> parseJwk(const QByteArray &json, JwkOrigin origin)
{
    auto members = parseUniqueMembers(json);
    if (!members)
        return badKey(members.error().message);
    return JwkReader(std::move(*members), origin).read();
}

Result<KeySet> parseJwks(const QByteArray &json, JwkOrigin origin)
{
    auto members = parseUniqueMembers(json);
    if (!members)
        return badKey(members.error().message);
    const auto *keys = members->find(QLatin1String("keys"));
    if (!keys)
        return usableOf({json}, origin);
    if (!keys->value.startsWith('['))
        return badKey(QStringLiteral("keys: must be an array"));
    const auto elements = jsonElements(keys->value, KeySet::mostKeys + 1);
    if (elements.size() > size_t(KeySet::mostKeys))
        return badKey(QStringLiteral("keys: must have at most %1").arg(KeySet::mostKeys));
    return usableOf(elements, origin);
}

} // namespace hub
