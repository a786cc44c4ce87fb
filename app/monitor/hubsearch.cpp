// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/hubsearch.h"

#include "ui/models/hubfilter.h"
#include "ui/models/session.h"

#include <algorithm>

namespace app {

namespace {

/// A search loads no more jobs when the store has this many, because a full store drops jobs.
constexpr int mostLoaded = ui::JobStore::maxJobs * 9 / 10;
constexpr qsizetype pageSize = 200;

} // namespace

using State = ui::JobSearch::State;

HubSearch::HubSearch(ui::Session *session, QNetworkAccessManager *network, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_jobs(network)
{
    connect(session, &ui::Session::updated, this, &HubSearch::begin);
    connect(session, &ui::Session::linkChanged, this, [this](const ui::LinkStatus &link) {
        if (m_state.state == State::Failed && ui::isCurrent(link.state))
            readMore();
    });
    connect(&m_jobs, &ui::OlderJobs::received, this, &HubSearch::handlePage);
    connect(&m_jobs, &ui::OlderJobs::failed, this,
            [this](const hub::Error &error) { set(State::Failed, error.message); });
}

void HubSearch::setHub(const QUrl &hub)
{
    m_hub = hub;
    restart();
}

void HubSearch::search(const ui::JobFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    restart();
}

void HubSearch::restart()
{
    m_jobs.stop();
    m_query.clear();
    m_state = {};
    if (!m_filter.isEmpty()) {
        const auto query = ui::hubQuery(m_filter, m_session->filterMoment());
        m_query = query.value_or(QByteArray());
        m_state.state = query ? State::None : State::Local;
    }
    emit changed();
    begin();
}

/// Reads the first page when the hub has jobs that are not loaded.
void HubSearch::begin()
{
    if (m_state.state != State::None || m_query.isEmpty() || m_hub.isEmpty()
        || !m_session->hasSnapshot()
        || m_session->countOf(ui::JobFilter::allStatuses) <= m_session->jobs().count())
        return;
    m_jobs.start(m_hub, m_query);
    set(State::More);
    readMore();
}

void HubSearch::readMore()
{
    if (!hasMore())
        return;
    if (m_session->jobs().count() >= mostLoaded)
        return set(State::Full);
    set(State::Asking);
    m_jobs.readMore(pageSize);
}

bool HubSearch::isActive() const
{
    return m_state.state != State::None && m_state.state != State::Local;
}

bool HubSearch::hasMore() const
{
    return m_state.state == State::More || m_state.state == State::Failed;
}

void HubSearch::handlePage(const QList<hub::Job> &jobs)
{
    const bool news = std::any_of(jobs.begin(), jobs.end(), [this](const hub::Job &job) {
        return m_session->jobs().find(job.id) < 0;
    });
    m_session->receive(ui::arrival::Loaded{jobs});
    m_state.unjudged = m_jobs.unjudged();
    set(m_jobs.isAtEnd() ? State::Complete : State::More);
    if (!news)
        readMore(); // all of them were loaded already
}

void HubSearch::set(State state, const QString &problem)
{
    const ui::JobSearch now{state, problem, m_state.unjudged};
    if (now == m_state)
        return;
    m_state = now;
    emit changed();
}

} // namespace app
