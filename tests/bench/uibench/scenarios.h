// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

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
/// Starts of a process until its window is painted, when all files are in memory.
void start();
/// Opens the window of the monitor in this process and returns after the first paint: one of the
/// processes of start().
int openWindow();
/// Keys in the filter of a full log that gets 700 events a second: each from its sending until it
/// is painted.
void typing();
/// The processor time and the memory of a window with a full log that gets 5 000 events a second,
/// once a minute and at the end.
void load(std::chrono::seconds time);

} // namespace bench
