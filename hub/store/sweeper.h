// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/eventsweeper.h"

namespace hub {

/// The retention: removes what is no longer kept, table after table, in steps of at most 500 rows.
class Sweeper
{
public:
    Sweeper(StoreTables &tables, const Retention &retention, const Clock &clock);

    /// One step, within a transaction; false when the round is done.
    bool step();

    /// After a step that was rolled back: begins anew.
    void startOver();

private:
    // Each is true while more is due.
    bool sweepStage();
    bool sweepJobs();
    bool sweepDeliveries();
    bool sweepOld(bool refused);
    bool trimDeliveries();
    bool trimHeaviest();
    bool sweepRefused();
    bool sweepKeys();
    bool sweepUnmatched();

    bool isOverfull() const; ///< More deliveries are kept than may be.

    StoreTables &m_tables;
    const Retention &m_retention;
    const Clock &m_clock;
    EventSweeper m_events;
    int m_stage = 0; ///< The table whose turn it is.

    Statement m_oldestFinished;
    Statement m_removeKeys;
};

} // namespace hub
