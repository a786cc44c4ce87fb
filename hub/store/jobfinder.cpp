// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/jobfinder.h"

#include "hub/store/jobfilter.h"
#include "hub/store/jobrow.h"

#include <algorithm>
#include <limits>

namespace hub {

namespace {

constexpr int scanLimit = 20'000; ///< Rows that one page looks at.
constexpr qint64 pageBytes = 256 * 1024; ///< Of results in one page, the last job excepted.

QByteArray select(const char *rest)
{
    return QByteArrayLiteral("SELECT ") + jobColumns + " FROM jobs " + rest;
}

/// Past the end of all history: the first page begins there.
EventId newest()
{
    return {std::numeric_limits<qint64>::max(), 0};
}

/// What of a job may be large.
qint64 bytesOf(const Job &job)
{
    return job.result.size() + job.error.size() + columnText(job.extra).size();
}

} // namespace

JobFinder::JobFinder(Database &database, JobTable &jobs)
    : m_jobs(jobs)
    , m_byChange(database,
                 select("WHERE (last_ms, last_n) < (?, ?) ORDER BY last_ms DESC, last_n DESC"))
    , m_byOwner(database, select("WHERE owner = ? AND owner <> '' AND (last_ms, last_n) < (?, ?)"
                                 " ORDER BY last_ms DESC, last_n DESC"))
    , m_running(database, select("WHERE end_ms = 0 AND (last_ms, last_n) < (?, ?)"
                                 " ORDER BY last_ms DESC, last_n DESC"))
{ }

Rows JobFinder::rowsFor(const JobQuery &query, EventId before)
{
    const QByteArray own = query.visible.onlyOwner();
    const QByteArray &owner = own.isEmpty() ? query.owner : own;
    if (!owner.isEmpty())
        return m_byOwner.query(owner, before);
    return JobFilter(query).onlyRunning() ? m_running.query(before) : m_byChange.query(before);
}

Result<JobPage> JobFinder::page(const JobQuery &query)
{
    EventId before = newest();
    if (!query.pageCursor.isEmpty()) {
        const auto given = EventId::parse(query.pageCursor);
        if (!given)
            return Error{QByteArrayLiteral("bad_cursor"), QStringLiteral("not a page cursor")};
        before = *given;
    }
    m_jobs.settle(); // their order is that of the rows
    const JobFilter filter(query);
    const auto limit = static_cast<size_t>(std::clamp(query.limit, 1, 1'000));
    JobPage page;
    qint64 bytes = 0;
    Rows rows = rowsFor(query, before);
    for (int seen = 0; rows.next(); ++seen) {
        if (page.jobs.size() == limit || bytes > pageBytes || seen == scanLimit) {
            page.next = before.toString();
            break;
        }
        before = rows.eventId(static_cast<int>(JobColumn::LastEvent));
        if (!filter.accepts(rows))
            continue;
        page.jobs.push_back(m_jobs.current(jobOf(rows)));
        bytes += bytesOf(page.jobs.back());
    }
    return page;
}

} // namespace hub
