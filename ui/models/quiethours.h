// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTime>
#include <QTimeZone>

namespace ui {

/// The time of day without notifications. A plain value. The times are those that a clock on the
/// wall shows, so that a change to or from daylight saving time does not move them.
struct QuietHours
{
    bool on = false;
    QTime from{22, 0};
    QTime to{7, 0}; ///< Before `from`: the quiet hours go over midnight. Same as `from`: all day.

    bool operator==(const QuietHours &) const = default;

    /// Returns whether a moment is in the quiet hours. `wallMs` is in ms since 1970 UTC.
    bool contains(qint64 wallMs, const QTimeZone &zone) const;
};

/// Returns when "until tomorrow" ends: at 8:00 of the next day of the calendar. Both moments are in
/// ms since 1970 UTC.
qint64 tomorrowOf(qint64 wallMs, const QTimeZone &zone);

} // namespace ui
