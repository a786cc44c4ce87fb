// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/storeoptions.h"
#include "hub/store/storetables.h"

#include <QHash>

namespace hub {

class Clock;

/// Removes old events, and notes for each topic the newest one that went, so that a cursor below it
/// is answered with a gap and any other is honoured.
class EventSweeper
{
public:
    static constexpr int stepRows = 500;

    EventSweeper(StoreTables &tables, const Retention &retention, const Clock &clock);

    /// Looks at up to 500 events past those it has seen; false when no more are due now.
    bool sweep();

    /// Removes up to 500 events of a job that is to go itself; true once none is left.
    bool removeAllOf(const QByteArray &jobId);

    /// Begins with the oldest event again.
    void startOver() { m_position = {}; }

private:
    struct Seen
    {
        EventId id;
        QByteArray topic;
    };

    std::vector<Seen> next();
    bool isKept(const Seen &event, QHash<QByteArray, EventId> &keptFrom);
    void remove(const Seen &event);

    StoreTables &m_tables;
    const Retention &m_retention;
    const Clock &m_clock;

    EventId m_position; ///< Events up to here were looked at.
    qint64 m_startedMs; ///< When m_position was last at the beginning; steady.

    Statement m_next;
    Statement m_newest;
    Statement m_ofTopic;
    Statement m_remove;
    Statement m_removeIndexed;
    Statement m_raiseFloor;
    Statement m_removeFloor;
};

} // namespace hub
