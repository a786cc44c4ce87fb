// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logrows.h"

#include <algorithm>

namespace ui {

LogRows::LogRows(const EventRing *ring, QObject *parent) : QObject(parent), m_ring(ring) { }

void LogRows::setFilter(const LogFilter &filter)
{
    if (filter.text() == this->filter().text()) {
        return;
    }
    m_pending = Scan{filter, {}, m_ring->first(), m_ring->first()};
    advance(0);
}

void LogRows::setPaused(bool paused)
{
    if (paused == isPaused()) {
        return;
    }
    m_pausedEnd = paused ? std::optional(m_ring->end()) : std::nullopt;
    advance(0);
}

qint64 LogRows::visibleEnd() const
{
    return qMax(m_ring->first(), m_pausedEnd.value_or(m_ring->end()));
}

void LogRows::advance(int budgetMs)
{
    QElapsedTimer clock;
    clock.start();
    bool different = dropEvicted();
    if (m_pending) {
        scanInto(m_pending->matches, m_pending->next, m_pending->filter, clock, budgetMs);
        if (m_pending->next >= visibleEnd()) {
            m_filter = m_pending->filter;
            m_matches = std::move(m_pending->matches);
            m_matchesFirst = 0;
            m_next = m_pending->next;
            m_pending.reset();
            different = true;
        }
    } else if (!m_filter.isEmpty()) {
        const size_t before = m_matches.size();
        scanInto(m_matches, m_next, m_filter, clock, budgetMs);
        different = different || m_matches.size() != before;
    } else {
        m_next = visibleEnd();
    }
    if (m_filter.isEmpty()) {
        different = different || m_shownFirst != m_ring->first() || m_shownEnd != visibleEnd();
    }
    m_shownFirst = m_ring->first();
    m_shownEnd = visibleEnd();
    if (different) {
        emit changed();
    }
}

void LogRows::scanInto(std::vector<qint64> &matches, qint64 &next, const LogFilter &filter,
                       const QElapsedTimer &clock, int budgetMs) const
{
    // The clock is asked once in a few hundred rows, so even a budget of 0 gets somewhere.
    constexpr qint64 slice = 512;
    const qint64 end = visibleEnd();
    next = qMax(next, m_ring->first());
    if (filter.isEmpty()) {
        next = end;
        return;
    }
    do {
        next = m_ring->scan(next, qMin(end, next + slice),
                            [&](qint64 sequence, const LogRow &row, QByteArrayView text) {
                                if (filter.matches(*m_ring, row, text)) {
                                    matches.push_back(sequence);
                                }
                                return true;
                            });
    } while (next < end && clock.elapsed() < budgetMs);
}

bool LogRows::dropEvicted()
{
    const size_t before = m_matchesFirst;
    while (m_matchesFirst < m_matches.size() && m_matches[m_matchesFirst] < m_ring->first()) {
        ++m_matchesFirst;
    }
    const bool dropped = m_matchesFirst != before;
    if (m_matchesFirst > 65'536 && m_matchesFirst > m_matches.size() / 2) {
        m_matches.erase(m_matches.begin(),
                        m_matches.begin() + static_cast<qsizetype>(m_matchesFirst));
        m_matchesFirst = 0;
    }
    if (m_pending) {
        auto &matches = m_pending->matches;
        matches.erase(matches.begin(),
                      std::lower_bound(matches.begin(), matches.end(), m_ring->first()));
    }
    return dropped;
}

double LogRows::progress() const
{
    if (!m_pending) {
        return 1;
    }
    const auto all = static_cast<double>(visibleEnd() - m_pending->from);
    return all <= 0 ? 1 : static_cast<double>(m_pending->next - m_pending->from) / all;
}

qint64 LogRows::count() const
{
    return m_filter.isEmpty() ? visibleEnd() - m_ring->first()
                              : static_cast<qint64>(m_matches.size() - m_matchesFirst);
}

qint64 LogRows::sequenceAt(qint64 row) const
{
    return m_filter.isEmpty() ? m_ring->first() + row
                              : m_matches[m_matchesFirst + static_cast<size_t>(row)];
}

qint64 LogRows::rowAtOrAfter(qint64 sequence) const
{
    if (m_filter.isEmpty()) {
        return qBound<qint64>(0, sequence - m_ring->first(), count());
    }
    const auto from = m_matches.begin() + static_cast<qsizetype>(m_matchesFirst);
    return std::lower_bound(from, m_matches.end(), sequence) - from;
}

} // namespace ui
