// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace hub {

/// Decodes a body with the content coding `gzip` or `deflate` (RFC 9110 section 8.4.1). Works in
/// steps, because a few bytes may become millions. Uses no I/O and no clock.
class Inflater
{
public:
    enum class Coding {
        Gzip, ///< RFC 1952. A body may consist of several members in a row.
        Deflate, ///< RFC 1950, or RFC 1951 without a header, which many senders use.
    };
    enum class State {
        More, ///< Call step() again.
        Done,
        Corrupt, ///< The body is invalid, ends too early, or has bytes after its end.
        TooLarge, ///< The decoded body is larger than the limit.
    };

    /// `coded` is the whole body. The decoded body may have at most `limit` bytes.
    Inflater(Coding coding, const QByteArray &coded, qint64 limit);
    ~Inflater();
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    /// Decodes up to `most` further bytes; `most` is at least 1.
    State step(qsizetype most);
    /// Returns the decoded body. Call it once, after step() has returned Done.
    QByteArray take() { return std::move(m_plain); }

private:
    class Private;

    State endMember();

    const Coding m_coding;
    const QByteArray m_coded;
    const qint64 m_limit;
    QByteArray m_plain;
    std::unique_ptr<Private> m_d;
};

} // namespace hub
