// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <array>

namespace ui {

/// Events a second over the last two minutes.
class Throughput
{
public:
    static constexpr int seconds = 120;

    void add(int events = 1) { m_current += events; }
    /// Completes the current second when `steadyMs` is past it. Returns true if there is a new
    /// figure.
    bool advance(qint64 steadyMs);

    /// Events in the last complete second.
    int latest() const { return at(seconds - 1); }
    int peak() const;
    /// Events in one second: 0 is the oldest, `seconds - 1` the latest.
    int at(int index) const { return m_counts[static_cast<size_t>((m_head + index) % seconds)]; }

private:
    std::array<int, seconds> m_counts{};
    int m_head = 0; ///< Index of the oldest second.
    int m_current = 0;
    qint64 m_secondStart = -1;
};

} // namespace ui
