// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/eventid.h"
#include "hub/wire/sseparser.h"

#include <QTcpSocket>
#include <QTimer>

namespace restart {

/// A stream that reconnects as an EventSource does: after `retry:`, with its last id. It checks
/// that no event is lost or repeated.
class Follower
{
public:
    explicit Follower(quint16 port);
    ~Follower() { m_socket.disconnect(); } // a disconnect would start a reconnect
    Q_DISABLE_COPY_MOVE(Follower)

    int starts() const { return m_starts; } ///< Streams that sent hub.hello.
    int closings() const { return m_closings; } ///< Streams that sent hub.closing.
    qint64 events() const { return m_events; }
    QByteArray lastEventId() const { return m_lastId; }
    /// The first fault: a refused connection, an id that did not increase, an unexpected event such
    /// as a gap.
    QByteArray fault() const { return m_fault; }

private:
    void connectAgain();
    void read();
    void take(const hub::SseEvent &event);
    void fail(const QByteArray &fault);

    const quint16 m_port;
    QTcpSocket m_socket;
    QTimer m_retry;
    hub::SseParser m_parser;
    QByteArray m_head;
    bool m_inBody = false;
    QByteArray m_lastId;
    hub::EventId m_last;
    QByteArray m_fault;
    qint64 m_events = 0;
    int m_starts = 0;
    int m_closings = 0;
};

} // namespace restart
