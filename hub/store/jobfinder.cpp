// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/jobfinder.h"

#include "hub/base/clock.h"
#include "hub/filter/jobfields.h"
#include "hub/store/jobrowfilter.h"
#include "hub/store/jobscan.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace hub {

namespace {

constexpr int scanLimit = 20'000; ///< Rows that one page examines.
/// Longest time for one page: other readers wait for it.
constexpr std::chrono::milliseconds scanTime{10};
constexpr qint64 pageBytes = 256 * 1024; ///< Bytes of results in one page, the last job excepted.
constexpr size_t mostLabelled = 2'000; ///< A label that more jobs have is not used for the search.

QByteArray select(const char *rest)
{
    return "SELECT " + jobValues() + " FROM jobs " + rest;
}

/// Returns an id after the end of all history, where the first page begins.
EventId newest()
{
    return {std::numeric_limits<qint64>::max(), 0};
}

/// Returns the bytes of the fields that may be large.
qint64 bytesOf(const Job &job)
{
    return job.result.size() + job.error.size() + job.extra.text().size();
}

} // namespace

JobFinder::JobFinder(Database &database, JobView &jobs, const Clock &clock)
    : m_jobs(jobs)
    , m_clock(clock)
    , m_labels(database)
    , m_one(database, select("WHERE id = ?"))
    , m_byChange(database,
                 select("WHERE (last_ms, last_n) < (?, ?) ORDER BY last_ms DESC, last_n DESC"))
    , m_byOwner(database, select("WHERE owner = ? AND owner <> '' AND (last_ms, last_n) < (?, ?)"
                                 " ORDER BY last_ms DESC, last_n DESC"))
    , m_running(database,
                select("INDEXED BY jobs_running WHERE end_ms = 0 AND (last_ms, last_n) < (?, ?)"
                       " ORDER BY last_ms DESC, last_n DESC"))
    , m_runningByOwner(database, select("WHERE owner = ? AND owner <> '' AND end_ms = 0"
                                        " AND (last_ms, last_n) < (?, ?)"
                                        " ORDER BY last_ms DESC, last_n DESC"))
{ }

Rows JobFinder::rowsFor(const JobQuery &query, EventId before)
{
    const QByteArray own = query.visible.onlyOwner();
    const QByteArray &owner = own.isEmpty() ? query.owner : own;
    const bool onlyRunning = JobRowFilter(query).onlyRunning();
    if (!owner.isEmpty())
        return (onlyRunning ? m_runningByOwner : m_byOwner).query(owner, before);
    return (onlyRunning ? m_running : m_byChange).query(before);
}

std::optional<std::vector<JobView::Position>> JobFinder::labelled(const JobQuery &query,
                                                                  EventId before)
{
    const auto found =
        query.labels.isEmpty() ? std::nullopt : m_labels.find(query.labels, mostLabelled);
    if (!found)
        return std::nullopt;
    std::vector<JobView::Position> jobs;
    for (const LabelTable::Labelled &job : *found) {
        const JobDelta *changes = m_jobs.changesSinceRow(job.id);
        const EventId last = changes ? changes->id : job.rowEvent;
        if (last < before)
            jobs.push_back({last, job.id});
    }
    std::sort(jobs.begin(), jobs.end(), [](const JobView::Position &a, const JobView::Position &b) {
        return a.lastEvent > b.lastEvent;
    });
    return jobs;
}

bool JobFinder::accepts(const JobQuery &query, const Job &job, JobPage &page) const
{
    if (query.filter.isEmpty())
        return true;
    const FilterVerdict verdict = query.filter.judge(JobFilterRow(job, m_clock.wallMs()));
    if (verdict == FilterVerdict::Unknown)
        ++page.unjudged;
    return verdict == FilterVerdict::Yes;
}

Result<JobPage> JobFinder::page(const JobQuery &wanted)
{
    const JobQuery query = narrowed(wanted);
    EventId before = newest();
    if (!query.pageCursor.isEmpty()) {
        const auto given = EventId::parse(query.pageCursor);
        if (!given)
            return Error{QByteArrayLiteral("bad_cursor"), QStringLiteral("not a page cursor")};
        before = *given;
    }
    const JobRowFilter filter(query);
    const auto limit = static_cast<size_t>(std::clamp(query.limit, 1, 1'000));
    JobPage page;
    qint64 bytes = 0;
    const auto few = labelled(query, before);
    JobScan scan(m_jobs, m_one, few ? *few : m_jobs.unsettledBefore(before), [&] {
        return few ? m_byChange.query(EventId{}) // returns no rows
                   : rowsFor(query, before);
    });
    const qint64 startedMs = m_clock.steadyMs();
    const auto passes = [&filter](const Rows &rows, const JobDelta *changes) {
        return filter.accepts(rows, changes);
    };
    // A page always examines at least one job.
    const auto isExhausted = [&] {
        return scan.seen() >= scanLimit
               || (scan.seen() > 0 && m_clock.steadyMs() - startedMs >= scanTime.count());
    };
    while (!scan.atEnd()) {
        if (page.jobs.size() == limit || bytes > pageBytes || isExhausted()) {
            page.next = before.toString();
            break;
        }
        auto job = scan.next(passes, before);
        if (job && accepts(query, *job, page)) {
            bytes += bytesOf(*job);
            page.jobs.push_back(std::move(*job));
        }
    }
    return page;
}

} // namespace hub
