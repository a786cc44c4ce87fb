// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/linkstatus.h"
#include "ui/models/notice.h"
#include "ui/widgets/pausemenu.h"
#include "ui/widgets/trayhost.h"

#include <QList>
#include <QMenu>
#include <QObject>
#include <QTimer>

#include <memory>

class QSystemTrayIcon;

namespace ui {

/// The icon in the system tray and its menu. The icon shows a connection that is not live, and
/// failures that the operator has not seen. It appears as soon as there is a tray, also when the
/// panel of the desktop starts later or again.
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
    /// A job of the menu of recent failures.
    struct Failure
    {
        QByteArray jobId;
        QString text;

        bool operator==(const Failure &) const = default;
    };

    static constexpr qsizetype maxFailures = 5;

    explicit Tray(QObject *parent = nullptr);
    ~Tray() override;

    /// Returns true if a tray shows the icon, so that the user can reopen a closed window.
    bool isShown() const;
    void setStatus(const Status &status);
    const Status &status() const { return m_status; }
    /// Sets the menu of recent failures, the newest first.
    void setFailures(const QList<Failure> &failures);
    /// Says whether the window can be seen: a click hides it then, and shows it otherwise.
    void setWindowShown(bool shown);
    /// Shows a notification as a balloon of the icon. Does nothing while there is no icon.
    void notify(const Notice &notice);
    /// A click on the balloon no longer tells which notification it was.
    void forgetNotice() { m_notice = {}; }
    /// Returns the menu of the icon. The tray owns it.
    QMenu *menu() { return &m_menu; }
    /// Returns the menu of the pauses, which is a part of menu().
    PauseMenu *pauseMenu() { return &m_pauseMenu; }

signals:
    void showWanted();
    void hideWanted();
    void failuresWanted();
    void jobWanted(const QByteArray &jobId);
    void settingsWanted();
    void quitWanted();
    /// The balloon of the latest notify() was clicked.
    void noticeClicked(const ui::Notice &notice);
    /// isShown() may have changed.
    void shownChanged();

private:
    void fillMenu();
    void toggle();
    void makeIcon();
    void tryShow();
    void refresh();

    TrayHost m_host;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QMenu m_menu;
    QMenu m_failuresMenu;
    PauseMenu m_pauseMenu;
    QAction *m_summaryAction;
    QAction *m_toggleAction;
    QTimer m_retry; ///< Looks for a tray until there is one.
    Status m_status;
    QList<Failure> m_failures;
    bool m_windowShown = false;
    bool m_onHost = false; ///< The icon was made for the panel on the bus.
    Notice m_notice; ///< The latest one.
};

} // namespace ui
