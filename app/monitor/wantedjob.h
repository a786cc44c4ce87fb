// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>

namespace ui {
class MainWindow;
class Session;
} // namespace ui

namespace app {

/// A job that a link names. The window selects it as soon as the hub has sent its jobs. Asks the
/// hub for nothing.
class WantedJob : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WantedJob)

public:
    /// Owns none of the arguments.
    WantedJob(ui::Session *session, ui::MainWindow *window, QObject *parent = nullptr);

    /// Selects the job now, or when the snapshot of the hub arrives. A notice in the window says
    /// when the job is not in the list.
    void show(const QByteArray &id);
    /// Forgets a job that waits for a snapshot. Call this when the monitor shows another hub.
    void clear() { m_id.clear(); }

private:
    void tryShow();

    ui::Session *m_session;
    ui::MainWindow *m_window;
    QByteArray m_id;
};

} // namespace app
