// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/wire/jobchange.h"

#include <QList>

#include <utility>
#include <vector>

namespace hub {

/// One webhook as it came in.
struct Inbound
{
    QByteArray source; ///< Name of the source it was addressed to.
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body; ///< Exact bytes.
    qint64 receivedMs = 0;
};

/// What a webhook says, in our words.
struct Mapped
{
    std::vector<JobChange> changes;
    QByteArray
        externalId; ///< The provider's id of the job, to find it again when the job appears later.
    QByteArray dedupKey; ///< Two deliveries of one source with the same key are one.
    bool createsJobs = false; ///< Whether a change to an unknown job id creates that job.
};

/// Makes job changes of one provider's webhooks. Pure: no state, no I/O, any bytes may come.
class Source
{
public:
    virtual ~Source() = default;

    /// Errors are `bad_json` and `bad_field`, which names the field.
    virtual Result<Mapped> map(const Inbound &inbound) const = 0;
};

/// The key for providers that give their deliveries no id: a repeat has the same bytes. Hex of
/// SHA-256.
QByteArray bodyDedupKey(const Inbound &inbound);

} // namespace hub
