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

/// A request as received.
struct ScriptedRequest
{
    QByteArray method;
    QByteArray target; ///< Path and query, as sent.
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;

    QByteArray path() const { return target.split('?').first(); }
};

/// A server that sends exactly the bytes the test gives, when the test gives them. Requests are
/// numbered from 0 across all connections. A request's connection stays open until the test closes
/// it. The responder is called before requested() is emitted.
class ScriptedServer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptedServer)

public:
    /// Receives the number of a request. Answers with send() and close(), now or later.
    using Responder = std::function<void(int, const ScriptedRequest &)>;

    /// Listens on loopback; `port` 0 = any free port.
    explicit ScriptedServer(quint16 port = 0, QObject *parent = nullptr);

    /// Listens on any free port and speaks TLS.
    explicit ScriptedServer(const QSslConfiguration &identity);
    /// Replaces the certificate for new connections.
    void setIdentity(const QSslConfiguration &identity);

    QUrl url(const QByteArray &path = QByteArrayLiteral("/")) const;
    quint16 port() const { return m_server->serverPort(); }

    void respond(Responder responder) { m_responder = std::move(responder); }

    int count() const { return static_cast<int>(m_requests.size()); }
    const ScriptedRequest &request(int number) const { return m_requests.at(number); }
    /// The numbers of the requests for this path.
    QList<int> requestsFor(const QByteArray &path) const;

    void send(int number, const QByteArray &bytes);
    /// Closes the connection in order, after everything that was sent.
    void close(int number);
    /// Closes the connection with a TCP reset.
    void abort(int number);
    /// True while the connection of this request is open.
    bool isOpen(int number) const;

    /// Sends a complete answer with Content-Length; the connection stays open.
    void answer(int number, int status, const QByteArray &contentType, const QByteArray &body,
                const QByteArray &moreHeaders = {});
    /// Sends the head of an event stream whose end is the end of the connection, and then `body`.
    void stream(int number, const QByteArray &body = {});

    /// Accepts no new connections; `dropAll` also resets the open ones.
    void stopListening(bool dropAll = true);
    bool listenAgain();

signals:
    void requested(int number);

private:
    void accept();
    void read(QTcpSocket *socket);
    bool takeRequest(QByteArray *buffer, ScriptedRequest *request) const;

    ScriptedServer(std::unique_ptr<QTcpServer> server, quint16 port, QObject *parent);

    const std::unique_ptr<QTcpServer> m_server; ///< A QSslServer when TLS is on.
    quint16 m_port = 0;
    Responder m_responder;
    QList<ScriptedRequest> m_requests;
    QList<QPointer<QTcpSocket>> m_sockets; ///< By request number.
    QHash<QTcpSocket *, QByteArray> m_buffers;
};
