// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/gatesocket.h"

#include "hub/http/httpcontext.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace hub {

namespace {

/// What Qt's parser reads for each request, so that it calls the handler. Every version of Qt
/// parses it in the same way. It is short because the parser calls read() for every byte.
constexpr QByteArrayView wakeUpRequest = "GET / HTTP/1.1\r\n\r\n";

} // namespace

GateSocket::GateSocket(std::unique_ptr<Channel> channel, std::shared_ptr<HttpContext> context,
                       QObject *parent)
    : QTcpSocket(parent)
    , m_context(std::move(context))
    , m_connection(std::move(channel), m_context, this)
{
    setOpenMode(QIODevice::ReadWrite);
    setSocketState(QAbstractSocket::ConnectedState);
}

GateSocket::~GateSocket()
{
    // The base class has no descriptor to close.
    setSocketState(QAbstractSocket::UnconnectedState);
}

FramedRequest GateSocket::takeRequest()
{
    Q_ASSERT(m_request);
    return *std::exchange(m_request, std::nullopt);
}

qint64 GateSocket::readData(char *data, qint64 maxSize)
{
    // Returns 0 when nothing is released: to Qt's parser -1 would mean the end of the connection.
    const qsizetype count = std::min<qsizetype>(maxSize, m_released.size());
    std::copy_n(m_released.data(), count, data);
    m_released = m_released.sliced(count);
    return count;
}

/// Has Qt call the handler. Returns whether the handler took the request.
bool GateSocket::requestArrived(FramedRequest request)
{
    m_request = std::move(request);
    m_released = wakeUpRequest;
    {
        const QScopedValueRollback releasing(m_context->releasing, this);
        emit readyRead();
    }
    return !std::exchange(m_request, std::nullopt);
}

/// Tells Qt's server, which then deletes this from the event loop.
void GateSocket::connectionEnded()
{
    m_request.reset();
    setSocketState(QAbstractSocket::UnconnectedState);
    emit disconnected();
}

} // namespace hub
