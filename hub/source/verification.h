// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/source/bodymacverifier.h"

#include <memory>

namespace hub {

/// How the webhooks of one source are verified, as configured.
struct Verification
{
    QByteArray scheme; ///< `runpod standard-webhooks github gitlab stripe cloudevents generic …`
    Secrets secrets; ///< Empty: anybody may send.
    /// Largest difference between the clocks, in seconds, for schemes that sign the time.
    qint64 toleranceS = 300;
    BodyMacVerifier::Format format{}; ///< For schemes of takesFormat(). Without a header, the
                                      ///< sender shows a bearer token.
};

/// Returns the verifier; null without secrets. The error `bad_secret` names a secret by its number.
Result<std::unique_ptr<Verifier>> makeVerifier(const Verification &verification);

/// Returns whether the format of the signature can be configured for this scheme.
bool takesFormat(const QByteArray &scheme);

} // namespace hub
