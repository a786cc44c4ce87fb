// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <memory>

namespace test {

/// A proxy in front of a hub. On request it holds back event streams until they end, as some real
/// proxies do; all other requests pass.
class HoldingProxy
{
public:
    explicit HoldingProxy(const QUrl &hub) : m_hub(hub)
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("the proxy cannot listen");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *client = m_server.nextPendingConnection())
                carry(client);
        });
    }

    QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
    }

    /// Applies to streams that begin from now on.
    void holdStreams(bool hold) { m_hold = hold; }
    int heldStreams() const { return m_held; }

private:
    void carry(QTcpSocket *client)
    {
        auto *upstream = new QTcpSocket(client);
        auto held = std::make_shared<bool>(false);
        upstream->connectToHost(m_hub.host(), static_cast<quint16>(m_hub.port()));
        QObject::connect(client, &QTcpSocket::readyRead, upstream, [this, client, upstream, held] {
            const QByteArray bytes = client->readAll();
            if (bytes.startsWith("GET /api/v1/events")) {
                *held = m_hold;
                m_held += m_hold ? 1 : 0;
            }
            upstream->write(bytes);
        });
        QObject::connect(upstream, &QTcpSocket::readyRead, client, [client, upstream, held] {
            const QByteArray bytes = upstream->readAll();
            // The headers pass, as with nginx and `proxy_buffering on`.
            const qsizetype head = bytes.indexOf("\r\n\r\n");
            client->write(!*held ? bytes : head >= 0 ? bytes.left(head + 4) : QByteArray());
        });
        QObject::connect(upstream, &QTcpSocket::disconnected, client,
                         &QTcpSocket::disconnectFromHost);
        QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }

    QUrl m_hub;
    QTcpServer m_server;
    bool m_hold = false;
    int m_held = 0;
};

} // namespace test
