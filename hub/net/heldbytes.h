// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <span>
#include <vector>

namespace hub {

/// Frames that a socket did not take yet, shared with whoever else sends them, and how far the
/// first one has gone.
class HeldBytes
{
public:
    enum class Outcome { All, Full, Failed };

    bool isEmpty() const { return m_size == 0; }
    qint64 size() const { return m_size; }

    void append(std::span<const QByteArray> frames);
    void clear();

    /// Sends the frames and holds what the descriptor does not take; only when nothing is held. The
    /// usual case touches no memory but the frames.
    Outcome send(int fd, std::span<const QByteArray> frames, qint64 &taken);

    /// Sends as much as the descriptor takes, gathered; adds it to `taken`.
    Outcome sendTo(int fd, qint64 &taken);

private:
    void drop(qint64 count);

    std::vector<QByteArray> m_frames;
    size_t m_first = 0; ///< The frames before it are sent and released.
    qsizetype m_offset = 0; ///< Into the first frame.
    qint64 m_size = 0;
};

} // namespace hub
