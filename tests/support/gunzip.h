// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <zlib.h>

#include <array>

namespace test {

/// Decompresses a gzip member piece by piece, as a browser does.
class Gunzip
{
public:
    Gunzip() { inflateInit2(&m_stream, 15 + 16); } // + 16: gzip format; zlib verifies the checksum
    ~Gunzip() { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Gunzip)

    /// Decompresses `bytes` and returns the result. ok() says whether `bytes` were valid.
    QByteArray take(const QByteArray &bytes)
    {
        QByteArray plain;
        std::array<char, 65'536> buffer;
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        do {
            m_stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
            m_stream.avail_out = buffer.size();
            m_code = inflate(&m_stream, Z_SYNC_FLUSH);
            plain.append(buffer.data(), static_cast<qsizetype>(buffer.size() - m_stream.avail_out));
        } while (m_code == Z_OK && m_stream.avail_out == 0);
        return plain;
    }

    bool ok() const { return m_code == Z_OK || m_code == Z_BUF_ERROR || ended(); }
    /// True after the trailer was read and its checksum and size were correct.
    bool ended() const { return m_code == Z_STREAM_END; }

private:
    z_stream m_stream{};
    int m_code = Z_OK;
};

} // namespace test
