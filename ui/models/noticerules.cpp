// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/noticerules.h"

#include <QSettings>

namespace ui {

namespace {

constexpr QLatin1String completedKey("notifications/completed");
constexpr QLatin1String failedKey("notifications/failed");
constexpr QLatin1String stalledKey("notifications/stalled");
constexpr QLatin1String linkKey("notifications/connection");
constexpr QLatin1String tenMinutesKey("notifications/per-ten-minutes");
constexpr QLatin1String hourKey("notifications/per-hour");
constexpr QLatin1String quietKey("notifications/quiet");
constexpr QLatin1String quietFromKey("notifications/quiet-from");
constexpr QLatin1String quietToKey("notifications/quiet-to");
constexpr QLatin1String timeFormat("HH:mm");

void write(QSettings &settings, QLatin1String key, const QVariant &value)
{
    if (settings.value(key).toString() != value.toString())
        settings.setValue(key, value);
}

void read(int &count, const QSettings &settings, QLatin1String key)
{
    bool valid = false;
    const int stored = settings.value(key).toString().toInt(&valid);
    if (valid && stored >= 0 && stored <= NoticeRules::maxBudget)
        count = stored;
}

void read(QTime &time, const QSettings &settings, QLatin1String key)
{
    const QTime stored = QTime::fromString(settings.value(key).toString(), timeFormat);
    if (stored.isValid())
        time = stored;
}

} // namespace

NoticeRules NoticeRules::load(const QSettings &settings)
{
    NoticeRules rules;
    rules.failed = settings.value(failedKey, rules.failed).toBool();
    rules.completed = settings.value(completedKey, rules.completed).toBool();
    rules.stalled = settings.value(stalledKey, rules.stalled).toBool();
    rules.link = settings.value(linkKey, rules.link).toBool();
    read(rules.perTenMinutes, settings, tenMinutesKey);
    read(rules.perHour, settings, hourKey);
    rules.quiet.on = settings.value(quietKey, rules.quiet.on).toBool();
    read(rules.quiet.from, settings, quietFromKey);
    read(rules.quiet.to, settings, quietToKey);
    return rules;
}

void NoticeRules::save(QSettings &settings) const
{
    write(settings, failedKey, failed);
    write(settings, completedKey, completed);
    write(settings, stalledKey, stalled);
    write(settings, linkKey, link);
    write(settings, tenMinutesKey, perTenMinutes);
    write(settings, hourKey, perHour);
    write(settings, quietKey, quiet.on);
    write(settings, quietFromKey, quiet.from.toString(timeFormat));
    write(settings, quietToKey, quiet.to.toString(timeFormat));
}

} // namespace ui
