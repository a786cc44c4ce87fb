// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPoint>

#include <chrono>
#include <optional>

namespace ui {

/// Says how long the rows of a list must keep their places. A movement of the pointer over the
/// list, a key press, a click and a scroll each hold the order for `length`. A pointer that does
/// not move holds nothing. A plain value; all times are those of a steady clock.
class SortHold
{
public:
    /// The order is free again this long after the last movement.
    static constexpr std::chrono::seconds length{10};

    /// The user pressed a key or a button, scrolled, or selected a row.
    void touch(std::chrono::milliseconds now) { m_touched = now; }
    /// The pointer was seen over the list, at this position of the screen. The same position again
    /// is no movement: rows that scroll under a parked pointer cause such events.
    void pointTo(QPoint position, std::chrono::milliseconds now);
    /// The pointer left the list. Ends the hold of its movements, but not that of touch().
    void leave() { m_moved.reset(); }

    bool isActive(std::chrono::milliseconds now) const;

private:
    std::optional<QPoint> m_position; ///< Where the pointer was last.
    std::optional<std::chrono::milliseconds> m_moved; ///< The last movement inside the list.
    std::optional<std::chrono::milliseconds> m_touched;
};

} // namespace ui
