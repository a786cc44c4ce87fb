// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/jobfinder.h"

#include "hub/base/clock.h"
#include "hub/store/jobfilter.h"
#include "hub/store/jobrow.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace hub {

namespace {

constexpr int scanLimit = 20'000; ///< Rows that one page looks at.
constexpr qint64 scanMs = 10; ///< Likewise, the time it takes: other readers wait for it.
constexpr size_t mostLabelled = 2'000; ///< More jobs of a label are not sorted for a page.
constexpr qint64 pageBytes = 16 * 1024 * 1024; ///< Of results in one page, the last job excepted.
constexpr size_t finishedInSnapshot = 200;
constexpr qint64 snapshotBytes = 4 * 1024 * 1024; ///< Of results, the last job excepted.

QByteArray select(const char *rest)
{
    return "SELECT " + jobValues() + " FROM jobs " + rest;
}

/// Past the end of all history: the first page begins there.
EventId newest()
{
    return {std::numeric_limits<qint64>::max(), 0};
}

bool isAboutRow(const Subscription &subscription, const Rows &rows)
{
    return isAbout(subscription, viewOf(rows, JobColumn::Id).toByteArray(),
                   parseJobKind(viewOf(rows, JobColumn::Kind)).value_or(JobKind::Generic),
                   viewOf(rows, JobColumn::Owner).toByteArray());
}

/// What of a job may be large.
qint64 bytesOf(const Job &job)
{
    return job.result.size() + job.error.size() + columnText(job.extra).size();
}

void add(JobFinder::Snapshot &snapshot, Job job)
{
    snapshot.bytes += bytesOf(job);
    snapshot.jobs.push_back(std::move(job));
}

void addRunningJob(JobFinder::Snapshot &snapshot, Job job)
{
    if (snapshot.bytes > snapshotBytes && bytesOf(job) > 0) {
        snapshot.truncated = true;
        job.result.clear();
        job.error.clear();
        job.extra = {};
    }
    add(snapshot, std::move(job));
}

/// Whether one more finished job may be added to the `taken` that are in it.
bool hasRoom(const JobFinder::Snapshot &snapshot, size_t taken)
{
    return taken < finishedInSnapshot && snapshot.bytes <= snapshotBytes;
}

} // namespace

/// A walk over the rows of a query and the jobs that are further than their rows, as one list. Over
/// the jobs of a label alone, when that is on few jobs.
class JobFinder::PageScan
{
public:
    PageScan(JobFinder &finder, const JobQuery &query, EventId before)
        : m_finder(finder)
        , m_labelled(finder.labelled(query, before))
        , m_moved(m_labelled ? std::move(*m_labelled) : finder.m_jobs.movedBefore(before))
        , m_rows(m_labelled ? finder.m_byChange.query(EventId{}) // no row at all
                            : finder.rowsFor(query, before))
        , m_startedMs(finder.m_clock.steadyMs())
    {
        nextRow();
    }

    bool atEnd() const { return !m_hasRow && m_next == m_moved.size(); }
    /// Whether it has looked at enough; never before the first one.
    bool isExhausted() const
    {
        return m_seen >= scanLimit
               || (m_seen > 0 && m_finder.m_clock.steadyMs() - m_startedMs >= scanMs);
    }
    /// Goes past the next job and gives it when the filter accepts it; `position` is set to its
    /// last event.
    std::optional<Job> next(const JobFilter &filter, EventId &position)
    {
        ++m_seen;
        const EventId row = m_hasRow ? eventOf(m_rows) : EventId{};
        if (m_next == m_moved.size() || (m_hasRow && row > m_moved[m_next].lastEvent)) {
            position = row;
            auto job = filter.accepts(m_rows) ? std::optional(jobOf(m_rows)) : std::nullopt;
            nextRow();
            return job;
        }
        const JobView::Moved &moved = m_moved[m_next++];
        position = moved.lastEvent;
        Rows rows = m_finder.m_one.query(moved.id);
        if (!rows.next() || !filter.accepts(rows, m_finder.m_jobs.moveOf(moved.id)))
            return std::nullopt;
        return m_finder.m_jobs.current(jobOf(rows));
    }

private:
    static EventId eventOf(const Rows &rows)
    {
        return rows.eventId(static_cast<int>(JobColumn::LastEvent));
    }
    void nextRow()
    {
        do {
            m_hasRow = m_rows.next();
        } while (m_hasRow && m_finder.m_jobs.moveOf(viewOf(m_rows, JobColumn::Id)));
    }

    JobFinder &m_finder;
    std::optional<std::vector<JobView::Moved>> m_labelled; ///< Moved from when there.
    const std::vector<JobView::Moved> m_moved;
    size_t m_next = 0; ///< In m_moved.
    Rows m_rows;
    bool m_hasRow = false;
    int m_seen = 0;
    const qint64 m_startedMs;
};

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
    , m_allRunning(database, select("INDEXED BY jobs_running WHERE end_ms = 0"
                                    " ORDER BY last_ms DESC, last_n DESC"))
    , m_finished(database, select("WHERE end_ms > 0 ORDER BY end_ms DESC, end_n DESC"))
    , m_finishedByOwner(
          database,
          select("WHERE owner = ? AND owner <> '' AND end_ms > 0 ORDER BY end_ms DESC, end_n DESC"))
{ }

Rows JobFinder::rowsFor(const JobQuery &query, EventId before)
{
    const QByteArray own = query.visible.onlyOwner();
    const QByteArray &owner = own.isEmpty() ? query.owner : own;
    const bool onlyRunning = JobFilter(query).onlyRunning();
    if (!owner.isEmpty())
        return (onlyRunning ? m_runningByOwner : m_byOwner).query(owner, before);
    return (onlyRunning ? m_running : m_byChange).query(before);
}

/// The jobs that may match by their labels, the newest change first; nothing when they are too
/// many.
std::optional<std::vector<JobView::Moved>> JobFinder::labelled(const JobQuery &query,
                                                               EventId before)
{
    const auto found =
        query.labels.isEmpty() ? std::nullopt : m_labels.find(query.labels, mostLabelled);
    if (!found)
        return std::nullopt;
    std::vector<JobView::Moved> jobs;
    for (const LabelTable::Labelled &job : *found) {
        const JobMove *move = m_jobs.moveOf(job.id);
        const EventId last = move ? move->lastEvent : job.rowEvent;
        if (last < before)
            jobs.push_back({last, job.id});
    }
    std::sort(jobs.begin(), jobs.end(), [](const JobView::Moved &a, const JobView::Moved &b) {
        return a.lastEvent > b.lastEvent;
    });
    return jobs;
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
    const JobFilter filter(query);
    const auto limit = static_cast<size_t>(std::clamp(query.limit, 1, 1'000));
    JobPage page;
    qint64 bytes = 0;
    PageScan scan(*this, query, before);
    while (!scan.atEnd()) {
        if (page.jobs.size() == limit || bytes > pageBytes || scan.isExhausted()) {
            page.next = before.toString();
            break;
        }
        if (auto job = scan.next(filter, before)) {
            bytes += bytesOf(*job);
            page.jobs.push_back(std::move(*job));
        }
    }
    return page;
}

JobFinder::Snapshot JobFinder::snapshot(const Subscription &subscription)
{
    if (subscription.scope == Scope::Hub || subscription.scope == Scope::Notifications)
        return {};
    if (!subscription.jobs.isEmpty())
        return snapshotOfNamed(subscription);
    Snapshot snapshot;
    addRunning(subscription, snapshot);
    addFinished(subscription, snapshot);
    return snapshot;
}

JobFinder::Snapshot JobFinder::snapshotOfNamed(const Subscription &subscription)
{
    Snapshot snapshot;
    std::vector<std::pair<EventId, QByteArray>> finished; // looked up again, not held: few may fit
    for (const QByteArray &id : subscription.jobs) {
        const Job *job = m_jobs.find(id);
        if (!job || !isAbout(subscription, id, job->kind, job->owner))
            continue;
        if (isTerminal(job->status))
            finished.emplace_back(job->terminalEvent, id);
        else
            addRunningJob(snapshot, *job);
    }
    std::sort(finished.begin(), finished.end(), std::greater<>());
    for (size_t taken = 0; taken < finished.size() && !snapshot.truncated; ++taken) {
        if (!hasRoom(snapshot, taken))
            snapshot.truncated = true;
        else if (const Job *job = m_jobs.find(finished[taken].second))
            add(snapshot, *job);
    }
    return snapshot;
}

void JobFinder::addRunning(const Subscription &subscription, Snapshot &snapshot)
{
    Rows rows = m_allRunning.query();
    while (rows.next()) {
        if (isAboutRow(subscription, rows))
            addRunningJob(snapshot, m_jobs.current(jobOf(rows)));
    }
}

void JobFinder::addFinished(const Subscription &subscription, Snapshot &snapshot)
{
    const QByteArray own = subscription.visible.onlyOwner();
    const QByteArray &owner = own.isEmpty() ? subscription.owner : own;
    Rows rows = owner.isEmpty() ? m_finished.query() : m_finishedByOwner.query(owner);
    size_t taken = 0;
    for (int seen = 0; rows.next(); ++seen) {
        if (seen == scanLimit) {
            snapshot.truncated = true; // older ones of this kind may exist
            return;
        }
        if (!isAboutRow(subscription, rows))
            continue;
        if (!hasRoom(snapshot, taken)) {
            snapshot.truncated = true;
            return;
        }
        add(snapshot, m_jobs.current(jobOf(rows)));
        ++taken;
    }
}

} // namespace hub
