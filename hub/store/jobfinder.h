// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/store/jobtable.h"

namespace hub {

/// Looks for many jobs: the pages of a listing.
class JobFinder
{
public:
    JobFinder(Database &database, JobTable &jobs);

    /// One page, newest change first. It looks at a bounded number of rows and bytes, so it may be
    /// short and still have a next one. JobPage::asOf is left to the caller.
    Result<JobPage> page(const JobQuery &query);

private:
    Rows rowsFor(const JobQuery &query, EventId before);

    JobTable &m_jobs;
    Statement m_byChange;
    Statement m_byOwner;
    Statement m_running;
};

} // namespace hub
