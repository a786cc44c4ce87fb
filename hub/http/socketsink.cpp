// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/socketsink.h"

#include "hub/http/lingeringclose.h"

namespace hub {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds flushTime = 2s;

} // namespace

SocketSink::SocketSink(std::shared_ptr<HttpContext> context, std::unique_ptr<QTcpSocket> socket,
                       ConnectionPlace place)
    : m_context(std::move(context))
    , m_socket(socket.release())
    , m_place(std::move(place))
{
    m_socket->setParent(nullptr);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &SocketSink::handleBytesWritten);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &SocketSink::handleDisconnected);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &SocketSink::discardInput);
}

SocketSink::~SocketSink()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
}

void SocketSink::write(std::span<const QByteArray> frames)
{
    if (!m_socket)
        return;
    for (const QByteArray &frame : frames)
        m_socket->write(frame); // never sends by itself, so nothing is signalled from in here
}

qint64 SocketSink::backlog() const
{
    return m_socket ? m_socket->bytesToWrite() : 0;
}

void SocketSink::close()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    LingeringClose::start(std::unique_ptr<QTcpSocket>(m_socket.release()), m_context.get(),
                          std::exchange(m_place, std::nullopt), flushTime);
}

void SocketSink::handleBytesWritten(qint64 count)
{
    m_taken += count;
    if (m_socket->bytesToWrite() == 0 && m_owner)
        m_owner->sinkDrained(); // may destroy this
}

void SocketSink::handleDisconnected()
{
    m_socket->disconnect(this);
    m_socket.reset();
    m_place.reset();
    if (m_owner)
        m_owner->sinkClosed(); // may destroy this
}

void SocketSink::discardInput()
{
    m_socket->skip(m_socket->bytesAvailable());
}

} // namespace hub
