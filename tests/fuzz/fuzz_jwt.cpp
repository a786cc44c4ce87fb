// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/tokenverifier.h"
#include "hub/auth/tokenwriter.h"
#include "hub/wire/userid.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

using namespace hub;

namespace {
constexpr qint64 nowMs = 1'795'544'000'000;

/// The private keys are not in the tree: every accepted token was signed with the corpus.
const char *const publicKeys[] = {
    "-----BEGIN PUBLIC KEY-----\n"
    "MCowBQYDK2VwAyEArAy5P+AYVq83iokKZ0PsWEDU9999i9WV0DarbCXr2AI=\n"
    "-----END PUBLIC KEY-----\n",
    "-----BEGIN PUBLIC KEY-----\n"
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEJ1fFrihlCZHZwnEWXr4PA81ikaKD\n"
    "rmwHCwZP4yX21pc03+rZl1/OVYg44mbtEd014o83tlX4FvPRYImVpUTVIg==\n"
    "-----END PUBLIC KEY-----\n",
    "-----BEGIN PUBLIC KEY-----\n"
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApAYkag5SUWlcM6lgbcVb\n"
    "NsDurhD+8tvBTaeCFQeZE6yYSiBhqhoLYk6Y55yHiGgG9I0jMLv5mua6dxLZ9fHI\n"
    "gIxCVoHElKXjVxbFxc3uxpBKM/ts4+9RMfK7NqmFvEyAmXSd3svPZfHLndaV19NE\n"
    "jaqoG4yU03Saf8i48daS7QTnG6NY1K6OePUp3INOQGhqQOpnMlZstEMfv1MYRDui\n"
    "sXe+p6Do2KkD9RcyULsgQWZ3GOICNovulLj5ggcR4ewYVvzZZyOs+4AeyRFi3Hyw\n"
    "6nzejvV4s4BS4tg0ugCOdmhGGKCZLrkGRqtfCSK1YFLxJpidl1Dmi5dA/wNOwOTN\n"
    "oQIDAQAB\n"
    "-----END PUBLIC KEY-----\n",
};

/// The signed parts of the tokens in the corpus.
const char *const signedInputs[] = {
    "eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhbm4iLCJzY29wZSI6InJlYWQgcHVibGlzaCI"
    "sImpvYnMiOlsiYSoiXSwianRpIjoiQnZLT3BiT2tTcnNKbHV1UHlQOVNNZyIsImlhdCI6MTc5NTU0MzI2NCw"
    "iZXhwIjoxODI3MTY1NjY0fQ",
    "eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhbm4iLCJzY29wZSI6InJlYWQgcHVibGlzaCI"
    "sImpvYnMiOlsiYSoiXSwianRpIjoiQ0NVWHBDc2EyQ3FsWEFKRzZXeFNGQSIsImlhdCI6MTc5NTU0MzI2NCw"
    "iZXhwIjoxODI3MTY1NjY0fQ",
    "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhbm4iLCJzY29wZSI6InJlYWQgcHVibGlzaCI"
    "sImpvYnMiOlsiYSoiXSwianRpIjoia2xrakxhLTJ3dFpENVJEUzVPRkpMZyIsImlhdCI6MTc5NTU0MzI2NCw"
    "iZXhwIjoxODI3MTY1NjY0fQ",
    "eyJhbGciOiJQUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhbm4iLCJzY29wZSI6InJlYWQiLCJqdGkiOiJ"
    "heGp1ZHlrZEo0LVhZa2MtYURKQmtnIiwiaWF0IjoxNzk1NTQzMjY0LCJleHAiOjE4MjcxNjU2NjR9",
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6ImsxIn0.eyJzdWIiOiJhbm4iLCJzY29wZSI6InJl"
    "YWQiLCJqdGkiOiJ2NjA5c2tueXhaRlhKbWJuTTBLbjN3IiwiaWF0IjoxNzk1NTQzMjY0LCJleHAiOjE4Mjcx"
    "NjU2NjR9",
};

KeySet publishedKeys()
{
    KeySet keys;
    for (const char *pem : publicKeys)
        FUZZ_CHECK(keys.add(*VerificationKey::fromPublic(*PublicKey::fromPem(pem))));
    // Only one token of the corpus is signed with this secret.
    FUZZ_CHECK(keys.add(*VerificationKey::fromSecret(QByteArray(32, 's'), "k1")));
    return keys;
}

void checkPrincipal(const Principal &principal)
{
    FUZZ_CHECK(isValidUser(principal.subject));
    FUZZ_CHECK(principal.expiresMs && *principal.expiresMs + tokenLeeway.count() > nowMs);
    FUZZ_CHECK(!principal.jobs || principal.jobs->size() <= 256);
    FUZZ_CHECK(principal.tokenId.size() <= 128);
}

/// Only tokens signed by a key are accepted.
void checkToken(const QByteArray &token)
{
    static const KeySet keys = publishedKeys();
    const auto jwt = Jwt::decode(token);
    const auto bearer = verifyToken(token, keys, {}, nowMs);
    if (!jwt) {
        FUZZ_CHECK(!bearer && bearer.error().code == "bad_token");
        return;
    }
    FUZZ_CHECK(token.size() <= Jwt::mostBytes && token.count('.') == 2);
    const bool isSigned =
        std::any_of(std::begin(signedInputs), std::end(signedInputs),
                    [&](const char *input) { return jwt->signingInput == input; });
    FUZZ_CHECK(isSigned || keys.verify(*jwt).signature != KeySet::Signature::Verified);
    FUZZ_CHECK(isSigned || !bearer);
    if (bearer)
        checkPrincipal(*bearer);
}

/// A header and claims, arbitrary but signed with a valid key.
void checkSigned(const QByteArray &header, const QByteArray &payload)
{
    static const QByteArray secret(32, 'f');
    static const TokenWriter writer = *TokenWriter::withSecret(secret);
    static const KeySet keys = [] {
        KeySet set;
        FUZZ_CHECK(set.add(*VerificationKey::fromSecret(secret)));
        return set;
    }();
    const QByteArray token = *writer.sign(header, payload);
    const auto bearer = verifyToken(token, keys, {}, nowMs);
    const auto jwt = Jwt::decode(token);
    FUZZ_CHECK(!jwt || jwt->payload == payload);
    FUZZ_CHECK(!bearer || (jwt && jwt->algorithm == JwtAlgorithm::Hs256));
    if (!bearer)
        return;
    checkPrincipal(*bearer);
    const auto strict = verifyToken(token, keys, {QStringLiteral("i"), QStringLiteral("a")}, nowMs);
    FUZZ_CHECK(!strict || *strict == *bearer);
}
} // namespace

/// The input is `t` and a token. Any other first byte comes before a header, a newline and claims.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(bytes), qsizetype(size));
    if (text.startsWith('t')) {
        checkToken(text.sliced(1));
        return 0;
    }
    const qsizetype end = std::max<qsizetype>(0, text.indexOf('\n'));
    checkSigned(text.first(end).mid(1), text.mid(end + 1));
    return 0;
}
