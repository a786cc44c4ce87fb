// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace hub {

/// The source of the current time, which tests replace. Safe to call from any thread.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Returns milliseconds since 1970 UTC. The value may jump in both directions. Use it only for
    /// ids, stored times and displayed times.
    virtual qint64 wallMs() const = 0;

    /// Returns milliseconds of a clock that never goes back; its zero has no meaning. Use it for
    /// every interval and deadline.
    virtual qint64 steadyMs() const = 0;

    /// Returns the longest time that a timer of the event loop may sleep before it reads this clock
    /// again. Such a timer keeps the pace of the operating system's clocks, so there is no limit by
    /// default. A clock that moves by other rules needs a short one.
    virtual std::chrono::milliseconds longestSleep() const
    {
        return std::chrono::milliseconds::max();
    }
};

/// The clocks of the operating system.
class SystemClock final : public Clock
{
public:
    qint64 wallMs() const override;
    qint64 steadyMs() const override;
};

} // namespace hub
