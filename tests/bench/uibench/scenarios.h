// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace bench {

// Each prints a line or some. A tick is 33 ms of a hub with 5 000 events a second: 165 events.

constexpr int eventsPerTick = 165;
constexpr int tickMs = 33;

/// Ticks of the event log with its 1 000 000 rows full, painted each time: following, and scrolled
/// up.
void logTick();
/// Ticks of the whole way from the inbox to a painted list of 10 000 jobs.
void jobUpdates();
/// Ticks of the whole window with both.
void wholeWindow();

} // namespace bench
