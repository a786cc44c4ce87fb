// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/webhookreach.h"
#include "hub/store/sqlite.h"

#include <vector>

namespace hub {

/// Changes from webhooks whose job is not known yet.
class UnmatchedTable
{
public:
    struct Entry
    {
        qint64 id = 0;
        qint64 delivery = 0;
        QByteArray source;
        QByteArray owner; ///< Whose share it is counted in; empty = nobody's.
        qint64 bytes = 0; ///< What it is counted for.
        qint64 atMs = 0;
        WebhookReach reach; ///< Which jobs its source may change.
    };

    /// By what the job of a change is found. A signed change is found by its job alone.
    struct Key
    {
        QByteArray jobId;
        QByteArray externalId;
    };
    static Key keyOf(const JobChange &change);

    explicit UnmatchedTable(Database &database);

    /// Ignores the entry's id.
    void insert(const Entry &entry, const JobChange &change);
    void remove(qint64 id) { m_remove.run(id); }

    /// Returns what waits for this job, oldest first.
    std::vector<Entry> waitingFor(const Key &key);
    qint64 countFor(const Key &key, const QByteArray &source);
    /// Returns the oldest of all.
    std::vector<Entry> oldest(int limit);

    /// Returns the change of an entry; none when its stored text cannot be read.
    std::optional<JobChange> change(qint64 id);

private:
    Statement m_insert;
    Statement m_waitingFor;
    Statement m_count;
    Statement m_oldest;
    Statement m_change;
    Statement m_remove;
};

} // namespace hub
