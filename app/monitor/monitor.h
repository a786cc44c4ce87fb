// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/desktopnotices.h"
#include "app/monitor/embeddedhub.h"
#include "app/monitor/hubchooser.h"
#include "app/monitor/hubconnection.h"
#include "app/monitor/hubpanel.h"
#include "app/monitor/monitoroptions.h"
#include "app/monitor/pinnedjobs.h"
#include "app/monitor/profiles.h"
#include "app/monitor/seenfailures.h"
#include "app/monitor/sleepwatch.h"
#include "app/monitor/tokenstore.h"
#include "app/monitor/wantedjob.h"
#include "hub/base/clock.h"
#include "ui/models/frameclock.h"
#include "ui/models/imageloader.h"
#include "ui/models/jobdetail.h"
#include "ui/models/preferences.h"
#include "ui/models/session.h"
#include "ui/widgets/mainwindow.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tray.h"

#include <QObject>
#include <QSettings>

#include <memory>

namespace app {

/// The monitor. Owns all parts of the program and connects their signals.
class Monitor : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Monitor)

public:
    explicit Monitor(const MonitorOptions &options, QObject *parent = nullptr);

    /// Connects to the hub, shows the window and carries out the request of the command line. With
    /// `--service`, does this on the first request instead, and quits if none comes within 10 s.
    void start();
    /// Carries out what another start, the desktop or a link asks for.
    void handle(const Request &request);
    /// Saves the layout, stops the embedded hub, then quits the application.
    void quit();

    ui::MainWindow *window() { return &m_window; }
    ui::Tray *tray() { return &m_tray; }
    HubChooser *chooser() { return &m_chooser; }
    TokenStore *tokens() { return &m_tokens; }
    HubPanel *panel() { return &m_panel; }

signals:
    /// The user wants another profile. The receiver starts it, then calls quit().
    void profileChosen(const QString &name);

private:
    void connectWindow();
    void connectTray();
    void connectDetails();
    void connectNotices();
    void connectChooser();
    void connectSearch();
    void connectHub(const QUrl &url);
    void beginHub(const QUrl &url, const QByteArray &token);
    void reopenHub();
    void connectPanel();
    void startEmbedded();
    void stopEmbedded();
    void showStopped(const QString &reason);
    void chooseHub();
    void handleProfile(const QString &name);
    void handleChoice(const ui::ConnectDialog::Choice &choice);
    bool isFirstRun() const;
    void open(bool hidden);
    void openHub();
    void openLink(const QString &link);
    void pauseNotices(bool paused);
    void handleTray();
    void keepReachable();
    void bringFailures(const QByteArray &token);
    void handleEmbeddedFailure(const QString &reason);
    void applyPreferences(const ui::Preferences &chosen);
    void openSettings();
    void selectJob(const QByteArray &id);
    void refreshDetail();
    void refreshMore();
    void sendTestJob();
    void cancelJob(const QByteArray &id);
    void handleClose();
    void updatePace();
    void passSecond();
    bool usesEmbedded() const;
    HubPanel::Folders dataFolders() const;

    MonitorOptions m_options;
    const hub::SystemClock m_clock;
    const Profiles m_profiles;
    const std::unique_ptr<QSettings> m_settings;
    ui::Preferences m_preferences;
    const QUrl m_tokenHub; ///< The only hub that gets the token of the command line.
    TokenStore m_tokens;
    ui::Theme m_theme;
    ui::Session m_session{&m_clock};
    ui::JobDetail m_detail;
    ui::ImageLoader m_images;
    HubConnection m_hub{&m_session, m_clock};
    SleepWatch m_sleep;
    EmbeddedHub m_embedded;
    ui::MainWindow m_window{&m_session, &m_detail, &m_images, m_settings.get()};
    HubChooser m_chooser{&m_window, &m_tokens, m_clock};
    HubPanel m_panel{&m_window, m_settings.get(), &m_embedded, dataFolders(), m_clock};
    SeenFailures m_seen{m_settings.get(), &m_session};
    PinnedJobs m_pins{m_settings.get(), &m_session};
    WantedJob m_wanted{&m_session, &m_hub, &m_window};
    ui::Tray m_tray;
    DesktopNotices m_notices{&m_session, &m_window, &m_tray, m_settings.get()};
    ui::FrameClock m_frames;
    bool m_reopen = false; ///< The embedded hub is stopping; openHub() follows.
    bool m_opened = false;
    bool m_minimized = false; ///< The window is minimized only because there is no tray.
    bool m_configured; ///< There were settings at the start, or the user has chosen a hub.
    bool m_quitting = false;
};

} // namespace app
