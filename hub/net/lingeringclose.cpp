// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/lingeringclose.h"

#include <sys/socket.h>

namespace hub {

using namespace std::chrono_literals;

namespace {

constexpr qint64 discardChunk = 64 * 1024;

} // namespace

void LingeringClose::start(std::unique_ptr<QTcpSocket> socket, NetContext *context,
                           std::optional<ConnectionPlace> place,
                           std::chrono::milliseconds flushTime)
{
    socket->flush();
    if (socket->state() != QAbstractSocket::ConnectedState) {
        socket.release()->deleteLater(); // the caller may be in a slot of one of its signals
        return;
    }
    auto *closing = new LingeringClose(std::move(socket), context, std::move(place), flushTime);
    closing->handleBytesWritten();
    closing->discardInput();
}

LingeringClose::LingeringClose(std::unique_ptr<QTcpSocket> socket, NetContext *context,
                               std::optional<ConnectionPlace> place,
                               std::chrono::milliseconds flushTime)
    : QObject(&context->lingering)
    , m_place(std::move(place))
    , m_socket(socket.release())
    , m_flushTime(flushTime)
    , m_lingering(context->clock)
    , m_deadline(&context->deadlines, this)
{
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &LingeringClose::handleBytesWritten);
    connect(m_socket, &QTcpSocket::readyRead, this, &LingeringClose::discardInput);
    connect(m_socket, &QTcpSocket::disconnected, this, &LingeringClose::finish);
    m_deadline.set(m_flushTime);
}

void LingeringClose::handleBytesWritten()
{
    if (m_shutDown)
        return;
    if (m_socket->bytesToWrite() > 0) {
        m_deadline.set(m_flushTime);
        return;
    }
    m_shutDown = true;
    shutdownWrites(m_socket->socketDescriptor());
    m_lingering.restart();
    m_deadline.set(m_lingering.patience());
}

void LingeringClose::discardInput()
{
    bool goesOn = true;
    while (goesOn && m_socket->bytesAvailable() > 0)
        goesOn = m_lingering.drop(m_socket->read(discardChunk).size());
    if (!goesOn)
        return finish();
    if (m_shutDown)
        m_deadline.set(m_lingering.patience());
}

void LingeringClose::finish()
{
    m_deadline.clear();
    m_place.reset();
    m_socket->disconnect(this);
    m_socket->abort();
    deleteLater();
}

void shutdownWrites(qintptr descriptor)
{
    ::shutdown(static_cast<int>(descriptor), SHUT_WR);
}

} // namespace hub
