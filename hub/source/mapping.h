// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/source/inbound.h"
#include "hub/wire/dedupkey.h"
#include "hub/wire/jobchange.h"

#include <QStringList>

#include <vector>

namespace hub {

/// The meaning of a webhook, as changes of jobs.
struct Mapped
{
    std::vector<JobChange> changes; ///< Empty when the webhook is about nothing that the hub shows.
    /// The provider's id of the job, to match the delivery when the job is created later.
    QByteArray externalId;
    DedupKey dedupKey{};
    bool createsJobs = false; ///< Whether a change to an unknown job id creates the job.
    QStringList notes{}; ///< Details that could not be read and were dropped.
};

/// Maps the webhooks of one provider to job changes. A pure function without state or I/O. The
/// input may be any bytes.
class Mapping
{
public:
    virtual ~Mapping() = default;

    /// Errors: `bad_json`, `bad_field` with the name of the field, `unknown_word` for a status that
    /// the mapping does not know, `unsupported_media_type`.
    virtual Result<Mapped> map(const Inbound &inbound) const = 0;
};

/// Returns the key for providers that send no delivery id: a repeat has the same bytes. `kind` is
/// what the mapping reads outside of the body, such as the event name. SHA-256 in hex.
DedupKey bodyDedupKey(const Inbound &inbound, QByteArrayView kind = {});

/// Returns the key for a delivery id. The sender must vouch for the id with a signature or a shared
/// token. Never equal to a bodyDedupKey().
DedupKey idDedupKey(const Inbound &inbound, QByteArrayView id);

} // namespace hub
