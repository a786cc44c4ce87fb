// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/httpconnection.h"

#include "hub/base/log.h"
#include "hub/net/channelsink.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace hub {

using namespace std::chrono_literals;

namespace {

/// Limit of one connection in one turn of the event loop, so that it does not delay the others.
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

} // namespace

HttpConnection::HttpConnection(std::unique_ptr<Channel> channel,
                               std::shared_ptr<HttpContext> context, Owner *owner)
    : m_context(std::move(context))
    , m_owner(owner)
    , m_channel(std::move(channel))
    , m_peer(m_channel->place().address())
    , m_framer(framerLimits(m_context->limits))
    , m_reader(m_framer)
    , m_deadline(m_context.get(), this)
    , m_unread(m_context.get())
    , m_network(networkKey(m_peer, m_context->net.options.limits.ipv6Prefix))
{
    m_channel->setOwner(this);
    m_deadline.awaitRequest(0);
}

HttpConnection::~HttpConnection()
{
    m_phase = Phase::Ended; // so that the reply in m_pending, destroyed next, is not sent
    m_pending.reset();
}

bool HttpConnection::mayKeepAlive() const
{
    const bool bodyEnds = m_framer.phase() != RequestFramer::Phase::HeadComplete
                          || m_framer.canDiscard(mostDiscarded);
    return bodyEnds && !m_closeAfterAnswer && !m_context->draining;
}

void HttpConnection::readBody(const Request &request, const BodyTerms &terms, Reply reply,
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

void HttpConnection::answer(const AnswerParts &parts, bool keepAlive)
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
    m_deadline.awaitRequest(m_channel->held());
    if (m_advancing || m_channel->held() > 0)
        return;
    if (m_reader.hasPipelined())
        scheduleAdvance();
    else
        m_reader.watch(*m_channel, true);
}

void HttpConnection::sendDeferred(bool keepAlive)
{
    const AnswerParts parts = std::exchange(m_deferred, {});
    m_phase = Phase::Answering;
    answer(parts, keepAlive);
}

bool HttpConnection::reserveAnswer(qint64 bytes)
{
    return m_phase != Phase::Answering || m_unread.reserve(*m_channel, m_network, bytes);
}

/// Counts the unread bytes of answers in their budget. When they exceed it, ends the connection and
/// returns false.
bool HttpConnection::settleAnswer()
{
    if (m_unread.settle(*m_channel, m_network))
        return true;
    leaveAtOnce();
    return false;
}

std::unique_ptr<StreamSink> HttpConnection::becomeStream(const QByteArray &head)
{
    if (m_phase != Phase::Answering)
        return nullptr;
    m_channel->place().markStream();
    auto sink = std::make_unique<ChannelSink>(netOf(m_context), std::move(m_channel));
    sink->write({&head, 1});
    end();
    return sink;
}

void HttpConnection::finish()
{
    m_closeAfterAnswer = true;
    if (m_phase == Phase::Reading && m_channel->held() == 0)
        advance(); // answers a request that arrived before the server stopped
    if (m_phase != Phase::Reading || m_framer.started() || m_reader.hasPipelined())
        return;
    if (m_answered)
        leaveLingering();
    else
        m_deadline.set(firstRequestGrace);
}

void HttpConnection::channelReadable()
{
    if (receives() && m_channel->held() == 0)
        advance();
    else
        m_reader.watch(*m_channel, false); // input is read after the answer
}

void HttpConnection::advance()
{
    m_scheduled = false;
    if (m_advancing)
        return;
    const QScopedValueRollback guard(m_advancing, true);
    m_reader.beginTurn();
    for (int i = 0; i < mostRequestsInARow; ++i) {
        if (!receives() || m_channel->held() > 0 || !feedFramer())
            return;
        if (m_phase == Phase::Reading)
            handOver();
        else
            finishBody();
    }
    scheduleAdvance();
}

void HttpConnection::scheduleAdvance()
{
    if (std::exchange(m_scheduled, true))
        return;
    QMetaObject::invokeMethod(this, &HttpConnection::advance, Qt::QueuedConnection);
}

/// Reads input into the framer. Returns whether the head of a request, or its body, is complete.
bool HttpConnection::feedFramer()
{
    using Step = RequestReader::Step;
    while (m_framer.isUnfinished()) {
        const Step step = m_reader.step(*m_channel);
        if (step == Step::Nothing)
            break;
        if (step == Step::Read && m_pending && !keepsInput())
            return false;
    }
    if (m_framer.phase() == RequestFramer::Phase::Rejected) {
        reject(Response::problem(m_framer.rejection().status, m_framer.rejection().error));
        return false;
    }
    if (!m_framer.isUnfinished())
        return true;
    if (m_channel->inputEnded())
        endInput();
    else if (keepsInput())
        awaitInput();
    return false;
}

/// The peer ended its input within a request or before one.
void HttpConnection::endInput()
{
    if (m_phase == Phase::Discarding)
        sendDeferred(false);
    else
        leaveLingering();
}

/// Waits for the rest of an unfinished request.
void HttpConnection::awaitInput()
{
    m_reader.watch(*m_channel, true);
    m_deadline.follow(m_framer);
    if (m_framer.takeContinue())
        m_channel->write(QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n"));
    if (m_reader.hadItsTurn())
        scheduleAdvance();
}

/// Counts the received part of an unfinished request in its budget. When it exceeds the budget,
/// refuses the request and returns false.
bool HttpConnection::keepsInput()
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
    m_context->net.reached(limit,
                           QStringLiteral("a request from %1 was refused").arg(m_peer.toString()));
    reject(busyResponse());
    return false;
}

/// Hands the request, or its head, to the handler.
void HttpConnection::handOver()
{
    FramedRequest framed = m_framer.take();
    framed.request.peer = m_peer;
    framed.request.peerPort = m_channel->peerPort();
    m_headHold.reset();
    m_phase = Phase::Answering;
    m_deadline.clear();
    if (!m_owner->requestArrived(std::move(framed)))
        reject(Response::problem(500, {QByteArrayLiteral("internal_error"),
                                       QStringLiteral("The request did not reach its handler.")}));
}

/// The whole body was read, or dropped.
void HttpConnection::finishBody()
{
    m_deadline.clear();
    QByteArray body = m_framer.takeBody();
    if (m_phase == Phase::Discarding)
        return sendDeferred(true);
    m_phase = Phase::Answering;
    const auto pending = std::move(m_pending);
    pending->complete(std::move(body), &m_context->net.lingering);
}

void HttpConnection::reject(const Response &response)
{
    qCDebug(lcHttp) << "request refused" << m_peer << response.status << response.body;
    if (!m_pending) { // no handler has this request
        m_channel->write(responseBytes(response, AnswerTraits{false, false, {}}, clock()));
        return leaveLingering();
    }
    m_closeAfterAnswer = true;
    m_phase = Phase::Answering;
    const auto pending = std::move(m_pending);
    pending->refuse(response,
                    response.status == 413 ? std::max(m_framer.announcedBytes(), qsizetype(1)) : 0);
}

void HttpConnection::channelWritten()
{
    if (!receives() || !settleAnswer())
        return;
    if (!m_framer.started()) // the peer is slow, but it reads
        m_deadline.awaitRequest(m_channel->held());
    if (m_channel->held() == 0)
        advance();
}

void HttpConnection::leaveLingering()
{
    Channel::close(std::move(m_channel), answerFlushTime);
    end();
}

/// Ends the connection and drops the bytes that the peer did not read.
void HttpConnection::leaveAtOnce()
{
    m_channel.reset();
    end();
}

/// Ends the connection, if it has not ended before, and tells the owner.
void HttpConnection::end()
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Ended;
    m_deadline.clear();
    m_channel.reset();
    m_pending.reset();
    m_headHold.reset();
    m_owner->connectionEnded();
}

void HttpConnection::deadlineReached()
{
    if (m_phase == Phase::Discarding)
        return sendDeferred(false);
    if (!m_framer.started())
        return m_channel->held() > 0 ? leaveAtOnce() : leaveLingering();
    reject(Response::problem(408, {QByteArrayLiteral("request_timeout"),
                                   QStringLiteral("The request did not arrive in time.")}));
}

} // namespace hub
