// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/embeddedhub.h"
#include "app/monitor/simulator.h"
#include "hub/base/clock.h"
#include "hub/base/clocktimer.h"
#include "ui/models/embeddedsettings.h"
#include "ui/models/embeddedstate.h"
#include "ui/models/formats.h"

#include <QNetworkAccessManager>
#include <QObject>

class QSettings;
class QWidget;

namespace ui {
class EmbeddedHubWindow;
class SourceDialog;
} // namespace ui

namespace app {

/// Holds the settings of the embedded hub, starts the hub by them, runs the simulator, and does
/// what the window of the embedded hub asks for. Hub and simulator run on when the window closes.
class HubPanel : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubPanel)

public:
    using Run = ui::EmbeddedState::Run;

    struct Folders
    {
        QString usual; ///< The data folder of this profile, when the user chose none.
        QString fixed; ///< The data folder of the command line; empty = none.
    };

    /// Owns none of the arguments; they outlive this. `window` is the parent of the windows.
    HubPanel(QWidget *window, QSettings *settings, EmbeddedHub *hub, const Folders &folders,
             const hub::Clock &clock);
    ~HubPanel() override;

    /// Opens the window, or brings the open one to the front.
    void open();
    /// Returns the open window, or null.
    ui::EmbeddedHubWindow *window() const { return m_window; }
    Simulator *simulator() { return &m_simulator; }

    /// Starts the hub by the settings. Call it only while the hub is stopped.
    void startHub();
    /// Stops the simulator, then the hub.
    void stopHub();
    /// Sets whether the main window shows the embedded hub.
    void setWatched(bool watched);
    void setTimeStyle(ui::TimeStyle style);
    /// Returns whether a port other than the first free one was chosen.
    bool hasOwnPort() const { return m_settings.port != 0; }
    /// Returns whether the hub is about to end.
    bool isStopping() const { return m_state.run == Run::Stopping; }
    /// Returns whether the hub can be started.
    bool isIdle() const { return m_state.run == Run::Stopped || m_state.run == Run::Failed; }

signals:
    /// The user wants the hub to run, and the main window to show it.
    void startWanted();
    void stopWanted();
    void restartWanted();
    /// The simulator started or ended.
    void simulating(bool running);

private:
    void connectHub();
    void connectWindow();
    void connectSources();
    void setRun(Run run);
    QString folder() const;
    QString runningFolder() const;
    QStringList secretFolders() const;
    Config configFor(const QString &folder) const;
    void applySources();
    void takeEdits();
    void takeFolder(const QString &before);
    void save();
    void showState();
    void showFolder();
    void openFolder();

    static QStringList simulatedSources();
    QList<ui::WebhookSource> builtIn() const;
    ui::WebhookSource source(const QString &name) const;
    void showSources();
    void showExample(const QString &name);
    hub::Result<void> storeSecret(const QString &name, const QByteArray &secret) const;
    void removeSecret(const QString &name) const;
    hub::Result<void> storeSource(const ui::WebhookSource &source, const QByteArray &secret);
    void saveSource(const ui::WebhookSource &source, const QByteArray &secret);
    void removeSource(const QString &name);
    void makeSecret(ui::SourceDialog *dialog, const QString &scheme);
    void copySecret(const QString &name);
    void sendTest(const QString &name);
    void say(const QString &text, bool good);

    sim::Simulation::Options simulation() const;
    void startSimulator();
    void stopSimulator();
    void showSimulator();
    void makeSecrets();

    QWidget *m_parent;
    QSettings *m_store;
    EmbeddedHub *m_hub;
    const Folders m_folders;
    const hub::Clock &m_clock;
    ui::EmbeddedSettings m_settings;
    ui::EmbeddedState m_state;
    ui::TimeStyle m_style = ui::TimeStyle::Local;
    QString m_runningFolder; ///< The last start used this folder.
    int m_runningPort = 0; ///< As chosen at the last start.
    Simulator m_simulator;
    bool m_ending = false; ///< The simulator starts no more jobs.
    hub::ClockTimer m_refresh; ///< Shows the size of the database while the window is open.
    QNetworkAccessManager m_network;
    ui::EmbeddedHubWindow *m_window = nullptr; ///< Null while it is closed.
};

} // namespace app
