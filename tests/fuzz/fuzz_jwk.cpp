// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/jwk.h"
#include "tests/fuzz/fuzz.h"

using namespace hub;

namespace {
constexpr JwtAlgorithm algorithms[] = {JwtAlgorithm::Hs256, JwtAlgorithm::Rs256,
                                       JwtAlgorithm::Ps256, JwtAlgorithm::Es256,
                                       JwtAlgorithm::EdDsa};

/// A key fits one kind of algorithm and accepts nothing that is not a signature.
void checkKey(const VerificationKey &key, JwkOrigin origin)
{
    int accepted = 0;
    for (const JwtAlgorithm algorithm : algorithms) {
        accepted += key.accepts(algorithm);
        FUZZ_CHECK(!key.verify(algorithm, "data", {}));
        FUZZ_CHECK(!key.verify(algorithm, "data", QByteArray(63, '\0')));
    }
    FUZZ_CHECK(accepted >= 1 && accepted <= 2);
    FUZZ_CHECK(accepted == 1
               || (key.accepts(JwtAlgorithm::Rs256) && key.accepts(JwtAlgorithm::Ps256)));
    FUZZ_CHECK(origin == JwkOrigin::File || !key.accepts(JwtAlgorithm::Hs256));
    FUZZ_CHECK(key.id().size() <= 256);
}

void checkPem(const QByteArray &text)
{
    const auto key = PublicKey::fromPem(text);
    if (!key)
        return;
    const QByteArray pem = key->toPem();
    const auto again = PublicKey::fromPem(pem);
    FUZZ_CHECK(again && again->toPem() == pem && again->kind() == key->kind());
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(bytes), qsizetype(size));
    checkPem(text);
    for (const JwkOrigin origin : {JwkOrigin::File, JwkOrigin::Network}) {
        const auto key = parseJwk(text, origin);
        if (key)
            checkKey(*key, origin);
        const auto keys = parseJwks(text, origin);
        FUZZ_CHECK(!keys || (keys->size() >= 1 && keys->size() <= KeySet::mostKeys));
        FUZZ_CHECK(keys || !keys.error().message.isEmpty());
        FUZZ_CHECK(!key || keys || text.contains("keys"));
    }
    return 0;
}
