// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/attempttable.h"
#include "hub/store/jobcache.h"
#include "hub/store/labeltable.h"
#include "hub/store/payloadtable.h"
#include "hub/store/sqlite.h"
#include "hub/wire/event.h"

#include <functional>

namespace hub {

/// The jobs, one by one, as events change them: without their labels and extra, which no event
/// changes, so that what an event costs does not grow with those. JobFinder looks for many jobs.
///
/// Most events move a job on without changing what it is: another line of its log, a little more
/// progress. Such a change stays in memory until settle(). What it is can be told from the events
/// after the one that the row is as of: catchUp() does so when a database is opened.
class JobTable
{
public:
    explicit JobTable(Database &database);

    /// Null when there is none; valid until the next call.
    const Job *find(const QByteArray &id);
    /// The job with its labels and extra.
    std::optional<Job> findWhole(const QByteArray &id);
    using Accepts = std::function<bool(const Job &)>;
    /// Returns the oldest unfinished job with this provider's id that `accepts`; without one the
    /// newest finished job. Looks at 16 of each. Null when there is none; valid until the next
    /// call.
    const Job *findByExternalId(const QByteArray &externalId, const Accepts &accepts);
    /// Returns whether an unfinished job other than `jobId` has this provider's id.
    bool isTaken(const QByteArray &externalId, const QByteArray &jobId);

    /// `fingerprint` tells a repeated CreateJob from another one for the same id.
    void insert(const Job &job, const QByteArray &fingerprint);
    /// `before` may be what find() returned.
    void update(const Job &before, Job after);
    QByteArray fingerprint(const QByteArray &id);

    /// With its attempts.
    void remove(const QByteArray &id);

    /// Writes what only memory knows; nothing outside of a writing transaction.
    void settle();
    /// So much is in memory only that it should be settled with this transaction.
    bool shouldSettle() const;
    bool isSettled() const { return m_cache.unsettledCount() == 0; }
    /// What the event did to its job, when the job's row is behind it.
    void catchUp(const Event &event);

    /// After each commit, and after each rollback.
    void keep() { m_cache.keep(); }
    void restore() { m_cache.restore(); }

private:
    static QByteArrayList idsOf(Statement &statement, const QByteArray &externalId);

    Database &m_database;
    Statement m_find;
    Statement m_findWhole;
    Statement m_runningWithExternalId;
    Statement m_finishedWithExternalId;
    Statement m_insert;
    Statement m_update;
    Statement m_move;
    Statement m_fingerprint;
    Statement m_remove;
    AttemptTable m_attempts;
    PayloadTable m_payloads;
    LabelTable m_labels;
    JobCache m_cache;
    Job m_read; ///< The last one read.
};

} // namespace hub
