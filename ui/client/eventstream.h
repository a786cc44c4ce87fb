// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/backoff.h"
#include "hub/base/clocktimer.h"
#include "hub/base/systemclock.h"
#include "hub/wire/sseparser.h"
#include "ui/client/linkstatus.h"
#include "ui/client/linktimings.h"
#include "ui/client/streamtarget.h"

#include <QObject>
#include <QPointer>

class QNetworkAccessManager;

namespace ui {

class Reachability;
class StreamConnection;

/// A Server-Sent Events client that stays connected. It reconnects with full jitter, continues with
/// `Last-Event-ID`, and drops a connection that is silent for too long. It does not interpret the
/// data.
/// Some answers are final, because another attempt would get the same answer: 204, 4xx except 408,
/// 425 and 429, and a media type that is not `text/event-stream`.
/// A network access manager opens at most 6 connections to one host, and each stream holds one of
/// them. Give one manager at most three streams, and requests have the others.
/// The object may be stopped, restarted or destroyed from any of its signals.
class EventStream : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventStream)

public:
    /// `network` and `clock` are not owned and outlive this.
    explicit EventStream(QNetworkAccessManager *network,
                         const hub::Clock &clock = hub::systemClock(), QObject *parent = nullptr);
    ~EventStream() override;

    /// Takes effect at the next connection.
    void setTarget(const StreamTarget &target);
    /// Takes effect at the next connection; the backoff starts over at once.
    void setTimings(const StreamTimings &timings);
    const StreamTimings &timings() const { return m_timings; }
    /// Sets the source of the machine's network state; not owned, not null. Without one the machine
    /// counts as online. When the machine comes online, a waiting stream connects at once.
    void setReachability(Reachability *reachability);

    /// The id that the next connection sends as `Last-Event-ID`. Every event, and every
    /// id without an event, updates it.
    void setLastEventId(const QByteArray &id) { m_lastEventId = id; }
    QByteArray lastEventId() const { return m_lastEventId; }
    /// Sets how long a connection may be silent before it is dropped; 0 = no limit. Takes effect at
    /// once.
    void setWatchdog(std::chrono::milliseconds watchdog);

    /// Connects at once in any state. Drops an open connection and resets the backoff.
    void start();
    /// Connects now if the stream waits in its own backoff, because another stream has reached the
    /// server. A wait that the server asked for stays, except for a drain, which is over then. The
    /// stream also keeps waiting if its last connection opened and ended within 5 s. Otherwise two
    /// streams that a server keeps closing would wake each other again and again.
    void wake();
    /// Connects again at once after the machine slept: an open connection may be dead. Does nothing
    /// when the stream is stopped or another attempt needs the user.
    void resume();
    /// Drops the connection and any waiting attempt; the state becomes Stopped. Emits no
    /// connectionEnded().
    void stop();
    /// Stops because the server asked for it; no attempt follows. `state` is a final state, such as
    /// StoppedByHub.
    void stopAs(LinkState state, const QString &reason);
    /// Call this when the server announces the end of this connection. The next wait is then at
    /// least `wait` (at most one hour), and the status shows `reason` and `cause`. A `retry:` that
    /// came with the announcement no longer counts: it stood for this one wait.
    void waitAtLeast(std::chrono::milliseconds wait, const QString &reason,
                     LinkCause cause = LinkCause::Unknown);

    const LinkStatus &status() const { return m_status; }
    /// Time of the last received byte on the steady clock; 0 = none yet.
    std::chrono::milliseconds lastByteTime() const { return m_lastByte; }

signals:
    void statusChanged(const ui::LinkStatus &status);
    void opened(); ///< The server answered with 200 and an event stream.
    /// Persist `event.lastEventId` once the event is applied.
    void eventReceived(const hub::SseEvent &event);
    void bytesReceived(); ///< lastByteTime() is already updated.
    void idReceived(const QByteArray &id); ///< The last event id changed without an event.
    void commentReceived(const QByteArray &text);
    /// A connection ended other than by stop(), stopAs() or start(). status() is already updated.
    void connectionEnded(ui::StreamEnd end, const QString &reason);

private:
    void connectNow();
    void dropConnection();
    void handleBytes();
    void handleEnd(StreamEnd end, const QString &reason);
    std::chrono::milliseconds now() const;
    hub::Backoff newBackoff() const;
    std::chrono::milliseconds nextWait(StreamEnd end);
    void waitAndConnect(StreamEnd end, const QString &reason, LinkCause cause);
    void handleOnlineChanged(bool online);
    bool isOffline() const;
    void setStatus(LinkStatus status);

    QNetworkAccessManager *m_network;
    StreamTarget m_target;
    StreamTimings m_timings;
    const hub::Clock &m_clock;
    hub::Backoff m_backoff;
    QPointer<Reachability> m_reachability;
    QPointer<StreamConnection> m_connection;
    hub::ClockTimer m_wait; ///< Time until the next attempt.
    LinkStatus m_status;
    QByteArray m_lastEventId;
    std::chrono::milliseconds m_retry{-1}; ///< The server's `retry:`; negative = none received.
    std::chrono::milliseconds m_retryBefore{-1}; ///< The `retry:` before the latest one.
    std::chrono::milliseconds m_floor{0}; ///< Minimum of the next wait only.
    QString m_toldReason; ///< Reason that waitAtLeast() gave for the end of this connection.
    LinkCause m_toldCause = LinkCause::Unknown; ///< The same for the cause.
    /// Steady time before which wake() has no effect, because the server asked for the wait.
    std::chrono::milliseconds m_notBefore{0};
    bool m_endedSoon = false; ///< The last connection opened, and ended within 5 s.
    std::chrono::milliseconds m_opened{0}; ///< Steady time; 0 = not open yet.
    std::chrono::milliseconds m_lastByte{0}; ///< Steady time; 0 = none yet.
};

} // namespace ui
