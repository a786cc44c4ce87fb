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
    /// Closes the running second once `steadyMs` has passed it; true when there is a new figure.
    bool advance(qint64 steadyMs);

    /// The last whole second.
    int latest() const { return at(seconds - 1); }
    int peak() const;
    /// 0 is the oldest second, `seconds - 1` the latest.
    int at(int index) const { return m_counts[static_cast<size_t>((m_head + index) % seconds)]; }

private:
    std::array<int, seconds> m_counts{};
    int m_head = 0; ///< Where the oldest is.
    int m_current = 0;
    qint64 m_secondStart = -1;
};

} // namespace ui
