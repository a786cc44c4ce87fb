// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/clockjump.h"

#include "hub/base/clock.h"

#include <utility>

namespace ui {

ClockJump::ClockJump(const hub::Clock &clock)
    : m_clock(clock)
    , m_steady(clock.steadyMs())
    , m_wall(clock.wallMs())
{ }

bool ClockJump::check()
{
    const std::chrono::milliseconds steady(m_clock.steadyMs());
    const std::chrono::milliseconds wall(m_clock.wallMs());
    const auto steadyPassed = steady - std::exchange(m_steady, steady);
    const auto wallPassed = wall - std::exchange(m_wall, wall);
    return steadyPassed > threshold || wallPassed - steadyPassed > threshold;
}

} // namespace ui
