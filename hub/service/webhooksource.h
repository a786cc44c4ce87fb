// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/service/ingestgate.h"
#include "hub/source/source.h"
#include "hub/source/verifier.h"

#include <map>

namespace hub {

/// One source of webhooks: who may send, how fast, and what it means.
struct WebhookSource
{
    QByteArray scheme;
    std::unique_ptr<Source> mapping;
    std::unique_ptr<Verifier> verifier; ///< Null: admins send, or everybody without keys.
    std::shared_ptr<IngestGate> gate;
    IngestLimits limits;
    QByteArray owner{}; ///< It may change jobs of this owner only; empty = of everybody.
    QByteArray jobs{}; ///< What the ids of its jobs begin with: nobody else creates such; empty =
                       ///< anything.
};

/// By the last segment of the webhook path.
using WebhookSources = std::map<QByteArray, WebhookSource>;

/// Returns the name of the source that alone creates jobs with such an id: of those whose `jobs`
/// the id begins with, the one with the longest. Empty when everybody may create the job.
QByteArray reservedFor(const WebhookSources &sources, const QByteArray &jobId);

/// Limits `deliver` to what webhooks of the source `name` may do on a hub with keys.
void limitReach(const WebhookSources &sources, const QByteArray &name, Deliver &deliver);

} // namespace hub
