// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/hubhistory.h"

namespace ui {

void HubHistory::add(const Sample &sample)
{
    const qint64 slot = m_clock.steadyMs() / std::chrono::milliseconds(step).count();
    if (m_slot < 0)
        m_slot = slot;
    for (int missed = 0; m_slot < slot && missed <= points; ++missed) {
        finish();
        ++m_slot;
    }
    m_slot = slot;
    m_sum += sample.events;
    ++m_seconds;
    m_live = m_live && sample.live;
    m_connections = sample.connections;
}

/// Ends the step that is under way. One with few samples is a gap: the machine slept meanwhile.
void HubHistory::finish()
{
    constexpr int fewest = 2;
    Point point;
    point.live = m_live && m_seconds >= fewest;
    if (point.live) {
        point.events = m_sum / m_seconds;
        point.connections = m_connections;
    }
    m_points[static_cast<size_t>(m_head)] = point;
    m_head = (m_head + 1) % points;
    m_sum = 0;
    m_seconds = 0;
    m_live = true;
    m_connections.reset();
}

void HubHistory::clear()
{
    m_points.fill({});
    m_slot = -1;
    m_sum = 0;
    m_seconds = 0;
    m_live = true;
    m_connections.reset();
}

const HubHistory::Point &HubHistory::at(int point) const
{
    return m_points[static_cast<size_t>((m_head + point) % points)];
}

HubHistory::Values HubHistory::events() const
{
    Values values;
    for (int point = 0; point < points; ++point)
        values << at(point).events;
    return values;
}

HubHistory::Values HubHistory::connections() const
{
    Values values;
    for (int point = 0; point < points; ++point)
        values << at(point).connections;
    return values;
}

} // namespace ui
