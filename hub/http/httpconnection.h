// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/streamsink.h"
#include "hub/http/httpcontext.h"
#include "hub/http/pendingbody.h"
#include "hub/http/requestdeadline.h"
#include "hub/http/requestreader.h"
#include "hub/http/responsebytes.h"
#include "hub/http/unreadanswer.h"
#include "hub/net/channel.h"

#include <QObject>

#include <memory>
#include <optional>

namespace hub {

/// The connection to one client. Reads requests from its channel, hands them to its owner one at a
/// time, and writes their answers. A request with a body is handed over when its head is complete;
/// the handler then asks for the body. The next request is read after the current one is answered
/// and the kernel has the answer. So pipelined answers keep their order. Hub thread only.
class HttpConnection final : public QObject, private Channel::Owner, private Deadlines::Target
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpConnection)

public:
    /// Receives the requests of a connection. Owns the connection and does not destroy it within a
    /// call.
    class Owner
    {
    public:
        /// Hands `request` to its handler, which answers it now or later through the connection.
        /// Returns false when it reached no handler; the connection then answers 500.
        virtual bool requestArrived(FramedRequest request) = 0;
        /// The connection has ended, or it was handed to a stream. No call follows.
        virtual void connectionEnded() = 0;

    protected:
        ~Owner() = default;
    };

    /// `owner` is not owned and outlives this.
    HttpConnection(std::unique_ptr<Channel> channel, std::shared_ptr<HttpContext> context,
                   Owner *owner);
    ~HttpConnection() override;

    /// Returns whether the connection is open and not handed to a stream.
    bool isConnected() const { return m_phase != Phase::Ended; }
    /// Returns the clock of the server.
    const Clock &clock() const { return m_context->net.clock; }

    /// Sets the network that limits count by: networkKey() of the client, which is the peer or the
    /// address that a trusted proxy names.
    void setClientNetwork(const QByteArray &network) { m_network = network; }

    /// Reads the body of the current request, then calls `handler`, which is not owned and outlives
    /// the answer.
    void readBody(const Request &request, const BodyTerms &terms, Reply reply,
                  const Handler &handler);

    /// Returns whether the next answer may leave the connection open.
    bool mayKeepAlive() const;

    /// Reserves `bytes` for an answer in the budget of unread answers, until the peer has read it.
    /// Returns false when they exceed the budget.
    bool reserveAnswer(qint64 bytes);

    /// Closes an idle connection at once, and a busy one after its current request. A connection
    /// without a request so far waits 1 s for its first.
    void finish();

    /// Sends the answer to the current request. A short unread body is read and dropped first.
    void answer(const AnswerParts &parts, bool keepAlive);

    /// Hands the channel to a stream that starts with `head`; the connection ends. Returns null
    /// when the connection has ended before.
    std::unique_ptr<StreamSink> becomeStream(const QByteArray &head);

private:
    enum class Phase {
        Reading, ///< Waiting for a request or within one.
        Answering, ///< A request is with its handler.
        ReadingBody, ///< The handler waits for the body of the request.
        Discarding, ///< The answer waits until the body of the request is read and dropped.
        Ended, ///< The connection has ended, or a stream has its channel.
    };

    void channelReadable() override;
    void channelWritten() override;
    void channelClosed() override { end(); }

    /// Returns whether input is read in this phase.
    bool receives() const
    {
        return m_phase == Phase::Reading || m_phase == Phase::ReadingBody
               || m_phase == Phase::Discarding;
    }
    void advance();
    void scheduleAdvance();
    bool feedFramer();
    void endInput();
    void awaitInput();
    void handOver();
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
    Owner *m_owner;
    std::unique_ptr<Channel> m_channel; ///< Null in phase Ended.
    const QHostAddress m_peer; ///< Perhaps a proxy.
    RequestFramer m_framer;
    RequestReader m_reader;
    RequestDeadline m_deadline;
    std::unique_ptr<PendingBody> m_pending; ///< Set in phase ReadingBody.
    UnreadAnswer m_unread;
    AnswerParts m_deferred; ///< The answer that is sent after phase Discarding.
    std::optional<ByteBudget::Hold> m_headHold; ///< Budget of an unfinished head.
    QByteArray m_network; ///< See setClientNetwork().
    Phase m_phase = Phase::Reading;
    bool m_advancing = false;
    bool m_scheduled = false; ///< advance() is queued for another turn of the event loop.
    bool m_closeAfterAnswer = false;
    bool m_answered = false; ///< At least one request was answered.
};

} // namespace hub
