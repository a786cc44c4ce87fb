// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/deliver.h"
#include "hub/service/ingestgate.h"
#include "hub/source/scheme.h"
#include "hub/source/verifier.h"

#include <map>

namespace hub {

/// One source of webhooks, built from its configuration: verifier, mapping, and the limits of what
/// it sends.
struct WebhookSource
{
    const Scheme *scheme = nullptr; ///< Never null; a row of the table.
    std::unique_ptr<Mapping> mapping;
    /// Null for a source without secrets: only admins may send, or every caller on a hub without
    /// keys.
    std::unique_ptr<Verifier> verifier;
    std::shared_ptr<IngestGate> gate;
    IngestLimits limits;
    QByteArray owner{}; ///< The source may change jobs of this owner only; empty = of every owner.
    /// Prefix of the ids of its jobs. Only this source and admins create jobs with the prefix.
    /// Empty = no reserved ids.
    QByteArray jobs{};
};

/// The sources by name, which is the last segment of the webhook path.
using WebhookSources = std::map<QByteArray, WebhookSource>;

/// Returns the name of the source for which the job id is reserved: the source with the longest
/// matching prefix in `jobs`. Empty when the id is not reserved.
QByteArray reservedFor(const WebhookSources &sources, const QByteArray &jobId);

/// Restricts `deliver` to the jobs that webhooks of the source `name` may change and create. For
/// hubs with keys.
void limitReach(const WebhookSources &sources, const QByteArray &name, Deliver &deliver);

} // namespace hub
