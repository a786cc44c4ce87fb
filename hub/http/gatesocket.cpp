// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/gatesocket.h"

#include "hub/base/log.h"
#include "hub/net/channelsink.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <array>
#include <utility>

namespace hub {

using namespace std::chrono_literals;

namespace {

// Limits of one connection in one turn of the event loop, so that it does not delay the others:
constexpr std::size_t readChunk = 64 * 1024;
constexpr int mostRequestsInARow = 16;
/// While the server stops: time for the first request of a connection that was just opened.
constexpr std::chrono::milliseconds firstRequestGrace = 1s;
/// A closed connection that makes no progress for this time is cut off.
constexpr std::chrono::milliseconds answerFlushTime = 10s;

/// An unread body of at most this length is read and dropped. A longer one ends the connection.
constexpr qint64 mostDiscarded = 64 * 1024;

FramerLimits framerLimits(const HttpLimits &limits)
{
    return {.headerBytes = limits.headerBytes};
}

/// The head that Qt's parser reads in place of each request. It has nothing that versions of Qt
/// treat differently. It is short because the parser calls read() for every byte.
constexpr QByteArrayView headForQt = "GET / HTTP/1.1\r\n\r\n";

} // namespace

GateSocket::GateSocket(std::unique_ptr<Channel> channel, std::shared_ptr<HttpContext> context,
                       QObject *parent)
    : QTcpSocket(parent)
    , m_context(std::move(context))
    , m_channel(std::move(channel))
    , m_framer(framerLimits(m_context->limits))
    , m_unread(m_context.get())
    , m_network(networkKey(m_channel->place().address(), m_context->net.options.limits.ipv6Prefix))
    , m_deadline(&m_context->net.deadlines, this)
{
    m_channel->setOwner(this);
    setPeerAddress(m_channel->place().address());
    setPeerPort(m_channel->peerPort());
    setOpenMode(QIODevice::ReadWrite);
    setSocketState(QAbstractSocket::ConnectedState);
    m_deadline.set(m_context->limits.idleDeadline);
}

GateSocket::~GateSocket()
{
    m_phase = Phase::Ended; // so that the reply in m_pending, destroyed next, is not sent
    m_pending.reset();
    // The base class has no descriptor to close.
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

bool GateSocket::mayKeepAlive() const
{
    const bool bodyEnds = m_framer.phase() != RequestFramer::Phase::HeadComplete
                          || m_framer.canDiscard(mostDiscarded);
    return bodyEnds && !m_closeAfterAnswer && !m_context->draining;
}

void GateSocket::readBody(const Request &request, const BodyTerms &terms, Reply reply,
                          const Handler &handler)
{
    if (m_phase != Phase::Answering)
        return;
    const qsizetype limit = m_context->limits.bodyLimit(terms.kind);
    m_pending = std::make_unique<PendingBody>(request, terms, limit, std::move(reply), handler,
                                              m_context->budgets);
    m_framer.admitBody(limit);
    m_phase = Phase::ReadingBody;
    if (!m_advancing)
        scheduleAdvance();
}

void GateSocket::answer(const AnswerParts &parts, bool keepAlive)
{
    if (m_phase != Phase::Answering)
        return;
    if (keepAlive && m_framer.phase() == RequestFramer::Phase::HeadComplete) {
        m_deferred = parts;
        m_framer.discardBody();
        m_phase = Phase::Discarding;
        if (!m_advancing)
            scheduleAdvance();
        return;
    }
    m_answered = true;
    m_channel->write(parts.head, parts.body);
    if (!keepAlive || m_closeAfterAnswer)
        return leaveLingering();
    if (!settleAnswer())
        return;
    m_phase = Phase::Reading;
    m_deadlinePhase.reset();
    const HttpLimits &limits = m_context->limits;
    m_deadline.set(m_channel->held() > 0 ? limits.writeDeadline : limits.idleDeadline);
    if (m_advancing || m_channel->held() > 0)
        return;
    if (m_input.isEmpty())
        watchInput(true);
    else
        scheduleAdvance();
}

void GateSocket::sendDeferred(bool keepAlive)
{
    const AnswerParts parts = std::exchange(m_deferred, {});
    m_phase = Phase::Answering;
    answer(parts, keepAlive);
}

bool GateSocket::reserveAnswer(qint64 bytes)
{
    return m_phase != Phase::Answering || m_unread.reserve(*m_channel, m_network, bytes);
}

/// Counts the unread bytes of answers in their budget. When they exceed it, ends the connection and
/// returns false.
bool GateSocket::settleAnswer()
{
    if (m_unread.settle(*m_channel, m_network))
        return true;
    leaveAtOnce();
    return false;
}

std::unique_ptr<StreamSink> GateSocket::becomeStream(const QByteArray &head)
{
    if (m_phase != Phase::Answering)
        return nullptr;
    m_channel->place().markStream();
    auto sink = std::make_unique<ChannelSink>(netOf(m_context), std::move(m_channel));
    sink->write({&head, 1});
    end();
    return sink;
}

void GateSocket::finish()
{
    m_closeAfterAnswer = true;
    if (m_phase == Phase::Reading && m_channel->held() == 0)
        advance(); // answers a request that arrived before the server stopped
    if (m_phase != Phase::Reading || m_framer.started() || !m_input.isEmpty())
        return;
    if (m_answered)
        leaveLingering();
    else
        m_deadline.set(firstRequestGrace);
}

qint64 GateSocket::readData(char *data, qint64 maxSize)
{
    // Returns 0 when nothing is released: to Qt's parser -1 would mean the end of the connection.
    const qsizetype count = std::min<qsizetype>(maxSize, m_released.size());
    std::copy_n(m_released.data(), count, data);
    m_released = m_released.sliced(count);
    return count;
}

void GateSocket::channelReadable()
{
    if (receives() && m_channel->held() == 0)
        advance();
    else
        watchInput(false); // input is read after the answer
}

void GateSocket::watchInput(bool wanted)
{
    if (std::exchange(m_watchesInput, wanted) != wanted)
        m_channel->watchInput(wanted);
}

void GateSocket::advance()
{
    m_scheduled = false;
    if (m_advancing)
        return;
    const QScopedValueRollback guard(m_advancing, true);
    m_hadItsTurn = false;
    for (int i = 0; i < mostRequestsInARow; ++i) {
        if (!receives() || m_channel->held() > 0 || !feedFramer())
            return;
        if (m_phase == Phase::Reading)
            release();
        else
            finishBody();
    }
    scheduleAdvance();
}

void GateSocket::scheduleAdvance()
{
    if (std::exchange(m_scheduled, true))
        return;
    QMetaObject::invokeMethod(this, &GateSocket::advance, Qt::QueuedConnection);
}

/// Reads input into the framer. Returns whether the head of a request, or its body, is complete.
bool GateSocket::feedFramer()
{
    using Framing = RequestFramer::Phase;
    while (m_framer.phase() == Framing::Head || m_framer.phase() == Framing::Body) {
        if (!m_input.isEmpty())
            m_input.remove(0, m_framer.feed(m_input));
        else if (m_hadItsTurn || !readChannel())
            break;
        else if (m_pending && !keepsInput())
            return false;
    }
    if (m_framer.phase() == Framing::Rejected) {
        reject(Response::problem(m_framer.rejection().status, m_framer.rejection().error));
        return false;
    }
    if (m_framer.phase() != Framing::Head && m_framer.phase() != Framing::Body)
        return true;
    if (m_channel->inputEnded()) {
        if (m_phase == Phase::Discarding)
            sendDeferred(false);
        else
            leaveLingering();
        return false;
    }
    if (!keepsInput())
        return false;
    watchInput(true);
    watchDeadline();
    if (m_framer.takeContinue())
        m_channel->write(QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n"));
    if (m_hadItsTurn)
        scheduleAdvance();
    return false;
}

/// Counts the received part of an unfinished request in its budget. When it exceeds the budget,
/// refuses the request and returns false.
bool GateSocket::keepsInput()
{
    const qsizetype kept = m_framer.keptBytes();
    if (m_phase == Phase::Discarding || (kept == 0 && !m_pending))
        return true;
    QByteArray limit = QByteArrayLiteral("unverified_budget_bytes");
    if (m_pending) {
        if (m_pending->keep(kept, m_framer.announcedBytes())) {
            m_framer.reserveBody(m_pending->reserved());
            return true;
        }
        limit = m_pending->limit();
    } else {
        m_headHold.reset();
        m_headHold = m_context->budgets.unverified.take(m_network, kept);
        if (m_headHold)
            return true;
    }
    m_context->net.reached(
        limit, QStringLiteral("a request from %1 was refused").arg(peerAddress().toString()));
    reject(busyResponse());
    return false;
}

/// Reads once from the channel into the framer. False without input.
bool GateSocket::readChannel()
{
    static std::array<char, readChunk> buffer; // shared: all gates are on one thread
    const qsizetype count = m_channel->read(buffer.data(), buffer.size());
    const QByteArrayView bytes(buffer.data(), count);
    m_input = bytes.sliced(m_framer.feed(bytes)).toByteArray();
    m_hadItsTurn = count == qsizetype(readChunk);
    return count > 0;
}

/// Starts the deadline at the first byte of a head, and again when the body is asked for. Further
/// bytes do not extend it, so a slow sender cannot hold the connection.
void GateSocket::watchDeadline()
{
    if (!m_framer.started() || m_deadlinePhase == m_framer.phase())
        return;
    m_deadlinePhase = m_framer.phase();
    const HttpLimits &limits = m_context->limits;
    m_deadline.set(m_deadlinePhase == RequestFramer::Phase::Head ? limits.headerDeadline
                                                                 : limits.bodyDeadline);
}

void GateSocket::release()
{
    m_request = m_framer.take();
    m_headHold.reset();
    m_phase = Phase::Answering;
    m_deadline.clear();
    m_deadlinePhase.reset();
    m_released = headForQt;
    m_context->releasing = this;
    emit readyRead();
    m_context->releasing = nullptr;
    if (std::exchange(m_request, std::nullopt))
        reject(Response::problem(500, {QByteArrayLiteral("internal_error"),
                                       QStringLiteral("The request did not reach its handler.")}));
}

/// The whole body was read, or dropped.
void GateSocket::finishBody()
{
    m_deadline.clear();
    m_deadlinePhase.reset();
    QByteArray body = m_framer.takeBody();
    if (m_phase == Phase::Discarding)
        return sendDeferred(true);
    m_phase = Phase::Answering;
    const auto pending = std::move(m_pending);
    pending->complete(std::move(body), &m_context->net.lingering);
}

void GateSocket::reject(const Response &response)
{
    qCDebug(lcHttp) << "request refused" << peerAddress() << response.status << response.body;
    if (!m_pending) { // no handler has this request
        m_channel->write(responseBytes(response, AnswerTraits{false, false, {}}));
        return leaveLingering();
    }
    m_closeAfterAnswer = true;
    m_phase = Phase::Answering;
    const auto pending = std::move(m_pending);
    pending->refuse(response,
                    response.status == 413 ? std::max(m_framer.announcedBytes(), qsizetype(1)) : 0);
}

void GateSocket::channelWritten()
{
    if (!receives() || !settleAnswer())
        return;
    const HttpLimits &limits = m_context->limits;
    if (!m_framer.started()) // the peer is slow, but it reads
        m_deadline.set(m_channel->held() > 0 ? limits.writeDeadline : limits.idleDeadline);
    if (m_channel->held() == 0)
        advance();
}

void GateSocket::leaveLingering()
{
    Channel::close(std::move(m_channel), answerFlushTime);
    end();
}

/// Ends the connection and drops the bytes that the peer did not read.
void GateSocket::leaveAtOnce()
{
    m_channel.reset();
    end();
}

/// Ends the gate. After disconnected() Qt deletes this from the event loop.
void GateSocket::end()
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Ended;
    m_deadline.clear();
    m_channel.reset();
    m_request.reset();
    m_pending.reset();
    m_headHold.reset();
    setSocketState(QAbstractSocket::UnconnectedState);
    emit disconnected();
}

void GateSocket::deadlineReached()
{
    if (m_phase == Phase::Discarding)
        return sendDeferred(false);
    if (!m_framer.started())
        return m_channel->held() > 0 ? leaveAtOnce() : leaveLingering();
    reject(Response::problem(408, {QByteArrayLiteral("request_timeout"),
                                   QStringLiteral("The request did not arrive in time.")}));
}

} // namespace hub
