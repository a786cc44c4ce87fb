// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/notifier.h"

#include "ui/widgets/traynotifier.h"

#ifdef HELIOGRAPH_DBUS
#include "ui/widgets/busnotifier.h"
#endif

namespace ui {

Notifier *Notifier::make(Tray *tray, QObject *parent)
{
    auto *byTray = new TrayNotifier(tray, parent);
#ifdef HELIOGRAPH_DBUS
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected())
        return new BusNotifier(bus, byTray, parent);
#endif
    return byTray;
}

} // namespace ui
