// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

#ifdef HELIOGRAPH_DBUS
#include <QDBusConnection>
#include <QDBusServiceWatcher>
#endif

namespace ui {

/// Tells whether the desktop has a panel for tray icons. On a session bus it follows
/// `org.kde.StatusNotifierWatcher`, which may start long after this program, and without blocking.
/// On other systems the panel counts as unknown, and Qt knows it.
class TrayHost : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayHost)

public:
    /// Until Qt may look for a tray of another kind when nothing on the bus waits for a panel.
    /// Qt 6.4 looks once for a panel on the bus and remembers that there was none.
    static constexpr std::chrono::seconds patience{10};

    explicit TrayHost(QObject *parent = nullptr);

    /// Returns whether a panel on the bus shows icons. Such a panel takes icons by name, and draws
    /// symbolic ones in its own colour.
    bool isPresent() const { return m_present; }
    /// Returns whether Qt may be asked for a tray now.
    bool isDecided() const { return m_present || m_decided; }

signals:
    /// A panel is there: show the icon, again if it was shown before.
    void appeared();
    /// The panel on the bus is gone.
    void vanished();

private:
    void setPresent(bool present);

    bool m_present = false;
    bool m_decided = true;
#ifdef HELIOGRAPH_DBUS
private slots:
    void ask();

private:
    void listen();

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QTimer m_patience;
    bool m_watched = false; ///< A watcher is there, so that its panel will come.
    int m_question = 0; ///< Counts the questions, so that only the newest answer counts.
#endif
};

} // namespace ui
