// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubapi.h"

#include <memory>

namespace ui {

/// Reads the jobs that a snapshot left out, or those of a filter, a page at a time, the last
/// changed first. Reads `GET /api/v1/jobs`, so its first pages have jobs that the snapshot had,
/// too.
class OlderJobs : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OlderJobs)

public:
    /// `network` is not owned.
    explicit OlderJobs(QNetworkAccessManager *network, QObject *parent = nullptr);
    ~OlderJobs() override;

    /// Begins at the newest job of this hub again. Reads nothing yet.
    /// `query` is the URL query of every page without its `limit`; empty = all jobs.
    void start(const QUrl &hub, const QByteArray &query = {});
    void stop();
    /// Reads the next page of up to `most` jobs, 1 to 1,000. The hub may end it earlier. Does
    /// nothing while a page is on its way, and after the last page.
    void readMore(qsizetype most);
    bool isReading() const { return m_reading; }
    bool isAtEnd() const { return m_atEnd; }
    /// Returns how many jobs the hub left out of the pages until now, because a regular expression
    /// of the filter took too long.
    int unjudged() const { return m_unjudged; }

signals:
    /// The jobs of one page; may be empty.
    void received(const QList<hub::Job> &jobs);
    /// A page could not be read. readMore() tries it again.
    void failed(const hub::Error &error);

private:
    void handlePage(const hub::Result<HubApi::JobPage> &page);

    QNetworkAccessManager *m_network;
    std::unique_ptr<HubApi> m_api; ///< Also the context of the answers: none comes after stop().
    QByteArray m_query;
    QByteArray m_next; ///< Cursor of the next page; empty = the first page.
    bool m_reading = false;
    bool m_atEnd = false;
    int m_unjudged = 0;
};

} // namespace ui
