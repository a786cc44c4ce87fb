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

/// What the files of this folder share to hold OpenSSL's objects. Nobody else includes it.
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

/// Leaves no errors of ours in the thread's queue, where the next TLS connection would find them.
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

/// Reads from `text`, which must outlive it.
inline Bio readerOf(QByteArrayView text)
{
    return Bio(BIO_new_mem_buf(text.data(), int(text.size())));
}

/// What was written to a memory BIO.
inline QByteArray writtenTo(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

/// For keys under a password: gives none, where OpenSSL would ask at the terminal.
inline int noPassword(char *, int, int, void *)
{
    return -1;
}

/// Sets up RSA padding as RFC 7518, sections 3.3 and 3.5, want it.
bool setPadding(EVP_PKEY_CTX *context, bool isPss);

} // namespace hub::evp
