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
constexpr qint64 pageBytes = 16 * 1024 * 1024; ///< Of results in one page, the last job excepted.
constexpr size_t finishedInSnapshot = 200;

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

} // namespace

JobFinder::JobFinder(Database &database, JobTable &jobs)
    : m_jobs(jobs)
    , m_byChange(database,
                 select("WHERE (last_ms, last_n) < (?, ?) ORDER BY last_ms DESC, last_n DESC"))
    , m_byOwner(database, select("WHERE owner = ? AND (last_ms, last_n) < (?, ?)"
                                 " ORDER BY last_ms DESC, last_n DESC"))
    , m_running(database,
                select("INDEXED BY jobs_running WHERE end_ms = 0 AND (last_ms, last_n) < (?, ?)"
                       " ORDER BY last_ms DESC, last_n DESC"))
    , m_allRunning(database, select("INDEXED BY jobs_running WHERE end_ms = 0"))
    , m_finished(database, select("WHERE end_ms > 0 ORDER BY end_ms DESC, end_n DESC"))
    , m_finishedByOwner(database,
                        select("WHERE owner = ? AND end_ms > 0 ORDER BY end_ms DESC, end_n DESC"))
{ }

Rows JobFinder::rowsFor(const JobQuery &query, EventId before)
{
    if (!query.owner.isEmpty())
        return m_byOwner.query(query.owner, before);
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
        page.jobs.push_back(jobOf(rows));
        bytes += page.jobs.back().result.size();
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
    std::vector<Job> finished;
    for (const QByteArray &id : subscription.jobs) {
        const auto job = m_jobs.find(id);
        if (job && isAbout(subscription, id, job->kind, job->owner))
            (isTerminal(job->status) ? finished : snapshot.jobs).push_back(*job);
    }
    std::sort(finished.begin(), finished.end(), [](const Job &left, const Job &right) {
        return left.terminalEvent > right.terminalEvent;
    });
    snapshot.truncated = finished.size() > finishedInSnapshot;
    finished.resize(std::min(finished.size(), finishedInSnapshot));
    snapshot.jobs.insert(snapshot.jobs.end(), finished.begin(), finished.end());
    return snapshot;
}

void JobFinder::addRunning(const Subscription &subscription, Snapshot &snapshot)
{
    Rows rows = m_allRunning.query();
    while (rows.next()) {
        if (isAboutRow(subscription, rows))
            snapshot.jobs.push_back(jobOf(rows));
    }
}

void JobFinder::addFinished(const Subscription &subscription, Snapshot &snapshot)
{
    Rows rows = subscription.owner.isEmpty() ? m_finished.query()
                                             : m_finishedByOwner.query(subscription.owner);
    size_t taken = 0;
    for (int seen = 0; rows.next(); ++seen) {
        if (seen == scanLimit) {
            snapshot.truncated = true; // older ones of this kind may exist
            return;
        }
        if (!isAboutRow(subscription, rows))
            continue;
        if (taken == finishedInSnapshot) {
            snapshot.truncated = true;
            return;
        }
        snapshot.jobs.push_back(jobOf(rows));
        ++taken;
    }
}

} // namespace hub
