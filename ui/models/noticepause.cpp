// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/noticepause.h"

#include "ui/models/quiethours.h"

#include <chrono>

using namespace std::chrono_literals;

namespace ui {

void NoticePause::start(PauseChoice choice, qint64 wallMs, const QTimeZone &zone)
{
    const auto in = [wallMs](std::chrono::milliseconds time) { return wallMs + time.count(); };
    m_paused = true;
    switch (choice) {
    case PauseChoice::QuarterHour: m_endMs = in(15min); break;
    case PauseChoice::Hour: m_endMs = in(1h); break;
    case PauseChoice::UntilTomorrow: m_endMs = tomorrowOf(wallMs, zone); break;
    case PauseChoice::UntilResumed: m_endMs.reset(); break;
    }
}

bool NoticePause::isPaused(qint64 wallMs) const
{
    return m_paused && (!m_endMs || wallMs < *m_endMs);
}

std::optional<qint64> NoticePause::endMs(qint64 wallMs) const
{
    return isPaused(wallMs) ? m_endMs : std::nullopt;
}

} // namespace ui
