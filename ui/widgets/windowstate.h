// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

class QSettings;

namespace ui {

class ConnectionsPage;
class JobTable;
class MainWindow;

/// Keeps the layout of the window in the settings: written a second after it changed, and never for
/// a window that was not shown, so that starting hidden loses nothing.
class WindowState : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowState)

public:
    /// Nothing is owned.
    WindowState(QSettings *settings, MainWindow *window);

    void restore();
    void saveNow();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void save(const QString &key, const QByteArray &value);

    QSettings *m_settings;
    MainWindow *m_window;
    QTimer m_debounce;
    bool m_wasShown = false;
};

} // namespace ui
