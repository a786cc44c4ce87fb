// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/crypto/privatekey.h"

#include "hub/crypto/evp.h"

#include <openssl/pem.h>

namespace hub {

namespace {
constexpr int coordinateBytes = 32;

Error badKey(const QString &why)
{
    return {QByteArrayLiteral("bad_key"), why};
}

/// Converts a DER signature to r and s in sequence, each padded to 32 bytes with leading zeros
/// (RFC 7518 section 3.4). Returns nothing when the DER is invalid.
QByteArray joseSignature(const QByteArray &der)
{
    const unsigned char *begin = evp::bytesOf(QByteArrayView(der));
    const evp::EcSignature signature(d2i_ECDSA_SIG(nullptr, &begin, der.size()));
    QByteArray raw(2 * coordinateBytes, '\0');
    if (!signature)
        return {};
    BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), evp::bytesOf(raw), coordinateBytes);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), evp::bytesOf(raw) + coordinateBytes,
                 coordinateBytes);
    return raw;
}

QByteArray rawSignature(EVP_PKEY *key, SignatureScheme scheme, QByteArrayView data)
{
    const evp::DigestContext context(EVP_MD_CTX_new());
    const EVP_MD *digest = scheme == SignatureScheme::EdDsa ? nullptr : EVP_sha256();
    EVP_PKEY_CTX *keyContext = nullptr; // owned by `context`
    if (EVP_DigestSignInit(context.get(), &keyContext, digest, nullptr, key) != 1)
        return {};
    const bool isPss = scheme == SignatureScheme::Ps256;
    if ((isPss || scheme == SignatureScheme::Rs256) && !evp::setPadding(keyContext, isPss))
        return {};
    size_t size = size_t(EVP_PKEY_get_size(key));
    QByteArray signature(qsizetype(size), '\0');
    if (EVP_DigestSign(context.get(), evp::bytesOf(signature), &size, evp::bytesOf(data),
                       size_t(data.size()))
        != 1)
        return {};
    signature.truncate(qsizetype(size));
    return signature;
}
} // namespace

Result<PrivateKey> PrivateKey::adopt(EVP_PKEY *key)
{
    auto half = PublicKey::adopt(key);
    if (!half)
        return half.error();
    return PrivateKey(std::move(*half));
}

Result<PrivateKey> PrivateKey::fromPem(QByteArrayView pem)
{
    const evp::ErrorScope scope;
    const evp::Bio reader = evp::readerOf(pem);
    EVP_PKEY *key = PEM_read_bio_PrivateKey(reader.get(), nullptr, evp::noPassword, nullptr);
    if (!key)
        return badKey(QStringLiteral("not a PEM private key without a password"));
    return adopt(key);
}

Result<PrivateKey> PrivateKey::generateEd25519()
{
    const evp::ErrorScope scope;
    return adopt(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
}

Result<PrivateKey> PrivateKey::generateP256()
{
    const evp::ErrorScope scope;
    return adopt(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", SN_X9_62_prime256v1));
}

Result<PrivateKey> PrivateKey::generateRsa(int bits)
{
    const evp::ErrorScope scope;
    return adopt(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", size_t(bits)));
}

QByteArray PrivateKey::toPem() const
{
    const evp::ErrorScope scope;
    const evp::Bio writer(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(writer.get(), m_public.m_key.get(), nullptr, nullptr, 0, nullptr,
                             nullptr);
    return evp::writtenTo(writer);
}

Result<QByteArray> PrivateKey::sign(SignatureScheme scheme, QByteArrayView data) const
{
    const evp::ErrorScope scope;
    if (!fits(kind(), scheme))
        return badKey(QStringLiteral("a key of this kind does not support this signature scheme"));
    QByteArray signature = rawSignature(m_public.m_key.get(), scheme, data);
    if (scheme == SignatureScheme::Es256)
        signature = joseSignature(signature);
    if (signature.isEmpty())
        return badKey(QStringLiteral("signing failed"));
    return signature;
}

} // namespace hub
