// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/monitor.h"
#include "ui/models/deliverylist.h"
#include "ui/widgets/deliveriespage.h"

#include <QStatusBar>
#include <QToolButton>

#include "ui/widgets/jobspage.h"

namespace app {

namespace {

QString addressOf(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
}

/// Returns the command that creates a first job, for the empty window.
QString commandLine(const QUrl &hub)
{
    return QStringLiteral("curl -d '{\"job_id\":\"job-1\",\"kind\":\"restore\"}' %1/api/v1/jobs")
        .arg(addressOf(hub));
}

} // namespace

void Monitor::connectChooser()
{
    connect(&m_chooser, &HubChooser::chosen, this, &Monitor::handleChoice);
    connect(&m_hub, &HubConnection::rightsChanged, &m_window, &ui::MainWindow::setRights);
    ui::DeliveryList *deliveries = m_window.deliveriesPage()->list();
    connect(&m_hub, &HubConnection::deliveryReceived, deliveries, &ui::DeliveryList::receive);
    connect(&m_hub, &HubConnection::feedLive, deliveries, &ui::DeliveryList::setLive);
    connect(&m_window, &ui::MainWindow::profileWanted, this, &Monitor::handleProfile);
    m_window.setProfiles(m_profiles.names(), m_options.profile);
}

/// With a filter, more jobs are the next matches of the hub.
void Monitor::connectSearch()
{
    HubSearch *search = m_hub.search();
    connect(m_window.jobsPage(), &ui::JobsPage::searched, search,
            [this, search] { search->search(m_session.sortedJobs()->filter()); });
    connect(search, &HubSearch::changed, this, &Monitor::refreshMore);
    connect(&m_window, &ui::MainWindow::moreJobsWanted, this, [this, search] {
        if (search->isActive())
            search->readMore();
        else
            m_hub.loadMore();
    });
    search->search(m_session.sortedJobs()->filter()); // that of the last session
}

/// Leaves this profile for another one, which has a window of its own. An unknown name becomes a
/// new profile.
void Monitor::handleProfile(const QString &name)
{
    if (name == m_options.profile)
        return;
    if (!m_profiles.names().contains(name)) {
        m_window.saveLayout();
        if (const auto created = m_profiles.create(name, *m_settings); !created) {
            m_window.showNotice(
                tr("The profile was not created: %1.").arg(created.error().message));
            return;
        }
    }
    emit profileChosen(name);
}

/// Returns whether nobody has chosen a hub yet. Settings of any kind are those of an earlier run,
/// and the first runs of earlier versions started the embedded hub.
bool Monitor::isFirstRun() const
{
    return !m_options.embedded && !m_options.hub.isValid() && !m_configured;
}

void Monitor::openHub()
{
    m_panel.setWatched(usesEmbedded());
    if (isFirstRun() && !m_options.hidden) {
        m_settings->setValue(QStringLiteral("hub/embedded"), QStringLiteral("ask"));
        m_window.showNotice({}); // the banner says that there is no hub
        QMetaObject::invokeMethod(this, &Monitor::chooseHub, Qt::QueuedConnection);
    } else if (usesEmbedded()) {
        m_panel.startHub();
    } else {
        connectHub(m_options.hub.isValid() ? m_options.hub : m_preferences.hub);
    }
}

void Monitor::connectHub(const QUrl &url)
{
    const bool moved =
        usesEmbedded() && !m_panel.hasOwnPort() && url.port() != EmbeddedHub::firstPort;
    m_window.showNotice(moved ? tr("Port %1 is already in use; this hub listens on port %2.")
                                    .arg(EmbeddedHub::firstPort)
                                    .arg(url.port())
                              : QString());
    m_detail.clear();
    m_detail.setHub(url);
    m_hub.choose(url);
    m_seen.setHub(addressOf(url));
    m_pins.setHub(addressOf(url));
    m_notices.setHub(addressOf(url));
    m_images.setApi(m_hub.api());
    m_detail.deliveries()->setApi(m_hub.api());
    m_window.setApi(m_hub.api());
    m_window.setHub(addressOf(url), commandLine(url));
    if (usesEmbedded())
        return beginHub(url, {}); // it has no keys
    if (url == m_tokenHub && !m_options.token.isEmpty())
        return beginHub(url, m_options.token);
    m_tokens.read(TokenStore::keyOf(url, m_options.profile), this,
                  [this, url](const QByteArray &token) { beginHub(url, token); });
}

/// The token may have taken some time. Meanwhile the user can have chosen another hub.
void Monitor::beginHub(const QUrl &url, const QByteArray &token)
{
    if (m_quitting || m_hub.hub() != url)
        return;
    m_hub.begin(token, usesEmbedded() ? QByteArray() : m_preferences.pinOf(url));
}

void Monitor::reopenHub()
{
    // The new settings replace the options of the command line.
    m_options.embedded.reset();
    m_options.hub.clear();
    m_wanted.clear();
    m_hub.disconnectFromHub();
    if (m_embedded.isRunning()) {
        m_reopen = true;
        m_panel.stopHub();
    } else {
        openHub();
    }
}

/// The badge in the status bar says that the simulator runs while its window is closed.
void Monitor::connectPanel()
{
    auto *badge = new QToolButton(&m_window);
    badge->setObjectName(QStringLiteral("simulator"));
    badge->setAutoRaise(true);
    badge->setText(tr("Simulator runs"));
    badge->setToolTip(tr("Click to show the simulator"));
    badge->hide();
    m_window.statusBar()->addPermanentWidget(badge);
    m_panel.setTimeStyle(m_preferences.time);
    connect(badge, &QToolButton::clicked, &m_panel, &HubPanel::open);
    connect(&m_panel, &HubPanel::simulating, badge, &QWidget::setVisible);
    connect(&m_window, &ui::MainWindow::embeddedHubWanted, &m_panel, &HubPanel::open);
    connect(&m_panel, &HubPanel::startWanted, this, &Monitor::startEmbedded);
    connect(&m_panel, &HubPanel::stopWanted, this, &Monitor::stopEmbedded);
    connect(&m_panel, &HubPanel::restartWanted, this, [this] {
        m_reopen = true; // the handler of stopped() opens the hub
        stopEmbedded();
    });
}

void Monitor::startEmbedded()
{
    if (m_quitting || !m_panel.isIdle())
        return;
    if (usesEmbedded() && !isFirstRun()) {
        openHub();
    } else {
        handleChoice({true});
    }
}

void Monitor::stopEmbedded()
{
    if (m_quitting || !m_embedded.isRunning())
        return;
    m_hub.disconnectFromHub();
    m_panel.stopHub();
    showStopped(tr("The embedded hub is stopped."));
}

void Monitor::showStopped(const QString &reason)
{
    m_session.receive(ui::LinkStatus{ui::LinkState::Stopped, 0, {}, reason});
}

void Monitor::chooseHub()
{
    if (m_quitting)
        return;
    using Start = HubChooser::Start;
    ui::Preferences shown = m_preferences;
    if (!usesEmbedded() && m_hub.hub().isValid())
        shown.hub = m_hub.hub(); // that of the command line, perhaps
    const ui::LinkStatus &link = m_session.link();
    const auto &refused = m_hub.refusedCertificate();
    const bool untrusted = link.cause == ui::LinkCause::Untrusted;
    const Start start = link.state == ui::LinkState::AuthFailed ? Start::Token
                        : untrusted && refused                  ? Start::Certificate
                                                                : Start::Address;
    m_chooser.open(shown, m_options.profile, start,
                   untrusted ? refused : std::optional<ui::Certificate>());
}

void Monitor::handleChoice(const ui::ConnectDialog::Choice &choice)
{
    m_configured = true;
    ui::Preferences chosen = m_preferences;
    chosen.embeddedHub = choice.embedded;
    if (!choice.embedded) {
        chosen.hub = choice.hub;
        chosen.remember(choice.hub, choice.pin);
        if (choice.tokenEdited) {
            m_tokens.write(TokenStore::keyOf(choice.hub, m_options.profile), choice.token);
            if (choice.hub == m_tokenHub) {
                m_options.token.clear();
                m_chooser.setOwnToken({}, {});
            }
        }
    }
    m_preferences = chosen;
    chosen.save(*m_settings);
    if (!choice.embedded || !m_embedded.isRunning())
        reopenHub();
}

} // namespace app
