// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/jobfinder.h"

#include "hub/store/jobfilter.h"
#include "hub/store/jobrow.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace hub {

namespace {

constexpr int scanLimit = 20'000; ///< Rows that one page looks at.
constexpr qint64 pageBytes = 256 * 1024; ///< Of results in one page, the last job excepted.
constexpr size_t finishedInSnapshot = 200;
constexpr qint64 snapshotBytes = 4 * 1024 * 1024; ///< Of results, the last job excepted.

QByteArray select(const char *rest)
{
    return QByteArrayLiteral("SELECT ") + jobColumns + " FROM jobs " + rest;
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

JobFinder::JobFinder(Database &database, JobTable &jobs)
    : m_jobs(jobs)
    , m_byChange(database,
                 select("WHERE (last_ms, last_n) < (?, ?) ORDER BY last_ms DESC, last_n DESC"))
    , m_byOwner(database, select("WHERE owner = ? AND owner <> '' AND (last_ms, last_n) < (?, ?)"
                                 " ORDER BY last_ms DESC, last_n DESC"))
    , m_running(database,
                select("INDEXED BY jobs_running WHERE end_ms = 0 AND (last_ms, last_n) < (?, ?)"
                       " ORDER BY last_ms DESC, last_n DESC"))
    , m_allRunning(database, select("INDEXED BY jobs_running WHERE end_ms = 0"))
    , m_finished(database, select("WHERE end_ms > 0 ORDER BY end_ms DESC, end_n DESC"))
    , m_finishedByOwner(
          database,
          select("WHERE owner = ? AND owner <> '' AND end_ms > 0 ORDER BY end_ms DESC, end_n DESC"))
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

JobFinder::Snapshot JobFinder::snapshot(const Subscription &subscription)
{
    if (subscription.scope == Scope::Hub || subscription.scope == Scope::Notifications)
        return {};
    if (!subscription.jobs.isEmpty())
        return snapshotOfNamed(subscription);
    m_jobs.settle();
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
