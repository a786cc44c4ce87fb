// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/httpconnection.h"

#include <QTcpSocket>

#include <memory>
#include <optional>

namespace hub {

/// A socket without a descriptor through which Qt's HTTP server drives an HttpConnection. For each
/// request of the connection Qt reads `wakeUpRequest`, which is always the same, and calls the
/// handler of the server. The handler gets the real request from takeRequest(). Bytes that Qt
/// writes are dropped, because answers go straight to the connection. Hub thread only.
///
/// The real method and target are not fed to Qt's parser. `QHttpServerRequest` cannot represent
/// some requests that the hub answers: the target `//a/b` becomes the path `/b`, `*` becomes an
/// empty URL, and the names of unknown methods are lost. Qt 6.4 reads byte by byte and needs about
/// 0.025 µs a byte: 1.2 to 1.7 µs more for a usual target, 5.7 µs for one of 200 bytes.
class GateSocket final : public QTcpSocket, private HttpConnection::Owner
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GateSocket)

public:
    /// Owns the connection over `channel`. Qt's server, which is `parent` or below it, deletes the
    /// socket after disconnected().
    GateSocket(std::unique_ptr<Channel> channel, std::shared_ptr<HttpContext> context,
               QObject *parent);
    ~GateSocket() override;

    /// Returns the connection, which lives as long as this.
    HttpConnection &connection() { return m_connection; }

    /// Returns the request that the connection has handed over. Call it exactly once for each call
    /// of the handler by Qt, while HttpContext::releasing names this.
    FramedRequest takeRequest();

    qint64 bytesAvailable() const override
    {
        return QTcpSocket::bytesAvailable() + m_released.size();
    }
    qint64 bytesToWrite() const override { return 0; }
    // Qt must not close the connection: only the connection decides when it ends.
    void disconnectFromHost() override { }
    void close() override { }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64 size) override { return size; }

private:
    bool requestArrived(FramedRequest request) override;
    void connectionEnded() override;

    std::shared_ptr<HttpContext> m_context;
    std::optional<FramedRequest> m_request; ///< Handed over and not yet taken.
    QByteArrayView m_released; ///< The bytes of `wakeUpRequest` that Qt has not read yet.
    HttpConnection m_connection;
};

} // namespace hub
