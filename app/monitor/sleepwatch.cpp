// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/sleepwatch.h"

#ifdef HELIOGRAPH_DBUS
#include <QDBusConnection>
#endif

namespace app {

SleepWatch::SleepWatch(QObject *parent) : QObject(parent)
{
#ifdef HELIOGRAPH_DBUS
    // The signal of logind, https://www.freedesktop.org/wiki/Software/systemd/logind/. Qt drops
    // signals from a sender that does not own the name.
    QDBusConnection::systemBus().connect(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"), this,
        SLOT(handleSleep(bool)));
#endif
}

void SleepWatch::handleSleep(bool begins)
{
    if (!begins)
        emit woke();
}

} // namespace app
