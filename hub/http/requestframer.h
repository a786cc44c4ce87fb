// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/chunkeddecoder.h"
#include "hub/http/request.h"
#include "hub/http/requesthead.h"

namespace hub {

/// What a RequestFramer lets through.
struct FramerLimits
{
    qsizetype headerBytes = 16 * 1024; ///< Request line and headers together; more is 431.
    qsizetype headers = 100; ///< More is 431.
};

/// One request as it came off the wire.
struct FramedRequest
{
    Request request; ///< Without `parameters`, `peer` and `peerPort`. Without its body, when only
                     ///< the head was read.
    bool headOnly = false; ///< It was a HEAD.
    bool keepAlive = true;
    bool bodyFollows = false; ///< Only the head was read; there is a body.
};

/// Cuts the bytes of one connection into requests and refuses what is malformed or too large,
/// before anything else sees it. It stops after the head of a request that has a body: the caller
/// judges the head first, then admits or discards the body. Pure: no I/O, no time. The verdict does
/// not depend on how the bytes are cut.
class RequestFramer
{
public:
    enum class Phase {
        Head,
        HeadComplete, ///< A body follows. Neither admitBody() nor discardBody() was called yet.
        Body,
        Complete,
        Rejected,
    };

    explicit RequestFramer(FramerLimits limits);

    /// Takes bytes up to the end of the head or of the body and returns how many. Takes none while
    /// the head waits to be judged, and none once complete or rejected.
    qsizetype feed(QByteArrayView bytes);

    Phase phase() const { return m_phase; }

    /// Whether a byte of the current request was seen.
    bool started() const { return m_headBytes > 0; }

    /// Bytes that are kept of an unfinished request.
    qsizetype keptBytes() const { return m_phase == Phase::Head ? m_headBytes : m_body.size(); }

    /// What keptBytes() will be once the body is complete, as far as its head tells.
    qsizetype announcedBytes() const { return m_body.size() + m_missing; }

    /// Takes memory for a body of so many bytes in advance, so that it is not copied as it grows.
    void reserveBody(qsizetype bytes) { m_body.reserve(bytes); }

    /// Whether `100 Continue` is due; true once a request.
    bool takeContinue();

    /// The request: without its body when the head is complete, whole when all of it is. In the
    /// latter case the framer starts on the next request.
    FramedRequest take();

    /// Reads the body, of at most `limit` bytes; a larger one is rejected with 413. Only when the
    /// head is complete.
    void admitBody(qsizetype limit);
    /// Whether the body is short enough to be read and dropped: its length is known and at most
    /// `limit`, and the client does not wait for `100 Continue`.
    bool canDiscard(qint64 limit) const;
    /// Reads the body and keeps nothing of it. Only when the head is complete and canDiscard().
    void discardBody();
    /// The body of a request whose head was taken before; the framer then starts on the next
    /// request. Only when complete.
    QByteArray takeBody();

    /// Why; only when rejected.
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
    QByteArray m_line; ///< Of the head, so far.
    qsizetype m_headBytes = 0;
    bool m_lineCr = false; ///< The last byte was a CR.
    bool m_haveRequestLine = false;
    bool m_continueDue = false;
    bool m_discards = false; ///< Nothing of the body is kept.
    qint64 m_missing = 0; ///< Bytes of the body still to come, unless it is chunked.
    ChunkedDecoder m_chunked;
    QByteArray m_body;
    Rejection m_rejection;
};

} // namespace hub
