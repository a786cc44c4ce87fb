// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <zlib.h>

namespace test {

/// The format around the deflate blocks; each value is zlib's `windowBits` for it.
enum class Frame { None = -15, Zlib = 15, Gzip = 15 + 16 };

/// Compresses all of `plain` in one call.
inline QByteArray deflated(const QByteArray &plain, Frame frame = Frame::Zlib)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, static_cast<int>(frame), 8,
                 Z_DEFAULT_STRATEGY);
    QByteArray coded(static_cast<qsizetype>(deflateBound(&stream, uLong(plain.size()))),
                     Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(coded.data());
    stream.avail_out = static_cast<uInt>(coded.size());
    deflate(&stream, Z_FINISH);
    coded.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return coded;
}

inline QByteArray gzipped(const QByteArray &plain)
{
    return deflated(plain, Frame::Gzip);
}

} // namespace test
