// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/x509.h>

#include <memory>

/// Owning pointers and helpers for OpenSSL objects. Only files of hub/crypto include this header.
namespace hub::evp {

template<auto function>
struct FreedBy
{
    template<typename T>
    void operator()(T *object) const
    {
        function(object);
    }
};

using Bio = std::unique_ptr<BIO, FreedBy<BIO_free>>;
using Number = std::unique_ptr<BIGNUM, FreedBy<BN_free>>;
using Context = std::unique_ptr<EVP_PKEY_CTX, FreedBy<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreedBy<EVP_MD_CTX_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, FreedBy<ECDSA_SIG_free>>;
using Certificate = std::unique_ptr<X509, FreedBy<X509_free>>;
using Params = std::unique_ptr<OSSL_PARAM, FreedBy<OSSL_PARAM_free>>;
using ParamBuilder = std::unique_ptr<OSSL_PARAM_BLD, FreedBy<OSSL_PARAM_BLD_free>>;

/// Clears OpenSSL's error queue of this thread at the end of a scope. An error left there would
/// look like an error of the next TLS connection.
struct ErrorScope
{
    ErrorScope() = default;
    ~ErrorScope() { ERR_clear_error(); }
    Q_DISABLE_COPY_MOVE(ErrorScope)
};

inline const unsigned char *bytesOf(QByteArrayView data)
{
    return reinterpret_cast<const unsigned char *>(data.data());
}

inline unsigned char *bytesOf(QByteArray &data)
{
    return reinterpret_cast<unsigned char *>(data.data());
}

/// Returns a BIO that reads from `text`, which must outlive the BIO.
inline Bio readerOf(QByteArrayView text)
{
    return Bio(BIO_new_mem_buf(text.data(), int(text.size())));
}

/// Returns the bytes written to a memory BIO.
inline QByteArray writtenTo(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

/// A password callback without a password. Without it OpenSSL would ask at the terminal.
inline int noPassword(char *, int, int, void *)
{
    return -1;
}

/// Sets the RSA padding of RFC 7518: PKCS #1 v1.5 (section 3.3), or PSS (section 3.5) when `isPss`.
/// Returns false when OpenSSL refuses.
bool setPadding(EVP_PKEY_CTX *context, bool isPss);

} // namespace hub::evp
