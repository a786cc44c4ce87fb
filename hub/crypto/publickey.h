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

/// The signatures of RFC 7518, section 3.1, and RFC 8037 that keys of these kinds make.
enum class SignatureScheme {
    Rs256, ///< RSASSA-PKCS1-v1_5 with SHA-256.
    Ps256, ///< RSASSA-PSS with SHA-256 and a salt of 32 bytes.
    Es256, ///< ECDSA on P-256 with SHA-256, as r and s of 32 bytes each.
    EdDsa, ///< Ed25519.
};

/// Whether keys of that kind sign so.
bool fits(KeyKind kind, SignatureScheme scheme);

/// A key that verifies signatures. A value that is cheap to copy; may be used by several threads.
/// Errors are `bad_key`.
class PublicKey
{
public:
    /// RSA keys of other sizes are refused: shorter ones are weak, longer ones are slow.
    static constexpr int leastRsaBits = 2048;
    static constexpr int mostRsaBits = 8192;

    /// `PUBLIC KEY` or `CERTIFICATE` (its first one; neither its dates nor its issuer are looked
    /// at). A private key is refused: it does not belong where signatures are only verified.
    static Result<PublicKey> fromPem(QByteArrayView pem);
    /// 32 bytes, RFC 8032.
    static Result<PublicKey> fromEd25519(QByteArrayView raw);
    /// Modulus and exponent, big-endian.
    static Result<PublicKey> fromRsa(QByteArrayView modulus, QByteArrayView exponent);
    /// A point of the curve, 32 bytes each.
    static Result<PublicKey> fromP256(QByteArrayView x, QByteArrayView y);

    KeyKind kind() const { return m_kind; }
    QByteArray toPem() const;

    /// False also for a scheme that does not fit the key, and for whatever is no signature at all.
    bool verify(SignatureScheme scheme, QByteArrayView data, QByteArrayView signature) const;

private:
    friend class PrivateKey;
    using Handle = std::shared_ptr<evp_pkey_st>;

    PublicKey(Handle key, KeyKind kind) : m_key(std::move(key)), m_kind(kind) { }
    /// Takes the key over; refuses kinds, curves and sizes that are not ours.
    static Result<PublicKey> adopt(evp_pkey_st *key);

    Handle m_key;
    KeyKind m_kind;
};

} // namespace hub
