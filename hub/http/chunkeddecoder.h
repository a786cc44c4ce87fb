// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/rejection.h"

#include <QByteArray>

namespace hub {

/// Decodes the chunked transfer coding (RFC 9112 §7.1). Strict: refuses a bare LF, and sizes with
/// signs or spaces. Drops chunk extensions and trailer fields; the length of both is limited. Pure.
/// The result does not depend on how the bytes are divided among the calls.
class ChunkedDecoder
{
public:
    enum class Phase {
        Size,
        Extension,
        SizeEnd,
        Data,
        DataEnd,
        DataLineFeed,
        Trailer,
        Done,
        Refused
    };

    /// `limit` bounds the decoded body, in bytes. The chunk size that would exceed it is refused
    /// with 413, before its data is read.
    explicit ChunkedDecoder(qint64 limit = 0) : m_limit(limit) { }

    /// Appends the decoded bytes to `body`. Returns how many bytes were consumed: all, unless the
    /// phase becomes Done or Refused.
    qsizetype feed(QByteArrayView bytes, QByteArray &body);

    Phase phase() const { return m_phase; }

    /// Returns the reason; only in phase Refused.
    const Rejection &rejection() const { return m_rejection; }

private:
    void takeSizeByte(char c);
    void takeExtensionByte(char c);
    void takeTrailerByte(char c);
    void takeLineFeed(char c, Phase next);
    void endSizeLine();
    qsizetype takeData(QByteArrayView bytes, QByteArray &body);
    void refuse(const char *why);

    Phase m_phase = Phase::Size;
    qint64 m_limit;
    qint64 m_total = 0; ///< Sum of the chunk sizes so far.
    qint64 m_remaining = 0; ///< Bytes of the current chunk that are still to come.
    int m_sizeDigits = 0;
    int m_lineBytes = 0; ///< Bytes of the current extension, or of the trailer, so far.
    bool m_trailerCr = false;
    bool m_trailerLineEmpty = true;
    Rejection m_rejection;
};

} // namespace hub
