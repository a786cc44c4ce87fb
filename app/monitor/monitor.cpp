// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/monitor.h"

#include "app/monitor/autostart.h"
#include "app/monitor/testjob.h"
#include "hub/base/utf8.h"
#include "ui/widgets/closedialog.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/linkwords.h"
#include "ui/widgets/settingsdialog.h"

#include <QApplication>
#include <QDir>

namespace app {

namespace {

/// In portable mode nothing is stored outside of the program's folder.
std::unique_ptr<Keyring> makeKeyring(const MonitorOptions &options)
{
    return options.keyring && options.portable.isEmpty() ? systemKeyring() : nullptr;
}

} // namespace

Monitor::Monitor(const MonitorOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_profiles(options.portable)
    , m_settings(m_profiles.settings(options.profile))
    , m_preferences(ui::Preferences::load(*m_settings))
    , m_tokenHub(options.hub.isValid() ? options.hub : m_preferences.hub)
    , m_tokens(makeKeyring(options), m_clock)
    , m_configured(!m_settings->allKeys().isEmpty()
                   && m_settings->value(QStringLiteral("hub/embedded")) != QStringLiteral("ask"))
{
    m_chooser.setOwnToken(m_tokenHub, options.token);
    m_theme.setChoice(m_preferences.theme);
    m_window.setTimeStyle(m_preferences.time);
    connect(&m_frames, &ui::FrameClock::ticked, &m_session, &ui::Session::tick);
    connect(&m_session, &ui::Session::secondPassed, this, &Monitor::passSecond);
    connectWindow();
    connectChooser();
    connectPanel();
    connectTray();
    connectDetails();
    connectNotices();
    connect(&m_sleep, &SleepWatch::woke, &m_hub, &HubConnection::resume);
    connect(&m_embedded, &EmbeddedHub::started, this, [this](const QUrl &url) {
        if (!m_panel.isStopping())
            connectHub(url);
    });
    connect(&m_embedded, &EmbeddedHub::failed, this, &Monitor::handleEmbeddedFailure);
    connect(&m_embedded, &EmbeddedHub::stopped, this, [this] {
        if (m_quitting) {
            QCoreApplication::quit();
        } else if (std::exchange(m_reopen, false)) {
            openHub();
        }
    });
    connect(
        qApp, &QGuiApplication::commitDataRequest, this, [this] { m_window.saveLayout(); },
        Qt::DirectConnection);
}

void Monitor::connectWindow()
{
    connect(&m_window, &ui::MainWindow::retryWanted, this, [this] {
        if (!m_hub.hub().isValid() || (usesEmbedded() && !m_embedded.isRunning())) {
            openHub();
        } else {
            m_hub.retryNow();
        }
    });
    connect(&m_window, &ui::MainWindow::connectWanted, this, &Monitor::chooseHub);
    connect(&m_window, &ui::MainWindow::resyncWanted, &m_hub, &HubConnection::resync);
    connect(&m_window, &ui::MainWindow::settingsWanted, this, &Monitor::openSettings);
    connectSearch();
    connect(&m_window, &ui::MainWindow::lookUpWanted, &m_wanted, &WantedJob::lookUp);
    connect(&m_hub, &HubConnection::loadingFailed, this, [this](const QString &reason) {
        m_window.showNotice(tr("Older jobs were not loaded: %1").arg(reason));
    });
    connect(&m_session, &ui::Session::updated, this, &Monitor::refreshMore);
    connect(&m_window, &ui::MainWindow::testJobWanted, this, &Monitor::sendTestJob);
    connect(&m_window, &ui::MainWindow::cancelWanted, this, &Monitor::cancelJob);
    connect(&m_window, &ui::MainWindow::closeWanted, this, &Monitor::handleClose);
    connect(&m_window, &ui::MainWindow::quitWanted, this, &Monitor::quit);
    connect(&m_window, &ui::MainWindow::attentionChanged, this, &Monitor::updatePace);
    connect(&m_window, &ui::MainWindow::timeStyleToggled, this, [this] {
        ui::Preferences chosen = m_preferences;
        chosen.time = chosen.time == ui::TimeStyle::Utc ? ui::TimeStyle::Local : ui::TimeStyle::Utc;
        applyPreferences(chosen);
    });
}

void Monitor::connectTray()
{
    connect(&m_tray, &ui::Tray::showWanted, &m_window, [this] { m_window.bringToFront(); });
    connect(&m_tray, &ui::Tray::failuresWanted, this, [this] {
        handle({Request::Command::ShowFailures, {}, {}});
    });
    connect(&m_tray, &ui::Tray::hideWanted, &m_window, [this] { m_window.hide(); });
    connect(&m_tray, &ui::Tray::jobWanted, this, [this](const QByteArray &id) {
        m_window.bringToFront();
        m_wanted.show(id);
    });
    connect(&m_tray, &ui::Tray::settingsWanted, this, [this] {
        m_window.bringToFront();
        openSettings();
    });
    connect(&m_tray, &ui::Tray::shownChanged, this, &Monitor::handleTray);
    connect(&m_tray, &ui::Tray::quitWanted, this, &Monitor::quit);
}

void Monitor::connectDetails()
{
    connect(&m_window, &ui::MainWindow::jobSelected, this, &Monitor::selectJob);
    connect(&m_session, &ui::Session::watchedEvents, m_detail.timeline(), &ui::TimelineModel::add);
    connect(&m_session, &ui::Session::updated, this, &Monitor::refreshDetail);
}

void Monitor::connectNotices()
{
    m_notices.setRules(m_preferences.notices);
    connect(&m_notices, &DesktopNotices::jobWanted, this,
            [this](const QByteArray &id, const QByteArray &token) {
                m_window.bringToFront(token);
                m_wanted.show(id);
            });
    connect(&m_notices, &DesktopNotices::failuresWanted, this, &Monitor::bringFailures);
    connect(&m_notices, &DesktopNotices::windowWanted, &m_window, &ui::MainWindow::bringToFront);
}

bool Monitor::usesEmbedded() const
{
    return m_options.embedded.value_or(m_preferences.embeddedHub);
}

HubPanel::Folders Monitor::dataFolders() const
{
    const bool portable = !m_options.portable.isEmpty();
    const QDir root(portable ? m_options.portable : dataDirectory());
    if (m_options.profile.isEmpty())
        return {portable ? root.filePath(QStringLiteral("hub")) : root.path(), m_options.dataDir};
    return {root.filePath(QStringLiteral("profiles/") + m_options.profile), m_options.dataDir};
}

void Monitor::handleEmbeddedFailure(const QString &reason)
{
    m_hub.disconnectFromHub();
    showStopped(tr("The embedded hub could not start: %1").arg(reason));
}

void Monitor::applyPreferences(const ui::Preferences &chosen)
{
    const ui::Preferences before = std::exchange(m_preferences, chosen);
    chosen.save(*m_settings);
    if (isFirstRun()) // a theme is chosen, but no hub
        m_settings->setValue(QStringLiteral("hub/embedded"), QStringLiteral("ask"));
    m_theme.setChoice(chosen.theme);
    m_window.setTimeStyle(chosen.time);
    m_notices.setRules(chosen.notices);
    m_panel.setTimeStyle(chosen.time);
    const bool otherHub = before.embeddedHub != chosen.embeddedHub
                          || (!chosen.embeddedHub && before.hub != chosen.hub);
    if (otherHub)
        reopenHub();
}

void Monitor::openSettings()
{
    auto *dialog = new ui::SettingsDialog(m_preferences, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const Autostart autostart(m_options.profile);
    if (Autostart::isOffered() && m_options.portable.isEmpty())
        dialog->offerAutostart(autostart.isOn());
    dialog->offerShortcuts(m_window.shortcuts());
    connect(dialog, &QDialog::accepted, this, [this, dialog, autostart] {
        m_window.setShortcuts(*dialog->shortcuts());
        applyPreferences(dialog->preferences());
        const auto on = dialog->autostart();
        const auto written = on ? autostart.set(*on) : hub::Result<void>();
        if (!written) {
            m_window.showNotice(
                tr("The start at login was not changed: %1").arg(written.error().message));
        }
    });
    dialog->open();
}

void Monitor::selectJob(const QByteArray &id)
{
    m_session.watch(id);
    const int row = m_session.jobs().find(id);
    if (row < 0) {
        m_detail.clear();
        return;
    }
    m_detail.setJob(m_session.jobs().at(row).job);
    m_hub.api()->history(id, this, [this, id](const hub::Result<QList<ui::JobEvent>> &history) {
        if (history && m_detail.job().id == id)
            m_detail.timeline()->add(*history);
    });
}

void Monitor::refreshDetail()
{
    const int row = m_detail.isEmpty() ? -1 : m_session.jobs().find(m_detail.job().id);
    if (row >= 0 && m_session.jobs().at(row).job.lastEvent != m_detail.job().lastEvent)
        m_detail.update(m_session.jobs().at(row).job);
}

void Monitor::refreshMore()
{
    const HubSearch &search = *m_hub.search();
    const bool asking = search.state().state == ui::JobSearch::State::Asking;
    m_window.jobsPage()->setSearch(search.state());
    m_window.jobsPage()->setMore(search.isActive() ? search.hasMore() || asking : m_hub.hasMore(),
                                 search.isActive() ? asking : m_hub.isLoading());
}

void Monitor::sendTestJob()
{
    if (!m_hub.api())
        return;
    auto *job = new TestJob(m_hub.api(), m_clock, this);
    connect(job, &TestJob::failed, this, [this](const QString &reason) {
        m_window.showNotice(tr("The test job failed: %1").arg(reason));
    });
    job->start();
}

void Monitor::cancelJob(const QByteArray &id)
{
    m_hub.api()->cancel(id, this, [this, id](const hub::Result<QJsonObject> &cancelled) {
        if (!cancelled) {
            m_window.showNotice(tr("Job %1 was not cancelled: %2")
                                    .arg(hub::fromUtf8(id), cancelled.error().message));
        }
    });
}

void Monitor::handleClose()
{
    if (!m_tray.isShown() || m_preferences.close == ui::CloseChoice::Quit) {
        quit();
        return;
    }
    if (m_preferences.close == ui::CloseChoice::KeepRunning) {
        m_window.hide();
        return;
    }
    auto *dialog = new ui::CloseDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ui::CloseDialog::chosen, this, [this](ui::CloseChoice choice) {
        ui::Preferences chosen = m_preferences;
        chosen.close = choice;
        applyPreferences(chosen);
        handleClose();
    });
    dialog->open();
}

void Monitor::updatePace()
{
    using Pace = ui::FrameClock::Pace;
    const bool seen = m_window.isVisible() && !m_window.isMinimized();
    m_tray.setWindowShown(seen);
    m_frames.setPace(!seen                       ? Pace::Hidden
                     : m_window.isActiveWindow() ? Pace::Focused
                                                 : Pace::Unfocused);
}

void Monitor::passSecond()
{
    m_notices.passSecond();
    QStringList parts{QStringLiteral("Heliograph"), m_window.offlineText(), m_window.summary()};
    if (parts[1].isEmpty() && m_session.link().state != ui::LinkState::Live)
        parts[1] = ui::linkWords(m_session.link(), m_session.linkAge(), {}).pill;
    if (m_notices.isPaused())
        parts << tr("notifications paused");
    parts.removeAll({});
    m_tray.setStatus(
        {m_session.link(), m_session.unseenFailures() > 0, parts.join(QStringLiteral(" – "))});
}

void Monitor::quit()
{
    if (std::exchange(m_quitting, true))
        return;
    m_window.saveLayout();
    m_notices.saveMark();
    m_window.hide();
    m_frames.stop();
    m_hub.disconnectFromHub();
    if (m_embedded.isRunning()) {
        m_panel.stopHub(); // the handler of stopped() quits
    } else {
        QCoreApplication::quit();
    }
}

} // namespace app
