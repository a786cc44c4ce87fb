// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/sqlite/sqlite.h"
#include "hub/wire/job.h"

#include <vector>

namespace hub {

/// The index of jobs by their labels. Labels never change. Removing a job also removes its entries.
class LabelTable
{
public:
    explicit LabelTable(Database &database);

    void insert(const Job &job);

    struct Labelled
    {
        EventId rowEvent; ///< The last event that the job's row includes.
        QByteArray id;
    };
    /// Returns the jobs with the first of `labels` that at most `most` jobs have, in no order.
    /// Returns nothing when each label is on more jobs.
    std::optional<std::vector<Labelled>> find(const QList<std::pair<QString, QString>> &labels,
                                              size_t most);

private:
    Statement m_insert;
    Statement m_find;
};

} // namespace hub
