// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clocktimer.h"
#include "ui/client/hubapi.h"
#include "ui/client/linktimings.h"

#include <memory>

namespace ui {

/// Polls `GET /api/v1/jobs` and reports the jobs that changed. Polls every 2 s while jobs change,
/// and less and less often while they do not.
class Poller : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Poller)

public:
    /// `network` and `clock` are not owned and outlive this.
    explicit Poller(QNetworkAccessManager *network, const hub::Clock &clock = hub::systemClock(),
                    QObject *parent = nullptr);
    ~Poller() override;

    void setTimings(const PollTimings &timings) { m_timings = timings; }

    /// Polls at once. `cursor` is the wire id of the last known event; an empty one asks for a
    /// snapshot.
    void start(const QUrl &hub, const QByteArray &cursor);
    void stop();
    bool isActive() const { return m_api != nullptr; }

signals:
    /// The jobs that changed since the last known event; empty when none did.
    void changesReceived(const QList<hub::Job> &jobs, const QByteArray &asOf);
    /// The state of all jobs, because no event of the hub's epoch was known. `complete` is false
    /// when the hub has more than 20 pages of jobs.
    void snapshotReceived(const QList<hub::Job> &jobs, const QByteArray &asOf, bool complete);
    /// A request failed or its answer was not usable. Polling has stopped.
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
    const hub::Clock &m_clock;
    PollTimings m_timings;
    std::unique_ptr<HubApi> m_api; ///< Also the context of the answers: none comes after stop().
    hub::ClockTimer m_timer; ///< Time until the next poll.
    std::chrono::milliseconds m_wait{0};
    std::optional<hub::Cursor> m_cursor; ///< All changes up to here have been reported.
    QByteArray m_etag;
    QList<hub::Job> m_jobs; ///< Jobs of the pages read so far.
    /// `as_of` of the first page. The next poll finds what changes between two pages.
    QByteArray m_asOf;
    QByteArray m_newEtag;
    int m_pages = 0;
};

} // namespace ui
