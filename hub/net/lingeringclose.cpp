// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/lingeringclose.h"

#include "hub/net/shutdownwrites.h"

namespace hub {

using namespace std::chrono_literals;

namespace {

constexpr qint64 discardChunk = 64 * 1024;

/// Only the close tells the peer that it has all bytes, where the sending direction cannot be
/// closed alone. So the close follows soon after the last input.
constexpr std::chrono::milliseconds patienceWithoutEnd = 200ms;

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
    m_sentEnd = shutdownWrites(m_socket->socketDescriptor());
    m_lingering.restart();
    waitForInput();
}

void LingeringClose::discardInput()
{
    bool goesOn = true;
    while (goesOn && m_socket->bytesAvailable() > 0)
        goesOn = m_lingering.drop(m_socket->read(discardChunk).size());
    if (!goesOn)
        return finish();
    if (m_shutDown)
        waitForInput();
}

void LingeringClose::waitForInput()
{
    m_deadline.set(m_sentEnd ? m_lingering.patience()
                             : std::min(m_lingering.patience(), patienceWithoutEnd));
}

void LingeringClose::finish()
{
    m_deadline.clear();
    m_place.reset();
    m_socket->disconnect(this);
    m_socket->abort();
    deleteLater();
}

} // namespace hub
