// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/sqlite.h"
#include "hub/wire/job.h"

#include <vector>

namespace hub {

/// The index of jobs by their labels, which never change. Entries go with their job.
class LabelTable
{
public:
    explicit LabelTable(Database &database);

    void insert(const Job &job);

    struct Labelled
    {
        EventId rowEvent; ///< The event that the job's row is as of.
        QByteArray id;
    };
    /// The jobs with one of `labels`, in no order; nothing when each of them is on more than `most`
    /// jobs.
    std::optional<std::vector<Labelled>> find(const QList<std::pair<QString, QString>> &labels,
                                              size_t most);

private:
    Statement m_insert;
    Statement m_find;
};

} // namespace hub
