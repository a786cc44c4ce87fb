// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/socketchannel.h"

#include "hub/net/lingeringclose.h"
#include "hub/net/netcontext.h"

#include <QScopedValueRollback>

namespace hub {

namespace {

constexpr qint64 readBufferBytes = 64 * 1024; ///< Input buffered while a request is answered.

} // namespace

SocketChannel::SocketChannel(std::unique_ptr<QTcpSocket> socket, ConnectionPlace place,
                             NetContext *context)
    : Channel(std::move(place), socket->peerPort())
    , m_context(context)
    , m_tls(qobject_cast<QSslSocket *>(socket.get()))
    , m_socket(socket.release())
{
    m_socket->setParent(nullptr);
    m_socket->setReadBufferSize(readBufferBytes);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &SocketChannel::handleReadyRead);
    if (m_tls)
        connect(m_tls, &QSslSocket::encryptedBytesWritten, this,
                &SocketChannel::handleBytesWritten);
    else
        connect(m_socket.get(), &QTcpSocket::bytesWritten, this,
                &SocketChannel::handleBytesWritten);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &SocketChannel::handleDisconnected);
}

SocketChannel::~SocketChannel()
{
    endHandshake();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
}

void SocketChannel::startHandshake()
{
    m_context->handshakes.begin();
    m_handshake.emplace(&m_context->deadlines, static_cast<Deadlines::Target *>(this));
    m_handshake->set(m_context->options.limits.tlsHandshakeDeadline);
    connect(m_tls, &QSslSocket::encrypted, this, &SocketChannel::endHandshake);
    m_tls->startServerEncryption();
}

void SocketChannel::endHandshake()
{
    if (!m_handshake)
        return;
    m_handshake.reset();
    m_context->handshakes.end();
}

/// Ends the connection: the peer did not finish the handshake in time.
void SocketChannel::deadlineReached()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this); // so that abort() does not lead to the destruction of this
    m_socket->abort();
    handleDisconnected();
}

qsizetype SocketChannel::read(char *data, qsizetype size)
{
    return m_socket ? qMax<qint64>(0, m_socket->read(data, size)) : 0;
}

void SocketChannel::watchInput(bool wanted)
{
    m_watchesInput = wanted;
    // The socket emits no signal for input that it has already buffered.
    if (wanted && m_socket && m_socket->bytesAvailable() > 0)
        later(&SocketChannel::handleReadyRead);
}

/// Calls a function from the event loop, unless this is destroyed before.
void SocketChannel::later(void (SocketChannel::*function)())
{
    QMetaObject::invokeMethod(this, function, Qt::QueuedConnection);
}

void SocketChannel::discardInput()
{
    m_discardsInput = true;
    if (m_socket)
        m_socket->skip(m_socket->bytesAvailable());
}

void SocketChannel::write(std::span<const QByteArray> parts)
{
    if (!m_socket)
        return;
    for (const QByteArray &part : parts)
        m_socket->write(part); // only buffers
    // The system takes what it can at once, so that held() counts only the bytes that it refused.
    const QScopedValueRollback guard(m_writing, true);
    m_socket->flush();
}

qint64 SocketChannel::held() const
{
    if (!m_socket)
        return 0;
    // Encrypted bytes wait in the plain socket below the TLS socket.
    const qint64 encrypted = m_tls ? m_tls->encryptedBytesToWrite() : 0;
    return m_socket->bytesToWrite() + encrypted;
}

void SocketChannel::closeGently(std::unique_ptr<Channel> self, std::chrono::milliseconds flushTime)
{
    endHandshake();
    if (m_socket) {
        m_socket->disconnect(this);
        LingeringClose::start(std::unique_ptr<QTcpSocket>(m_socket.release()), m_context,
                              std::move(place()), flushTime);
    }
    static_cast<SocketChannel *>(self.release())
        ->deleteLater(); // the caller may be in a slot of its signals
}

void SocketChannel::handleReadyRead()
{
    if (m_writing)
        return later(&SocketChannel::handleReadyRead);
    if (!m_socket)
        return;
    if (m_discardsInput)
        m_socket->skip(m_socket->bytesAvailable());
    else if (m_watchesInput && m_owner)
        m_owner->channelReadable(); // may destroy this
}

void SocketChannel::handleBytesWritten(qint64 count)
{
    m_taken += count;
    if (m_owner && !m_writing) // the caller of write() asks for held()
        m_owner->channelWritten(); // may destroy this
}

void SocketChannel::handleDisconnected()
{
    if (m_writing)
        return later(&SocketChannel::handleDisconnected);
    if (!m_socket)
        return;
    endHandshake();
    m_socket->disconnect(this);
    m_socket.reset();
    if (m_owner)
        std::exchange(m_owner, nullptr)->channelClosed(); // may destroy this
}

} // namespace hub
