// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/jwtalgorithm.h"

#include "hub/wire/enumwords.h"

namespace hub {

namespace {
const EnumWords<JwtAlgorithm, 5> &algorithmWords()
{
    static const EnumWords<JwtAlgorithm, 5> words({"HS256", "RS256", "PS256", "ES256", "EdDSA"});
    return words;
}
} // namespace

QByteArray toString(JwtAlgorithm algorithm)
{
    return algorithmWords().word(algorithm);
}

std::optional<JwtAlgorithm> parseJwtAlgorithm(QByteArrayView text)
{
    return text == "Ed25519" ? JwtAlgorithm::EdDsa : algorithmWords().value(text);
}

std::optional<SignatureScheme> schemeOf(JwtAlgorithm algorithm)
{
    switch (algorithm) {
    case JwtAlgorithm::Hs256: break;
    case JwtAlgorithm::Rs256: return SignatureScheme::Rs256;
    case JwtAlgorithm::Ps256: return SignatureScheme::Ps256;
    case JwtAlgorithm::Es256: return SignatureScheme::Es256;
    case JwtAlgorithm::EdDsa: return SignatureScheme::EdDsa;
    }
    return std::nullopt;
}

} // namespace hub
