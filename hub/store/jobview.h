// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/attempttable.h"
#include "hub/store/jobmoves.h"
#include "hub/store/metatable.h"

#include <QHash>

#include <vector>

namespace hub {

/// The jobs as a reading transaction sees them, from any connection.
///
/// The writer settles moves late (see JobTable), so a row may be behind the events of its job. This
/// view keeps what those events changed, for jobs whose rows are behind: at most as many as the
/// writer leaves unsettled.
class JobView
{
public:
    explicit JobView(Database &database);

    /// Reads the events that came since the last call; at the start of each transaction.
    void refresh(const Meta &meta);
    /// After a failure: the next refresh() begins anew.
    void forget();

    /// The job with everything, or null; valid until the next call.
    const Job *find(const QByteArray &id);
    /// The job of a row, up to date.
    Job current(Job row) const;
    /// What changed of the job since its row was written; null when the row is up to date.
    const JobMove *moveOf(QByteArrayView id) const;

    struct Moved
    {
        EventId lastEvent;
        QByteArray id;
    };
    /// Jobs whose rows are behind, that changed before `before`; the newest change first.
    std::vector<Moved> movedBefore(EventId before) const;

private:
    struct Entry
    {
        JobMove move;
        EventId row; ///< The event that the row is as of.
        quint64 checkedIn = 0; ///< The refresh that read `row`.
    };

    using Moves = QHash<QByteArray, Entry>;

    void note(const Event &event);
    Entry *entryOf(const QByteArray &id);

    Statement m_after;
    Statement m_rowEvent;
    Statement m_find;
    AttemptTable m_attempts;
    Moves m_moved;
    EventId m_settled;
    EventId m_seen; ///< The events up to here are in m_moved, or settled.
    quint64 m_refresh = 0;
    std::optional<Job> m_read; ///< The last one that find() read in this transaction.
};

} // namespace hub
