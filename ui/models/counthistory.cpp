// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/counthistory.h"

#include <algorithm>

namespace ui {

void CountHistory::put(Line &line, int count) const
{
    line.counts[static_cast<size_t>(m_at)] = count;
    line.idle = count > 0 ? 0 : line.idle + 1;
}

void CountHistory::add(const QHash<QByteArray, int> &counts)
{
    for (auto count = counts.begin(); count != counts.end(); ++count) {
        if (m_lines.size() < mostKeys && !m_lines.contains(count.key()))
            m_lines.insert(count.key(), {});
    }
    for (auto line = m_lines.begin(); line != m_lines.end(); ++line)
        put(*line, counts.value(line.key()));
    m_lines.removeIf([](const auto &entry) { return entry->idle >= samples; });
    m_at = (m_at + 1) % samples;
    m_known = std::min(m_known + 1, samples);
}

void CountHistory::addUnknown()
{
    for (Line &line : m_lines)
        put(line, unknown);
    m_lines.removeIf([](const auto &entry) { return entry->idle >= samples; });
    m_at = (m_at + 1) % samples;
    m_known = std::min(m_known + 1, samples);
}

void CountHistory::clear()
{
    m_lines.clear();
    m_known = 0;
}

QList<int> CountHistory::of(const QByteArray &key) const
{
    const auto line = m_lines.find(key);
    if (line == m_lines.end())
        return {};
    QList<int> counts(samples, unknown);
    for (int i = samples - m_known; i < samples; ++i)
        counts[i] = line->counts[static_cast<size_t>((m_at + i) % samples)];
    return counts;
}

} // namespace ui
