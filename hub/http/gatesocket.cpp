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

/// Of one connection, before others get their turn: a fast sender of a large body delays nobody.
constexpr std::size_t readChunk = 64 * 1024;
constexpr int mostRequestsInARow = 16; ///< Of one connection, before others get their turn.
constexpr std::chrono::milliseconds firstRequestGrace =
    1s; ///< When the server leaves: who connected a moment ago is about to send.
constexpr std::chrono::milliseconds answerFlushTime =
    10s; ///< Without progress, on a connection that closes.

/// A longer body that nobody asked for ends the connection; a shorter one is read and dropped.
constexpr qint64 mostDiscarded = 64 * 1024;

FramerLimits framerLimits(const HttpLimits &limits)
{
    return {.headerBytes = limits.headerBytes};
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
    m_phase = Phase::Ended; // a reply that goes with m_pending finds nobody to answer
    m_pending.reset();
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

/// Sends the answer that waited until the body was dropped.
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

/// Counts what the peer did not read yet; false when that is too much and ended the connection.
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

void GateSocket::channelReadable()
{
    if (receives() && m_channel->held() == 0)
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

/// Whether the head of a request, or its body, is complete now.
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

/// False when the budget has no room for what came of an unfinished request; it is refused then.
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
        limit, QStringLiteral("a request of %1 was refused").arg(peerAddress().toString()));
    reject(busyResponse());
    return false;
}

/// What came goes straight into the framer; false when nothing did.
bool GateSocket::readChannel()
{
    static std::array<char, readChunk> buffer; // for all: one reads at a time
    const qsizetype count = m_channel->read(buffer.data(), buffer.size());
    const QByteArrayView bytes(buffer.data(), count);
    m_input = bytes.sliced(m_framer.feed(bytes)).toByteArray();
    m_hadItsTurn = count == qsizetype(readChunk);
    return count > 0;
}

/// From the first byte of the head, and again from the first of the body: bytes that trickle in
/// move nothing.
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
    if (!m_pending) { // there is no request yet
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
    if (!m_framer.started()) // a slow reader, but it reads
        m_deadline.set(m_channel->held() > 0 ? limits.writeDeadline : limits.idleDeadline);
    if (m_channel->held() == 0)
        advance();
}

void GateSocket::leaveLingering()
{
    Channel::close(std::move(m_channel), answerFlushTime);
    end();
}

/// Drops what the peer did not read.
void GateSocket::leaveAtOnce()
{
    m_channel.reset();
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
