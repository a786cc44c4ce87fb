// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/gatesocket.h"

#include "hub/base/log.h"
#include "hub/http/descriptorsink.h"
#include "hub/http/lingeringclose.h"
#include "hub/http/responsebytes.h"
#include "hub/http/socketsink.h"

#include <QScopedValueRollback>

#include <fcntl.h>

#include <algorithm>

namespace hub {

using namespace std::chrono_literals;

namespace {

constexpr qint64 readChunk = 16 * 1024;
constexpr qint64 readBufferBytes =
    64 * 1024; ///< What may wait in the real socket while a request is answered.
constexpr int mostRequestsInARow = 16; ///< Of one connection, before others get their turn.
constexpr std::chrono::milliseconds answerFlushTime =
    10s; ///< Without progress, on a connection that closes.

FramerLimits framerLimits(const HttpLimits &limits)
{
    FramerLimits framer;
    framer.headerBytes = limits.headerBytes;
    framer.bodyBytes = [body = limits.bodyBytes,
                        batch = limits.batchBodyBytes](QByteArrayView path) {
        return path == "/api/v1/events:batch" ? batch : body;
    };
    return framer;
}

/// All that Qt's parser gets to see of a request: enough to call its handler, nothing that versions
/// of Qt treat differently (long fields, upgrades, odd targets, bodies).
QByteArray headForQt(const FramedRequest &framed)
{
    const QByteArray &method = framed.request.method;
    return (method == "POST" || method == "PUT" || method == "DELETE" ? method
                                                                      : QByteArrayLiteral("GET"))
           + " / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n";
}

} // namespace

GateSocket::GateSocket(std::unique_ptr<QTcpSocket> inner, ConnectionPlace place,
                       std::shared_ptr<HttpContext> context, QObject *parent)
    : QTcpSocket(parent)
    , m_inner(std::move(inner))
    , m_place(std::move(place))
    , m_context(std::move(context))
    , m_framer(framerLimits(m_context->options.limits))
    , m_deadline(&m_context->deadlines, this)
{
    m_inner->setReadBufferSize(readBufferBytes);
    m_inner->setSocketOption(QAbstractSocket::LowDelayOption, 1); // every answer is one write
    m_inner->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    setPeerAddress(m_place->address());
    setPeerPort(m_inner->peerPort());
    setLocalAddress(m_inner->localAddress());
    setLocalPort(m_inner->localPort());
    setOpenMode(QIODevice::ReadWrite);
    setSocketState(QAbstractSocket::ConnectedState);
    connect(m_inner.get(), &QTcpSocket::readyRead, this, &GateSocket::advance);
    connect(m_inner.get(), &QTcpSocket::bytesWritten, this, &GateSocket::handleBytesWritten);
    connect(m_inner.get(), &QTcpSocket::disconnected, this, &GateSocket::end);
    m_deadline.set(m_context->options.limits.idleDeadline);
}

GateSocket::~GateSocket()
{
    // There is no descriptor here for Qt to close.
    setSocketState(QAbstractSocket::UnconnectedState);
    if (m_inner)
        m_inner->disconnect(this);
}

FramedRequest GateSocket::takeRequest()
{
    Q_ASSERT(m_request);
    FramedRequest framed = *std::exchange(m_request, std::nullopt);
    framed.request.peer = peerAddress();
    framed.request.peerPort = peerPort();
    return framed;
}

void GateSocket::answer(const QByteArray &bytes, bool keepAlive)
{
    if (m_phase != Phase::Answering)
        return;
    m_inner->write(bytes);
    if (!keepAlive || m_closeAfterAnswer)
        return leaveLingering();
    m_phase = Phase::Reading;
    m_deadlinePhase.reset();
    m_deadline.set(m_context->options.limits.idleDeadline);
    m_inner->flush(); // may find the peer gone, and end this
    if (!m_advancing && m_phase == Phase::Reading
        && (!m_input.isEmpty() || m_inner->bytesAvailable() > 0))
        scheduleAdvance();
}

std::unique_ptr<StreamSink> GateSocket::becomeStream(const QByteArray &head)
{
    if (m_phase != Phase::Answering)
        return nullptr;
    m_inner->disconnect(this);
    // At most a 100 Continue: former answers had to be gone before this request was looked at.
    m_inner->flush();
    std::unique_ptr<StreamSink> sink;
    if (m_inner->state() == QAbstractSocket::ConnectedState) {
        m_place->markStream();
        if (m_context->options.streamTransport == StreamTransport::Descriptor)
            sink = makeDescriptorSink();
        if (!sink)
            sink = makeSocketSink();
        sink->write({&head, 1});
    }
    end();
    return sink;
}

/// Null when the descriptor cannot be taken over: none left, or the socket still holds bytes.
std::unique_ptr<StreamSink> GateSocket::makeDescriptorSink()
{
    if (m_inner->bytesToWrite() > 0)
        return nullptr;
    UniqueFd fd(::fcntl(static_cast<int>(m_inner->socketDescriptor()), F_DUPFD_CLOEXEC, 0));
    if (!fd)
        return nullptr;
    auto stream = std::make_unique<StreamDescriptor>(std::move(fd), m_context.get());
    if (!stream->watched())
        return nullptr;
    stream->keep(*std::exchange(m_place, std::nullopt));
    m_inner->abort(); // closes its descriptor; the connection lives on in ours
    return std::make_unique<DescriptorSink>(m_context, std::move(stream));
}

std::unique_ptr<StreamSink> GateSocket::makeSocketSink()
{
    return std::make_unique<SocketSink>(m_context, std::move(m_inner),
                                        *std::exchange(m_place, std::nullopt));
}

qint64 GateSocket::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + m_released.size();
}

qintptr GateSocket::socketDescriptor() const
{
    return m_inner ? m_inner->socketDescriptor() : -1;
}

void GateSocket::finish()
{
    m_closeAfterAnswer = true;
    if (m_phase == Phase::Reading && !m_framer.started() && m_input.isEmpty())
        leaveLingering();
}

qint64 GateSocket::readData(char *data, qint64 maxSize)
{
    // Never -1: Qt's parser takes that for the end of the connection, and 0 for "later".
    const qsizetype count = std::min<qsizetype>(maxSize, m_released.size());
    std::copy_n(m_released.constData(), count, data);
    m_released.remove(0, count);
    return count;
}

qint64 GateSocket::writeData(const char *, qint64 size)
{
    return size;
}

void GateSocket::advance()
{
    if (m_advancing)
        return;
    const QScopedValueRollback guard(m_advancing, true);
    for (int i = 0; i < mostRequestsInARow; ++i) {
        if (m_phase != Phase::Reading || m_inner->bytesToWrite() > 0 || !feedFramer())
            return;
        release();
    }
    scheduleAdvance();
}

void GateSocket::scheduleAdvance()
{
    QMetaObject::invokeMethod(this, &GateSocket::advance, Qt::QueuedConnection);
}

/// Whether a complete request is in m_request now.
bool GateSocket::feedFramer()
{
    using Framing = RequestFramer::Phase;
    while (m_framer.phase() == Framing::Head || m_framer.phase() == Framing::Body) {
        if (m_input.isEmpty())
            m_input = m_inner->read(readChunk);
        if (m_input.isEmpty())
            break;
        m_input.remove(0, m_framer.feed(m_input));
    }
    if (m_framer.phase() == Framing::Rejected) {
        reject(m_framer.rejection());
        return false;
    }
    if (m_framer.phase() == Framing::Complete) {
        m_request = m_framer.take();
        return true;
    }
    watchDeadline();
    if (m_framer.takeContinue()) {
        m_inner->write("HTTP/1.1 100 Continue\r\n\r\n");
        m_inner->flush();
    }
    return false;
}

/// From the first byte of the head, and again from the first of the body: bytes that trickle in
/// move nothing.
void GateSocket::watchDeadline()
{
    if (!m_framer.started() || m_deadlinePhase == m_framer.phase())
        return;
    m_deadlinePhase = m_framer.phase();
    const HttpLimits &limits = m_context->options.limits;
    m_deadline.set(m_deadlinePhase == RequestFramer::Phase::Head ? limits.headerDeadline
                                                                 : limits.bodyDeadline);
}

void GateSocket::release()
{
    m_phase = Phase::Answering;
    m_deadline.clear();
    m_deadlinePhase.reset();
    m_released = headForQt(*m_request);
    m_context->releasing = this;
    emit readyRead();
    m_context->releasing = nullptr;
    if (std::exchange(m_request, std::nullopt))
        reject({500,
                {QByteArrayLiteral("internal_error"),
                 QStringLiteral("The request did not reach its handler.")}});
}

void GateSocket::reject(const Rejection &rejection)
{
    qCDebug(lcHttp) << "request refused" << peerAddress() << rejection.status
                    << rejection.error.code;
    AnswerTraits traits;
    traits.keepAlive = false;
    m_inner->write(responseBytes(Response::problem(rejection.status, rejection.error), traits));
    leaveLingering();
}

void GateSocket::handleBytesWritten()
{
    if (m_phase != Phase::Reading)
        return;
    if (!m_framer.started())
        m_deadline.set(m_context->options.limits.idleDeadline); // a slow reader, but it reads
    if (m_inner->bytesToWrite() == 0 && !m_advancing)
        scheduleAdvance();
}

void GateSocket::leaveLingering()
{
    m_inner->disconnect(this);
    LingeringClose::start(std::move(m_inner), m_context.get(), std::exchange(m_place, std::nullopt),
                          answerFlushTime);
    end();
}

/// Qt deletes this after the signal, from the event loop.
void GateSocket::end()
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Ended;
    m_deadline.clear();
    m_place.reset();
    m_request.reset();
    setSocketState(QAbstractSocket::UnconnectedState);
    emit disconnected();
}

void GateSocket::deadlineReached()
{
    if (!m_framer.started())
        return leaveLingering();
    reject({408,
            {QByteArrayLiteral("request_timeout"),
             QStringLiteral("The request did not arrive in time.")}});
}

} // namespace hub
