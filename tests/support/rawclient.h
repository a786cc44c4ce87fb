// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QTcpSocket>

#include <functional>
#include <optional>

namespace test {

/// An HTTP answer, parsed strictly.
struct RawAnswer
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;

    /// The member `code` of a problem+json body; empty when the body's `status` differs from the
    /// answer's.
    QByteArray code() const;
};

/// A client that sends exactly the given bytes and keeps exactly the received ones. It shows
/// framing errors that an HTTP library would hide. Waits run the event loop, at most 10 s.
class RawClient
{
public:
    /// Connects to loopback. `receiveBuffer` sets the kernel's receive buffer in bytes; 0 keeps the
    /// default.
    explicit RawClient(quint16 port, int receiveBuffer = 0);

    void send(const QByteArray &bytes);
    /// Waits until the system has taken all sent bytes. Returns false when the connection ends
    /// before.
    bool waitUntilSent();

    /// Waits for the next whole answer and removes it from received(). The answer has a
    /// Content-Length, or no body after a HEAD request (`toHead`). Returns nullopt when the
    /// connection ends before.
    std::optional<RawAnswer> readAnswer(bool toHead = false);

    /// Bytes that were received and not yet removed by readAnswer().
    const QByteArray &received() const { return m_received; }
    void clearReceived() { m_received.clear(); }

    /// Waits until received() contains `bytes`. Returns false when the connection ends before.
    bool waitFor(const QByteArray &bytes);
    /// Waits until the connection is closed.
    bool waitForClose();
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    /// True when the server closed the connection in order, not by a reset.
    bool closedCleanly() const
    {
        return m_socket.error() == QAbstractSocket::RemoteHostClosedError;
    }

    /// Stops reading from the socket until resumeReading().
    void stopReading();
    void resumeReading();

    /// Half-closes the connection: announces the end of writing and goes on reading.
    void shutdownWrites();
    void close() { m_socket.disconnectFromHost(); }
    /// Closes the connection with a TCP reset.
    void reset();

private:
    bool wait(const std::function<bool()> &condition);
    void take();

    QTcpSocket m_socket;
    QByteArray m_received;
    bool m_reading = true;
};

} // namespace test
