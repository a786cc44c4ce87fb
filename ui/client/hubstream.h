// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/eventid.h"
#include "hub/wire/job.h"
#include "ui/client/eventstream.h"
#include "ui/client/jobevent.h"

#include <QJsonObject>

namespace ui {

/// `hub.hello`: how a stream begins.
struct HubHello
{
    QByteArray epoch;
    QByteArray resumed; ///< `live`, `replayed` or `gap`
    qint64 replayed = 0; ///< Events that will come from history.
};

/// `hub.snapshot`: the jobs subscribed to, as of an event.
struct HubSnapshot
{
    QList<hub::Job> jobs;
    QByteArray asOf;
    bool truncated = false; ///< Finished jobs were left out.
};

/// A stream of the hub: an EventStream that understands the control events and JSON of api.md.
/// Drops events whose id is not above the last one, logs and skips what is not as it should be. May
/// be stopped, restarted or destroyed from any of its signals.
class HubStream : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubStream)

public:
    /// `network` is not owned.
    explicit HubStream(QNetworkAccessManager *network, QObject *parent = nullptr);

    void setTimings(const StreamTimings &timings) { m_stream.setTimings(timings); }
    void setReachability(Reachability *reachability) { m_stream.setReachability(reachability); }

    /// The address counts from the next connection on.
    void setUrl(const QUrl &url) { m_stream.setTarget({url}); }
    /// Where the next connection continues; empty = at the head, with a snapshot.
    void setCursor(const QByteArray &wireId);
    /// Another hub: neither its history nor where we were in it is known.
    void forget();
    /// Everything up to here is known from elsewhere: drops it when it comes.
    void skipTo(const QByteArray &wireId);
    /// The last event applied, on the wire `<epoch>.<ms>-<n>`; empty = none.
    QByteArray cursor() const;
    /// Of the hub, once it or the cursor said it.
    QByteArray epoch() const { return m_epoch; }

    void start() { m_stream.start(); }
    void stop() { m_stream.stop(); }
    const LinkStatus &status() const { return m_stream.status(); }
    /// Silence allowed at present.
    std::chrono::milliseconds watchdog() const { return m_stream.timings().watchdog; }
    qint64 lastByteSteadyMs() const { return m_stream.lastByteSteadyMs(); }

signals:
    void statusChanged(const ui::LinkStatus &status);
    void helloReceived(const ui::HubHello &hello);
    /// The hub's history has another name than the one known before.
    void epochChanged(const QByteArray &epoch);
    void snapshotReceived(const ui::HubSnapshot &snapshot);
    void gapReceived(const ui::Gap &gap);
    void jobEventReceived(const ui::JobEvent &event);
    /// `hub.end`: no event of this job comes after it.
    void jobEnded(const QByteArray &jobId, hub::JobStatus status);
    /// `hub.closing` that forbids to come back; the state is StoppedByHub.
    void dismissed(const QString &reason);
    /// Any other `hub.*` event.
    void noticeReceived(const QByteArray &name, const QJsonObject &data);
    void connectionEnded(ui::StreamEnd end, const QString &reason);

private:
    void handleEvent(const hub::SseEvent &event);
    void handleControl(const hub::SseEvent &event, const QJsonObject &data);
    void handleHello(const QJsonObject &data);
    void handleSnapshot(const hub::SseEvent &event, const QJsonObject &data);
    void handleGap(const QJsonObject &data);
    void handleClosing(const QJsonObject &data);
    void handleRefused(const QJsonObject &data);
    void handleEnd(const QJsonObject &data);
    void handleJobEvent(hub::EventType type, const hub::SseEvent &event, const QJsonObject &data);
    void advance(const QByteArray &wireId);
    void handleId(const QByteArray &wireId);

    EventStream m_stream;
    std::optional<hub::Cursor> m_cursor;
    QByteArray m_epoch;
};

/// Jobs of an array as `hub.snapshot` and `GET /jobs` have it; what is no job is logged and left
/// out.
QList<hub::Job> jobsFromJson(QByteArrayView array);

} // namespace ui

Q_DECLARE_METATYPE(ui::HubHello)
Q_DECLARE_METATYPE(ui::HubSnapshot)
