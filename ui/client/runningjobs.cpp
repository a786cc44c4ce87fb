// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/runningjobs.h"

#include "hub/base/log.h"

#include <algorithm>

namespace ui {

namespace {
/// Limit on pages. A page may have few jobs, because the hub also limits its bytes.
constexpr int mostPages = 1'000;
} // namespace

RunningJobs::RunningJobs(QNetworkAccessManager *network, QObject *parent)
    : QObject(parent)
    , m_network(network)
{ }

RunningJobs::~RunningJobs() = default;

bool RunningJobs::mayBeMissing(const QList<hub::Job> &snapshot)
{
    return std::none_of(snapshot.begin(), snapshot.end(),
                        [](const hub::Job &job) { return hub::isTerminal(job.status); });
}

void RunningJobs::start(const QUrl &hub)
{
    m_api = std::make_unique<HubApi>(m_network, hub);
    m_pages = 0;
    ask({});
}

void RunningJobs::stop()
{
    m_api.reset();
}

void RunningJobs::ask(const QByteArray &pageCursor)
{
    QByteArray query = "status=queued,processing&limit=1000";
    if (!pageCursor.isEmpty())
        query += "&cursor=" + pageCursor.toPercentEncoding();
    m_api->jobs(query, {}, m_api.get(),
                [this](const hub::Result<HubApi::JobPage> &page) { handlePage(page); });
}

void RunningJobs::handlePage(const hub::Result<HubApi::JobPage> &page)
{
    if (!page) {
        qCWarning(hub::lcClient) << "cannot read the running jobs that the snapshot left out:"
                                 << page.error().message;
        return stop();
    }
    const QByteArray next = page->next;
    const QList<hub::Job> jobs = page->jobs;
    if (next.isEmpty() || ++m_pages == mostPages)
        stop();
    else
        ask(next);
    if (!jobs.isEmpty())
        emit received(jobs);
}

} // namespace ui
