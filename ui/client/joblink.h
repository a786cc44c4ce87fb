// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"
#include "ui/client/jobevent.h"
#include "ui/client/linkstatus.h"
#include "ui/client/linktimings.h"

#include <QObject>
#include <QUrl>

#include <memory>

class QNetworkAccessManager;

namespace ui {

/// All jobs of a hub, live: the stream `/api/v1/events` with its polling fallback behind one set of
/// signals. Falling back and returning loses nothing and doubles nothing. Lives on the thread that
/// made it.
class JobLink : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobLink)

public:
    /// `network` is not owned.
    explicit JobLink(QNetworkAccessManager *network, QObject *parent = nullptr);
    ~JobLink() override;

    /// Before start().
    void setTimings(const LinkTimings &timings);

    /// Base URL of the hub (`http://127.0.0.1:4354`). `lastEventId` continues there; empty = start
    /// with a snapshot.
    void start(const QUrl &hub, const QByteArray &lastEventId = {});
    void stop();
    /// Attempts at once instead of waiting; also leaves Polling and the final states.
    void retryNow();
    /// A new snapshot: forgets the cursor and connects again.
    void resync();

    const LinkStatus &status() const;
    QByteArray lastEventId() const;
    /// When the last byte came, on a steady clock; 0 = never.
    qint64 lastByteSteadyMs() const;

signals:
    void statusChanged(const ui::LinkStatus &status);
    /// The hub's history has another name than before: its database is new.
    void epochChanged(const QByteArray &epoch);
    /// State as of `asOf`. `complete` false: there are more jobs. Those that run follow as
    /// jobsPolled(), of finished ones only the last 200 are known.
    void snapshotReceived(const QList<hub::Job> &jobs, const QByteArray &asOf, bool complete);
    /// While polling: jobs that changed since the last poll; there are no single events then.
    /// After an incomplete snapshot: running jobs that it lacks, with an empty `asOf`.
    void jobsPolled(const QList<hub::Job> &jobs, const QByteArray &asOf);
    void eventReceived(const ui::JobEvent &event);
    void gapReceived(const ui::Gap &gap);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
