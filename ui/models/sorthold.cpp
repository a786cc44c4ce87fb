// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/sorthold.h"

namespace ui {

void SortHold::pointTo(QPoint position, std::chrono::milliseconds now)
{
    if (m_position == position)
        return;
    m_position = position;
    m_moved = now;
}

bool SortHold::isActive(std::chrono::milliseconds now) const
{
    return (m_moved && now - *m_moved < length) || (m_touched && now - *m_touched < length);
}

} // namespace ui
