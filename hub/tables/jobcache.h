// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"

#include <QHash>

#include <list>
#include <vector>

namespace hub {

/// Keeps recently used jobs in memory, so that a series of events of one job reads its row once.
/// Also keeps every unsettled job: a job that is newer than its row. Unsettled jobs are never
/// dropped, and restore() returns them to their state before the transaction.
class JobCache
{
public:
    /// Returns the job, or null when it is not cached. Valid until the next call.
    const Job *find(const QByteArray &id);
    /// Returns the job if it is unsettled, else null. Valid until the next call.
    const Job *findUnsettled(const QByteArray &id) const;

    /// Stores a job whose row is up to date. Jobs come without labels and extra.
    void put(Job job);
    /// Stores an unsettled job and moves from `job`. Returns false and does nothing when the job is
    /// larger than 1 MiB.
    bool putUnsettled(Job &job);
    void remove(const QByteArray &id);

    qsizetype unsettledCount() const { return static_cast<qsizetype>(m_unsettled.size()); }
    qsizetype unsettledBytes() const { return m_unsettledBytes; }
    /// Calls `write` with each unsettled job and marks the job as settled.
    template<typename Write>
    void settle(const Write &write)
    {
        while (!m_unsettled.empty()) {
            Entry &entry = m_unsettled.front();
            write(std::as_const(entry.job));
            settleFirst();
        }
        trim();
    }

    /// Call after a commit: restore() then returns to the current state.
    void keep();
    /// Call after a rollback. Forgets all jobs except the unsettled ones, which return to their
    /// state before the transaction.
    void restore();

private:
    static constexpr int capacity = 4'096;
    /// Limit for settled jobs; their results may be large.
    static constexpr qsizetype bytesLimit = 64 * 1024 * 1024;
    static constexpr qsizetype unsettledLimit = 1024 * 1024; ///< Limit for one unsettled job.

    struct Entry
    {
        Job job;
        qsizetype bytes; ///< Approximate size.
        quint64 changedIn; ///< Number of the transaction.
        bool unsettled;
    };
    using Entries = std::list<Entry>;

    Entries &listOf(const Entry &entry) { return entry.unsettled ? m_unsettled : m_recent; }
    qsizetype &bytesOf(const Entry &entry) { return entry.unsettled ? m_unsettledBytes : m_bytes; }
    void noteBefore(Entry &entry);
    void set(Job job, qsizetype bytes, bool unsettled);
    void settleFirst();
    void trim();

    Entries m_recent; ///< Settled jobs, the last used first.
    Entries m_unsettled;
    QHash<QByteArray, Entries::iterator> m_byId;
    qsizetype m_bytes = 0; ///< Bytes in m_recent.
    qsizetype m_unsettledBytes = 0;
    quint64 m_transaction = 1;
    /// Unsettled jobs that this transaction changed, as they were before.
    std::vector<Job> m_before;
};

} // namespace hub
