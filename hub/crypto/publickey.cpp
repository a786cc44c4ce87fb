// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/crypto/publickey.h"

#include "hub/crypto/evp.h"

#include <openssl/core_names.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace hub {

namespace {
constexpr qsizetype coordinateBytes = 32;
constexpr qsizetype mostExponentBytes = 8; // a long exponent makes verification slow

Error badKey(const QString &why)
{
    return {QByteArrayLiteral("bad_key"), why};
}

std::optional<KeyKind> kindOf(const EVP_PKEY *key)
{
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA: return KeyKind::Rsa;
    case EVP_PKEY_ED25519: return KeyKind::Ed25519;
    case EVP_PKEY_EC: break;
    default: return std::nullopt;
    }
    char curve[32] = {};
    if (!EVP_PKEY_get_group_name(key, curve, sizeof curve, nullptr))
        return std::nullopt;
    return QByteArrayView(curve) == SN_X9_62_prime256v1 ? std::optional(KeyKind::P256)
                                                        : std::nullopt;
}

/// Builds a public key from named parameters. Returns null when they are not a valid key.
EVP_PKEY *keyFrom(const char *type, OSSL_PARAM_BLD *builder)
{
    const evp::Params params(OSSL_PARAM_BLD_to_param(builder));
    const evp::Context context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (params && context && EVP_PKEY_fromdata_init(context.get()) == 1)
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get());
    return key;
}

evp::Number numberOf(QByteArrayView bytes)
{
    return evp::Number(BN_bin2bn(evp::bytesOf(bytes), int(bytes.size()), nullptr));
}

/// Converts r and s in sequence, as JOSE writes them, to the DER that OpenSSL reads. Returns
/// nothing unless `raw` has 64 bytes.
QByteArray derSignature(QByteArrayView raw)
{
    if (raw.size() != 2 * coordinateBytes)
        return {};
    const evp::EcSignature signature(ECDSA_SIG_new());
    evp::Number r = numberOf(raw.first(coordinateBytes));
    evp::Number s = numberOf(raw.sliced(coordinateBytes));
    if (!signature || !r || !s)
        return {};
    ECDSA_SIG_set0(signature.get(), r.release(), s.release());
    QByteArray der(i2d_ECDSA_SIG(signature.get(), nullptr), Qt::Uninitialized);
    unsigned char *end = evp::bytesOf(der);
    i2d_ECDSA_SIG(signature.get(), &end);
    return der;
}

EVP_PKEY *certifiedKey(const evp::Bio &reader)
{
    const evp::Certificate certificate(
        PEM_read_bio_X509(reader.get(), nullptr, evp::noPassword, nullptr));
    return certificate ? X509_get_pubkey(certificate.get()) : nullptr;
}
} // namespace

bool evp::setPadding(EVP_PKEY_CTX *context, bool isPss)
{
    if (!isPss)
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1
           && EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) == 1
           && EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

bool fits(KeyKind kind, SignatureScheme scheme)
{
    switch (scheme) {
    case SignatureScheme::Rs256:
    case SignatureScheme::Ps256: return kind == KeyKind::Rsa;
    case SignatureScheme::Es256: return kind == KeyKind::P256;
    case SignatureScheme::EdDsa: break;
    }
    return kind == KeyKind::Ed25519;
}

Result<PublicKey> PublicKey::adopt(EVP_PKEY *key)
{
    Handle handle(key, EVP_PKEY_free);
    const auto kind = key ? kindOf(key) : std::nullopt;
    if (!key)
        return badKey(QStringLiteral("not a valid public key"));
    if (!kind)
        return badKey(QStringLiteral("unsupported key: must be RSA, EC on P-256 or Ed25519"));
    const int bits = EVP_PKEY_get_bits(key);
    if (*kind == KeyKind::Rsa && (bits < leastRsaBits || bits > mostRsaBits))
        return badKey(QStringLiteral("an RSA key must have %1 to %2 bits, not %3")
                          .arg(leastRsaBits)
                          .arg(mostRsaBits)
                          .arg(bits));
    return PublicKey(std::move(handle), *kind);
}

Result<PublicKey> PublicKey::fromPem(QByteArrayView pem)
{
    const evp::ErrorScope scope;
    const QByteArray text = pem.toByteArray();
    if (text.contains("PRIVATE KEY-----"))
        return badKey(QStringLiteral("holds a private key; must be a public key"));
    const evp::Bio reader = evp::readerOf(pem);
    if (text.contains("-----BEGIN CERTIFICATE-----"))
        return adopt(certifiedKey(reader));
    if (text.count("-----BEGIN ") > 1)
        return badKey(QStringLiteral("holds more than one key"));
    return adopt(PEM_read_bio_PUBKEY(reader.get(), nullptr, evp::noPassword, nullptr));
}

Result<PublicKey> PublicKey::fromEd25519(QByteArrayView raw)
{
    const evp::ErrorScope scope;
    return adopt(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, evp::bytesOf(raw),
                                             size_t(raw.size())));
}

Result<PublicKey> PublicKey::fromRsa(QByteArrayView modulus, QByteArrayView exponent)
{
    const evp::ErrorScope scope;
    if (modulus.size() > mostRsaBits / 8 + 1 || exponent.size() > mostExponentBytes)
        return badKey(QStringLiteral("the RSA modulus or exponent is too long"));
    const evp::Number n = numberOf(modulus);
    const evp::Number e = numberOf(exponent);
    if (!n || !e || !BN_is_odd(n.get()) || !BN_is_odd(e.get()) || BN_is_one(e.get()))
        return badKey(QStringLiteral("the RSA modulus or exponent is invalid"));
    const evp::ParamBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    return adopt(keyFrom("RSA", builder.get()));
}

Result<PublicKey> PublicKey::fromP256(QByteArrayView x, QByteArrayView y)
{
    const evp::ErrorScope scope;
    if (x.size() != coordinateBytes || y.size() != coordinateBytes)
        return badKey(QStringLiteral("x and y must have 32 bytes each"));
    const QByteArray point = '\x04' + x.toByteArray() + y.toByteArray();
    const evp::ParamBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, SN_X9_62_prime256v1,
                                    0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                     size_t(point.size()));
    return adopt(keyFrom("EC", builder.get())); // refuses a point that is not on the curve
}

QByteArray PublicKey::toPem() const
{
    const evp::ErrorScope scope;
    const evp::Bio writer(BIO_new(BIO_s_mem()));
    PEM_write_bio_PUBKEY(writer.get(), m_key.get());
    return evp::writtenTo(writer);
}

bool PublicKey::verify(SignatureScheme scheme, QByteArrayView data, QByteArrayView signature) const
{
    if (!fits(m_kind, scheme))
        return false;
    const evp::ErrorScope scope;
    const bool isEs256 = scheme == SignatureScheme::Es256;
    const QByteArray der = isEs256 ? derSignature(signature) : QByteArray();
    const QByteArrayView given = isEs256 ? QByteArrayView(der) : signature;
    const evp::DigestContext context(EVP_MD_CTX_new());
    const EVP_MD *digest = scheme == SignatureScheme::EdDsa ? nullptr : EVP_sha256();
    EVP_PKEY_CTX *keyContext = nullptr; // owned by `context`
    if (given.isEmpty() || !context
        || EVP_DigestVerifyInit(context.get(), &keyContext, digest, nullptr, m_key.get()) != 1)
        return false;
    if (m_kind == KeyKind::Rsa && !evp::setPadding(keyContext, scheme == SignatureScheme::Ps256))
        return false;
    return EVP_DigestVerify(context.get(), evp::bytesOf(given), size_t(given.size()),
                            evp::bytesOf(data), size_t(data.size()))
           == 1;
}

} // namespace hub
