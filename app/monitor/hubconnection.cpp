// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/hubconnection.h"

#include "ui/client/httprequest.h"
#include "ui/models/session.h"

namespace app {

namespace {

/// Limit on the jobs missing from a snapshot that are requested one by one.
constexpr qsizetype maxAsked = 100;

} // namespace

HubConnection::HubConnection(ui::Session *session, const hub::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(clock)
{
    leadIntoSession();
    connect(&m_link, &ui::JobLink::statusChanged, this, &HubConnection::askForRights);
    connect(&m_network, &ui::HubNetwork::certificateRefused, this,
            [this](const ui::Certificate &certificate) { m_refused = certificate; });
    session->connections()->setOwnClient(ui::clientInstance());
    connect(session, &ui::Session::jobsMissing, this, &HubConnection::askForMissing);
    connect(session, &ui::Session::resyncNeeded, this, &HubConnection::resync);
}

void HubConnection::leadIntoSession()
{
    ui::Session *to = m_session;
    connect(&m_link, &ui::JobLink::statusChanged, to,
            [to](const ui::LinkStatus &status) { to->receive(status); });
    connect(&m_link, &ui::JobLink::epochChanged, to,
            [to](const QByteArray &epoch) { to->receive(ui::arrival::Epoch{epoch}); });
    connect(&m_link, &ui::JobLink::snapshotReceived, to,
            [to](const QList<hub::Job> &jobs, const QByteArray &asOf, bool complete) {
                to->receive(ui::arrival::Snapshot{jobs, asOf, complete});
            });
    connect(&m_link, &ui::JobLink::jobsPolled, to,
            [to](const QList<hub::Job> &jobs, const QByteArray &asOf) {
                to->receive(ui::arrival::Polled{jobs, asOf});
            });
    connect(&m_link, &ui::JobLink::eventReceived, to,
            [to](const ui::JobEvent &event) { to->receive(event); });
    connect(&m_link, &ui::JobLink::gapReceived, to, [to](const ui::Gap &gap) { to->receive(gap); });
    connect(&m_feed, &ui::HubFeed::statsReceived, to,
            [to](const ui::HubFigures &stats) { to->receive(stats); });
    connect(&m_feed, &ui::HubFeed::connectionsReceived, to,
            [to](const QList<ui::ConnectionInfo> &all) { to->receive(all); });
    connect(&m_feed, &ui::HubFeed::connectionOpened, to,
            [to](const ui::ConnectionInfo &info) { to->receive(ui::arrival::Opened{info}); });
    connect(&m_feed, &ui::HubFeed::connectionClosed, to,
            [to](qint64 id) { to->receive(ui::arrival::Closed{id}); });
}

/// Asks once for each connection: a new token or a reloaded key can change the rights.
void HubConnection::askForRights()
{
    const bool isLive = m_link.status().state == ui::LinkState::Live;
    if (std::exchange(m_live, isLive) || !isLive)
        return;
    m_api->get("/api/v1/whoami", m_api.get(), [this](const hub::Result<QJsonObject> &answer) {
        emit rightsChanged(answer ? ui::Rights::parse(*answer) : ui::Rights());
    });
}

void HubConnection::choose(const QUrl &hub)
{
    m_hub = hub;
    m_begun = false;
    m_refused.reset();
    m_network.setToken(hub, {});
    m_network.setPin(hub, {});
    m_link.stop();
    m_feed.stop();
    m_session->reset();
    m_api = std::make_unique<ui::HubApi>(&m_network, hub, m_clock);
    emit rightsChanged({});
    m_session->receive(ui::LinkStatus{ui::LinkState::Connecting, 0, {}, {}});
}

void HubConnection::begin(const QByteArray &token, const QByteArray &pin)
{
    m_begun = true;
    m_network.setToken(m_hub, token);
    m_network.setPin(m_hub, pin);
    // The monitor stores no cursor: it starts with a snapshot, and later reconnects continue after
    // it.
    m_link.start(m_hub);
    m_feed.start(m_hub);
}

void HubConnection::disconnectFromHub()
{
    m_link.stop();
    m_feed.stop();
}

void HubConnection::retryNow()
{
    if (!m_begun)
        return;
    if (m_link.status().state == ui::LinkState::Stopped && m_hub.isValid()) {
        m_link.start(m_hub, m_session->appliedId());
    } else {
        m_link.retryNow();
    }
    if (m_hub.isValid())
        m_feed.start(m_hub);
}

void HubConnection::resync()
{
    if (m_begun)
        m_link.resync();
}

void HubConnection::askForMissing(const QList<QByteArray> &ids)
{
    for (const QByteArray &id : ids.mid(0, maxAsked)) {
        m_api->job(id, this, [this](const hub::Result<hub::Job> &job) {
            if (job)
                m_session->receive(ui::arrival::Polled{{*job}, {}});
        });
    }
}

} // namespace app
