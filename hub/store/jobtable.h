// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/attempttable.h"
#include "hub/store/jobcache.h"
#include "hub/store/sqlite.h"

namespace hub {

/// The jobs, one by one; JobFinder looks for many.
class JobTable
{
public:
    explicit JobTable(Database &database);

    std::optional<Job> find(const QByteArray &id);
    /// The newest job with this provider's id.
    std::optional<Job> findByExternalId(const QByteArray &externalId);

    /// `fingerprint` tells a repeated CreateJob from another one for the same id.
    void insert(const Job &job, const QByteArray &fingerprint);
    void update(const Job &before, const Job &after);
    QByteArray fingerprint(const QByteArray &id);

    /// With its attempts.
    void remove(const QByteArray &id);
    /// Forgets what was read; after every rollback.
    void dropCache() { m_cache.clear(); }

private:
    Statement m_find;
    Statement m_findByExternalId;
    Statement m_insert;
    Statement m_update;
    Statement m_fingerprint;
    Statement m_remove;
    AttemptTable m_attempts;
    JobCache m_cache;
};

} // namespace hub
