// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/chunkeddecoder.h"

#include "hub/base/errorcode.h"
#include "hub/http/fieldsyntax.h"

#include <algorithm>

namespace hub {

namespace {

constexpr int mostSizeDigits = 8;
constexpr int mostExtensionBytes = 256; ///< Of one chunk.
constexpr int mostTrailerBytes = 4096; ///< Of all trailer lines together.

} // namespace

qsizetype ChunkedDecoder::feed(QByteArrayView bytes, QByteArray &body)
{
    qsizetype taken = 0;
    while (taken < bytes.size() && m_phase != Phase::Done && m_phase != Phase::Refused) {
        if (m_phase == Phase::Data) {
            taken += takeData(bytes.sliced(taken), body);
            continue;
        }
        const char c = bytes[taken++];
        switch (m_phase) {
        case Phase::Size: takeSizeByte(c); break;
        case Phase::Extension: takeExtensionByte(c); break;
        case Phase::SizeEnd: takeLineFeed(c, Phase::Data); break;
        case Phase::DataEnd:
            c == '\r' ? void(m_phase = Phase::DataLineFeed)
                      : refuse("A chunk is longer than its size.");
            break;
        case Phase::DataLineFeed: takeLineFeed(c, Phase::Size); break;
        case Phase::Trailer: takeTrailerByte(c); break;
        case Phase::Data:
        case Phase::Done:
        case Phase::Refused: break;
        }
    }
    return taken;
}

void ChunkedDecoder::takeSizeByte(char c)
{
    if (const int digit = hexValue(c); digit >= 0) {
        if (++m_sizeDigits > mostSizeDigits)
            return refuse("A chunk size has too many digits.");
        m_remaining = m_remaining * 16 + digit;
    } else if (m_sizeDigits == 0) {
        refuse("A chunk has no size.");
    } else if (c == ';') {
        m_phase = Phase::Extension;
    } else if (c == '\r') {
        m_phase = Phase::SizeEnd;
    } else {
        refuse("A chunk size is not hexadecimal.");
    }
}

void ChunkedDecoder::takeExtensionByte(char c)
{
    if (c == '\r')
        m_phase = Phase::SizeEnd;
    else if (isForbiddenControl(c) || ++m_lineBytes > mostExtensionBytes)
        refuse("A chunk extension is malformed or too long.");
}

void ChunkedDecoder::takeLineFeed(char c, Phase next)
{
    if (c != '\n')
        return refuse("A line of the chunked coding does not end in CR LF.");
    m_phase = next;
    if (next == Phase::Data)
        endSizeLine();
}

void ChunkedDecoder::endSizeLine()
{
    m_sizeDigits = 0;
    m_lineBytes = 0;
    m_total += m_remaining;
    if (m_total > m_limit) {
        m_phase = Phase::Refused;
        m_rejection = {
            413,
            {errorcode::bodyTooLarge,
             QStringLiteral("The body is longer than the limit of %1 bytes.").arg(m_limit)}};
    } else if (m_remaining == 0) {
        m_phase = Phase::Trailer;
    }
}

qsizetype ChunkedDecoder::takeData(QByteArrayView bytes, QByteArray &body)
{
    const qsizetype count = std::min<qsizetype>(bytes.size(), m_remaining);
    body.append(bytes.first(count));
    m_remaining -= count;
    if (m_remaining == 0)
        m_phase = Phase::DataEnd;
    return count;
}

void ChunkedDecoder::takeTrailerByte(char c)
{
    if (++m_lineBytes > mostTrailerBytes)
        return refuse("The trailer is too long.");
    if (m_trailerCr) {
        if (c != '\n')
            return refuse("A trailer line does not end in CR LF.");
        if (m_trailerLineEmpty)
            m_phase = Phase::Done;
        m_trailerCr = false;
        m_trailerLineEmpty = true;
    } else if (c == '\r') {
        m_trailerCr = true;
    } else if (isForbiddenControl(c)) {
        refuse("A trailer line has a control byte.");
    } else {
        m_trailerLineEmpty = false;
    }
}

void ChunkedDecoder::refuse(const char *why)
{
    m_phase = Phase::Refused;
    m_rejection = {400, {QByteArrayLiteral("bad_request"), QString::fromLatin1(why)}};
}

} // namespace hub
