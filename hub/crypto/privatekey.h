// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/crypto/publickey.h"

namespace hub {

/// A key that signs: for `helio token` and tests, never in the hub. Cheap to copy.
class PrivateKey
{
public:
    /// RSA, EC on P-256 or Ed25519, without a password; `bad_key` otherwise.
    static Result<PrivateKey> fromPem(QByteArrayView pem);
    static Result<PrivateKey> generateEd25519();
    static Result<PrivateKey> generateP256();
    static Result<PrivateKey> generateRsa(int bits = PublicKey::leastRsaBits);

    KeyKind kind() const { return m_public.kind(); }
    const PublicKey &publicKey() const { return m_public; }
    /// The secret itself (PKCS #8): only for a file that nobody else reads.
    QByteArray toPem() const;

    /// As PublicKey::verify() takes it; `bad_key` for a scheme that does not fit the key.
    Result<QByteArray> sign(SignatureScheme scheme, QByteArrayView data) const;

private:
    explicit PrivateKey(PublicKey half) : m_public(std::move(half)) { }
    static Result<PrivateKey> adopt(evp_pkey_st *key);

    PublicKey m_public; ///< Its handle holds both halves.
};

} // namespace hub
