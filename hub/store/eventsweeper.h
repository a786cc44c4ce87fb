// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/storeoptions.h"
#include "hub/tables/storetables.h"

#include <QHash>

namespace hub {

class Clock;

/// Removes old events. Stores for each topic the newest removed event, its floor. A cursor below
/// the floor is answered with a gap.
class EventSweeper
{
public:
    static constexpr int stepRows = 500;

    EventSweeper(StoreTables &tables, const Retention &retention, const Clock &clock);

    /// Examines the next 500 events and removes those that are no longer kept. Returns false when
    /// no more are due now. Needs a writing transaction.
    bool sweep();

    /// Removes up to 500 events of a job that is being removed. Returns true when none is left.
    bool removeAllOf(const QByteArray &jobId);

    /// Makes the next sweep() begin with the oldest event.
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

    EventId m_position; ///< Events up to this id were examined.
    qint64 m_startedMs; ///< Start of the current hour of sweeping, steady time in ms.

    Statement m_next;
    Statement m_newest;
    Statement m_ofTopic;
    Statement m_remove;
    Statement m_removeIndexed;
    Statement m_raiseFloor;
    Statement m_removeFloor;
};

} // namespace hub
