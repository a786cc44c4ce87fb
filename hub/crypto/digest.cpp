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
    // A null key would mean to OpenSSL "the one before".
    const char *keyBytes = key.isEmpty() ? "" : key.data();
    // Fails for want of memory only, and then nobody may take what is left in `digest` for a MAC.
    if (!HMAC(EVP_sha256(), keyBytes, int(key.size()), bytesOf(data), size_t(data.size()),
              bytesOf(digest), nullptr))
        qFatal("no HMAC can be computed");
    return digest;
}

} // namespace hub
