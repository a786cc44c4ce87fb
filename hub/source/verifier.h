// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/inbound.h"
#include "hub/source/verdict.h"

#include <vector>

namespace hub {

/// Verifies that a webhook comes from a sender that shares a secret with the hub. It looks at the
/// exact bytes before anything parses them. No state except its secrets, no I/O. The input may be
/// any bytes.
class Verifier
{
public:
    virtual ~Verifier() = default;

    virtual Verdict verify(const Inbound &inbound) const = 0;

    /// Returns whether a stored delivery can be verified again. False when the sender shows the
    /// secret itself, because that is not stored.
    virtual bool isRepeatable() const { return true; }

    /// Returns the query of the callback URL, for senders that do not sign: it proves which
    /// `attempt` (attemptName()) the sender may change. Empty for schemes in which the sender
    /// signs. The query is a secret.
    virtual QByteArray callbackQuery(const QByteArray & /*source*/,
                                     const QByteArray & /*attempt*/) const
    {
        return {};
    }
};

/// The configured secrets. Each of them is accepted, so that they can be replaced one after the
/// other.
using Secrets = std::vector<QByteArray>;

/// Verifies again and, for a wrong signature, looks for what would have fitted: the same JSON
/// written differently, or a line end more or less. It costs several times as much as verify(): use
/// it only when an operator asks.
Verdict explain(const Verifier &verifier, const Inbound &inbound);

} // namespace hub
