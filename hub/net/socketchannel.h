// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/net/channel.h"
#include "hub/net/deadlines.h"

#include <QSslSocket>

#include <optional>

namespace hub {

struct NetContext;

/// A channel over a QTcpSocket, for TLS and for systems without epoll.
class SocketChannel final : public QObject, public Channel, private Deadlines::Target
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SocketChannel)

public:
    /// `socket` is connected. `context` is not owned and outlives this.
    SocketChannel(std::unique_ptr<QTcpSocket> socket, ConnectionPlace place, NetContext *context);
    ~SocketChannel() override;

    /// Starts TLS; the socket must be a QSslSocket. Until the handshake is finished it counts in
    /// HttpContext::handshakes and has a deadline.
    void startHandshake();

    qsizetype read(char *data, qsizetype size) override;
    /// Always false: a QTcpSocket closes the connection when the input ends.
    bool inputEnded() const override { return false; }
    void watchInput(bool wanted) override;
    void discardInput() override;
    void write(std::span<const QByteArray> parts) override;
    qint64 held() const override;
    qint64 taken() const override { return m_taken; }

private:
    void closeGently(std::unique_ptr<Channel> self, std::chrono::milliseconds flushTime) override;
    void handleReadyRead();
    void handleBytesWritten(qint64 count);
    void handleDisconnected();
    void later(void (SocketChannel::*function)());
    void endHandshake();
    void deadlineReached() override;

    /// Deletes a socket later, because it may be released from within its own signals.
    struct DeleteLater
    {
        void operator()(QTcpSocket *socket) const { socket->deleteLater(); }
    };

    NetContext *m_context;
    QSslSocket *const m_tls; ///< The same socket as m_socket; null without TLS.
    std::unique_ptr<QTcpSocket, DeleteLater> m_socket; ///< Null once the connection has ended.
    std::optional<Deadline> m_handshake; ///< Set while the handshake is unfinished.
    qint64 m_taken = 0;
    bool m_watchesInput = true;
    bool m_discardsInput = false;
    bool m_writing = false; ///< Within write(), from which the owner is not called.
};

} // namespace hub
