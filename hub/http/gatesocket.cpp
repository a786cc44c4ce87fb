// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/gatesocket.h"

#include "hub/base/log.h"
#include "hub/http/channelsink.h"
#include "hub/http/responsebytes.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <array>

namespace hub {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t readChunk = 64 * 1024;
constexpr int mostRequestsInARow = 16; ///< Of one connection, before others get their turn.
constexpr std::chrono::milliseconds firstRequestGrace =
    1s; ///< When the server leaves: who connected a moment ago is about to send.
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
/// of Qt treat differently (long fields, upgrades, odd targets, bodies). Every byte more is one
/// more read() of the parser, which takes them one by one.
constexpr QByteArrayView headForQt = "GET / HTTP/1.1\r\n\r\n";

} // namespace

GateSocket::GateSocket(std::unique_ptr<Channel> channel, std::shared_ptr<HttpContext> context,
                       QObject *parent)
    : QTcpSocket(parent)
    , m_context(std::move(context))
    , m_channel(std::move(channel))
    , m_framer(framerLimits(m_context->options.limits))
    , m_deadline(&m_context->deadlines, this)
{
    m_channel->setOwner(this);
    setPeerAddress(m_channel->place().address());
    setPeerPort(m_channel->peerPort());
    setOpenMode(QIODevice::ReadWrite);
    setSocketState(QAbstractSocket::ConnectedState);
    m_deadline.set(m_context->options.limits.idleDeadline);
}

GateSocket::~GateSocket()
{
    // There is no descriptor here for Qt to close.
    setSocketState(QAbstractSocket::UnconnectedState);
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
    m_answered = true;
    m_channel->write(bytes);
    if (!keepAlive || m_closeAfterAnswer)
        return leaveLingering();
    m_phase = Phase::Reading;
    m_deadlinePhase.reset();
    m_deadline.set(m_context->options.limits.idleDeadline);
    if (m_advancing || m_channel->held() > 0)
        return;
    if (m_input.isEmpty())
        watchInput(true);
    else
        scheduleAdvance();
}

std::unique_ptr<StreamSink> GateSocket::becomeStream(const QByteArray &head)
{
    if (m_phase != Phase::Answering)
        return nullptr;
    m_channel->place().markStream();
    auto sink = std::make_unique<ChannelSink>(m_context, std::move(m_channel));
    sink->write({&head, 1});
    end();
    return sink;
}

qint64 GateSocket::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + m_released.size();
}

void GateSocket::finish()
{
    m_closeAfterAnswer = true;
    if (m_phase == Phase::Reading && m_channel->held() == 0)
        advance(); // what came meanwhile was sent to an open connection
    if (m_phase != Phase::Reading || m_framer.started() || !m_input.isEmpty())
        return;
    if (m_answered)
        leaveLingering();
    else
        m_deadline.set(firstRequestGrace);
}

qint64 GateSocket::readData(char *data, qint64 maxSize)
{
    // Never -1: Qt's parser takes that for the end of the connection, and 0 for "later".
    const qsizetype count = std::min<qsizetype>(maxSize, m_released.size());
    std::copy_n(m_released.data(), count, data);
    m_released = m_released.sliced(count);
    return count;
}

qint64 GateSocket::writeData(const char *, qint64 size)
{
    return size;
}

void GateSocket::channelReadable()
{
    if (m_phase == Phase::Reading && m_channel->held() == 0)
        advance();
    else
        watchInput(false); // its time comes after the answer
}

void GateSocket::watchInput(bool wanted)
{
    if (std::exchange(m_watchesInput, wanted) != wanted)
        m_channel->watchInput(wanted);
}

void GateSocket::advance()
{
    if (m_advancing)
        return;
    const QScopedValueRollback guard(m_advancing, true);
    for (int i = 0; i < mostRequestsInARow; ++i) {
        if (m_phase != Phase::Reading || m_channel->held() > 0 || !feedFramer())
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
        if (!m_input.isEmpty())
            m_input.remove(0, m_framer.feed(m_input));
        else if (!readChannel())
            break;
    }
    if (m_framer.phase() == Framing::Rejected) {
        reject(m_framer.rejection());
        return false;
    }
    if (m_framer.phase() == Framing::Complete) {
        m_request = m_framer.take();
        return true;
    }
    if (m_channel->inputEnded()) {
        leaveLingering();
        return false;
    }
    watchInput(true);
    watchDeadline();
    if (m_framer.takeContinue())
        m_channel->write(QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n"));
    return false;
}

/// What came goes straight into the framer; false when nothing did.
bool GateSocket::readChannel()
{
    static std::array<char, readChunk> buffer; // for all: one reads at a time
    const qsizetype count = m_channel->read(buffer.data(), buffer.size());
    const QByteArrayView bytes(buffer.data(), count);
    m_input = bytes.sliced(m_framer.feed(bytes)).toByteArray();
    return count > 0;
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
    m_released = headForQt;
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
    m_channel->write(responseBytes(Response::problem(rejection.status, rejection.error), traits));
    leaveLingering();
}

void GateSocket::channelWritten()
{
    if (m_phase != Phase::Reading)
        return;
    if (!m_framer.started())
        m_deadline.set(m_context->options.limits.idleDeadline); // a slow reader, but it reads
    if (m_channel->held() == 0)
        advance();
}

void GateSocket::leaveLingering()
{
    Channel::close(std::move(m_channel), answerFlushTime);
    end();
}

/// Qt deletes this after the signal, from the event loop.
void GateSocket::end()
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Ended;
    m_deadline.clear();
    m_channel.reset();
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
