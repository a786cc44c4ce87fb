// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/sqlite.h"

#include <optional>

namespace hub {

/// An entry of the index of events by topic.
struct IndexPlace
{
    QByteArray topic;
    EventId event;

    bool operator==(const IndexPlace &) const = default;
};

/// What the database knows about its own history.
struct Meta
{
    QByteArray epoch;
    EventId last; ///< Of all events ever accepted.
    EventId floor; ///< The newest event ever removed from any job's topic.
    qint64 events = 0;
    qint64 finishedJobs = 0;
    qint64 deliveryBytes = 0; ///< Of those that were not refused and do not wait for their job.
    qint64 deliveries = 0; ///< Likewise.
    qint64 refused = 0;
    qint64 refusedBytes = 0;
    EventId settled; ///< Up to here what follows from the events is written: see StoreTables.
    qint64 unsettled = 0; ///< Events after it; not in the table.
    qint64 unsettledBytes = 0; ///< Of their data; not in the table, 0 when they are of before.
    // What was settled of a part, not in the table: a hub that was killed begins again at
    // `settled`.
    EventId rowsSettled; ///< Up to here the jobs' rows are written.
    qint64 afterRows = 0; ///< Events after `rowsSettled`.
    qint64 afterRowsBytes = 0; ///< Of their data.
    /// Up to here, in the order of the index, it has the events between `settled` and
    /// `rowsSettled`. While it is set, `rowsSettled` stays.
    std::optional<IndexPlace> indexed;
    qint64 unsaved = 0; ///< Events added since the row was written; not in the table.

    /// An event more, with `bytes` of data. The row need not be written for it: it is told by the
    /// events themselves.
    void append(EventId id, qint64 bytes)
    {
        last = id;
        ++events;
        ++unsettled;
        unsettledBytes += bytes;
        ++afterRows;
        afterRowsBytes += bytes;
        ++unsaved;
    }

    /// The rows of all jobs were written.
    void settleRows()
    {
        rowsSettled = last;
        afterRows = afterRowsBytes = 0;
    }

    /// So was the index, for the events up to `rowsSettled`.
    void settle()
    {
        indexed.reset();
        settled = rowsSettled;
        unsettled = afterRows;
        unsettledBytes = afterRowsBytes;
    }

    bool operator==(const Meta &) const = default;
};

/// Keeps Meta in memory, and on disk with each transaction that did more to it than append events.
class MetaTable
{
public:
    /// Reads the row; a new database gets one, with an epoch of its own.
    explicit MetaTable(Database &database);

    /// Changed freely within a transaction.
    Meta current;

    /// Writes `current` unless it follows from the row and the events, before the commit of a
    /// transaction.
    void save();
    /// After a commit: `current` is what a rollback returns to.
    void keep() { m_kept = current; }
    /// After a rollback.
    void restore() { current = m_kept; }

private:
    void load();
    void countAppended();

    Database &m_database;
    Statement m_save;
    Meta m_kept;
};

} // namespace hub
