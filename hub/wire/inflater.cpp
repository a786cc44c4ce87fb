// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/inflater.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

namespace hub {

namespace {

// Values of `windowBits` for inflateInit2(): zlib adds 16 for gzip and negates for raw deflate.
constexpr int gzipBits = 15 + 16;
constexpr int zlibBits = 15;
constexpr int rawBits = -15;

/// Returns whether `coded` starts with a zlib header (RFC 1950 section 2.2).
bool isZlib(QByteArrayView coded)
{
    const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(coded[i]); };
    return coded.size() >= 2 && (byte(0) & 0x0f) == Z_DEFLATED
           && (byte(0) * 256 + byte(1)) % 31 == 0;
}

int windowBits(Inflater::Coding coding, QByteArrayView coded)
{
    if (coding == Inflater::Coding::Gzip)
        return gzipBits;
    return isZlib(coded) ? zlibBits : rawBits;
}

} // namespace

class Inflater::Private
{
public:
    Private(const QByteArray &coded, int windowBits)
    {
        // zlib only reads the input, but the type of next_in is not const.
        z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(coded.constData()));
        z.avail_in = static_cast<uInt>(coded.size());
        if (::inflateInit2(&z, windowBits) != Z_OK)
            throw std::bad_alloc();
    }
    ~Private() { ::inflateEnd(&z); }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    z_stream z{};
};

Inflater::Inflater(Coding coding, const QByteArray &coded, qint64 limit)
    : m_coding(coding)
    , m_coded(coded.left(std::numeric_limits<int>::max()))
    , m_limit(limit)
    , m_d(std::make_unique<Private>(m_coded, windowBits(coding, m_coded)))
{ }

Inflater::~Inflater() = default;

Inflater::State Inflater::step(qsizetype most)
{
    z_stream &z = m_d->z;
    const qsizetype before = m_plain.size();
    // One byte above the limit shows whether the body is larger than the limit.
    const qsizetype room = std::min<qint64>(most, m_limit - before + 1);
    m_plain.resize(before + room);
    z.next_out = reinterpret_cast<Bytef *>(m_plain.data() + before);
    z.avail_out = static_cast<uInt>(room);
    const int code = ::inflate(&z, Z_NO_FLUSH);
    m_plain.resize(before + room - z.avail_out);
    if (m_plain.size() > m_limit)
        return State::TooLarge;
    if (code == Z_STREAM_END)
        return endMember();
    const bool moved = z.avail_out < static_cast<uInt>(room);
    return code == Z_OK && (moved || z.avail_in > 0) ? State::More : State::Corrupt;
}

Inflater::State Inflater::endMember()
{
    z_stream &z = m_d->z;
    if (z.avail_in == 0)
        return State::Done;
    if (m_coding != Coding::Gzip || ::inflateReset(&z) != Z_OK)
        return State::Corrupt;
    return State::More;
}

} // namespace hub
