// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"
#include "hub/wire/jobchange.h"

namespace hub {

/// Which jobs the webhooks of one source may change. A plain value.
struct WebhookReach
{
    /// No link between job and source is needed: the hub has no keys, or an admin sent the webhook.
    bool anyJob = true;
    QByteArray owner; ///< Only jobs of this owner; empty = any owner.

    bool operator==(const WebhookReach &) const = default;

    /// Returns whether a webhook of `source` may make `change` to `job`. The job was found by the
    /// job that the callback URL was signed for, by its id, or by its external id. Found by id, the
    /// job must be linked to the source: a webhook of the source created it, or its creator named
    /// the source. Found by external id, it must not be linked to another source.
    bool covers(const QByteArray &source, const Job &job, const JobChange &change) const;

    /// Returns whether a webhook may create a job with the owner that `change` names.
    bool coversNew(const JobChange &change) const;
};

/// Returns whether a change that was signed for the whole job names a run of the provider that the
/// job is not in. The change waits until the job has that external id.
bool isOfAnotherRun(const Job &job, const JobChange &change);

} // namespace hub
