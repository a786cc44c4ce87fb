// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/core/jobquery.h"
#include "hub/tables/jobview.h"
#include "hub/tables/labeltable.h"

namespace hub {

class Clock;

/// Finds the jobs of a listing, page by page. Use it within a read transaction.
class JobFinder
{
public:
    JobFinder(Database &database, JobView &jobs, const Clock &clock);

    /// Returns one page of jobs, the newest change first. Stops after 10 ms, 20 000 rows or about
    /// 256 KiB of results, so a page may be short and still have a next one. JobQuery::filter sees
    /// only jobs that the rest of the query accepts. The caller sets
    /// JobPage::asOf. Fails with `bad_cursor` when the page cursor is invalid.
    Result<JobPage> page(const JobQuery &query);

private:
    /// Counts a job that the filter cannot judge in `page`.
    bool accepts(const JobQuery &query, const Job &job, JobPage &page) const;
    Rows rowsFor(const JobQuery &query, EventId before);
    /// Returns the jobs that may match by their labels, the newest change first. Returns nothing
    /// when the query has no labels or each label is on too many jobs.
    std::optional<std::vector<JobView::Position>> labelled(const JobQuery &query, EventId before);

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
