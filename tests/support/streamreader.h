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

/// An event stream read byte by byte. Every wait spins the event loop.
class StreamReader
{
public:
    StreamReader(const QUrl &hub, const QByteArray &path, const HttpHeaders &headers = {});

    /// Waits until an event of this type came (since the last call that found one), and returns its
    /// data.
    QJsonObject next(const QByteArray &type);
    /// Waits until that many events came in all.
    bool waitForEvents(qsizetype count);
    bool waitForClose();
    /// Waits until the response head came.
    bool waitForHead();

    /// Stops reading from the socket, so that the peer's writes back up.
    void pause();
    void resume();

    int status() const { return m_status; }
    QByteArray head() const { return m_head; }
    QByteArray body() const { return m_body; } ///< Decompressed, if it came so.
    bool isCompressed() const { return m_gunzip.has_value(); }
    qint64 bytesReceived() const { return m_received; } ///< Of the body, as they came.
    /// The compressed body came to its end, with a right checksum.
    bool isWhole() const { return m_gunzip && m_gunzip->ended(); }
    const QList<hub::SseEvent> &events() const { return m_events; }
    /// Types in order, without control events.
    QByteArrayList types() const;
    QByteArrayList ids() const; ///< Likewise.
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
