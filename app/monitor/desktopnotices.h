// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/awaywatch.h"
#include "ui/models/noticepolicy.h"
#include "ui/models/stallwatch.h"
#include "ui/models/watchedjobs.h"

#include <QObject>

class QSettings;

namespace ui {
class MainWindow;
class Notifier;
class Session;
class Tray;
} // namespace ui

namespace app {

/// The notifications of the monitor: watches the session, asks the policy what is due, shows it,
/// and carries out what the operator chooses there.
class DesktopNotices : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopNotices)

public:
    /// Owns none of the arguments; they outlive this.
    DesktopNotices(ui::Session *session, ui::MainWindow *window, ui::Tray *tray,
                   QSettings *settings, QObject *parent = nullptr);

    void setRules(const ui::NoticeRules &rules) { m_policy.setRules(rules); }
    /// Forgets the previous hub. Call it after Session::reset(). `address` is the hub's URL
    /// without user and password.
    void setHub(const QString &address);
    void pause(ui::PauseChoice choice);
    void resume();
    bool isPaused() const { return m_policy.isPaused(); }
    /// Shows what is due. Call it once a second.
    void passSecond();
    /// Stores until when the operator knows what happened on this hub.
    void saveMark();

signals:
    /// The operator chose a notice about one job. `token` is for MainWindow::bringToFront().
    void jobWanted(const QByteArray &jobId, const QByteArray &token);
    /// The operator chose a notice about failures of several jobs.
    void failuresWanted(const QByteArray &token);
    /// The operator chose any other notice.
    void windowWanted(const QByteArray &token);

private:
    void connectNotifier();
    void handleEnded(const hub::Job &job);
    void handleShow(const ui::Notice &notice, const QByteArray &token);
    void lookAtJobs();
    void lookForAbsence();
    void showPause();
    bool isWatchedByEyes() const;
    QString key() const;

    ui::Session *m_session;
    ui::MainWindow *m_window;
    ui::Tray *m_tray;
    QSettings *m_settings;
    ui::Notifier *m_notifier;
    ui::NoticePolicy m_policy;
    ui::AwayWatch m_away;
    ui::StallWatch m_stalls;
    ui::WatchedJobs m_watched;
    QString m_address;
    QString m_pauseShown; ///< The end of the pause as the window shows it.
    bool m_pausedShown = false;
    int m_seconds = 0; ///< Since the last saveMark().
};

} // namespace app
