// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace hub {
class Clock;
}

namespace ui {

/// Notices that the machine slept or that this process was stopped for a while. Connections that
/// were open before may be dead without a sign of it.
/// On Linux the steady clock stands still while the machine sleeps and the wall clock runs on. On
/// other systems, and while a process is stopped, both run on.
class ClockJump
{
public:
    /// A check that comes later than this, or a wall clock that gains more than this on the steady
    /// clock, counts as a jump. It is far above the delay of a busy machine.
    static constexpr std::chrono::seconds threshold{10};

    /// `clock` is not owned and outlives this.
    explicit ClockJump(const hub::Clock &clock);

    /// Returns whether a clock jumped since the call before or since construction. Call it once a
    /// second. A wall clock that an administrator sets forward counts too.
    bool check();

private:
    const hub::Clock &m_clock;
    std::chrono::milliseconds m_steady; ///< At the check before.
    std::chrono::milliseconds m_wall; ///< At the check before.
};

} // namespace ui
