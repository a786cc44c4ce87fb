// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/tables/jobrow.h"
#include "hub/tables/jobview.h"

namespace hub {

/// Walks over rows of jobs and over jobs that are given by id, as one list: the newest change
/// first. Use it within one transaction.
class JobScan
{
public:
    /// `query` returns rows of jobColumns, the newest change first. `listed` are the jobs given by
    /// id, such as those newer than their rows (JobView::unsettledBefore()), in the same order.
    /// `one` selects a row by job id. Both statements are in use until the scan is destroyed.
    template<typename Query>
    JobScan(JobView &jobs, Statement &one, std::vector<JobView::Position> listed,
            const Query &query)
        : m_jobs(jobs)
        , m_one(one)
        , m_listed(std::move(listed))
        , m_rows(query())
    {
        nextRow();
    }
    Q_DISABLE_COPY_MOVE(JobScan)

    bool atEnd() const { return !m_hasRow && m_next == m_listed.size(); }
    /// Returns the number of jobs passed so far.
    int seen() const { return m_seen; }

    /// Passes the next job. Returns it when `accepts(rows, changes)` is true; `changes` has the
    /// changes since the row was written, or is null. Sets `position` to the job's last event.
    template<typename Accepts>
    std::optional<Job> next(const Accepts &accepts, EventId &position)
    {
        ++m_seen;
        const EventId row = m_hasRow ? lastEventOf(m_rows) : EventId{};
        if (m_next == m_listed.size() || (m_hasRow && row > m_listed[m_next].lastEvent)) {
            position = row;
            auto job = accepts(m_rows, nullptr) ? std::optional(jobOf(m_rows)) : std::nullopt;
            nextRow();
            return job;
        }
        const JobView::Position &listed = m_listed[m_next++];
        position = listed.lastEvent;
        Rows rows = m_one.query(listed.id);
        if (!rows.next() || !accepts(rows, m_jobs.changesSinceRow(listed.id)))
            return std::nullopt;
        return m_jobs.current(jobOf(rows));
    }

private:
    static EventId lastEventOf(const Rows &rows)
    {
        return rows.eventId(static_cast<int>(JobColumn::LastEvent));
    }
    void nextRow()
    {
        do {
            m_hasRow = m_rows.next();
        } while (m_hasRow && m_jobs.changesSinceRow(viewOf(m_rows, JobColumn::Id)));
    }

    JobView &m_jobs;
    Statement &m_one;
    const std::vector<JobView::Position> m_listed;
    std::size_t m_next = 0; ///< Index in m_listed.
    Rows m_rows;
    bool m_hasRow = false;
    int m_seen = 0;
};

} // namespace hub
