// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#ifdef HELIOGRAPH_DBUS
#include <QDBusVariant>
#endif

namespace ui {

/// Whether the desktop prefers light or dark, live: from Qt where it knows (6.5 and later), else
/// from the desktop portal's `org.freedesktop.appearance` setting. Says nothing on a desktop
/// without either.
class DesktopScheme : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopScheme)

public:
    explicit DesktopScheme(QObject *parent = nullptr);

signals:
    /// 0 = no preference, 1 = dark, 2 = light.
    void changed(int scheme);

private:
    void readPortal();

#ifdef HELIOGRAPH_DBUS
private slots:
    void handleSetting(const QString &group, const QString &key, const QDBusVariant &value);
#endif
};

} // namespace ui
