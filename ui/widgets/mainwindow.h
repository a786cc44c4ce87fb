// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/preferences.h"

#include <QMainWindow>

#include <functional>

class QMenu;
class QSettings;

namespace ui {

class Banner;
class ConnectionsPage;
class DetailsPage;
class ImageLoader;
class JobDetail;
class JobsPage;
class LogPage;
class Session;
class StatusLine;
class WindowState;

/// The operator's window: jobs in the middle, details, event log and connections in docks around
/// them. Shows what the session holds and says by signals what the operator wants; what comes of
/// that is for others to do.
class MainWindow : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// Nothing is owned. `settings` keeps the layout.
    MainWindow(Session *session, JobDetail *detail, ImageLoader *images, QSettings *settings,
               QWidget *parent = nullptr);

    JobsPage *jobsPage() { return m_jobs; }
    LogPage *logPage() { return m_log; }
    DetailsPage *detailsPage() { return m_details; }
    ConnectionsPage *connectionsPage() { return m_connections; }
    Banner *banner() { return m_banner; }

    /// `address` for people, `commandLine` makes a first job by hand.
    void setHub(const QString &address, const QString &commandLine);
    void setTimeStyle(TimeStyle style);
    /// Something the operator must know that is not the connection (the embedded hub's port, say).
    void showNotice(const QString &text);
    /// Selects a job and brings the window to the front.
    void showJob(const QByteArray &id);
    void bringToFront();
    /// `3 running, 1 failed`, empty without either.
    QString summary() const;
    void saveLayout();

signals:
    void retryWanted();
    void resyncWanted();
    void settingsWanted();
    void testJobWanted();
    void cancelWanted(const QByteArray &jobId);
    void jobSelected(const QByteArray &jobId);
    void timeStyleToggled();
    void closeWanted();
    void quitWanted();
    /// The window was shown, hidden, got or lost the focus.
    void attentionChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QDockWidget *addDock(QWidget *page, const QString &name, const QString &title,
                         Qt::DockWidgetArea area);
    void arrange();
    void makeMenus();
    void makeJobsMenu();
    void makeLogMenu();
    void makeViewMenu();
    void makeConnectionMenu();
    QAction *addTo(QMenu *menu, const QString &text, const QKeySequence &shortcut,
                   const std::function<void()> &action);
    void connectSession();
    void passSecond();
    void refreshTitle();
    void goToJob();
    void goToFailure(int step);
    /// Selects a job, whatever the filter hides.
    void goTo(const QByteArray &id);
    void confirmCancel(const QByteArray &id);
    void copyJobId();
    void showDock(QDockWidget *dock);
    void about();

    Session *m_session;
    Banner *m_banner;
    JobsPage *m_jobs;
    DetailsPage *m_details;
    LogPage *m_log;
    ConnectionsPage *m_connections;
    StatusLine *m_status;
    QDockWidget *m_detailsDock;
    QDockWidget *m_logDock;
    QDockWidget *m_connectionsDock;
    WindowState *m_state;
    QString m_address;
};

} // namespace ui
