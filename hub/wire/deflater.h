// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace hub {

/// The CRC and size of a piece of uncompressed bytes. With them, a GzipMember adds the piece to its
/// checksum without reading the bytes again.
struct PlainSum
{
    quint32 crc = 0;
    quint32 combine = 0; ///< zlib's operator for this size (crc32_combine_gen()).
    qint64 size = 0;

    static PlainSum of(QByteArrayView plain);
};

/// Compresses a stream piece by piece. Each piece ends with a sync flush (RFC 1951), so that a
/// reader can decompress it completely as soon as it arrives. A piece may refer to earlier pieces
/// since the last reset(), and to no others.
class Deflater
{
public:
    /// `windowBits` is 9 to 15 and `memoryLevel` 1 to 9, as in deflateInit2() of zlib. They
    /// determine the memory use, see bytes().
    Deflater(int windowBits, int memoryLevel);
    ~Deflater();
    Deflater(const Deflater &) = delete;
    Deflater &operator=(const Deflater &) = delete;

    /// Returns `plain` as raw deflate blocks that end at a byte boundary.
    QByteArray block(QByteArrayView plain);
    /// Forgets all earlier pieces: the next piece refers to none of them.
    void reset();

    /// Returns the approximate memory use of a Deflater with these parameters, in bytes.
    static qint64 bytes(int windowBits, int memoryLevel);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

/// Makes the header and trailer of a gzip member around deflate blocks (RFC 1952), for one stream.
class GzipMember
{
public:
    static QByteArray header();
    /// Adds a sent piece to the checksum and size. Call it in the order of sending.
    void add(const PlainSum &sum);
    /// Returns an empty last block and the trailer.
    QByteArray end() const;

private:
    quint32 m_crc = 0;
    quint32 m_size = 0; ///< Modulo 2^32, as in the trailer.
};

} // namespace hub
