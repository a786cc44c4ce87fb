// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimeZone>

#include <optional>

namespace ui {

/// The length of a pause, as the menus offer it.
enum class PauseChoice { QuarterHour, Hour, UntilTomorrow, UntilResumed };

/// A pause of the notifications. Moments are in ms since 1970 UTC, because the operator sees the
/// end of the pause as a time of day.
class NoticePause
{
public:
    void start(PauseChoice choice, qint64 wallMs, const QTimeZone &zone);
    void end() { m_paused = false; }
    bool isPaused(qint64 wallMs) const;
    /// Returns when the pause ends by itself; nullopt = there is no pause, or it does not end.
    std::optional<qint64> endMs(qint64 wallMs) const;

private:
    bool m_paused = false;
    std::optional<qint64> m_endMs;
};

} // namespace ui
