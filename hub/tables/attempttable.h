// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/sqlite/sqlite.h"
#include "hub/wire/job.h"

namespace hub {

/// The attempts of the jobs, the last 100 of each job. Removing a job also removes its attempts.
class AttemptTable
{
public:
    explicit AttemptTable(Database &database);

    /// Adds the first attempt of a new job.
    void insert(const Job &job);
    /// Updates the stored attempts after a change of the job. A new attempt gets a row, and the
    /// previous one gets an end time if it has none.
    void update(const Job &before, const Job &after);

    /// Returns the restore ids of earlier attempts, oldest first and at most 16
    /// (Job::pastRestoreIds).
    QByteArrayList restoreIdsBefore(const Job &job);

private:
    Statement m_write;
    Statement m_replace;
    Statement m_trim;
    Statement m_restoreIds;
};

} // namespace hub
