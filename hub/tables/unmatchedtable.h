// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/webhookreach.h"
#include "hub/sqlite/sqlite.h"

#include <vector>

namespace hub {

/// Changes of webhooks that wait because their job is not known yet.
class UnmatchedTable
{
public:
    struct Entry
    {
        qint64 id = 0;
        qint64 delivery = 0;
        QByteArray source;
        QByteArray owner; ///< The owner whose limit it counts against; empty = none.
        qint64 bytes = 0; ///< Bytes that it counts.
        qint64 atMs = 0;
        WebhookReach reach; ///< Which jobs its source may change.
    };

    /// The ids that find the job of a change. A signed change is found by its job id alone.
    struct Key
    {
        QByteArray jobId;
        QByteArray externalId;
    };
    static Key keyOf(const JobChange &change);

    explicit UnmatchedTable(Database &database);

    /// Adds a change. Ignores `entry.id`.
    void insert(const Entry &entry, const JobChange &change);
    void remove(qint64 id) { m_remove.run(id); }

    /// Returns the changes that wait for a job with one of these ids, oldest first.
    std::vector<Entry> waitingFor(const Key &key);
    /// Returns how many changes of a source wait for a job with one of these ids.
    qint64 countFor(const Key &key, const QByteArray &source);
    /// Returns the oldest waiting changes.
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
