// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/backoff.h"
#include "hub/base/clock.h"
#include "hub/wire/sseparser.h"
#include "ui/client/linkstatus.h"
#include "ui/client/linktimings.h"
#include "ui/client/streamtarget.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QNetworkAccessManager;

namespace ui {

class Reachability;
class StreamConnection;

/// A Server-Sent Events client that stays connected: reconnects with full jitter, continues with
/// `Last-Event-ID`, watches for silence. Answers that a repeat would not change are final: 204, 4xx
/// but 408, 425 and 429, and another media type. Knows nothing of hubs or JSON. A manager opens at
/// most 6 connections to one host, and each stream holds one of them: give no manager more than
/// three streams. The object may be stopped, restarted or destroyed from any of its signals.
class EventStream : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventStream)

public:
    /// `network` is not owned.
    explicit EventStream(QNetworkAccessManager *network, QObject *parent = nullptr);
    ~EventStream() override;

    /// These count from the next connection on.
    void setTarget(const StreamTarget &target) { m_target = target; }
    void setTimings(const StreamTimings &timings);
    const StreamTimings &timings() const { return m_timings; }
    /// Not owned; without one the machine counts as online.
    void setReachability(Reachability *reachability);

    /// The id that the next connection sends; moved by every event that is dispatched.
    void setLastEventId(const QByteArray &id) { m_lastEventId = id; }
    QByteArray lastEventId() const { return m_lastEventId; }
    /// Silence allowed from now on; 0 = any.
    void setWatchdog(std::chrono::milliseconds watchdog);

    /// Connects at once, whatever the state, dropping a connection that is open.
    void start();
    /// Drops the connection without a word.
    void stop();
    /// For good, because the other side said so: `state` is StoppedByHub or AuthFailed.
    void stopAs(LinkState state, const QString &reason);
    /// The server said that this connection ends: the wait after it is at least this long (at most
    /// an hour), and this is why.
    void waitAtLeast(std::chrono::milliseconds wait, const QString &reason);

    const LinkStatus &status() const { return m_status; }
    /// When the last byte came, on a steady clock; 0 = never.
    qint64 lastByteSteadyMs() const { return m_lastByteMs; }

signals:
    void statusChanged(const ui::LinkStatus &status);
    void opened(); ///< A connection was answered with a stream.
    /// `event.lastEventId` is the id to persist once the event is applied.
    void eventReceived(const hub::SseEvent &event);
    void idReceived(const QByteArray &id); ///< The id moved without an event.
    void commentReceived(const QByteArray &text);
    /// A connection ended by itself; the status that follows from it is already set.
    void connectionEnded(ui::StreamEnd end, const QString &reason);

private:
    void connectNow();
    void dropConnection();
    void handleBytes();
    void handleEnd(StreamEnd end, const QString &reason);
    std::chrono::milliseconds nextWait(StreamEnd end);
    void waitAndConnect(StreamEnd end, const QString &reason);
    void handleOnlineChanged(bool online);
    bool isOffline() const;
    void setStatus(LinkStatus status);

    QNetworkAccessManager *m_network;
    StreamTarget m_target;
    StreamTimings m_timings;
    hub::SystemClock m_clock;
    hub::Backoff m_backoff;
    QPointer<Reachability> m_reachability;
    QPointer<StreamConnection> m_connection;
    QTimer m_wait;
    LinkStatus m_status;
    QByteArray m_lastEventId;
    std::chrono::milliseconds m_retry{-1}; ///< The server's `retry:`; negative = it named none.
    std::chrono::milliseconds m_floor{0}; ///< Of the next wait only.
    QString m_toldReason; ///< Why this connection will end, from waitAtLeast().
    qint64 m_openedMs = 0;
    qint64 m_lastByteMs = 0;
};

} // namespace ui
