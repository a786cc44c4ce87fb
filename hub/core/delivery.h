// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/deliveryeffect.h"
#include "hub/core/deliveryverdict.h"
#include "hub/wire/dedupkey.h"
#include "hub/wire/eventid.h"

namespace hub {

/// One webhook exactly as received, and what the hub did with it. It is kept and can be replayed.
struct Delivery
{
    qint64 id = 0; ///< Set by the store.
    QByteArray source; ///< Name of the source: `runpod-completion`, `image-gen`, …
    qint64 receivedMs = 0;
    QByteArray method;
    QByteArray path; ///< Without its query.
    QByteArray headers; ///< As received, `Name: value` lines; secrets are `[redacted]`.
    QByteArray body; ///< Exact bytes. Empty in a list, and when `bodyKept` is false.
    qint64 size = 0; ///< Size of the received body in bytes, kept or not.
    bool bodyKept = true; ///< False when the body was too large.
    DeliveryVerdict verdict = DeliveryVerdict::Rejected;
    QByteArray reason; ///< Why it was rejected or refused.
    QByteArray explanation{}; ///< Result of the signature check as JSON; empty in a list.
    DedupKey dedupKey{};
    QByteArray externalId; ///< Of its job, to match the delivery when the job is created later.
    /// Set by the store. A source sets it to Ignored when it does not understand the content.
    DeliveryEffect effect;
    QByteArray jobId; ///< Set by the store: the job it was applied to.
    EventId event; ///< Set by the store: its last event.
    /// Set by the store: owner of its job. The delivery counts in that owner's share.
    QByteArray owner{};
    qint64 replayOf = 0; ///< Id of the delivery that this one repeats; 0 = none.
};

} // namespace hub
