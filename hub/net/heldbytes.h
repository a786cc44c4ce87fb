// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <span>
#include <vector>

namespace hub {

/// The unsent frames of one connection, and the progress within the first of them. The bytes are
/// shared with other connections that send the same frames.
class HeldBytes
{
public:
    enum class Outcome {
        All, ///< Everything was sent.
        Full, ///< The socket buffer is full; the rest is held.
        Failed ///< The socket failed; see errno.
    };

    bool isEmpty() const { return m_size == 0; }
    qint64 size() const { return m_size; }

    void append(std::span<const QByteArray> frames);
    void clear();

    /// Sends the frames and holds the bytes that the socket does not accept. Adds the accepted
    /// bytes to `taken`. Only when isEmpty(). A single frame that is sent whole needs no
    /// allocation.
    Outcome send(int fd, std::span<const QByteArray> frames, qint64 &taken);

    /// Sends held frames, several in one call, until the socket accepts no more. Adds the accepted
    /// bytes to `taken`.
    Outcome sendTo(int fd, qint64 &taken);

private:
    void drop(qint64 count);

    std::vector<QByteArray> m_frames;
    size_t m_first = 0; ///< Index of the first unsent frame; earlier ones are already released.
    qsizetype m_offset = 0; ///< Bytes of the first unsent frame that were sent.
    qint64 m_size = 0;
};

} // namespace hub
