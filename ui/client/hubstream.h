// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/eventid.h"
#include "hub/wire/job.h"
#include "ui/client/eventstream.h"
#include "ui/client/jobevent.h"

#include <QJsonObject>

namespace ui {

class HubContact;

/// The content of `hub.hello`, the first event of a stream.
struct HubHello
{
    QByteArray epoch;
    QByteArray resumed; ///< `live`, `replayed` or `gap`
    qint64 replayed = 0; ///< Number of events that the hub replays.
};

/// The content of `hub.snapshot`: the subscribed jobs.
struct HubSnapshot
{
    QList<hub::Job> jobs;
    /// Wire id of the last event that the jobs include.
    QByteArray asOf;
    bool truncated = false; ///< The hub has more jobs than these.
};

/// A stream of the hub: an EventStream that understands the hub's control events and JSON (see
/// `resources/docs/streams.md`). Drops duplicates, which are events whose id is not above the
/// cursor. Logs and skips malformed events.
/// The object may be stopped, restarted or destroyed from any of its signals.
class HubStream : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubStream)

public:
    /// `network` and `clock` are not owned and outlive this.
    explicit HubStream(QNetworkAccessManager *network, const hub::Clock &clock = hub::systemClock(),
                       QObject *parent = nullptr);

    void setTimings(const StreamTimings &timings) { m_stream.setTimings(timings); }
    void setReachability(Reachability *reachability) { m_stream.setReachability(reachability); }

    /// Shares what this stream learns with the other streams to the same hub. Not owned, not null.
    /// Call it once, before start().
    void setContact(HubContact *contact);

    /// Takes effect at the next connection.
    void setUrl(const QUrl &url) { m_stream.setTarget({url}); }
    /// Sets the wire id after which the next connection continues. With an empty one the next
    /// connection starts with a snapshot. Also sets the epoch, unless `wireId` is empty.
    void setCursor(const QByteArray &wireId);
    /// Forgets the cursor and the epoch. Call this before connecting to another hub.
    void forget();
    /// Marks all events up to `wireId` as known: the stream drops them when they arrive, and the
    /// next connection continues after them.
    void skipTo(const QByteArray &wireId);
    /// Wire id of the last event, `<epoch>.<ms>-<n>`; empty = none.
    QByteArray cursor() const;
    /// Epoch of the hub's history, from `hub.hello` or the cursor; empty = unknown.
    QByteArray epoch() const { return m_epoch; }

    void start() { m_stream.start(); }
    void stop() { m_stream.stop(); }
    const LinkStatus &status() const { return m_stream.status(); }
    /// How long a connection may be silent before it is dropped; 0 = no limit.
    /// Sets it for this connection. The next `hub.hello` sets it again.
    void setWatchdog(std::chrono::milliseconds watchdog) { m_stream.setWatchdog(watchdog); }
    std::chrono::milliseconds watchdog() const { return m_stream.timings().watchdog; }
    /// Time of the last received byte on the steady clock; 0 = none yet.
    std::chrono::milliseconds lastByteTime() const { return m_stream.lastByteTime(); }

signals:
    void statusChanged(const ui::LinkStatus &status);
    void helloReceived(const ui::HubHello &hello);
    /// The hub's epoch differs from the one known before.
    void epochChanged(const QByteArray &epoch);
    void snapshotReceived(const ui::HubSnapshot &snapshot);
    void gapReceived(const ui::Gap &gap);
    void jobEventReceived(const ui::JobEvent &event);
    /// `hub.end`: the job has ended, and the hub closes the stream.
    void jobEnded(const QByteArray &jobId, hub::JobStatus status);
    /// `hub.closing` with `"reconnect": false`. The state is AuthFailed if the reason is the token,
    /// otherwise StoppedByHub.
    void dismissed(const QString &reason);
    /// Any `hub.*` event without a signal of its own.
    void noticeReceived(const QByteArray &name, const QJsonObject &data);
    void connectionEnded(ui::StreamEnd end, const QString &reason);

private:
    void handleEvent(const hub::SseEvent &event);
    void handleControl(const hub::SseEvent &event);
    void handleHello(const QJsonObject &data);
    void handleSnapshot(const hub::SseEvent &event, const QJsonObject &data);
    void handleGap(const QJsonObject &data);
    void handleClosing(const QJsonObject &data);
    void handleRefused(const QJsonObject &data);
    void handleEnd(const QJsonObject &data);
    void handleJobEvent(hub::EventType type, const hub::SseEvent &event);
    static void skip(const hub::SseEvent &event, const QString &reason);
    void advance(const QByteArray &wireId);
    void handleId(const QByteArray &wireId);

    void waitFor(const QJsonObject &data, const QString &why, bool draining);

    EventStream m_stream;
    QPointer<HubContact> m_contact;
    std::optional<hub::Cursor> m_cursor;
    QByteArray m_epoch;
};

/// Reads a JSON array of jobs, as in `hub.snapshot` and `GET /api/v1/jobs`. Logs and skips elements
/// that are not jobs.
QList<hub::Job> jobsFromJson(QByteArrayView array);

} // namespace ui

Q_DECLARE_METATYPE(ui::HubHello)
Q_DECLARE_METATYPE(ui::HubSnapshot)
