// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clock.h"

#include <algorithm>

namespace bench {

/// A clock on which every tick comes on time, however long the previous one took. Within a tick it
/// runs as fast as the clock of the operating system, so that the budget of the tick is real time.
class TickClock final : public hub::Clock
{
public:
    qint64 wallMs() const override { return firstWallMs + steadyMs(); }
    qint64 steadyMs() const override
    {
        return m_tickMs + std::min(m_system.steadyMs() - m_startedMs, m_lengthMs);
    }

    /// Starts a tick that is `ms` after the start of the previous one.
    void advance(qint64 ms)
    {
        m_tickMs += ms;
        m_lengthMs = ms;
        m_startedMs = m_system.steadyMs();
    }

private:
    static constexpr qint64 firstWallMs = 1'731'000'000'000;

    const hub::SystemClock m_system;
    qint64 m_tickMs = 1'000'000; ///< Start of the current tick; steady time.
    qint64 m_lengthMs = 0; ///< The steady time stays below the start of the next tick.
    qint64 m_startedMs = 0; ///< When the current tick started; time of the operating system.
};

} // namespace bench
