// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"

#include <QHash>

#include <list>
#include <vector>

namespace hub {

/// The jobs used last, so that a run of events of one job reads it once; and those that are further
/// than their rows, which it never drops. Knows what a rollback takes back of the latter.
class JobCache
{
public:
    /// Null when it is not cached; valid until the next call.
    const Job *find(const QByteArray &id);
    /// The job when it is further than its row, else null. Likewise.
    const Job *findUnsettled(const QByteArray &id) const;

    /// Replaces what it had of the job, which is as its row. Jobs come without labels and extra.
    void put(Job job);
    /// Keeps the job, whose row is not written yet. False, and nothing done, when it is too large
    /// to be held.
    bool putUnsettled(Job &job);
    void remove(const QByteArray &id);

    qsizetype unsettledCount() const { return static_cast<qsizetype>(m_unsettled.size()); }
    qsizetype unsettledBytes() const { return m_unsettledBytes; }
    /// Calls `write` with each job that is further than its row, which then no longer is.
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

    /// After a commit: what it has is what a rollback returns to.
    void keep();
    /// After a rollback: forgets all but the unsettled jobs as they were.
    void restore();

private:
    static constexpr int capacity = 4'096;
    static constexpr qsizetype bytesLimit = 64 * 1024 * 1024; ///< Results may be large.
    static constexpr qsizetype unsettledLimit = 1024 * 1024; ///< Of one job.

    struct Entry
    {
        Job job;
        qsizetype bytes; ///< It holds, about.
        quint64 changedIn; ///< The transaction.
        bool unsettled;
    };
    using Entries = std::list<Entry>;

    Entries &listOf(const Entry &entry) { return entry.unsettled ? m_unsettled : m_recent; }
    qsizetype &bytesOf(const Entry &entry) { return entry.unsettled ? m_unsettledBytes : m_bytes; }
    void noteBefore(Entry &entry);
    void set(Job job, qsizetype bytes, bool unsettled);
    void settleFirst();
    void trim();

    Entries m_recent; ///< The one used last in front.
    Entries m_unsettled;
    QHash<QByteArray, Entries::iterator> m_byId;
    qsizetype m_bytes = 0; ///< In m_recent.
    qsizetype m_unsettledBytes = 0;
    quint64 m_transaction = 1;
    std::vector<Job> m_before; ///< Unsettled ones that the transaction changed, as they were.
};

} // namespace hub
