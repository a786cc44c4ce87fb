// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/sqlite/sqlite.h"

#include <optional>

namespace hub {

/// A place in the index of events by topic.
struct IndexPlace
{
    QByteArray topic;
    EventId event;

    bool operator==(const IndexPlace &) const = default;
};

/// Counts and positions of the whole history.
struct Meta
{
    QByteArray epoch;
    EventId last; ///< The last event ever accepted.
    EventId floor; ///< The newest event ever removed from any job's topic.
    qint64 events = 0;
    qint64 finishedJobs = 0;
    /// Bytes of deliveries that are neither refused nor waiting for their job.
    qint64 deliveryBytes = 0;
    qint64 deliveries = 0; ///< Number of the same deliveries.
    qint64 refused = 0;
    qint64 refusedBytes = 0;
    /// All data that follows from the events up to this id is written: see StoreTables.
    EventId settled;
    qint64 unsettled = 0; ///< Number of events after `settled`; not stored.
    /// Bytes of these events; not stored. Events from before the start count 0.
    qint64 unsettledBytes = 0;
    // Progress within the current settling. Not stored: after a crash it begins again at `settled`.
    EventId rowsSettled; ///< The jobs' rows include the events up to this id.
    qint64 afterRows = 0; ///< Number of events after `rowsSettled`.
    qint64 afterRowsBytes = 0; ///< Bytes of these events.
    /// The index has the events between `settled` and `rowsSettled` up to this place. `rowsSettled`
    /// does not change while this is set.
    std::optional<IndexPlace> indexed;
    qint64 unsaved = 0; ///< Number of events added since the row was written; not stored.

    /// Counts one more event with `bytes` of data. The row need not be written for this: MetaTable
    /// counts the newer events when a database is opened.
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

    /// Notes that the rows of all jobs are written.
    void settleRows()
    {
        rowsSettled = last;
        afterRows = afterRowsBytes = 0;
    }

    /// Notes that the index has all events up to `rowsSettled`.
    void settle()
    {
        indexed.reset();
        settled = rowsSettled;
        unsettled = afterRows;
        unsettledBytes = afterRowsBytes;
    }

    bool operator==(const Meta &) const = default;
};

/// Keeps Meta in memory. Stores it with each transaction that did more than append events.
class MetaTable
{
public:
    /// Reads the row. A new database gets a row with a new epoch.
    explicit MetaTable(Database &database);

    /// May be changed freely within a transaction.
    Meta current;

    /// Writes `current` unless it follows from the row and the events. Call it before the commit of
    /// a writing transaction.
    void save();
    /// Call after a commit: restore() then returns to `current`.
    void keep() { m_kept = current; }
    /// Call after a rollback.
    void restore() { current = m_kept; }

private:
    void load();
    /// Counts the events that are newer than the row.
    void countAppended();

    Database &m_database;
    Statement m_save;
    Meta m_kept;
};

} // namespace hub
