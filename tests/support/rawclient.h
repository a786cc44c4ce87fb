// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QTcpSocket>

#include <functional>
#include <optional>

namespace test {

/// An HTTP answer taken apart without leniency.
struct RawAnswer
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;

    /// `code` of a problem+json body.
    QByteArray code() const;
};

/// A client that sends exactly the bytes it is told to and keeps exactly those it got: what a
/// library would hide about framing shows. Waits by running the event loop, at most 10 s.
class RawClient
{
public:
    /// Connects to loopback. `receiveBuffer` bytes in the kernel, 0 = as it comes.
    explicit RawClient(quint16 port, int receiveBuffer = 0);

    void send(const QByteArray &bytes);
    /// Waits until the system has taken all of it; false when the connection ends before.
    bool waitUntilSent();

    /// The next whole answer with a length (or, after a HEAD, without body), taken from what was
    /// received; nothing when the connection ends before.
    std::optional<RawAnswer> readAnswer(bool toHead = false);

    /// What was received and not yet taken.
    const QByteArray &received() const { return m_received; }
    void clearReceived() { m_received.clear(); }

    /// Waits until it was received.
    bool waitFor(const QByteArray &bytes);
    /// Waits until the server has closed its direction.
    bool waitForClose();
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    /// Whether the connection ended in good order, not by a reset.
    bool closedCleanly() const
    {
        return m_socket.error() == QAbstractSocket::RemoteHostClosedError;
    }

    /// Reads nothing further, until resumed.
    void stopReading();
    void resumeReading();

    /// Says that nothing more will be sent; goes on reading.
    void shutdownWrites();
    void close() { m_socket.disconnectFromHost(); }
    /// Resets the connection.
    void reset();

private:
    bool wait(const std::function<bool()> &condition);
    void take();

    QTcpSocket m_socket;
    QByteArray m_received;
    bool m_reading = true;
};

} // namespace test
