// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/hubpanel.h"

#include "app/monitor/sourcesecrets.h"
#include "hub/source/scheme.h"
#include "ui/widgets/embeddedhubwindow.h"
#include "ui/widgets/hubpage.h"
#include "ui/widgets/simulatorpage.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QUrl>

namespace app {

namespace {

constexpr std::chrono::seconds refreshInterval{3};
constexpr std::chrono::seconds patience{10}; ///< For the answer to a test webhook.

/// Returns the size of the database and of its log on disk.
qint64 databaseBytes(const QString &folder)
{
    const QDir dir(folder);
    qint64 bytes = 0;
    for (const char *name : {"heliograph.db", "heliograph.db-wal", "heliograph.db-shm"})
        bytes += QFileInfo(dir.filePath(QLatin1String(name))).size();
    return bytes;
}

} // namespace

HubPanel::HubPanel(QWidget *window, QSettings *settings, EmbeddedHub *hub, const Folders &folders,
                   const hub::Clock &clock)
    : m_parent(window)
    , m_store(settings)
    , m_hub(hub)
    , m_folders(folders)
    , m_clock(clock)
    , m_settings(ui::EmbeddedSettings::load(*settings))
    , m_refresh(clock)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(patience).count()));
    connectHub();
    connect(&m_refresh, &hub::ClockTimer::timedOut, this, [this] {
        if (!m_window)
            return;
        showFolder();
        m_refresh.start(refreshInterval);
    });
    connect(&m_simulator, &Simulator::counted, this, &HubPanel::showSimulator);
    connect(&m_simulator, &Simulator::stopped, this, [this] {
        m_ending = false;
        showSimulator();
        emit simulating(false);
    });
}

HubPanel::~HubPanel() = default;

void HubPanel::connectHub()
{
    connect(m_hub, &EmbeddedHub::started, this, [this](const QUrl &url) {
        if (m_state.run != Run::Starting)
            return; // the user has stopped it meanwhile
        m_state.url = url;
        m_state.sinceMs = m_clock.wallMs();
        setRun(Run::Running);
    });
    connect(m_hub, &EmbeddedHub::failed, this, [this](const QString &reason) {
        m_state.reason = reason;
        setRun(Run::Failed);
    });
    connect(m_hub, &EmbeddedHub::stopped, this, [this] {
        m_simulator.stopNow();
        if (m_state.run != Run::Failed)
            setRun(Run::Stopped);
    });
    connect(m_hub, &EmbeddedHub::reloadFailed, this, [this](const QString &reason) {
        say(tr("The hub did not take the change: %1").arg(reason), false);
    });
}

void HubPanel::setRun(Run run)
{
    m_state.run = run;
    if (run != Run::Running)
        m_state.url.clear();
    showState();
    showSimulator();
    if (m_window)
        showSources();
}

void HubPanel::open()
{
    if (!m_window) {
        const ui::EmbeddedHubWindow::Offer offer{EmbeddedHub::firstPort, EmbeddedHub::lastPort,
                                                 hub::schemeNames()};
        m_window = new ui::EmbeddedHubWindow(m_settings, offer, m_parent);
        m_window->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_window, &QObject::destroyed, this, [this] { m_window = nullptr; });
        connectWindow();
        connectSources();
        showState();
        showFolder();
        showSources();
        showSimulator();
        m_refresh.start(refreshInterval);
    }
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void HubPanel::connectWindow()
{
    const ui::HubPage *hub = m_window->hub();
    connect(hub, &ui::HubPage::startWanted, this, &HubPanel::startWanted);
    connect(hub, &ui::HubPage::stopWanted, this, &HubPanel::stopWanted);
    connect(hub, &ui::HubPage::restartWanted, this, &HubPanel::restartWanted);
    connect(hub, &ui::HubPage::folderWanted, this, &HubPanel::openFolder);
    connect(m_window, &ui::EmbeddedHubWindow::edited, this, &HubPanel::takeEdits);
    const ui::SimulatorPage *simulator = m_window->simulator();
    connect(simulator, &ui::SimulatorPage::startWanted, this, &HubPanel::startSimulator);
    connect(simulator, &ui::SimulatorPage::stopWanted, this, &HubPanel::stopSimulator);
    connect(simulator, &ui::SimulatorPage::stopNowWanted, &m_simulator, &Simulator::stopNow);
    connect(simulator, &ui::SimulatorPage::secretsWanted, this, &HubPanel::makeSecrets);
}

QString HubPanel::folder() const
{
    const QString chosen = m_settings.folder.isEmpty() ? m_folders.usual : m_settings.folder;
    return m_folders.fixed.isEmpty() ? chosen : m_folders.fixed;
}

/// The hub reads secrets from the folder that it was started with.
QString HubPanel::runningFolder() const
{
    return m_hub->isRunning() ? m_runningFolder : folder();
}

QStringList HubPanel::secretFolders() const
{
    QStringList folders{runningFolder(), folder()};
    folders.removeDuplicates();
    return folders;
}

Config HubPanel::configFor(const QString &folder) const
{
    const SourceSecrets secrets(folder);
    Config config;
    config.dataDir = folder;
    config.history = m_settings.history;
    for (const ui::WebhookSource &source : m_settings.sources) {
        SourceConfig one;
        one.name = source.name;
        one.scheme = source.scheme;
        if (source.isSigned)
            one.secretsFile = QStringList{secrets.path(source.name)};
        config.sources.push_back(one);
    }
    return config;
}

void HubPanel::startHub()
{
    m_runningFolder = folder();
    m_runningPort = m_settings.port;
    const auto port = static_cast<quint16>(m_settings.port);
    setRun(Run::Starting);
    if (port == 0)
        m_hub->start(configFor(m_runningFolder), EmbeddedHub::firstPort, EmbeddedHub::lastPort);
    else
        m_hub->start(configFor(m_runningFolder), port, port);
}

void HubPanel::stopHub()
{
    m_simulator.stopNow();
    if (m_hub->isRunning())
        setRun(Run::Stopping);
    m_hub->stop();
}

void HubPanel::setWatched(bool watched)
{
    m_state.watched = watched;
    showState();
}

void HubPanel::setTimeStyle(ui::TimeStyle style)
{
    m_style = style;
    showState();
}

void HubPanel::takeEdits()
{
    ui::EmbeddedSettings edited = m_window->settings();
    edited.sources = m_settings.sources;
    const QString before = folder();
    const ui::EmbeddedSettings former = std::exchange(m_settings, edited);
    save();
    takeFolder(before);
    if (former.history != edited.history)
        m_hub->reload(configFor(runningFolder()));
    m_simulator.configure(simulation());
    showState();
    showFolder();
}

/// A source keeps its secret when the user chooses another folder. A start tells what is wrong with
/// the folder.
void HubPanel::takeFolder(const QString &before)
{
    if (folder() == before)
        return;
    const SourceSecrets from(before);
    const SourceSecrets to(folder());
    for (const ui::WebhookSource &source : std::as_const(m_settings.sources)) {
        // A secret that the other folder has is older: the user may have replaced it since.
        const QByteArray secret = source.isSigned ? from.read(source.name) : QByteArray();
        if (!secret.isEmpty())
            (void)to.write(source.name, secret);
    }
}

void HubPanel::save()
{
    m_settings.save(*m_store);
}

void HubPanel::showState()
{
    m_state.restartNeeded = m_state.run == Run::Running
                            && (m_runningPort != m_settings.port || m_runningFolder != folder());
    if (m_window)
        m_window->hub()->setState(m_state, m_style);
}

void HubPanel::showFolder()
{
    if (m_window)
        m_window->hub()->setFolder({folder(), databaseBytes(folder()), !m_folders.fixed.isEmpty()});
}

void HubPanel::openFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(folder()));
}

sim::Simulation::Options HubPanel::simulation() const
{
    const ui::SimulatorSettings &chosen = m_settings.simulator;
    sim::Simulation::Options options;
    options.hub = m_state.url;
    options.seed = QRandomGenerator::global()->generate();
    options.rate = static_cast<double>(chosen.jobsPerMinute) / chosen.speed;
    options.speed = chosen.speed; // multiplies the rate too
    options.mishaps.failures = chosen.failures;
    options.mishaps.duplicates = chosen.duplicates;
    options.mishaps.late = chosen.late;
    options.mishaps.wrongSignatures = chosen.wrongSignatures;
    const SourceSecrets secrets(runningFolder());
    for (const ui::WebhookSource &source : m_settings.sources) {
        if (source.isSigned)
            options.secrets.insert(source.name, secrets.read(source.name));
    }
    return options;
}

void HubPanel::startSimulator()
{
    if (m_state.run != Run::Running || m_simulator.isRunning())
        return;
    m_ending = false;
    m_simulator.start(simulation());
    emit simulating(true);
}

void HubPanel::stopSimulator()
{
    m_ending = true;
    m_simulator.stop();
    showSimulator();
}

void HubPanel::showSimulator()
{
    if (!m_window)
        return;
    const sim::Counts &counts = m_simulator.counts();
    ui::SimulatorState state;
    state.running = m_simulator.isRunning();
    state.ending = state.running && m_ending;
    state.possible = m_state.run == Run::Running;
    for (const QString &name : simulatedSources()) {
        const ui::WebhookSource *source = m_settings.find(name);
        state.signs = state.signs || (source && source->isSigned);
    }
    state.jobs = counts.jobs;
    state.ended = counts.ended;
    state.calls = counts.calls;
    state.webhooks = counts.webhooks;
    state.duplicates = counts.duplicates;
    state.late = counts.late;
    state.wrongSignatures = counts.forged;
    state.answers = counts.answers;
    m_window->setSimulatorState(state);
}

} // namespace app
