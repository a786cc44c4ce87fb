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
    qint64 steadyMs() const override { return m_steadyMs; }

    /// Advances both clocks.
    void advance(std::chrono::milliseconds time) { advance(qint64{time.count()}); }
    void advance(qint64 ms)
    {
        m_wallMs += ms;
        m_steadyMs += ms;
    }
    /// Sets the wall clock, as an administrator or NTP does. The steady clock stays.
    void setWall(qint64 ms) { m_wallMs = ms; }

private:
    std::atomic<qint64> m_wallMs;
    std::atomic<qint64> m_steadyMs{1'000'000};
};

} // namespace test
