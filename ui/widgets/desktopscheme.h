// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#ifdef HELIOGRAPH_DBUS
#include <QDBusVariant>
#endif

namespace ui {

/// Reports whether the desktop prefers a light or a dark theme. With Qt 6.5 and later the value
/// comes from Qt. With older Qt it comes from the setting `org.freedesktop.appearance` of the
/// desktop portal, and without D-Bus or a portal changed() is never emitted.
class DesktopScheme : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopScheme)

public:
    explicit DesktopScheme(QObject *parent = nullptr);

signals:
    /// Emitted once after construction and after each change. `scheme` is 0 for no preference, 1
    /// for dark and 2 for light.
    void changed(int scheme);

private:
    void readPortal();

#ifdef HELIOGRAPH_DBUS
private slots:
    void handleSetting(const QString &group, const QString &key, const QDBusVariant &value);
#endif
};

} // namespace ui
