// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/store/jobview.h"
#include "hub/store/labeltable.h"

namespace hub {

class Clock;

/// Looks for many jobs: the pages of a listing.
class JobFinder
{
public:
    JobFinder(Database &database, JobView &jobs, const Clock &clock);

    /// One page, newest change first. It looks for 10 ms at most, and at a bounded number of rows
    /// and bytes, so it may be short and still have a next one. JobPage::asOf is left to the
    /// caller.
    Result<JobPage> page(const JobQuery &query);

private:
    Rows rowsFor(const JobQuery &query, EventId before);
    /// The jobs of a label that few jobs have, instead of a scan.
    std::optional<std::vector<JobView::Moved>> labelled(const JobQuery &query, EventId before);

    JobView &m_jobs;
    const Clock &m_clock;
    LabelTable m_labels;
    Statement m_one;
    Statement m_byChange;
    Statement m_byOwner;
    Statement m_running;
    Statement m_runningByOwner;
};

} // namespace hub
