// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/verification.h"

#include "hub/source/scheme.h"

namespace hub {

namespace {

/// Anyone who has seen one delivery can guess a shorter secret.
constexpr qsizetype leastSecretBytes = 8;

} // namespace

Result<std::unique_ptr<Verifier>> makeVerifier(const Verification &v)
{
    for (size_t i = 0; i < v.secrets.size(); ++i) {
        if (v.secrets[i].size() < leastSecretBytes)
            return Error{"bad_secret", QStringLiteral("secret %1 is shorter than %2 bytes")
                                           .arg(i + 1)
                                           .arg(leastSecretBytes)};
    }
    if (v.secrets.empty())
        return std::unique_ptr<Verifier>();
    const Scheme *scheme = findScheme(QLatin1String(v.scheme));
    if (!scheme)
        return Error{"bad_scheme", QStringLiteral("no such scheme")};
    return scheme->makeVerifier(v);
}

} // namespace hub
