// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/poller.h"

#include <algorithm>

namespace ui {

namespace {
constexpr int maxPages = 20; ///< Pages of at most 1000 jobs in one poll.
} // namespace

Poller::Poller(QNetworkAccessManager *network, const hub::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_clock(clock)
    , m_timer(clock)
{
    connect(&m_timer, &hub::ClockTimer::timedOut, this, &Poller::ask);
}

Poller::~Poller() = default;

void Poller::start(const QUrl &hub, const QByteArray &cursor)
{
    stop();
    m_api = std::make_unique<HubApi>(m_network, hub, m_clock);
    m_cursor = hub::Cursor::parse(cursor);
    m_etag.clear();
    m_wait = m_timings.shortest;
    ask();
}

void Poller::stop()
{
    m_timer.stop();
    m_api.reset();
}

void Poller::ask()
{
    m_jobs.clear();
    m_pages = 0;
    askPage({}, m_etag);
}

void Poller::askPage(const QByteArray &pageCursor, const QByteArray &etag)
{
    QByteArray query = "limit=1000";
    if (!pageCursor.isEmpty())
        query += "&cursor=" + pageCursor.toPercentEncoding();
    m_api->jobs(query, etag, m_api.get(),
                [this](const hub::Result<HubApi::JobPage> &answer) { handlePage(answer); });
}

void Poller::handlePage(const hub::Result<HubApi::JobPage> &answer)
{
    if (answer && answer->notModified)
        return handleUnchanged();
    const auto asOf = answer ? hub::Cursor::parse(answer->asOf) : std::nullopt;
    if (!asOf) {
        stop();
        emit failed(answer ? hub::Error{"bad_answer", tr("the hub's list of jobs has no as_of")}
                           : answer.error());
        return;
    }
    if (++m_pages == 1) {
        m_asOf = answer->asOf;
        m_newEtag = answer->etag;
    }
    m_jobs += answer->jobs;
    if (wantsNext(*answer, *asOf))
        askPage(answer->next, {});
    else
        handleComplete(answer->next.isEmpty());
}

bool Poller::wantsNext(const HubApi::JobPage &page, const hub::Cursor &asOf) const
{
    if (page.next.isEmpty() || page.jobs.isEmpty() || m_pages >= maxPages)
        return false;
    // Jobs come with the latest change first. After one that is not newer than the cursor, none is,
    // so no further page is needed.
    const bool onlyChanges = m_cursor && m_cursor->epoch == asOf.epoch;
    return !onlyChanges || page.jobs.last().lastEvent > m_cursor->id;
}

void Poller::handleComplete(bool complete)
{
    const auto asOf = hub::Cursor::parse(m_asOf);
    const auto before = std::exchange(m_cursor, asOf);
    m_etag = m_newEtag;
    QList<hub::Job> jobs = std::exchange(m_jobs, {});
    if (!before || !asOf || before->epoch != asOf->epoch) {
        askLater(true);
        emit snapshotReceived(jobs, m_asOf, complete);
        return;
    }
    jobs.removeIf([&](const hub::Job &job) { return job.lastEvent <= before->id; });
    askLater(!jobs.isEmpty());
    emit changesReceived(jobs, m_asOf);
}

void Poller::handleUnchanged()
{
    askLater(false);
    emit changesReceived({}, m_asOf);
}

void Poller::askLater(bool changed)
{
    m_wait = changed ? m_timings.shortest : std::min(m_wait * 2, m_timings.longest);
    m_timer.start(m_wait);
}

} // namespace ui
