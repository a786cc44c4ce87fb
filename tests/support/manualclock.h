// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clock.h"

#include <atomic>
#include <chrono>

namespace test {

/// A clock that moves only when the test moves it.
class ManualClock final : public hub::Clock
{
public:
    explicit ManualClock(qint64 wallMs = 1'731'000'000'000) : m_wallMs(wallMs) { }

    qint64 wallMs() const override { return m_wallMs; }
    qint64 steadyMs() const override
    {
        ++m_readings;
        return m_steadyMs;
    }
    /// Lets timers notice soon that the clock was moved.
    std::chrono::milliseconds longestSleep() const override { return std::chrono::milliseconds(5); }

    /// Advances both clocks.
    void advance(std::chrono::milliseconds time) { advance(qint64{time.count()}); }
    void advance(qint64 ms)
    {
        m_wallMs += ms;
        m_steadyMs += ms;
    }
    /// Sets the wall clock, as an administrator or NTP does. The steady clock stays.
    void setWall(qint64 ms) { m_wallMs = ms; }

    /// Returns how often the steady clock was read. A timer that waits for the clock reads it again
    /// and again. Two more readings prove that it has looked and has not fired.
    int readings() const { return m_readings; }

private:
    std::atomic<qint64> m_wallMs;
    std::atomic<qint64> m_steadyMs{1'000'000};
    mutable std::atomic<int> m_readings{0};
};

} // namespace test
