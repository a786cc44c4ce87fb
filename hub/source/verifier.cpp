// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/verifier.h"

#include "hub/base/errorcode.h"
#include "hub/source/respelling.h"

namespace hub {

namespace {

constexpr std::chrono::hours century{100 * 365 * 24};

void hintAtTime(Verdict &verdict)
{
    if (verdict.skew && std::chrono::abs(*verdict.skew) > century)
        verdict.hints += QStringLiteral("the timestamp is not in seconds since 1970");
}

} // namespace

Verdict explain(const Verifier &verifier, const Inbound &inbound)
{
    Verdict verdict = verifier.verify(inbound);
    hintAtTime(verdict);
    if (verdict.code != errorcode::badSignature || verdict.canonical.isEmpty())
        return verdict;
    for (const Respelling &other : respellings(inbound.body)) {
        Inbound again = inbound;
        again.body = other.body;
        if (verifier.verify(again).secret == 0)
            continue;
        verdict.hints +=
            QStringLiteral(
                "the body was changed after it was signed: the signature matches the body %1")
                .arg(other.name);
        break;
    }
    return verdict;
}

} // namespace hub
