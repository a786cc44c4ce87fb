// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/chunkeddecoder.h"
#include "hub/http/request.h"
#include "hub/http/requesthead.h"

namespace hub {

/// Limits that a RequestFramer applies to the head of a request.
struct FramerLimits
{
    /// Request line and headers together; a longer head gets 431.
    qsizetype headerBytes = 16 * 1024;
    qsizetype headers = 100; ///< A head with more headers gets 431.
};

/// One request as it was received.
struct FramedRequest
{
    /// Only the members that come from the wire are set. The body is empty when `bodyFollows` is
    /// set.
    Request request;
    bool headOnly = false; ///< The method was HEAD.
    bool keepAlive = true; ///< The client allows a further request on the connection.
    bool bodyFollows = false; ///< Only the head was read, and a body follows.
};

/// Splits the bytes of one connection into requests, and rejects malformed or too large ones. It
/// stops after the head of a request with a body: the caller checks the head, then admits or
/// discards the body. Pure: no I/O, no clock. The result does not depend on how the bytes are
/// divided among the calls.
class RequestFramer
{
public:
    enum class Phase {
        Head,
        HeadComplete, ///< A body follows; call admitBody() or discardBody().
        Body,
        Complete,
        Rejected,
    };

    explicit RequestFramer(FramerLimits limits);

    /// Consumes bytes up to the end of the head or of the body, and returns how many. Consumes none
    /// in the phases HeadComplete, Complete and Rejected.
    qsizetype feed(QByteArrayView bytes);

    Phase phase() const { return m_phase; }

    /// Returns whether the head or the body is unfinished, so that feed() consumes bytes.
    bool isUnfinished() const { return m_phase == Phase::Head || m_phase == Phase::Body; }

    /// Returns whether at least one byte of the current request was consumed.
    bool started() const { return m_headBytes > 0; }

    /// Returns how many bytes of an unfinished request are in memory.
    qsizetype keptBytes() const { return m_phase == Phase::Head ? m_headBytes : m_body.size(); }

    /// Returns the length that the body will have. For a chunked body, whose length is unknown,
    /// returns the bytes received so far.
    qsizetype announcedBytes() const { return m_body.size() + m_missing; }

    /// Allocates memory for a body of `bytes` in advance, so that the body is not copied as it
    /// grows.
    void reserveBody(qsizetype bytes) { m_body.reserve(bytes); }

    /// Returns whether `100 Continue` must be sent now. Returns true at most once for each request.
    bool takeContinue();

    /// Returns the request. In phase HeadComplete it is without its body. In phase Complete it is
    /// whole, and the framer starts with the next request. Call it in no other phase.
    FramedRequest take();

    /// Starts to read the body. A body of more than `limit` bytes is rejected with 413. Only in
    /// phase HeadComplete.
    void admitBody(qsizetype limit);
    /// Returns whether the body can be read and dropped: its length is known and at most `limit`
    /// bytes, and the client does not wait for `100 Continue`.
    bool canDiscard(qint64 limit) const;
    /// Starts to read the body and keeps none of it. Only in phase HeadComplete and when
    /// canDiscard().
    void discardBody();
    /// Returns the body of the request whose head was taken before. The framer then starts with the
    /// next request. Only in phase Complete.
    QByteArray takeBody();

    /// Returns the reason; only in phase Rejected.
    const Rejection &rejection() const { return m_rejection; }

private:
    qsizetype feedHead(QByteArrayView bytes);
    qsizetype feedBody(QByteArrayView bytes);
    qsizetype takePlainBytes(QByteArrayView bytes);
    void takeHeadByte(char c);
    void endLine();
    void endHead();
    void reject(Rejection rejection);

    FramerLimits m_limits;
    Phase m_phase = Phase::Head;
    RequestHead m_head;
    QByteArray m_line; ///< The current line of the head, so far.
    qsizetype m_headBytes = 0;
    bool m_lineCr = false; ///< The last byte was a CR.
    bool m_haveRequestLine = false;
    bool m_continueDue = false;
    bool m_discards = false; ///< The body is dropped as it is read.
    qint64 m_missing = 0; ///< Bytes of the body that are still to come; unused when it is chunked.
    ChunkedDecoder m_chunked;
    QByteArray m_body;
    Rejection m_rejection;
};

} // namespace hub
