// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/streamsink.h"
#include "hub/http/httpcontext.h"
#include "hub/http/pendingbody.h"
#include "hub/http/requestframer.h"
#include "hub/http/responsebytes.h"
#include "hub/http/unreadanswer.h"
#include "hub/net/channel.h"

#include <QTcpSocket>

#include <memory>
#include <optional>

namespace hub {

/// The connection as Qt's HTTP server sees it. A RequestFramer splits and checks the bytes of the
/// real channel. For each request Qt's parser reads only a short fixed head, which every version of
/// Qt parses in the same way. The real request goes past the parser to takeRequest().
/// A request with a body is released to its handler when its head is complete. The handler then
/// asks for the body. Bytes that Qt writes are dropped: answers go straight to the channel. The
/// next request is read after the current one is answered and the kernel has the answer. So
/// pipelined answers keep their order.
class GateSocket final : public QTcpSocket, private Channel::Owner, private Deadlines::Target
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GateSocket)

public:
    GateSocket(std::unique_ptr<Channel> channel, std::shared_ptr<HttpContext> context,
               QObject *parent);
    ~GateSocket() override;

    /// Returns the released request, with its peer. Call it once for each request, while Qt calls
    /// the handler.
    FramedRequest takeRequest();

    /// Whether the gate still has its connection.
    bool isConnected() const { return m_phase != Phase::Ended; }

    /// Sets the network that limits count by: networkKey() of the client, which is the peer or the
    /// address that a trusted proxy names.
    void setClientNetwork(const QByteArray &network) { m_network = network; }

    /// Reads the body of the request last taken, then calls `handler`, which is not owned and
    /// outlives the answer.
    void readBody(const Request &request, const BodyTerms &terms, Reply reply,
                  const Handler &handler);

    /// Whether the next answer may leave the connection open.
    bool mayKeepAlive() const;

    /// Reserves `bytes` for an answer in the budget of unread answers, until the peer has read it.
    /// False when they exceed the budget.
    bool reserveAnswer(qint64 bytes);

    /// Closes an idle connection at once, and a busy one after its current request. A connection
    /// without a request so far waits 1 s for its first.
    void finish();

    /// Sends the answer to the request last taken. A short unread body is read and dropped first.
    void answer(const AnswerParts &parts, bool keepAlive);

    /// Turns the connection into a stream that starts with `head`; the gate ends. Returns null when
    /// the connection has ended.
    std::unique_ptr<StreamSink> becomeStream(const QByteArray &head);

    qint64 bytesAvailable() const override
    {
        return QTcpSocket::bytesAvailable() + m_released.size();
    }
    qint64 bytesToWrite() const override { return 0; }
    // Qt must not close the connection: only the gate decides when it ends.
    void disconnectFromHost() override { }
    void close() override { }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64 size) override { return size; }

private:
    enum class Phase {
        Reading, ///< Waiting for a request or within one.
        Answering, ///< A request is with its handler.
        ReadingBody, ///< The handler waits for the body of the request.
        Discarding, ///< The answer waits until the body of the request is read and dropped.
        Ended, ///< The connection has ended or belongs to a stream; Qt deletes this.
    };

    void channelReadable() override;
    void channelWritten() override;
    void channelClosed() override { end(); }

    /// Whether the gate reads input in this phase.
    bool receives() const
    {
        return m_phase == Phase::Reading || m_phase == Phase::ReadingBody
               || m_phase == Phase::Discarding;
    }
    void advance();
    void scheduleAdvance();
    bool feedFramer();
    bool readChannel();
    void watchInput(bool wanted);
    void watchDeadline();
    void release();
    void finishBody();
    bool keepsInput();
    bool settleAnswer();
    void sendDeferred(bool keepAlive);
    void reject(const Response &response);
    void leaveLingering();
    void leaveAtOnce();
    void end();
    void deadlineReached() override;

    std::shared_ptr<HttpContext> m_context;
    std::unique_ptr<Channel> m_channel; ///< Null in phase Ended.
    RequestFramer m_framer;
    std::optional<FramedRequest> m_request; ///< Framed and not yet taken.
    std::unique_ptr<PendingBody> m_pending; ///< Set in phase ReadingBody.
    UnreadAnswer m_unread;
    AnswerParts m_deferred; ///< The answer that is sent after phase Discarding.
    std::optional<ByteBudget::Hold> m_headHold; ///< Budget of an unfinished head.
    QByteArray m_network; ///< See setClientNetwork().
    QByteArray m_input; ///< Read and not yet framed: the start of a pipelined request.
    QByteArrayView m_released; ///< Bytes that Qt may read.
    Phase m_phase = Phase::Reading;
    bool m_advancing = false;
    bool m_scheduled = false; ///< advance() is queued for another turn of the event loop.
    bool m_hadItsTurn = false; ///< One read filled the buffer; the rest waits for another turn.
    bool m_watchesInput = true;
    bool m_closeAfterAnswer = false;
    bool m_answered = false; ///< At least one request was answered.
    Deadline m_deadline;
    std::optional<RequestFramer::Phase> m_deadlinePhase; ///< Phase of the deadline; none = idle.
};

} // namespace hub
