// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/delivery.h"
#include "hub/core/webhookreach.h"
#include "hub/wire/event.h"
#include "hub/wire/jobchange.h"

#include <QSet>

#include <vector>

namespace hub {

/// A webhook and the changes that its source made of it. A rejected webhook has no changes and is
/// only stored.
struct Deliver
{
    Delivery delivery;
    std::vector<JobChange> changes;
    /// A change to an unknown job id creates the job. When false, the delivery waits as
    /// `unmatched`.
    bool createsJobs = false;
    WebhookReach reach{}; ///< Which jobs it may change.
    QSet<QByteArray> foreignIds{}; ///< Job ids in the changes that the source may not create.
};

/// The answer to Deliver.
struct Delivered
{
    std::vector<Event> events; ///< Accepted events in id order.
    Delivery delivery; ///< As stored. Without an id when `full` is set.
    /// The configuration key of the limit that is full for webhooks that wait for their job. When
    /// it is set, nothing was stored.
    QByteArray full{};
};

} // namespace hub
