// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/source/bodymacverifier.h"

#include <chrono>
#include <memory>

namespace hub {

/// How the webhooks of one source are verified, as configured.
struct Verification
{
    QByteArray scheme; ///< The name of a Scheme.
    Secrets secrets; ///< Empty: anybody may send.
    /// Largest difference between the clocks, for schemes that sign the time.
    std::chrono::seconds tolerance{300};
    BodyMacVerifier::Format format{}; ///< For schemes with Scheme::takesFormat. Without a header,
                                      ///< the sender shows a bearer token.
};

/// Returns the verifier; null without secrets. The error `bad_secret` names a secret by its number;
/// `bad_scheme` when there is no such scheme.
Result<std::unique_ptr<Verifier>> makeVerifier(const Verification &verification);

} // namespace hub
