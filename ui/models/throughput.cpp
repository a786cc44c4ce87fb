// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/throughput.h"

#include <algorithm>

namespace ui {

bool Throughput::advance(qint64 steadyMs)
{
    if (m_secondStart < 0)
        m_secondStart = steadyMs;
    qint64 passed = (steadyMs - m_secondStart) / 1000;
    if (passed <= 0)
        return false;
    m_secondStart += passed * 1000;
    for (passed = qMin<qint64>(passed, seconds); passed > 0; --passed) {
        // After a pause of several seconds (a suspended machine) all events count for the first of
        // them.
        m_counts[static_cast<size_t>(m_head)] = std::exchange(m_current, 0);
        m_head = (m_head + 1) % seconds;
    }
    return true;
}

int Throughput::peak() const
{
    return *std::max_element(m_counts.begin(), m_counts.end());
}

} // namespace ui
