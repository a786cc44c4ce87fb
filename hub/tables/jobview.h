// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/tables/attempttable.h"
#include "hub/tables/metatable.h"
#include "hub/tables/minorchange.h"

#include <QHash>

#include <vector>

namespace hub {

/// The jobs as a reading transaction sees them. Works on any connection.
///
/// The writer settles minor changes late (see JobTable), so a row may be older than the job's
/// newest event. This view keeps the changes since the row, for each job whose row is behind. These
/// are at most as many jobs as the writer leaves unsettled.
class JobView
{
public:
    explicit JobView(Database &database);

    /// Reads the events since the last call. Call it at the start of each transaction.
    void refresh(const Meta &meta);
    /// Call after a failure: the next refresh() reads all unsettled events again.
    void forget();

    /// Returns the complete job, or null. Valid until the next call.
    const Job *find(const QByteArray &id);
    /// Returns the job of a row with the later changes applied.
    Job current(Job row) const;
    /// Returns the changes since the job's row was written; null when the row is up to date.
    const JobDelta *changesSinceRow(QByteArrayView id) const;

    /// A job's place in a list of jobs by their last events.
    struct Position
    {
        EventId lastEvent;
        QByteArray id;
    };
    /// Returns the jobs whose rows are behind and whose last event is below `before`, the newest
    /// change first.
    std::vector<Position> unsettledBefore(EventId before) const;

private:
    struct Entry
    {
        JobDelta changes; ///< Since `row`; see addMinor().
        EventId row; ///< The last event that the row includes.
        quint64 checkedIn = 0; ///< Number of the refresh() that read `row`.
    };

    using Entries = QHash<QByteArray, Entry>;

    void note(const Event &event);
    Entry *entryOf(const QByteArray &id);

    Statement m_after;
    Statement m_rowEvent;
    Statement m_find;
    AttemptTable m_attempts;
    Entries m_entries;
    EventId m_settled;
    EventId m_seen; ///< All events up to this id are in m_entries or settled.
    quint64 m_refresh = 0;
    std::optional<Job> m_read; ///< The last job that find() read in this transaction.
};

} // namespace hub
