// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/streamsink.h"
#include "hub/http/httpcontext.h"

#include <QTcpSocket>

#include <memory>
#include <optional>

namespace hub {

/// A stream over the QTcpSocket itself: where there is no epoll, and for TLS.
class SocketSink final : public QObject, public StreamSink
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SocketSink)

public:
    SocketSink(std::shared_ptr<HttpContext> context, std::unique_ptr<QTcpSocket> socket,
               ConnectionPlace place);
    ~SocketSink() override;

    void setOwner(Owner *owner) override { m_owner = owner; }
    void write(std::span<const QByteArray> frames) override;
    qint64 backlog() const override;
    qint64 bytesTaken() const override { return m_taken; }
    void close() override;

private:
    void handleBytesWritten(qint64 count);
    void handleDisconnected();
    void discardInput();

    /// Sockets may be dropped from within their own signals.
    struct DeleteLater
    {
        void operator()(QTcpSocket *socket) const { socket->deleteLater(); }
    };

    std::shared_ptr<HttpContext> m_context;
    std::unique_ptr<QTcpSocket, DeleteLater> m_socket; ///< Null once closed or gone.
    std::optional<ConnectionPlace> m_place;
    Owner *m_owner = nullptr;
    qint64 m_taken = 0;
};

} // namespace hub
