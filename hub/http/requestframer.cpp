// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/requestframer.h"

#include "hub/base/errorcode.h"
#include "hub/http/fieldsyntax.h"
#include "hub/http/percent.h"

#include <algorithm>

namespace hub {

namespace {

QList<std::pair<QByteArray, QByteArray>> parsedQuery(const QByteArray &query)
{
    QList<std::pair<QByteArray, QByteArray>> parameters;
    if (query.isEmpty())
        return parameters;
    for (const QByteArray &part : query.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const QByteArrayView view(part);
        parameters.append({formDecoded(equals < 0 ? view : view.first(equals)),
                           equals < 0 ? QByteArray() : formDecoded(view.sliced(equals + 1))});
    }
    return parameters;
}

} // namespace

RequestFramer::RequestFramer(FramerLimits limits) : m_limits(std::move(limits)) { }

qsizetype RequestFramer::feed(QByteArrayView bytes)
{
    qsizetype taken = 0;
    if (m_phase == Phase::Head)
        taken += feedHead(bytes);
    if (m_phase == Phase::Body)
        taken += feedBody(bytes.sliced(taken));
    return taken;
}

bool RequestFramer::takeContinue()
{
    return std::exchange(m_continueDue, false);
}

FramedRequest RequestFramer::take()
{
    Q_ASSERT(m_phase == Phase::Complete || m_phase == Phase::HeadComplete);
    FramedRequest framed;
    framed.headOnly = m_head.method == "HEAD";
    framed.keepAlive = m_head.keepAlive;
    framed.bodyFollows = m_phase == Phase::HeadComplete;
    framed.request.method = framed.headOnly ? QByteArrayLiteral("GET") : std::move(m_head.method);
    framed.request.headOnly = framed.headOnly;
    framed.request.path = std::move(m_head.path);
    framed.request.query = parsedQuery(m_head.query);
    framed.request.headers = std::move(m_head.headers);
    if (m_phase == Phase::Complete)
        framed.request.body = takeBody();
    return framed;
}

QByteArray RequestFramer::takeBody()
{
    Q_ASSERT(m_phase == Phase::Complete);
    QByteArray body = std::move(m_body);
    *this = RequestFramer(m_limits);
    return body;
}

qsizetype RequestFramer::feedHead(QByteArrayView bytes)
{
    qsizetype taken = 0;
    while (taken < bytes.size() && m_phase == Phase::Head) {
        taken += takePlainBytes(bytes.sliced(taken));
        if (taken < bytes.size())
            takeHeadByte(bytes[taken++]);
    }
    return taken;
}

/// Consumes the bytes before the next control byte in one step; returns how many.
qsizetype RequestFramer::takePlainBytes(QByteArrayView bytes)
{
    if (m_lineCr)
        return 0;
    const qsizetype most = std::min(bytes.size(), m_limits.headerBytes - m_headBytes);
    const auto end = std::find_if(bytes.begin(), bytes.begin() + most, isForbiddenControl);
    const qsizetype count = end - bytes.begin();
    m_line.append(bytes.first(count));
    m_headBytes += count;
    return count;
}

void RequestFramer::takeHeadByte(char c)
{
    if (++m_headBytes > m_limits.headerBytes)
        return reject(
            {431,
             {QByteArrayLiteral("header_too_large"),
              QStringLiteral("The request line and headers are longer than the limit of %1 bytes.")
                  .arg(m_limits.headerBytes)}});
    const auto malformed = [this](const char *why) {
        reject({400, {QByteArrayLiteral("bad_request"), QString::fromLatin1(why)}});
    };
    if (m_lineCr) {
        m_lineCr = false;
        return c == '\n' ? endLine() : malformed("A CR is not followed by LF.");
    }
    if (c == '\r')
        m_lineCr = true;
    else if (c == '\n')
        malformed("A line ends in LF without CR.");
    else if (isForbiddenControl(c))
        malformed("The head has a control byte.");
    else
        m_line.append(c);
}

void RequestFramer::endLine()
{
    const QByteArray line = std::exchange(m_line, {});
    std::optional<Rejection> rejection;
    if (!m_haveRequestLine) {
        if (line.isEmpty())
            return; // an empty line before the request line is ignored: RFC 9112 §2.2
        m_haveRequestLine = true;
        rejection = readRequestLine(line, m_head);
    } else if (line.isEmpty()) {
        return endHead();
    } else if (m_head.headers.size() >= m_limits.headers) {
        rejection = {
            431,
            {QByteArrayLiteral("header_too_large"),
             QStringLiteral("The request has more than %1 headers.").arg(m_limits.headers)}};
    } else {
        rejection = readFieldLine(line, m_head);
    }
    if (rejection)
        reject(*std::move(rejection));
}

void RequestFramer::endHead()
{
    if (auto rejection = finishHead(m_head))
        return reject(*std::move(rejection));
    const bool hasBody = m_head.chunked || m_head.contentLength > 0;
    m_phase = hasBody ? Phase::HeadComplete : Phase::Complete;
}

void RequestFramer::admitBody(qsizetype limit)
{
    Q_ASSERT(m_phase == Phase::HeadComplete);
    m_missing = m_head.contentLength;
    if (m_missing > limit)
        return reject(
            {413,
             {errorcode::bodyTooLarge,
              QStringLiteral("The body is longer than the limit of %1 bytes.").arg(limit)}});
    m_phase = Phase::Body;
    m_chunked = ChunkedDecoder(limit);
    m_continueDue = m_head.expectContinue;
}

bool RequestFramer::canDiscard(qint64 limit) const
{
    return !m_head.chunked && !m_head.expectContinue && m_head.contentLength <= limit;
}

void RequestFramer::discardBody()
{
    Q_ASSERT(m_phase == Phase::HeadComplete && !m_head.chunked);
    m_phase = Phase::Body;
    m_missing = m_head.contentLength;
    m_discards = true;
}

qsizetype RequestFramer::feedBody(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return 0;
    m_continueDue = false; // the client sends already, so none is needed: RFC 9110 §10.1.1
    if (!m_head.chunked) {
        const qsizetype count = std::min<qint64>(m_missing, bytes.size());
        if (!m_discards)
            m_body.append(bytes.first(count));
        m_missing -= count;
        if (m_missing == 0)
            m_phase = Phase::Complete;
        return count;
    }
    const qsizetype taken = m_chunked.feed(bytes, m_body);
    if (m_chunked.phase() == ChunkedDecoder::Phase::Done)
        m_phase = Phase::Complete;
    else if (m_chunked.phase() == ChunkedDecoder::Phase::Refused)
        reject(m_chunked.rejection());
    return taken;
}

void RequestFramer::reject(Rejection rejection)
{
    m_phase = Phase::Rejected;
    m_rejection = std::move(rejection);
}

} // namespace hub
