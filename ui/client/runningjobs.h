// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubapi.h"

#include <memory>

namespace ui {

/// Reads the jobs that run from `GET /jobs`, page by page: what a truncated snapshot has left out.
class RunningJobs : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunningJobs)

public:
    /// `network` is not owned.
    explicit RunningJobs(QNetworkAccessManager *network, QObject *parent = nullptr);
    ~RunningJobs() override;

    /// Whether a truncated snapshot with these jobs may lack running ones. It has those first, so
    /// that one with a finished job has them all.
    static bool mayBeMissing(const QList<hub::Job> &snapshot);

    /// Begins, or begins anew.
    void start(const QUrl &hub);
    void stop();

signals:
    /// The jobs of one page. A failed page ends the reading; the log says so.
    void received(const QList<hub::Job> &jobs);

private:
    void ask(const QByteArray &pageCursor);
    void handlePage(const hub::Result<HubApi::JobPage> &page);

    QNetworkAccessManager *m_network;
    std::unique_ptr<HubApi> m_api; ///< Also the context of the answers: none comes after stop().
    int m_pages = 0;
};

} // namespace ui
