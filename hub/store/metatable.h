// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/sqlite.h"

namespace hub {

/// What the database knows about its own history.
struct Meta
{
    QByteArray epoch;
    EventId last; ///< Of all events ever accepted.
    EventId floor; ///< The newest event ever removed from any job's topic.
    qint64 events = 0;
    qint64 finishedJobs = 0;
    qint64 deliveryBytes = 0;

    bool operator==(const Meta &) const = default;
};

/// Keeps Meta in memory, and on disk with each transaction that changed it.
class MetaTable
{
public:
    /// Reads the row; a new database gets one, with an epoch of its own.
    explicit MetaTable(Database &database);

    /// Changed freely within a transaction.
    Meta current;

    /// Writes `current`, before the commit of a transaction.
    void save();
    /// After a commit: `current` is what a rollback returns to.
    void keep() { m_kept = current; }
    /// After a rollback.
    void restore() { current = m_kept; }

private:
    void load();

    Database &m_database;
    Statement m_save;
    Meta m_kept;
};

} // namespace hub
