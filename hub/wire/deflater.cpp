// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/deflater.h"

#include <zlib.h>

#include <algorithm>

namespace hub {

namespace {
const Bytef *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const Bytef *>(view.data());
}

void appendLittleEndian(QByteArray &out, quint32 value)
{
    for (int i = 0; i < 4; ++i)
        out += static_cast<char>(value >> (8 * i));
}
} // namespace

PlainSum PlainSum::of(QByteArrayView plain)
{
    PlainSum sum;
    sum.crc = static_cast<quint32>(crc32_z(0, bytesOf(plain), static_cast<z_size_t>(plain.size())));
    sum.combine = static_cast<quint32>(crc32_combine_gen(static_cast<z_off_t>(plain.size())));
    sum.size = plain.size();
    return sum;
}

class Deflater::Private
{
public:
    z_stream stream{};
};

Deflater::Deflater(int windowBits, int memoryLevel) : m_d(std::make_unique<Private>())
{
    // A negative window size selects raw deflate. The call fails only when memory runs out.
    if (deflateInit2(&m_d->stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -windowBits, memoryLevel,
                     Z_DEFAULT_STRATEGY)
        != Z_OK)
        qBadAlloc();
}

Deflater::~Deflater()
{
    deflateEnd(&m_d->stream);
}

QByteArray Deflater::block(QByteArrayView plain)
{
    z_stream &stream = m_d->stream;
    QByteArray out;
    out.resize(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size())))
               + 16);
    stream.next_in = const_cast<Bytef *>(bytesOf(plain));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_SYNC_FLUSH);
    while (stream.avail_out == 0) { // deflateBound() does not cover Z_SYNC_FLUSH (zlib.h)
        const qsizetype had = out.size();
        out.resize(had * 2);
        stream.next_out = reinterpret_cast<Bytef *>(out.data()) + had;
        stream.avail_out = static_cast<uInt>(out.size() - had);
        deflate(&stream, Z_SYNC_FLUSH);
    }
    out.truncate(out.size() - static_cast<qsizetype>(stream.avail_out));
    out.squeeze();
    return out;
}

void Deflater::reset()
{
    deflateReset(&m_d->stream);
}

qint64 Deflater::bytes(int windowBits, int memoryLevel)
{
    return (qint64{1} << (windowBits + 2)) + (qint64{1} << (memoryLevel + 9)); // see zconf.h
}

QByteArray GzipMember::header()
{
    static constexpr char bytes[] = {0x1f, char(0x8b), Z_DEFLATED, 0, 0, 0, 0, 0, 0, char(0xff)};
    return QByteArray(bytes, sizeof bytes);
}

void GzipMember::add(const PlainSum &sum)
{
    m_crc = static_cast<quint32>(crc32_combine_op(m_crc, sum.crc, sum.combine));
    m_size += static_cast<quint32>(sum.size);
}

QByteArray GzipMember::end() const
{
    QByteArray out("\x03\x00", 2); // an empty last block
    appendLittleEndian(out, m_crc);
    appendLittleEndian(out, m_size);
    return out;
}

} // namespace hub
