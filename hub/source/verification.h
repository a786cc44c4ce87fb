// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/source/bodymacverifier.h"

#include <memory>

namespace hub {

/// How the webhooks of one source are verified, in the words of the configuration.
struct Verification
{
    QByteArray scheme; ///< `runpod standard-webhooks github gitlab stripe cloudevents generic …`
    Secrets secrets; ///< None: everybody may send.
    qint64 toleranceS = 300; ///< How far the clock of a sender that signs the time may be off.
    BodyMacVerifier::Format format{}; ///< Without a header the others show a bearer token.
};

/// Null without secrets. Errors are `bad_secret`, which name a secret by its place.
Result<std::unique_ptr<Verifier>> makeVerifier(const Verification &verification);

/// Whether the scheme's signature may be anywhere: only then the format counts.
bool takesFormat(const QByteArray &scheme);

} // namespace hub
