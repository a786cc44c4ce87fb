// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/crypto/digest.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

namespace hub {

namespace {
constexpr qsizetype sha256Bytes = 32;

const unsigned char *bytesOf(QByteArrayView data)
{
    return reinterpret_cast<const unsigned char *>(data.data());
}

unsigned char *bytesOf(QByteArray &data)
{
    return reinterpret_cast<unsigned char *>(data.data());
}
} // namespace

QByteArray sha256(QByteArrayView data)
{
    QByteArray digest(sha256Bytes, Qt::Uninitialized);
    SHA256(bytesOf(data), size_t(data.size()), bytesOf(digest));
    return digest;
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView data)
{
    QByteArray digest(sha256Bytes, Qt::Uninitialized);
    // OpenSSL reads a null key as "use the previous key".
    const char *keyBytes = key.isEmpty() ? "" : key.data();
    // HMAC() fails only when memory runs out. `digest` is uninitialized then and must not be used.
    if (!HMAC(EVP_sha256(), keyBytes, int(key.size()), bytesOf(data), size_t(data.size()),
              bytesOf(digest), nullptr))
        qFatal("cannot compute an HMAC: OpenSSL failed");
    return digest;
}

} // namespace hub
