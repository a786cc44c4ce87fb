// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/linkstatus.h"
#include "ui/models/noticebatch.h"

#include <QMenu>
#include <QObject>
#include <QTimer>

#include <memory>

class QSystemTrayIcon;

namespace ui {

/// The icon in the system tray, and its notifications. A badge on the icon shows a connection that
/// is not live. If there is no tray yet, looks for one every 5 s.
class Tray : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tray)

public:
    explicit Tray(QObject *parent = nullptr);
    ~Tray() override;

    /// Returns true if a tray shows the icon, so that the user can reopen a closed window.
    bool isShown() const;
    /// Sets the state of the connection. `summary` is the tool tip and the first menu entry.
    void setStatus(const LinkStatus &status, const QString &summary);
    /// Shows a notification. Does nothing while there is no icon.
    void notify(const Notice &notice);

signals:
    void showWanted();
    void quitWanted();
    /// The latest notification was clicked. `jobId` is empty if it was about several jobs.
    void noticeClicked(const QByteArray &jobId);

private:
    void tryShow();
    void refresh();

    std::unique_ptr<QSystemTrayIcon> m_icon;
    QMenu m_menu;
    QAction *m_summaryAction;
    QTimer m_retry; ///< Looks for a tray until there is one.
    LinkStatus m_status;
    QString m_summary;
    QByteArray m_noticeJob; ///< Job of the latest notification.
};

} // namespace ui
