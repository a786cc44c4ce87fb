// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/auth/authenticator.h"
#include "hub/auth/tokenwriter.h"
#include "hub/crypto/base64.h"
#include "tests/support/manualclock.h"

#include <memory>

namespace test {

/// An issuer of tokens: a key with an id.
struct Issuer
{
    explicit Issuer(QByteArray name) : id(std::move(name)) { }

    hub::VerificationKey verificationKey() const
    {
        return *hub::VerificationKey::fromPublic(key.publicKey(), id);
    }
    /// Makes a token that is valid for ten minutes from `nowMs`.
    QByteArray token(qint64 nowMs, const QByteArray &tokenId = {}) const
    {
        hub::TokenClaims claims;
        claims.subject = "ann";
        claims.scope = "read";
        claims.tokenId = tokenId;
        claims.expiresS = nowMs / 1000 + 600;
        return *hub::TokenWriter::withKey(key)->write(claims, id);
    }
    QByteArray jwk() const
    {
        // The raw key is the last 32 bytes of the DER in the PEM text.
        const QByteArrayList lines = key.publicKey().toPem().split('\n');
        const QByteArray der = *hub::decodeBase64(lines.at(1));
        return R"({"kty":"OKP","crv":"Ed25519","kid":")" + id + R"(","x":")"
               + hub::encodeBase64Url(der.last(32)) + "\"}";
    }

    QByteArray id;
    hub::PrivateKey key = *hub::PrivateKey::generateEd25519();
};

/// An authenticator with a clock that only the test moves.
struct Desk
{
    /// Replaces the trusted keys by those of `issuers` and those published at `address`.
    void trust(std::initializer_list<const Issuer *> issuers, const QUrl &address = {},
               const QList<QSslCertificate> &authorities = {})
    {
        hub::Authenticator::Options options;
        for (const Issuer *issuer : issuers)
            (void)options.keys.add(issuer->verificationKey());
        options.jwksUrl = address;
        options.jwksAuthorities = authorities;
        authenticator.configure(options);
    }
    /// The answer so far: `ok`, the code of the error, or an empty text while there is none.
    std::shared_ptr<QByteArray> ask(QByteArrayView token, const QByteArray &address = "192.0.2.1")
    {
        auto said = std::make_shared<QByteArray>();
        authenticator.authenticate(token, address,
                                   [said](const hub::Result<hub::Principal> &answer) {
                                       *said += answer ? QByteArray("ok") : answer.error().code;
                                   });
        return said;
    }

    /// The principal of a valid token.
    hub::Principal principalOf(QByteArrayView token)
    {
        hub::Principal principal;
        authenticator.authenticate(token, "192.0.2.1",
                                   [&](const hub::Result<hub::Principal> &answer) {
                                       principal = answer ? *answer : hub::Principal();
                                   });
        return principal;
    }

    ManualClock clock;
    hub::Authenticator authenticator{&clock};
};

} // namespace test
