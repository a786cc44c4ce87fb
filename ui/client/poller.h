// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/hubapi.h"
#include "ui/client/linktimings.h"

#include <QTimer>

#include <memory>

namespace ui {

/// Asks `GET /jobs` again and again and tells what changed: every 2 s while things change, ever
/// more seldom while they do not.
class Poller : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Poller)

public:
    /// `network` is not owned.
    explicit Poller(QNetworkAccessManager *network, QObject *parent = nullptr);
    ~Poller() override;

    void setTimings(const PollTimings &timings) { m_timings = timings; }

    /// Asks at once. `cursor` is the last event known; empty = nothing is.
    void start(const QUrl &hub, const QByteArray &cursor);
    void stop();
    bool isActive() const { return m_api != nullptr; }

signals:
    /// Jobs that changed after the last event known, perhaps none.
    void changesReceived(const QList<hub::Job> &jobs, const QByteArray &asOf);
    /// All there is, because nothing was known, or only of another history.
    void snapshotReceived(const QList<hub::Job> &jobs, const QByteArray &asOf, bool complete);
    /// An answer did not come or was of no use; it asks no more.
    void failed(const hub::Error &error);

private:
    void ask();
    void askPage(const QByteArray &pageCursor, const QByteArray &etag);
    void handlePage(const hub::Result<HubApi::JobPage> &answer);
    bool wantsNext(const HubApi::JobPage &page, const hub::Cursor &asOf) const;
    void handleComplete(bool complete);
    void handleUnchanged();
    void askLater(bool changed);

    QNetworkAccessManager *m_network;
    PollTimings m_timings;
    std::unique_ptr<HubApi> m_api; ///< Also the context of the answers: none comes after stop().
    QTimer m_timer;
    std::chrono::milliseconds m_wait{0};
    std::optional<hub::Cursor> m_cursor; ///< Everything up to here has been told.
    QByteArray m_etag;
    QList<hub::Job> m_jobs; ///< Of the pages so far.
    QByteArray m_asOf; ///< Of the first page: what changes between pages comes with the next round.
    QByteArray m_newEtag;
    int m_pages = 0;
};

} // namespace ui
