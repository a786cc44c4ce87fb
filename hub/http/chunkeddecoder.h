// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/rejection.h"

#include <QByteArray>

namespace hub {

/// Takes the chunked transfer coding (RFC 9112 §7.1) off a body, byte by byte exact: no bare LF, no
/// sizes with signs or spaces. Chunk extensions and trailer fields are dropped, both bounded. Pure;
/// the verdict does not depend on how the bytes are cut.
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

    /// `limit` bounds the decoded body; exceeding it is a 413 as soon as a chunk size says so.
    explicit ChunkedDecoder(qint64 limit = 0) : m_limit(limit) { }

    /// Appends what it decodes to `body`; returns how many bytes it took (all, unless done or
    /// refused).
    qsizetype feed(QByteArrayView bytes, QByteArray &body);

    Phase phase() const { return m_phase; }

    /// Why; only when refused.
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
    qint64 m_total = 0; ///< Decoded bytes announced so far.
    qint64 m_remaining = 0; ///< Of the current chunk.
    int m_sizeDigits = 0;
    int m_lineBytes = 0; ///< Extension or trailer bytes so far.
    bool m_trailerCr = false;
    bool m_trailerLineEmpty = true;
    Rejection m_rejection;
};

} // namespace hub
