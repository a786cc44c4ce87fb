// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/crypto/publickey.h"

namespace hub {

/// A key that signs, for `helio token` and tests; a running hub holds none. Copies share the key.
class PrivateKey
{
public:
    /// Reads an RSA, EC P-256 or Ed25519 key without a password. The error for any other text is
    /// `bad_key`.
    static Result<PrivateKey> fromPem(QByteArrayView pem);
    static Result<PrivateKey> generateEd25519();
    static Result<PrivateKey> generateP256();
    static Result<PrivateKey> generateRsa(int bits = PublicKey::leastRsaBits);

    KeyKind kind() const { return m_public.kind(); }
    const PublicKey &publicKey() const { return m_public; }
    /// Returns the secret key as PKCS #8 in PEM. Write it only to a file that other users cannot
    /// read.
    QByteArray toPem() const;

    /// Returns the signature in the form that PublicKey::verify() expects. The error is `bad_key`
    /// when fits() is false for the scheme.
    Result<QByteArray> sign(SignatureScheme scheme, QByteArrayView data) const;

private:
    explicit PrivateKey(PublicKey half) : m_public(std::move(half)) { }
    static Result<PrivateKey> adopt(evp_pkey_st *key);

    PublicKey m_public; ///< Its handle holds the private half too.
};

} // namespace hub
