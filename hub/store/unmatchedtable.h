// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/sqlite.h"
#include "hub/wire/jobchange.h"

#include <vector>

namespace hub {

/// Changes from webhooks whose job is not known yet.
class UnmatchedTable
{
public:
    struct Entry
    {
        qint64 id = 0;
        qint64 delivery = 0;
        std::optional<JobChange> change; ///< None when the stored text cannot be read.
    };

    explicit UnmatchedTable(Database &database);

    /// Keeps the change; of many for one job only the newest 100 wait.
    void insert(const JobChange &change, qint64 delivery, qint64 nowMs);

    /// Removes and returns what waits for this job, oldest first.
    std::vector<Entry> take(const QByteArray &jobId, const QByteArray &externalId);

private:
    Statement m_insert;
    Statement m_trim;
    Statement m_select;
    Statement m_remove;
};

} // namespace hub
