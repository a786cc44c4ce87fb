// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <string_view>

namespace bench {

/// Finds the numbered events in the bytes of streams, without copying any: what a million
/// deliveries a second leave time for. Where the number of one event stood it looks first for that
/// of the next.
class FrameScanner
{
public:
    static constexpr std::size_t none = std::string_view::npos;

    struct Event
    {
        qint64 number = -1; ///< -1: the frame is not a numbered event.
        qint64 ns = 0; ///< Its `"t":`, when it has one.
    };

    /// `marker` stands before the number of an event.
    explicit FrameScanner(const QByteArray &marker) : m_marker(marker.toStdString()) { }

    /// How many bytes the first frame has, its empty line included; `none` when it is incomplete.
    static std::size_t frameSize(std::string_view bytes);
    Event eventIn(std::string_view frame);

private:
    std::size_t behindMarker(std::string_view frame);

    const std::string m_marker;
    std::size_t m_lastAt = 0;
};

} // namespace bench
