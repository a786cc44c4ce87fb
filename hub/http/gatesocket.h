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

/// The connection as Qt's HTTP server sees it. It stands before the real channel and lets through
/// one request at a time, cut, checked and limited by a RequestFramer, as a short head that no Qt
/// version can misread; everything else of the request goes past Qt's parser to takeRequest().
/// A request with a body is let through when its head is complete; the handler asks for the body.
/// Nothing that Qt writes reaches the peer: answers go straight to the real channel. The next
/// request is looked at once the current one is answered and the answer is with the kernel, so
/// pipelined answers are in order, late ones too.
class GateSocket final : public QTcpSocket, private Channel::Owner, private Deadlines::Target
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GateSocket)

public:
    GateSocket(std::unique_ptr<Channel> channel, std::shared_ptr<HttpContext> context,
               QObject *parent);
    ~GateSocket() override;

    /// The request let through; once for each, while Qt handles it. `peer` is filled in.
    FramedRequest takeRequest();

    /// Whether the peer is still there.
    bool isConnected() const { return m_phase != Phase::Ended; }

    /// What limits count the client of this connection by: networkKey() of the peer, or of whom a
    /// trusted proxy speaks for.
    void setClientNetwork(const QByteArray &network) { m_network = network; }

    /// Reads the body of the request last taken, then calls `handler`, which outlives the answer.
    void readBody(const Request &request, const BodyTerms &terms, Reply reply,
                  const Handler &handler);

    /// Whether the next answer may leave the connection open.
    bool mayKeepAlive() const;

    /// Whether an answer of that many bytes fits the budget of unread answers; then it is reserved
    /// until the peer has read the answer.
    bool reserveAnswer(qint64 bytes);

    /// Closes the connection, after the request it is at, or its first
    /// if that comes at once.
    void finish();

    /// Sends the answer to the request last taken. A short body that nobody asked for is read and
    /// dropped first.
    void answer(const AnswerParts &parts, bool keepAlive);

    /// Hands the connection over to a stream that starts with `head`; the gate ends. Null when the
    /// peer has gone.
    std::unique_ptr<StreamSink> becomeStream(const QByteArray &head);

    qint64 bytesAvailable() const override
    {
        return QTcpSocket::bytesAvailable() + m_released.size();
    }
    qint64 bytesToWrite() const override { return 0; }
    // When a connection ends is the gate's decision, whatever this version of Qt thinks of it.
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
        Ended, ///< The connection is gone or belongs to someone else; Qt deletes this.
    };

    void channelReadable() override;
    void channelWritten() override;
    void channelClosed() override { end(); }

    /// Whether input is read now.
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
    std::unique_ptr<Channel> m_channel; ///< Null once ended.
    RequestFramer m_framer;
    std::optional<FramedRequest> m_request; ///< Framed and not yet taken.
    std::unique_ptr<PendingBody> m_pending; ///< Set while ReadingBody.
    UnreadAnswer m_unread;
    AnswerParts m_deferred; ///< What is sent after Discarding.
    std::optional<ByteBudget::Hold> m_headHold; ///< For an unfinished head.
    QByteArray m_network; ///< See setClientNetwork().
    QByteArray m_input; ///< Read and not yet framed: the start of a pipelined request.
    QByteArrayView m_released; ///< What Qt may read.
    Phase m_phase = Phase::Reading;
    bool m_advancing = false;
    bool m_scheduled = false; ///< To advance in another turn.
    bool m_hadItsTurn = false; ///< It read as much as one may in a row.
    bool m_watchesInput = true;
    bool m_closeAfterAnswer = false;
    bool m_answered = false; ///< At least one request.
    Deadline m_deadline;
    std::optional<RequestFramer::Phase> m_deadlinePhase; ///< What it is for; none = idle.
};

} // namespace hub
