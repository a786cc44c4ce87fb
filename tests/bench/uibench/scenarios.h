// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace bench {

// Each scenario prints one or more lines. A tick is 33 ms of a hub with 5 000 events per second:
// 165 events.

constexpr int eventsPerTick = 165;
constexpr int tickMs = 33;

/// Ticks of the full event log of 1 000 000 rows, painted each time, while it follows and while it
/// is scrolled up.
void logTick();
/// New filters over an event log of 1 000 000 rows.
void logFilters();
/// Ticks from the inbox to a painted list of 10 000 jobs.
void jobUpdates();
/// Ticks of the whole window with both.
void wholeWindow();

} // namespace bench
