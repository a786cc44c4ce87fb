// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/clocktimer.h"

#include "hub/base/clock.h"

#include <algorithm>

namespace hub {

ClockTimer::ClockTimer(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ClockTimer::check);
}

void ClockTimer::start(std::chrono::milliseconds wait)
{
    m_due = now() + wait;
    sleep(wait);
}

void ClockTimer::sleep(std::chrono::milliseconds left)
{
    m_timer.start(std::min(left, m_clock.longestSleep()));
}

void ClockTimer::check()
{
    const std::chrono::milliseconds left = m_due - now();
    if (left.count() > 0)
        sleep(left);
    else
        emit timedOut();
}

std::chrono::milliseconds ClockTimer::now() const
{
    return std::chrono::milliseconds(m_clock.steadyMs());
}

} // namespace hub
