// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubapi.h"

#include <memory>

namespace ui {

/// Reads the queued and running jobs from `GET /api/v1/jobs`, page by page. A truncated snapshot
/// may lack some of them.
class RunningJobs : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunningJobs)

public:
    /// `network` is not owned.
    explicit RunningJobs(QNetworkAccessManager *network, QObject *parent = nullptr);
    ~RunningJobs() override;

    /// Returns whether a truncated snapshot may lack running jobs. A snapshot lists running jobs
    /// first, so one with a finished job has every running job.
    static bool mayBeMissing(const QList<hub::Job> &snapshot);

    /// Starts reading from the first page, also when a reading is under way.
    void start(const QUrl &hub);
    void stop();

signals:
    /// The jobs of one page. When a page fails, the reader logs it and stops.
    void received(const QList<hub::Job> &jobs);

private:
    void ask(const QByteArray &pageCursor);
    void handlePage(const hub::Result<HubApi::JobPage> &page);

    QNetworkAccessManager *m_network;
    std::unique_ptr<HubApi> m_api; ///< Also the context of the answers: none comes after stop().
    int m_pages = 0;
};

} // namespace ui
