// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/sqlite.h"
#include "hub/wire/job.h"

namespace hub {

/// The tries of the jobs, the last 100 of each. They go with their job.
class AttemptTable
{
public:
    explicit AttemptTable(Database &database);

    /// The first attempt of a new job.
    void insert(const Job &job);
    /// What a change did to the attempt: it went on, ended, or was replaced by the next.
    void update(const Job &before, const Job &after);

    /// Restore ids of the attempts before the job's, as Job::pastRestoreIds.
    QByteArrayList restoreIdsBefore(const Job &job);

private:
    Statement m_write;
    Statement m_replace;
    Statement m_trim;
    Statement m_restoreIds;
};

} // namespace hub
