// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logmarks.h"

#include "ui/models/logrows.h"

#include <algorithm>
#include <iterator>

namespace ui {

LogMarks::LogMarks(const EventRing *ring, QObject *parent) : QObject(parent), m_ring(ring) { }

bool LogMarks::contains(qint64 sequence) const
{
    return std::binary_search(m_marks.begin(), m_marks.end(), sequence);
}

void LogMarks::prune()
{
    m_marks.erase(m_marks.begin(),
                  std::lower_bound(m_marks.begin(), m_marks.end(), m_ring->first()));
}

bool LogMarks::toggle(const std::vector<qint64> &sequences)
{
    prune();
    std::vector<qint64> result;
    if (std::includes(m_marks.begin(), m_marks.end(), sequences.begin(), sequences.end())) {
        std::set_difference(m_marks.begin(), m_marks.end(), sequences.begin(), sequences.end(),
                            std::back_inserter(result));
    } else {
        std::set_union(m_marks.begin(), m_marks.end(), sequences.begin(), sequences.end(),
                       std::back_inserter(result));
    }
    if (result.size() > most)
        return false;
    m_marks = std::move(result);
    emit changed();
    return true;
}

void LogMarks::clear()
{
    m_marks.clear();
    emit changed();
}

qint64 LogMarks::next(qint64 from, int step, const LogRows &rows) const
{
    const auto isShown = [this, &rows](qint64 mark) {
        const qint64 row = rows.rowAtOrAfter(mark);
        return m_ring->holds(mark) && row < rows.count() && rows.sequenceAt(row) == mark;
    };
    if (step > 0) {
        const auto after = std::upper_bound(m_marks.begin(), m_marks.end(), from);
        const auto found = std::find_if(after, m_marks.end(), isShown);
        return found == m_marks.end() ? -1 : *found;
    }
    const auto before =
        std::make_reverse_iterator(std::lower_bound(m_marks.begin(), m_marks.end(), from));
    const auto found = std::find_if(before, m_marks.rend(), isShown);
    return found == m_marks.rend() ? -1 : *found;
}

bool LogMarks::anyIn(qint64 from, qint64 to) const
{
    const auto found = std::lower_bound(m_marks.begin(), m_marks.end(), from);
    return found != m_marks.end() && *found < to;
}

qint64 LogMarks::count() const
{
    return m_marks.end() - std::lower_bound(m_marks.begin(), m_marks.end(), m_ring->first());
}

} // namespace ui
