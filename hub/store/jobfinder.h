// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/store/jobview.h"
#include "hub/store/labeltable.h"

namespace hub {

class Clock;
class JobFilter;

/// Looks for many jobs: pages of a listing, snapshots of a stream.
class JobFinder
{
public:
    JobFinder(Database &database, JobView &jobs, const Clock &clock);

    /// One page, newest change first. It looks for 10 ms at most, and at a bounded number of rows
    /// and bytes, so it may be short and still have a next one. JobPage::asOf is left to the
    /// caller.
    Result<JobPage> page(const JobQuery &query);

    struct Snapshot
    {
        std::vector<Job> jobs;
        bool truncated = false; ///< More had finished than it holds, or results are missing.
        qint64 bytes = 0; ///< Of results and the like, about.
    };

    /// All jobs of the subscription that run and the last that finished. Bounded in bytes: past
    /// that, running jobs are without their results and finished ones are left out.
    Snapshot snapshot(const Subscription &subscription);

private:
    class PageScan;

    Rows rowsFor(const JobQuery &query, EventId before);
    std::optional<std::vector<JobView::Moved>> labelled(const JobQuery &query, EventId before);
    Snapshot snapshotOfNamed(const Subscription &subscription);
    void addRunning(const Subscription &subscription, Snapshot &snapshot);
    void addFinished(const Subscription &subscription, Snapshot &snapshot);

    JobView &m_jobs;
    const Clock &m_clock;
    LabelTable m_labels;
    Statement m_one;
    Statement m_byChange;
    Statement m_byOwner;
    Statement m_running;
    Statement m_runningByOwner;
    Statement m_allRunning;
    Statement m_finished;
    Statement m_finishedByOwner;
};

} // namespace hub
