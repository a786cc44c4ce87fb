// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/chunkeddecoder.h"
#include "hub/http/request.h"
#include "hub/http/requesthead.h"

#include <functional>

namespace hub {

/// What a RequestFramer lets through.
struct FramerLimits
{
    qsizetype headerBytes = 16 * 1024; ///< Request line and headers together; more is 431.
    qsizetype headers = 100; ///< More is 431.
    std::function<qsizetype(QByteArrayView path)>
        bodyBytes; ///< More is 413; looked up once the path is known.
};

/// One request as it came off the wire.
struct FramedRequest
{
    Request request; ///< Without `parameters`, `peer` and `peerPort`.
    bool headOnly = false; ///< It was a HEAD.
    bool keepAlive = true;
};

/// Cuts the bytes of one connection into requests and refuses what is malformed or too large,
/// before anything else sees it. Pure: no I/O, no time. The verdict does not depend on how the
/// bytes are cut.
class RequestFramer
{
public:
    enum class Phase { Head, Body, Complete, Rejected };

    explicit RequestFramer(FramerLimits limits);

    /// Takes bytes up to the end of the current request and returns how many; none once complete or
    /// rejected.
    qsizetype feed(QByteArrayView bytes);

    Phase phase() const { return m_phase; }

    /// Whether a byte of the current request was seen.
    bool started() const { return m_headBytes > 0; }

    /// Whether `100 Continue` is due; true once a request.
    bool takeContinue();

    /// The complete request; the framer then starts on the next one. Only when complete.
    FramedRequest take();

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
    ChunkedDecoder m_chunked;
    QByteArray m_body;
    Rejection m_rejection;
};

} // namespace hub
