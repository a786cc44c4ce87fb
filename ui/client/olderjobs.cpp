// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/client/olderjobs.h"

namespace ui {

OlderJobs::OlderJobs(QNetworkAccessManager *network, QObject *parent)
    : QObject(parent)
    , m_network(network)
{ }

OlderJobs::~OlderJobs() = default;

void OlderJobs::start(const QUrl &hub, const QByteArray &query)
{
    m_api = std::make_unique<HubApi>(m_network, hub);
    m_query = query;
    m_unjudged = 0;
    m_next.clear();
    m_reading = false;
    m_atEnd = false;
}

void OlderJobs::stop()
{
    m_api.reset();
    m_reading = false;
}

void OlderJobs::readMore(qsizetype most)
{
    if (!m_api || m_reading || m_atEnd)
        return;
    m_reading = true;
    QByteArray query = "limit=" + QByteArray::number(most);
    if (!m_query.isEmpty())
        query += '&' + m_query;
    if (!m_next.isEmpty())
        query += "&cursor=" + m_next.toPercentEncoding();
    m_api->jobs(query, {}, m_api.get(),
                [this](const hub::Result<HubApi::JobPage> &page) { handlePage(page); });
}

void OlderJobs::handlePage(const hub::Result<HubApi::JobPage> &page)
{
    m_reading = false;
    if (!page) {
        emit failed(page.error());
        return;
    }
    m_next = page->next;
    m_atEnd = m_next.isEmpty();
    m_unjudged += page->unjudged;
    emit received(page->jobs);
}

} // namespace ui
