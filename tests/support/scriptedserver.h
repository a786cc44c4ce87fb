// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>

/// A request as it came over the socket.
struct ScriptedRequest
{
    QByteArray method;
    QByteArray target; ///< Path and query as sent.
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;

    QByteArray path() const { return target.split('?').first(); }
};

/// A server that says exactly what the test says, byte for byte and when the test wants it.
/// Requests are numbered from 0 over all connections; a request stays open until the test closes
/// it. Answers from `respond()` go first.
class ScriptedServer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptedServer)

public:
    /// Gets the number of the request; answers with send() and close(), now or later.
    using Responder = std::function<void(int, const ScriptedRequest &)>;

    /// Listens on loopback; `port` 0 = any.
    explicit ScriptedServer(quint16 port = 0, QObject *parent = nullptr);

    /// With TLS.
    explicit ScriptedServer(const QSslConfiguration &identity);
    /// For connections from now on.
    void setIdentity(const QSslConfiguration &identity);

    QUrl url(const QByteArray &path = QByteArrayLiteral("/")) const;
    quint16 port() const { return m_server->serverPort(); }

    void respond(Responder responder) { m_responder = std::move(responder); }

    int count() const { return static_cast<int>(m_requests.size()); }
    const ScriptedRequest &request(int number) const { return m_requests.at(number); }
    /// Numbers of the requests for this path.
    QList<int> requestsFor(const QByteArray &path) const;

    void send(int number, const QByteArray &bytes);
    /// In order, after what was sent.
    void close(int number);
    /// With a reset.
    void abort(int number);
    /// Whether the peer still holds the connection of this request.
    bool isOpen(int number) const;

    /// A complete answer with its length; the connection stays.
    void answer(int number, int status, const QByteArray &contentType, const QByteArray &body,
                const QByteArray &moreHeaders = {});
    /// Head of an event stream that ends with its connection, and the first bytes of its body.
    void stream(int number, const QByteArray &body = {});

    /// No new connections from now on; `dropAll` also resets those that are open.
    void stopListening(bool dropAll = true);
    bool listenAgain();

signals:
    void requested(int number);

private:
    void accept();
    void read(QTcpSocket *socket);
    bool takeRequest(QByteArray *buffer, ScriptedRequest *request) const;

    ScriptedServer(std::unique_ptr<QTcpServer> server, quint16 port, QObject *parent);

    const std::unique_ptr<QTcpServer> m_server; ///< A QSslServer with TLS.
    quint16 m_port = 0;
    Responder m_responder;
    QList<ScriptedRequest> m_requests;
    QList<QPointer<QTcpSocket>> m_sockets; ///< By request number.
    QHash<QTcpSocket *, QByteArray> m_buffers;
};
