// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/snapshotreader.h"

#include "hub/store/jobrowfilter.h"
#include "hub/store/jobscan.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace hub {

namespace {

constexpr int scanLimit = 20'000; ///< Rows that one search examines.
constexpr int mostFinished = 200;

QByteArray select(const char *rest)
{
    return "SELECT " + jobValues() + " FROM jobs " + rest;
}

QByteArray selectLight(const char *rest)
{
    return "SELECT " + jobLightValues() + " FROM jobs " + rest;
}

bool isAboutRow(const Subscription &subscription, const Rows &rows)
{
    return isAbout(subscription, viewOf(rows, JobColumn::Id).toByteArray(),
                   parseJobKind(viewOf(rows, JobColumn::Kind)).value_or(JobKind::Generic),
                   viewOf(rows, JobColumn::Owner).toByteArray());
}

/// Returns the only owner whose jobs can match; empty = any.
QByteArray ownerOf(const Subscription &subscription)
{
    const QByteArray own = subscription.visible.onlyOwner();
    return own.isEmpty() ? subscription.owner : own;
}

} // namespace

/// A snapshot that is being filled, and its limits.
class SnapshotReader::Filling
{
public:
    Filling(const SnapshotLimits &limits, const QByteArray &epoch, Snapshot &snapshot)
        : m_limits(limits)
        , m_epoch(epoch)
        , m_snapshot(snapshot)
        , m_most(limits.jobs)
    { }

    bool isFull() const
    {
        return m_snapshot.jobs() >= m_most
               || (m_snapshot.jobs() > 0 && m_snapshot.bytes() >= m_limits.bytes);
    }
    void add(const Job &job) { m_snapshot.add(toJson(job, m_epoch)); }
    /// Adds one of many unfinished jobs, without a result or error above payloadLimit. A large
    /// value would displace other jobs, and reading it would cost a query.
    void addRunning(Job job)
    {
        for (QByteArray *payload : {&job.result, &job.error}) {
            if (payload->size() <= payloadLimit && *payload != payloadMark)
                continue;
            m_thinned = true;
            payload->clear();
        }
        add(job);
    }
    bool isThinned() const { return m_thinned; }
    /// Allows at most `more` further jobs.
    void narrow(int more) { m_most = std::min(m_limits.jobs, m_snapshot.jobs() + more); }

private:
    const SnapshotLimits &m_limits;
    const QByteArray &m_epoch;
    Snapshot &m_snapshot;
    int m_most;
    bool m_thinned = false;
};

SnapshotReader::SnapshotReader(Database &database, JobView &jobs)
    : m_jobs(jobs)
    , m_one(database, selectLight("WHERE id = ?"))
    , m_running(database, selectLight("INDEXED BY jobs_running WHERE end_ms = 0"
                                      " ORDER BY last_ms DESC, last_n DESC"))
    , m_runningByOwner(
          database, selectLight("INDEXED BY jobs_running_by_owner WHERE owner = ? AND owner <> ''"
                                " AND end_ms = 0 ORDER BY last_ms DESC, last_n DESC"))
    , m_finished(database, select("WHERE end_ms > 0 ORDER BY end_ms DESC, end_n DESC"))
    , m_finishedByOwner(
          database,
          select("WHERE owner = ? AND owner <> '' AND end_ms > 0 ORDER BY end_ms DESC, end_n DESC"))
{ }

void SnapshotReader::read(const Subscription &subscription, const SnapshotLimits &limits,
                          const QByteArray &epoch, Snapshot &snapshot)
{
    Filling filling(limits, epoch, snapshot);
    bool complete = true;
    if (!subscription.jobs.isEmpty()) {
        complete = addNamed(subscription, filling);
    } else if (subscription.scope != Scope::Hub && subscription.scope != Scope::Notifications) {
        complete = addRunning(subscription, filling) && addFinished(subscription, filling);
    }
    snapshot.finish(!complete || filling.isThinned());
}

bool SnapshotReader::addNamed(const Subscription &subscription, Filling &filling)
{
    std::vector<std::pair<EventId, QByteArray>> finished; // ids only: perhaps few of these jobs fit
    for (const QByteArray &id : subscription.jobs) {
        const Job *job = m_jobs.find(id);
        if (!job || !isAbout(subscription, id, job->kind, job->owner))
            continue;
        if (isTerminal(job->status))
            finished.emplace_back(job->terminalEvent, id);
        else if (filling.isFull())
            return false;
        else if (subscription.jobs.size() == 1)
            filling.add(*job);
        else
            filling.addRunning(*job);
    }
    std::sort(finished.begin(), finished.end(), std::greater<>());
    filling.narrow(mostFinished);
    for (const auto &[end, id] : finished) {
        if (filling.isFull())
            return false;
        if (const Job *job = m_jobs.find(id))
            filling.add(*job);
    }
    return true;
}

/// Adds the unfinished jobs. Returns whether all of them are in the snapshot.
bool SnapshotReader::addRunning(const Subscription &subscription, Filling &filling)
{
    const QByteArray owner = ownerOf(subscription);
    const EventId newest{std::numeric_limits<qint64>::max(), 0};
    JobScan scan(m_jobs, m_one, m_jobs.unsettledBefore(newest), [&] {
        return owner.isEmpty() ? m_running.query() : m_runningByOwner.query(owner);
    });
    const auto accepts = [&subscription](const Rows &rows, const JobDelta *) {
        return isAboutRow(subscription, rows);
    };
    EventId position;
    while (!scan.atEnd()) {
        if (scan.seen() == scanLimit)
            return false;
        auto job = scan.next(accepts, position);
        if (!job)
            continue;
        if (filling.isFull())
            return false;
        filling.addRunning(std::move(*job));
    }
    return true;
}

/// Adds the jobs that finished last. Returns whether all finished jobs are in the snapshot.
bool SnapshotReader::addFinished(const Subscription &subscription, Filling &filling)
{
    const QByteArray owner = ownerOf(subscription);
    filling.narrow(mostFinished);
    Rows rows = owner.isEmpty() ? m_finished.query() : m_finishedByOwner.query(owner);
    for (int seen = 0; rows.next(); ++seen) {
        if (seen == scanLimit)
            return false;
        if (!isAboutRow(subscription, rows))
            continue;
        if (filling.isFull())
            return false;
        filling.add(jobOf(rows)); // the row is current: no event changes a finished job
    }
    return true;
}

} // namespace hub
