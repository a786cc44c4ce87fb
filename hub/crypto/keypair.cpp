// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/crypto/keypair.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <climits>
#include <memory>

namespace hub {

namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

Bio readerOf(QByteArrayView text)
{
    const auto size = static_cast<int>(std::min<qsizetype>(text.size(), INT_MAX));
    return {BIO_new_mem_buf(text.data(), size), &BIO_free};
}

/// A password callback without a password. Without it OpenSSL would ask at the terminal.
int noPassword(char *, int, int, void *)
{
    return 0;
}

Error wrong(const char *why)
{
    ERR_clear_error();
    return {"bad_certificate", QString::fromLatin1(why)};
}

} // namespace

Result<void> checkKeyPair(QByteArrayView certificatePem, QByteArrayView keyPem)
{
    const Bio certificateReader = readerOf(certificatePem);
    const Certificate certificate(
        PEM_read_bio_X509(certificateReader.get(), nullptr, &noPassword, nullptr), &X509_free);
    if (!certificate)
        return wrong("the certificate file holds no PEM certificate");
    const Bio keyReader = readerOf(keyPem);
    const Key key(PEM_read_bio_PrivateKey(keyReader.get(), nullptr, &noPassword, nullptr),
                  &EVP_PKEY_free);
    if (!key)
        return wrong("the key file holds no PEM private key without a password");
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        return wrong("the private key does not belong to the certificate");
    return {};
}

} // namespace hub
