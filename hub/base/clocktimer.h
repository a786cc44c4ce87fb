// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace hub {

class Clock;

/// A single-shot timer that fires once a clock has advanced by the wait. With the clock of the
/// operating system it is a usual timer that is never early. With a clock that a test moves it
/// fires soon after the move, and never before it, however slow the machine is. Use it on its own
/// thread only.
class ClockTimer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClockTimer)

public:
    /// `clock` is not owned and outlives this.
    explicit ClockTimer(const Clock &clock, QObject *parent = nullptr);

    /// Starts the wait, again if it is running already. `wait` is 0 or more.
    void start(std::chrono::milliseconds wait);
    /// Ends the wait; timedOut() is not emitted.
    void stop() { m_timer.stop(); }
    bool isActive() const { return m_timer.isActive(); }

signals:
    /// The wait is over. The timer is not active.
    void timedOut();

private:
    void sleep(std::chrono::milliseconds left);
    void check();
    std::chrono::milliseconds now() const;

    const Clock &m_clock;
    QTimer m_timer;
    std::chrono::milliseconds m_due{0}; ///< Steady time.
};

} // namespace hub
