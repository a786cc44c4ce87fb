// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/inbound.h"
#include "hub/source/verdict.h"

#include <vector>

namespace hub {

/// Tells whether a webhook comes from who shares a secret with us, by its exact bytes and before
/// anything parses them. Pure: no state but its secrets, no I/O, any bytes may come.
class Verifier
{
public:
    virtual ~Verifier() = default;

    virtual Verdict verify(const Inbound &inbound) const = 0;

    /// Whether a kept delivery has all that verify() looks at; not where the sender shows the
    /// secret itself, which is not kept.
    virtual bool isRepeatable() const { return true; }

    /// The query of the callback URL by which a sender that signs nothing shows for which `attempt`
    /// (attemptName()) it speaks; empty where senders sign. It is a secret.
    virtual QByteArray callbackQuery(const QByteArray & /*source*/,
                                     const QByteArray & /*attempt*/) const
    {
        return {};
    }
};

/// What is configured, one element a secret: any of them fits, so that they can be replaced one
/// after the other.
using Secrets = std::vector<QByteArray>;

/// verify(), and when it refuses, what would have fitted: the body in another spelling of the same
/// JSON, with or without an end of line. Costs several times as much: for people who ask.
Verdict explain(const Verifier &verifier, const Inbound &inbound);

} // namespace hub
