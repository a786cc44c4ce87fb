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

/// The icon in the system tray, its menu and its notifications. The icon shows a connection that is
/// not live, and failures that the operator has not seen. If there is no tray yet, looks for one
/// every 5 s.
class Tray : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tray)

public:
    /// The icon and its tool tip show these facts.
    struct Status
    {
        LinkStatus link;
        bool unseenFailures = false; ///< The operator has not looked at all failures.
        QString summary; ///< The tool tip and the first menu entry.
    };

    explicit Tray(QObject *parent = nullptr);
    ~Tray() override;

    /// Returns true if a tray shows the icon, so that the user can reopen a closed window.
    bool isShown() const;
    void setStatus(const Status &status);
    const Status &status() const { return m_status; }
    /// Sets the check mark of the menu entry. Does not emit pauseToggled().
    void setPaused(bool paused);
    /// Shows a notification. Does nothing while there is no icon.
    void notify(const Notice &notice);
    /// Returns the menu of the icon. The tray owns it.
    QMenu *menu() { return &m_menu; }

signals:
    void showWanted();
    void failuresWanted();
    /// The user paused or resumed the notifications.
    void pauseToggled(bool paused);
    void quitWanted();
    /// The latest notification was clicked. `jobId` is empty if it was about several jobs.
    void noticeClicked(const QByteArray &jobId);

private:
    void fillMenu();
    void tryShow();
    void refresh();

    std::unique_ptr<QSystemTrayIcon> m_icon;
    QMenu m_menu;
    QAction *m_summaryAction;
    QAction *m_pauseAction;
    QTimer m_retry; ///< Looks for a tray until there is one.
    Status m_status;
    bool m_namedIcons = false; ///< See panelTakesNames().
    QByteArray m_noticeJob; ///< Job of the latest notification.
};

} // namespace ui
