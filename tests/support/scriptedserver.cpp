// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/scriptedserver.h"

#include <QSslServer>

#include <sys/socket.h>

namespace {

/// Closing with a linger time of 0 makes TCP send a reset instead of an orderly end.
void reset(QTcpSocket *socket)
{
    const linger none{1, 0};
    ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none,
                 sizeof none);
    socket->abort();
}

} // namespace

ScriptedServer::ScriptedServer(quint16 port, QObject *parent)
    : ScriptedServer(std::make_unique<QTcpServer>(), port, parent)
{ }

ScriptedServer::ScriptedServer(const QSslConfiguration &identity)
    : ScriptedServer(std::make_unique<QSslServer>(), 0, nullptr)
{
    setIdentity(identity);
}

ScriptedServer::ScriptedServer(std::unique_ptr<QTcpServer> server, quint16 port, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
{
    if (!m_server->listen(QHostAddress::LocalHost, port))
        qFatal("the scripted server cannot listen: %s", qPrintable(m_server->errorString()));
    m_port = m_server->serverPort();
    // Unlike newConnection(), this signal comes after the TLS handshake.
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &ScriptedServer::accept);
}

void ScriptedServer::setIdentity(const QSslConfiguration &identity)
{
    if (auto *server = qobject_cast<QSslServer *>(m_server.get()))
        server->setSslConfiguration(identity);
}

QUrl ScriptedServer::url(const QByteArray &path) const
{
    const bool isTls = qobject_cast<const QSslServer *>(m_server.get());
    return QUrl::fromEncoded((isTls ? "https" : "http") + QByteArray("://127.0.0.1:")
                             + QByteArray::number(m_port) + path);
}

QList<int> ScriptedServer::requestsFor(const QByteArray &path) const
{
    QList<int> numbers;
    for (int i = 0; i < count(); ++i) {
        if (m_requests.at(i).path() == path)
            numbers << i;
    }
    return numbers;
}

void ScriptedServer::send(int number, const QByteArray &bytes)
{
    if (QTcpSocket *socket = m_sockets.at(number)) {
        socket->write(bytes);
        socket->flush();
    }
}

void ScriptedServer::close(int number)
{
    if (QTcpSocket *socket = m_sockets.at(number))
        socket->disconnectFromHost();
}

void ScriptedServer::abort(int number)
{
    if (QTcpSocket *socket = m_sockets.at(number))
        reset(socket);
}

bool ScriptedServer::isOpen(int number) const
{
    const QTcpSocket *socket = m_sockets.at(number);
    return socket && socket->state() == QAbstractSocket::ConnectedState;
}

void ScriptedServer::answer(int number, int status, const QByteArray &contentType,
                            const QByteArray &body, const QByteArray &moreHeaders)
{
    send(number,
         "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n"
             + (contentType.isEmpty() ? QByteArray() : "Content-Type: " + contentType + "\r\n")
             + "Content-Length: " + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n"
             + body);
}

void ScriptedServer::stream(int number, const QByteArray &body)
{
    send(number, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
                 "Cache-Control: no-cache\r\nConnection: close\r\n\r\n"
                     + body);
}

void ScriptedServer::stopListening(bool dropAll)
{
    m_server->close();
    if (!dropAll)
        return;
    for (const auto &socket : std::as_const(m_sockets)) {
        if (socket)
            reset(socket);
    }
}

bool ScriptedServer::listenAgain()
{
    return m_server->listen(QHostAddress::LocalHost, m_port);
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        socket->setParent(this);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

void ScriptedServer::read(QTcpSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    QList<ScriptedRequest> complete;
    ScriptedRequest request;
    while (takeRequest(&buffer, &request))
        complete << std::exchange(request, {});
    for (const ScriptedRequest &next : std::as_const(complete)) {
        const int number = count();
        m_requests << next;
        m_sockets << socket;
        if (m_responder)
            m_responder(number, next);
        emit requested(number);
    }
}

bool ScriptedServer::takeRequest(QByteArray *buffer, ScriptedRequest *request) const
{
    const qsizetype headEnd = buffer->indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    const QList<QByteArray> lines = buffer->left(headEnd).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> words = lines.first().split(' ');
    request->method = words.value(0);
    request->target = words.value(1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        request->headers.insert(lines.at(i).left(colon).toLower(),
                                lines.at(i).mid(colon + 1).trimmed());
    }
    const qsizetype length = request->headers.value("content-length").toLongLong();
    if (buffer->size() < headEnd + 4 + length)
        return false;
    request->body = buffer->mid(headEnd + 4, length);
    buffer->remove(0, headEnd + 4 + length);
    return true;
}
