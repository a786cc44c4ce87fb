// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/eventsweeper.h"

namespace hub {

/// Applies the retention: removes what is no longer kept, table after table, in small steps.
class Sweeper
{
public:
    Sweeper(StoreTables &tables, const Retention &retention, const Clock &clock);

    /// Runs one step. Call it within a writing transaction. Returns false when the round is
    /// complete.
    bool step();

    /// Begins the round again. Call it after a step was rolled back or the retention changed.
    void startOver();

private:
    // Each returns true while more is due.
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
    int m_stage = 0; ///< Index of the current stage.

    Statement m_oldestFinished;
    Statement m_removeKeys;
};

} // namespace hub
