// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/sseparser.h"
#include "tests/support/gunzip.h"
#include "tests/support/httpcall.h"

#include <QJsonObject>
#include <QTcpSocket>

#include <optional>

namespace test {

/// Reads an event stream. Every wait runs the event loop, at most 20 s.
class StreamReader
{
public:
    StreamReader(const QUrl &hub, const QByteArray &path, const HttpHeaders &headers = {});

    /// Waits for the next event of this type and returns its data. Looks only at events after the
    /// one that the previous call found.
    QJsonObject next(const QByteArray &type);
    /// Waits until `count` events have been received in all.
    bool waitForEvents(qsizetype count);
    bool waitForClose();
    /// Waits until the response head has been received.
    bool waitForHead();

    /// Stops reading from the socket, so that the peer's writes fill up its buffers.
    void pause();
    void resume();

    int status() const { return m_status; }
    QByteArray head() const { return m_head; }
    QByteArray body() const { return m_body; } ///< Decompressed, if it was compressed.
    bool isCompressed() const { return m_gunzip.has_value(); }
    qint64 bytesReceived() const
    {
        return m_received;
    } ///< Body bytes as received, before
      ///< decompression.
    /// True when the compressed body was received to its end and its checksum is correct.
    bool isWhole() const { return m_gunzip && m_gunzip->ended(); }
    const QList<hub::SseEvent> &events() const { return m_events; }
    /// The types of the events in order, without control events (`hub.…`).
    QByteArrayList types() const;
    QByteArrayList ids() const; ///< The ids of the same events.
    QByteArray lastEventId() const { return m_parser.lastEventId(); }
    int idOnlyFrames() const { return m_idOnly; }
    QTcpSocket &socket() { return m_socket; }

private:
    void read();

    QTcpSocket m_socket;
    hub::SseParser m_parser;
    QByteArray m_head;
    QByteArray m_body;
    std::optional<Gunzip> m_gunzip;
    qint64 m_received = 0;
    QList<hub::SseEvent> m_events;
    qsizetype m_seen = 0;
    int m_status = 0;
    int m_idOnly = 0;
    bool m_paused = false;
};

} // namespace test
