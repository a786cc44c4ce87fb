// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/jobrow.h"
#include "hub/store/jobview.h"

namespace hub {

/// A walk over rows of jobs and over jobs that are given by id, as one list: the newest change
/// first. Only within a transaction.
class JobScan
{
public:
    /// `query` returns rows of jobValues(), the newest change first. `moved` are the jobs that are
    /// further than their rows (JobView::movedBefore()), likewise sorted. `one` selects a row by
    /// its job's id. The statements are used until the scan ends.
    template<typename Query>
    JobScan(JobView &jobs, Statement &one, std::vector<JobView::Moved> moved, const Query &query)
        : m_jobs(jobs)
        , m_one(one)
        , m_moved(std::move(moved))
        , m_rows(query())
    {
        nextRow();
    }
    Q_DISABLE_COPY_MOVE(JobScan)

    bool atEnd() const { return !m_hasRow && m_next == m_moved.size(); }
    /// How many jobs it went past.
    int seen() const { return m_seen; }

    /// Goes past the next job and gives it when `accepts(rows, move)` is true of its row and of
    /// what changed since (null when nothing did). `position` is set to its last event.
    template<typename Accepts>
    std::optional<Job> next(const Accepts &accepts, EventId &position)
    {
        ++m_seen;
        const EventId row = m_hasRow ? lastEventOf(m_rows) : EventId{};
        if (m_next == m_moved.size() || (m_hasRow && row > m_moved[m_next].lastEvent)) {
            position = row;
            auto job = accepts(m_rows, nullptr) ? std::optional(jobOf(m_rows)) : std::nullopt;
            nextRow();
            return job;
        }
        const JobView::Moved &moved = m_moved[m_next++];
        position = moved.lastEvent;
        Rows rows = m_one.query(moved.id);
        if (!rows.next() || !accepts(rows, m_jobs.moveOf(moved.id)))
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
        } while (m_hasRow && m_jobs.moveOf(viewOf(m_rows, JobColumn::Id)));
    }

    JobView &m_jobs;
    Statement &m_one;
    const std::vector<JobView::Moved> m_moved;
    std::size_t m_next = 0; ///< In m_moved.
    Rows m_rows;
    bool m_hasRow = false;
    int m_seen = 0;
};

} // namespace hub
