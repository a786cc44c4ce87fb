// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/quiethours.h"

#include <QDateTime>

namespace ui {

namespace {

constexpr int morning = 8; ///< The hour at which "until tomorrow" ends.

} // namespace

bool QuietHours::contains(qint64 wallMs, const QTimeZone &zone) const
{
    if (!on)
        return false;
    const QTime time = QDateTime::fromMSecsSinceEpoch(wallMs, zone).time();
    if (from < to)
        return time >= from && time < to;
    return time >= from || time < to;
}

qint64 tomorrowOf(qint64 wallMs, const QTimeZone &zone)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(wallMs, zone).date();
    return QDateTime(today.addDays(1), QTime(morning, 0), zone).toMSecsSinceEpoch();
}

} // namespace ui
