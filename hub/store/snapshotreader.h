// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/snapshot.h"
#include "hub/core/subscription.h"
#include "hub/tables/jobview.h"

namespace hub {

/// Reads and encodes the jobs of a stream's snapshot. Use it within a read transaction.
class SnapshotReader
{
public:
    SnapshotReader(Database &database, JobView &jobs);

    /// Adds the subscription's jobs and finishes the snapshot. Unfinished jobs come first: the
    /// newest change first, or in the order in which the subscription names them. Then come up to
    /// 200 finished jobs, the last finished first.
    ///
    /// The snapshot is truncated when `limits` exclude a job, or when more jobs may exist than the
    /// 20 000 rows that one search examines. It is also truncated when an unfinished job, one of
    /// several, lost a large result or error.
    void read(const Subscription &subscription, const SnapshotLimits &limits,
              const QByteArray &epoch, Snapshot &snapshot);

private:
    class Filling;

    bool addNamed(const Subscription &subscription, Filling &filling);
    bool addRunning(const Subscription &subscription, Filling &filling);
    bool addFinished(const Subscription &subscription, Filling &filling);

    JobView &m_jobs;
    Statement m_one;
    Statement m_running;
    Statement m_runningByOwner;
    Statement m_finished;
    Statement m_finishedByOwner;
};

} // namespace hub
