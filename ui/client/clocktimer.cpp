// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/clocktimer.h"

#include "hub/base/clock.h"

namespace ui {

ClockTimer::ClockTimer(const hub::Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ClockTimer::check);
}

void ClockTimer::start(std::chrono::milliseconds wait)
{
    m_due = now() + wait;
    m_timer.start(wait);
}

void ClockTimer::check()
{
    const std::chrono::milliseconds left = m_due - now();
    if (left.count() > 0)
        m_timer.start(left);
    else
        emit timedOut();
}

std::chrono::milliseconds ClockTimer::now() const
{
    return std::chrono::milliseconds(m_clock.steadyMs());
}

} // namespace ui
