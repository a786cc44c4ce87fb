// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace hub {

/// What has to be known of a piece of plain bytes to add it to the checksum of a gzip member
/// without looking at them again.
struct PlainSum
{
    quint32 crc = 0;
    quint32 combine = 0; ///< zlib's operator for its length.
    qint64 size = 0;

    static PlainSum of(QByteArrayView plain);
};

/// Compresses pieces of a stream, each so that a reader has all of it when it has its bytes (RFC
/// 1951, sync flush). A piece refers to those before it since the last reset(), and only to them.
class Deflater
{
public:
    /// `windowBits` 9 to 15 and `memoryLevel` 1 to 9 as zlib has them: together they are its price.
    Deflater(int windowBits, int memoryLevel);
    ~Deflater();
    Deflater(const Deflater &) = delete;
    Deflater &operator=(const Deflater &) = delete;

    /// Raw deflate blocks that end on a byte.
    QByteArray block(QByteArrayView plain);
    /// The next piece refers to nothing before it.
    void reset();

    /// About what it holds in memory.
    static qint64 bytes(int windowBits, int memoryLevel);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The frame of a gzip member around deflate blocks (RFC 1952), for one stream.
class GzipMember
{
public:
    static QByteArray header();
    /// Blocks of these plain bytes were sent.
    void add(const PlainSum &sum);
    /// The last block and the trailer.
    QByteArray end() const;

private:
    quint32 m_crc = 0;
    quint32 m_size = 0; ///< Modulo 2^32, as the trailer has it.
};

} // namespace hub
