// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

struct evp_pkey_st;

namespace hub {

enum class KeyKind { Rsa, P256, Ed25519 };

/// Signature schemes of RFC 7518 section 3.1 and RFC 8037.
enum class SignatureScheme {
    Rs256, ///< RSASSA-PKCS1-v1_5 with SHA-256.
    Ps256, ///< RSASSA-PSS with SHA-256 and a salt of 32 bytes.
    Es256, ///< ECDSA on P-256 with SHA-256; the signature is r and s, 32 bytes each.
    EdDsa, ///< Ed25519.
};

/// Returns whether keys of `kind` can sign with `scheme`.
bool fits(KeyKind kind, SignatureScheme scheme);

/// A key that verifies signatures. Copies share the key. Several threads may use it at the same
/// time. The error of every function here is `bad_key`.
class PublicKey
{
public:
    /// RSA keys outside this range are refused: shorter keys are weak, longer keys are slow.
    static constexpr int leastRsaBits = 2048;
    static constexpr int mostRsaBits = 8192;

    /// Reads a PEM block `PUBLIC KEY` or `CERTIFICATE`. Of several certificates it uses the first
    /// one, and does not check its dates or issuer. Refuses a private key: a program that only
    /// verifies must not hold it.
    static Result<PublicKey> fromPem(QByteArrayView pem);
    /// Reads the 32 bytes of RFC 8032.
    static Result<PublicKey> fromEd25519(QByteArrayView raw);
    /// Takes modulus and exponent as big-endian numbers.
    static Result<PublicKey> fromRsa(QByteArrayView modulus, QByteArrayView exponent);
    /// Takes the coordinates of a point on the curve, 32 big-endian bytes each.
    static Result<PublicKey> fromP256(QByteArrayView x, QByteArrayView y);

    KeyKind kind() const { return m_kind; }
    QByteArray toPem() const;

    /// Returns whether `signature` is valid. Returns false also when fits() is false for the
    /// scheme, and for bytes that are not a signature.
    bool verify(SignatureScheme scheme, QByteArrayView data, QByteArrayView signature) const;

private:
    friend class PrivateKey;
    using Handle = std::shared_ptr<evp_pkey_st>;

    PublicKey(Handle key, KeyKind kind) : m_key(std::move(key)), m_kind(kind) { }
    /// Takes ownership of the key, also on error. Refuses unsupported kinds, curves and sizes.
    static Result<PublicKey> adopt(evp_pkey_st *key);

    Handle m_key;
    KeyKind m_kind;
};

} // namespace hub
