// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/rights.h"
#include "ui/models/preferences.h"
#include "ui/models/savedviews.h"

#include <QMainWindow>

#include <functional>

class QMenu;
class QSettings;
class QToolButton;

namespace ui {

class ActionKeys;
class Banner;
class CommandPalette;
class ConnectionsPage;
class DeliveriesPage;
class DetailsPage;
class HubApi;
class ImageLoader;
class JobDetail;
class JobNavigator;
class JobsMenu;
class JobsPage;
class LogPage;
class PauseMenu;
class OverviewPage;
class PaneCycle;
class Session;
class ShortcutMap;
class StatusLine;
class TextZoom;
class ViewsPage;
class WindowState;

/// The main window: jobs in the centre; views, details, event log, connections and deliveries in
/// docks. Shows the content of the session and reports the user's requests by signals. The
/// receivers carry them out.
class MainWindow : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// The window owns none of the arguments. It stores its layout in `settings`.
    MainWindow(Session *session, JobDetail *detail, ImageLoader *images, QSettings *settings,
               QWidget *parent = nullptr);

    JobsPage *jobsPage() { return m_jobs; }
    LogPage *logPage() { return m_log; }
    DetailsPage *detailsPage() { return m_details; }
    ConnectionsPage *connectionsPage() { return m_connections; }
    DeliveriesPage *deliveriesPage() { return m_deliveries; }
    Banner *banner() { return m_banner; }

    /// `address` is shown to people. `commandLine` creates a first job by hand.
    void setHub(const QString &address, const QString &commandLine);
    void setTimeStyle(TimeStyle style);
    /// Sets the hub that the pages ask and act on. Not owned; null = none.
    void setApi(HubApi *api);
    /// Shows a notice that is not about the connection, for example the port of the embedded hub.
    void showNotice(const QString &text);
    /// Brings the window to the front and selects a job. An empty id keeps the selection.
    void showJob(const QByteArray &id);
    /// Selects a job. Clears the filter if it hides the job.
    void selectJob(const QByteArray &id);
    /// Shows only the jobs that failed, timed out or were lost. They count as seen then.
    void showFailures();
    /// Shows the window in front of the others. `activationToken` lets it take the focus on
    /// Wayland (xdg-activation); the window system ignores it elsewhere.
    void bringToFront(const QByteArray &activationToken = {});
    /// Shows whether notifications are paused, in the File menu and in the status bar. `until` is a
    /// time of day for people; empty = until they are resumed.
    void setNoticesPaused(bool paused, const QString &until = {});
    /// Returns the menu of the pauses of notifications. The window owns it.
    PauseMenu *pauseMenu() { return m_pauseMenu; }
    /// Adds an action to the menu Jobs and to the context menu of the jobs. It is not owned.
    void addJobAction(QAction *action);
    /// Disables what the hub would refuse, and says why in tooltips.
    void setRights(const Rights &rights);
    /// Returns the keys of all commands.
    const ShortcutMap &shortcuts() const;
    /// Gives the commands these keys and stores them. `map` is a changed copy of shortcuts().
    void setShortcuts(const ShortcutMap &map);
    /// Fills the menu of profiles. The empty name is the default profile.
    void setProfiles(const QStringList &names, const QString &current);
    /// Returns for example `3 running, 1 failed`, or an empty string if both are 0.
    QString summary() const;
    /// Returns for example `offline, as of 14:02:11, 42 s ago`, or an empty string while the jobs
    /// follow the hub or a connection was lost less than two seconds ago.
    QString offlineText() const;
    /// Writes the layout to the settings now.
    void saveLayout();

signals:
    void retryWanted();
    void resyncWanted();
    void settingsWanted();
    /// The user wants to choose a hub, or to change its token or the trust in its certificate.
    void connectWanted();
    /// The user wants the window of the embedded hub.
    void embeddedHubWanted();
    /// The user wants another profile. A name that is not one of setProfiles() is a new one.
    void profileWanted(const QString &name);
    void testJobWanted();
    /// The user wants jobs of the hub that the list does not have yet.
    void moreJobsWanted();
    /// The user looks for a job that the list does not have: an id or its beginning.
    void lookUpWanted(const QString &id);
    void cancelWanted(const QByteArray &jobId);
    void jobSelected(const QByteArray &jobId);
    void timeStyleToggled();
    /// The user closed the window. The window stays open; the receiver hides it or quits.
    void closeWanted();
    void quitWanted();
    /// The user wants notifications again.
    void noticesResumeWanted();
    /// The window was shown, hidden or minimized, or it got or lost the focus.
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
    void makeFileMenu();
    void makeLogMenu();
    void makeViewMenu();
    void makePanelsMenu(QMenu *above);
    void makeZoomMenu(QMenu *above);
    void makeKeys();
    void makeConnectionMenu();
    /// Adds an entry. ActionKeys stores its key under `id`.
    QAction *addTo(QMenu *menu, const char *id, const QString &text, const QKeySequence &shortcut,
                   const std::function<void()> &action);
    void connectSession();
    void passSecond();
    void markCurrentSeen();
    void refreshTitle();
    void refreshAge();
    void askForProfile();
    void confirmCancel(const QByteArray &id);
    void showDock(QDockWidget *dock);
    void connectDeliveries();
    void showShortcuts();
    void about();
    void tell(const QString &text);

    Session *m_session;
    TextZoom *m_zoom; ///< The first of the parts: they measure texts.
    SavedViews m_savedViews;
    Banner *m_banner;
    JobsPage *m_jobs;
    DetailsPage *m_details;
    OverviewPage *m_overview;
    LogPage *m_log;
    ConnectionsPage *m_connections;
    DeliveriesPage *m_deliveries;
    StatusLine *m_status;
    ViewsPage *m_views;
    JobNavigator *m_navigator;
    PaneCycle *m_panes;
    CommandPalette *m_palette;
    QDockWidget *m_detailsDock;
    QDockWidget *m_logDock;
    QDockWidget *m_connectionsDock;
    QDockWidget *m_deliveriesDock;
    QDockWidget *m_viewsDock;
    WindowState *m_state;
    PauseMenu *m_pauseMenu;
    JobsMenu *m_jobsMenu;
    ActionKeys *m_keys; ///< Made after the menus.
    QMenu *m_profiles;
    QToolButton *m_profileButton; ///< Names the profile at the end of the menu bar.
    QString m_address;
    TimeStyle m_timeStyle = TimeStyle::Local;
};

} // namespace ui
