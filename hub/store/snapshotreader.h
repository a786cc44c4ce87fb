// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/snapshot.h"
#include "hub/core/subscription.h"
#include "hub/store/jobview.h"

namespace hub {

/// Reads the jobs of a stream's snapshot and encodes them.
class SnapshotReader
{
public:
    SnapshotReader(Database &database, JobView &jobs);

    /// Adds the jobs of the subscription and finishes the snapshot: first those that run, the
    /// newest change first, then the last 200 that finished. It is truncated when `limits` leave
    /// some out, or when older ones may exist beyond the rows that one call looks at.
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
