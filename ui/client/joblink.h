// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/systemclock.h"
#include "hub/wire/job.h"
#include "ui/client/jobevent.h"
#include "ui/client/linkstatus.h"
#include "ui/client/linktimings.h"

#include <QObject>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace ui {

class HubContact;

/// All jobs of a hub, live, through one set of signals. Follows the stream `/api/v1/events`, and
/// polls `GET /api/v1/jobs` while something on the way blocks streaming. A switch between the two
/// loses no job state and repeats no event.
/// All calls and signals are on the thread that created the object.
class JobLink : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobLink)

public:
    /// `network` and `clock` are not owned and outlive this.
    explicit JobLink(QNetworkAccessManager *network, const hub::Clock &clock = hub::systemClock(),
                     QObject *parent = nullptr);
    ~JobLink() override;

    /// Call before start().
    void setTimings(const LinkTimings &timings);

    /// Shares what the link learns with the other streams to the hub. Not owned, not null. Call it
    /// once, before start().
    void setContact(HubContact *contact);

    /// Connects to the hub with this base URL, such as `http://127.0.0.1:4354`. Continues after
    /// `lastEventId`; an empty one starts with a snapshot.
    void start(const QUrl &hub, const QByteArray &lastEventId = {});
    void stop();
    /// Connects at once instead of waiting. Also leaves Polling and the final states.
    void retryNow();
    /// Forgets the cursor and connects again, so that the hub sends a new snapshot.
    void resync();

    const LinkStatus &status() const;
    QByteArray lastEventId() const;
    /// Time of the last received byte or poll answer on the steady clock; 0 = none yet.
    std::chrono::milliseconds lastByteTime() const;

signals:
    void statusChanged(const ui::LinkStatus &status);
    /// The hub's epoch changed: it has a new database, and earlier event ids are meaningless.
    void epochChanged(const QByteArray &epoch);
    /// The state of the jobs after the event `asOf`. `complete` is false when the hub has more
    /// jobs. A snapshot of the stream has at most the 200 jobs that finished last; missing running
    /// jobs follow as jobsPolled(). A snapshot from polling has at most the 20 000 jobs that
    /// changed last.
    void snapshotReceived(const QList<hub::Job> &jobs, const QByteArray &asOf, bool complete);
    /// While polling: the jobs that changed since the last poll, in place of single events. After
    /// an incomplete snapshot of the stream: running jobs that the snapshot lacks, with an empty
    /// `asOf`.
    void jobsPolled(const QList<hub::Job> &jobs, const QByteArray &asOf);
    void eventReceived(const ui::JobEvent &event);
    void gapReceived(const ui::Gap &gap);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace ui
