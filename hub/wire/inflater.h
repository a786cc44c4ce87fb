// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace hub {

/// Takes the content coding `gzip` or `deflate` (RFC 9110, 8.4.1) off a body, a piece at a time: a
/// few bytes may become millions. Pure: no I/O, no time.
class Inflater
{
public:
    enum class Coding {
        Gzip, ///< RFC 1952; several members in a row are one body.
        Deflate, ///< RFC 1950, or as many senders have it, bare RFC 1951.
    };
    enum class State {
        More, ///< Call again.
        Done,
        Corrupt, ///< Or it ends too early, or something follows its end.
        TooLarge,
    };

    /// `coded` is all of it. The result has at most `limit` bytes.
    Inflater(Coding coding, const QByteArray &coded, qint64 limit);
    ~Inflater();
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    /// Decodes up to `most` (at least 1) further bytes.
    State step(qsizetype most);
    /// Returns the bytes that were decoded; all of them when Done.
    QByteArray take() { return std::move(m_plain); }

private:
    struct Stream;

    State endMember();

    const Coding m_coding;
    const QByteArray m_coded;
    const qint64 m_limit;
    QByteArray m_plain;
    std::unique_ptr<Stream> m_stream;
};

} // namespace hub
