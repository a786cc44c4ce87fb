// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clock.h"

#include <algorithm>
#include <chrono>

namespace hub {

/// Limits the last phase of a connection, after its last byte was sent. A plain close with unread
/// input would send a reset, which can destroy the answer before the peer reads it. Most clients
/// read the answer only after they have sent their whole body. So the hub drops further input until
/// the peer closes, or until a limit is reached: 64 MiB, 2 s without input, or 30 s in all.
class Lingering
{
public:
    /// Starts the limits. `clock` is not owned and outlives this.
    explicit Lingering(const Clock &clock) : m_clock(clock) { restart(); }

    /// Starts the limits again, from now.
    void restart()
    {
        m_dropped = 0;
        m_endMs = m_clock.steadyMs() + mostTime.count();
    }

    /// Counts `bytes` of dropped input. False when the limit of bytes or of total time is reached.
    bool drop(qint64 bytes)
    {
        m_dropped += bytes;
        return m_dropped <= mostBytes && m_clock.steadyMs() < m_endMs;
    }

    /// Returns how long to wait for further input.
    std::chrono::milliseconds patience() const
    {
        const qint64 left = std::max<qint64>(0, m_endMs - m_clock.steadyMs());
        return std::min(silence, std::chrono::milliseconds(left));
    }

private:
    static constexpr qint64 mostBytes = 64 * 1024 * 1024;
    static constexpr std::chrono::milliseconds silence{2'000};
    static constexpr std::chrono::milliseconds mostTime{30'000};

    const Clock &m_clock;
    qint64 m_dropped = 0;
    qint64 m_endMs = 0; ///< Steady time.
};

} // namespace hub
