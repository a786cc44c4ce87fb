// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/storeoptions.h"
#include "hub/store/storetables.h"

namespace hub {

class Clock;

/// Removes what the retention no longer keeps, in steps of at most 500 rows, and notes for each topic the newest event
/// that went, so that a cursor below it is answered with a gap.
class Sweeper
{
public:
    Sweeper(StoreTables &tables, const Retention &retention, const Clock &clock);

    /// One step, within a transaction; false when the round is done and nothing more is due now. After a rollback
    /// the same step is simply due again.
    bool step();

private:
    struct OldEvent
    {
        EventId id;
        QByteArray topic;
    };

    bool sweepEvents();
    std::vector<OldEvent> nextEvents();
    bool isProtected(const OldEvent &event);
    void removeEvent(const OldEvent &event);

    bool sweepJobs();
    bool removeJob(const Job &job);

    bool sweepDeliveries();
    bool sweepKeys();
    bool sweepUnmatched();

    StoreTables &m_tables;
    const Retention &m_retention;
    const Clock &m_clock;

    EventId m_position; ///< Events up to here were looked at.
    qint64 m_startedOverMs = 0; ///< When m_position was last set back.
    int m_stage = 0;

    Statement m_oldEvents;
    Statement m_keptFrom;
    Statement m_removeEvent;
    Statement m_raiseFloor;
    Statement m_removeFloor;
    Statement m_topicEvents;
    Statement m_oldestFinished;
    Statement m_deliveriesEnds;
    Statement m_oldDeliveries;
    Statement m_removeDelivery;
    Statement m_removeKeys;
    Statement m_removeUnmatched;
};

} // namespace hub
