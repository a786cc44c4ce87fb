// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/sqlite/sqlite.h"
#include "hub/wire/job.h"

#include <map>
#include <tuple>
#include <vector>

namespace hub {

/// Keeps the number of jobs with each status: of all jobs and of each owner's jobs, in total and
/// for each kind, owner and label. JobCountReader reads them. Collects the changes of a
/// transaction, so that many jobs of one group change one row once.
class JobCountTable
{
public:
    explicit JobCountTable(Database &database);

    /// Counts a new job. `job` has its labels.
    void add(const Job &job);
    /// Counts the change from `before` to `after`. Does nothing when the status stays.
    void change(const Job &before, const Job &after);
    /// Counts a job no longer. Call it before the job is removed from the tables.
    void remove(const Job &job);

    /// Writes the changes. Call it at the end of a writing transaction.
    void save();
    /// Forgets changes that were not written. Call it after a rollback.
    void forget() { m_changes.clear(); }

private:
    struct Label
    {
        QByteArray name;
        QByteArray value;
    };
    using Labels = std::vector<Label>;
    /// The key of a row.
    struct Place
    {
        QByteArray scope;
        QByteArray dimension;
        QByteArray name;
        QByteArray value;
        JobStatus status;

        bool operator<(const Place &other) const
        {
            return std::tie(scope, dimension, name, value, status)
                   < std::tie(other.scope, other.dimension, other.name, other.value, other.status);
        }
    };

    Labels labelsOf(const QByteArray &jobId);
    void count(const Job &job, const Labels &labels, JobStatus status, int by);
    void countIn(const QByteArray &scope, const Job &job, const Labels &labels, JobStatus status,
                 int by);

    Statement m_labels;
    Statement m_add;
    Statement m_removeEmpty;
    std::map<Place, qint64> m_changes;
};

} // namespace hub
