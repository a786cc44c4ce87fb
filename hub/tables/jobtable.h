// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/sqlite/sqlite.h"
#include "hub/tables/attempttable.h"
#include "hub/tables/jobcache.h"
#include "hub/tables/jobcounttable.h"
#include "hub/tables/labeltable.h"
#include "hub/tables/payloadtable.h"
#include "hub/wire/event.h"

#include <functional>

namespace hub {

/// Reads and writes single jobs as events change them. These jobs come without labels and extra. No
/// event changes those, so their size does not add to the cost of an event. JobFinder searches for
/// many jobs.
///
/// Most events are minor changes (isMinor()): another line of the log, a little more progress. A
/// minor change changes the job in memory only, until settle(). After a crash, catchUp() rebuilds
/// it from the events that are newer than the row.
class JobTable
{
public:
    explicit JobTable(Database &database);

    /// Returns the job, or null. Valid until the next call.
    const Job *find(const QByteArray &id);
    /// Returns the job with its labels and extra.
    std::optional<Job> findWhole(const QByteArray &id);
    using Accepts = std::function<bool(const Job &)>;
    /// Returns the oldest unfinished job with this external id that `accepts`. Without one, returns
    /// the newest finished job that `accepts`, or null. Examines at most 16 jobs of each. Valid
    /// until the next call.
    const Job *findByExternalId(const QByteArray &externalId, const Accepts &accepts);
    /// Returns whether an unfinished job other than `jobId` has this external id.
    bool isTaken(const QByteArray &externalId, const QByteArray &jobId);

    /// Adds a job. `fingerprint` tells a repeated CreateJob from a different one for the same id.
    void insert(const Job &job, const QByteArray &fingerprint);
    /// Stores the change from `before` to `after`. `before` may be the object that find() returned.
    void update(const Job &before, Job after);
    QByteArray fingerprint(const QByteArray &id);

    /// Removes the job with its attempts, payloads and labels.
    void remove(const QByteArray &id);

    /// Writes the rows of all unsettled jobs. Does nothing outside a writing transaction.
    void settle();
    /// Returns whether so much is unsettled that this transaction should settle it.
    bool shouldSettle() const;
    bool isSettled() const { return m_cache.unsettledCount() == 0; }
    /// Applies an event to its job in memory when the job's row is older than the event.
    void catchUp(const Event &event);

    /// Writes how many jobs there are now. Call it at the end of each writing transaction.
    void saveCounts() { m_counts.save(); }
    /// Call keep() after each commit, and restore() after each rollback.
    void keep() { m_cache.keep(); }
    void restore();

private:
    static QByteArrayList idsOf(Statement &statement, const QByteArray &externalId);

    Database &m_database;
    Statement m_find;
    Statement m_findWhole;
    Statement m_runningWithExternalId;
    Statement m_finishedWithExternalId;
    Statement m_insert;
    Statement m_update;
    Statement m_settle;
    Statement m_fingerprint;
    Statement m_remove;
    AttemptTable m_attempts;
    PayloadTable m_payloads;
    LabelTable m_labels;
    JobCountTable m_counts;
    JobCache m_cache;
    Job m_read; ///< The last job that find() read.
};

} // namespace hub
