// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/frameclock.h"

namespace ui {

using namespace std::chrono_literals;

FrameClock::FrameClock(QObject *parent) : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(interval(m_pace));
    connect(&m_timer, &QTimer::timeout, this, &FrameClock::ticked);
}

void FrameClock::start()
{
    m_timer.start();
}

void FrameClock::stop()
{
    m_timer.stop();
}

void FrameClock::setPace(Pace pace)
{
    if (pace != m_pace) {
        m_pace = pace;
        m_timer.setInterval(interval(pace));
    }
}

std::chrono::milliseconds FrameClock::interval(Pace pace)
{
    switch (pace) {
    case Pace::Focused: return 33ms;
    case Pace::Unfocused: return 100ms;
    case Pace::Hidden: break;
    }
    return 1000ms;
}

} // namespace ui
