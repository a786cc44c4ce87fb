// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/hubconnection.h"

#include "ui/client/httprequest.h"
#include "ui/models/session.h"

#include <algorithm>

namespace app {

namespace {

/// Limit on the jobs missing from a snapshot that are requested one by one.
constexpr qsizetype maxAsked = 100;
/// With this number of jobs, loadMore() loads no more.
constexpr int mostLoaded = ui::JobStore::maxJobs * 9 / 10;
/// Jobs that one loadMore() loads.
constexpr qsizetype atOnce = 1'000;

} // namespace

HubConnection::HubConnection(ui::Session *session, const hub::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(clock)
{
    m_link.setContact(&m_contact);
    m_feed.setContact(&m_contact);
    leadIntoSession();
    leadCounts();
    connect(&m_feed, &ui::HubFeed::deliveryReceived, this, &HubConnection::deliveryReceived);
    connect(&m_feed, &ui::HubFeed::statusChanged, this, [this](const ui::LinkStatus &status) {
        emit feedLive(status.state == ui::LinkState::Live);
    });
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
    connect(&m_verdict, &ui::LinkVerdict::statusChanged, to,
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

void HubConnection::leadCounts()
{
    ui::Session *to = m_session;
    connect(&m_totals, &ui::TotalsReader::received, to,
            [to](const ui::JobTotals &totals) { to->receive(ui::arrival::Totals{totals}); });
    connect(&m_totals, &ui::TotalsReader::refused, to,
            [to] { to->receive(ui::arrival::Totals{}); });
    connect(to, &ui::Session::totalsChanged, &m_totals, &ui::TotalsReader::readSoon);
    connect(&m_link, &ui::JobLink::statusChanged, this, [this](const ui::LinkStatus &status) {
        if (ui::isCurrent(status.state)) {
            m_totals.start(m_hub);
        } else {
            m_totals.stop();
        }
    });
    connect(&m_link, &ui::JobLink::epochChanged, this, [this] {
        m_older.start(m_hub);
        m_search.setHub(m_hub);
    });
    connect(&m_older, &ui::OlderJobs::received, this, &HubConnection::takeOlder);
    connect(&m_older, &ui::OlderJobs::failed, this,
            [this](const hub::Error &error) { emit loadingFailed(error.message); });
}

bool HubConnection::hasMore() const
{
    // The store drops old jobs when it is full, so loading them would be in vain.
    const int loaded = m_session->jobs().count();
    return m_session->hasSnapshot() && !m_older.isAtEnd() && loaded < mostLoaded
           && m_session->countOf(ui::JobFilter::allStatuses) > loaded;
}

void HubConnection::loadMore()
{
    if (!hasMore())
        return;
    m_missing = atOnce;
    m_older.readMore(m_missing);
}

void HubConnection::takeOlder(const QList<hub::Job> &jobs)
{
    const bool news = std::any_of(jobs.begin(), jobs.end(), [this](const hub::Job &job) {
        return m_session->jobs().find(job.id) < 0;
    });
    m_session->receive(ui::arrival::Loaded{jobs});
    m_missing = news ? m_missing - jobs.size() : atOnce; // the snapshot may have had all of them
    if (m_missing > 0) // the hub ends a page early when it is large or takes long
        m_older.readMore(m_missing);
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
    disconnectFromHub();
    m_contact.reset();
    m_session->reset();
    m_older.start(hub);
    m_search.setHub(hub);
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
    m_totals.stop();
    m_older.stop();
    m_search.setHub({});
}

void HubConnection::retryNow()
{
    if (!m_begun)
        return;
    if (m_link.status().state == ui::LinkState::Stopped && m_hub.isValid()) {
        m_link.start(m_hub, m_session->appliedId());
        m_older.start(m_hub);
        m_search.setHub(m_hub);
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
