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

/// What a webhook says, in our words.
struct Mapped
{
    std::vector<JobChange> changes; ///< None: it is about nothing that we show.
    QByteArray
        externalId; ///< The provider's id of the job, to find it again when the job appears later.
    DedupKey dedupKey{};
    bool createsJobs = false; ///< Whether a change to an unknown job id creates that job.
    QStringList notes{}; ///< Details that could not be read and were left out.
};

/// Makes job changes of one provider's webhooks. Pure: no state, no I/O, any bytes may come.
class Source
{
public:
    virtual ~Source() = default;

    /// Errors are `bad_json`, `bad_field`, which names the field, `unknown_word` for a status that
    /// the source does not know, and `unsupported_media_type`.
    virtual Result<Mapped> map(const Inbound &inbound) const = 0;
};

/// The key for providers that give their deliveries no id: a repeat has the same bytes. `kind` is
/// what the mapping reads outside of the body, such as the name of the event. Hex of SHA-256.
DedupKey bodyDedupKey(const Inbound &inbound, QByteArrayView kind = {});

/// The key where an id tells repeats apart; only for ids that the sender vouches for, by signing
/// them or by a shared token. Never the same as a bodyDedupKey().
DedupKey idDedupKey(const Inbound &inbound, QByteArrayView id);

} // namespace hub
