// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logrows.h"

#include "ui/models/threadcputime.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace ui {

LogRows::LogRows(const EventRing *ring, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_ring(ring)
    , m_clock(clock)
    , m_cpuClock(threadCpuTime)
{ }

void LogRows::setFilter(const LogFilter &filter)
{
    if (filter.text() == this->filter().text() && !isStopped())
        return;
    m_pending = Scan{filter, {}, m_ring->first(), m_ring->first(), 0, 0};
    m_scan.reset();
    beginScan();
    advance(0ms);
}

void LogRows::beginScan()
{
    const LogFilter &filter = m_pending->filter;
    // The pause may end within a full block, and a scan judges whole blocks.
    if (!m_pool || filter.isEmpty() || filter.hasExpression() || isPaused())
        return;
    EventRing::Sealed rows = m_ring->sealed();
    if (!rows.blocks.empty())
        m_scan = std::make_unique<LogScan>(m_pool, filter, std::move(rows));
}

/// Takes the results of the thread. Returns false while it still has rows to judge.
bool LogRows::advanceScan()
{
    m_pending->next = m_scan->take(m_pending->matches);
    if (m_pending->next < m_scan->end())
        return false;
    m_scan.reset();
    auto &matches = m_pending->matches; // some of these rows may be gone meanwhile
    matches.erase(matches.begin(),
                  std::lower_bound(matches.begin(), matches.end(), m_ring->first()));
    return true;
}

void LogRows::setPaused(bool paused)
{
    if (paused == isPaused())
        return;
    m_pausedEnd = paused ? std::optional(m_ring->end()) : std::nullopt;
    advance(0ms);
}

qint64 LogRows::visibleEnd() const
{
    return qMax(m_ring->first(), m_pausedEnd.value_or(m_ring->end()));
}

void LogRows::advance(std::chrono::milliseconds budget)
{
    const Turn turn{budget, now() + budget};
    bool different = dropEvicted();
    if (m_pending) {
        different = advancePending(turn) || different;
    } else if (!m_live.filter.isEmpty()) {
        const size_t before = m_live.matches.size();
        const std::pair judged(m_live.unjudged, m_live.isStopped());
        takeTurn(m_live, turn);
        different = different || m_live.matches.size() != before
                    || judged != std::pair(m_live.unjudged, m_live.isStopped());
    } else {
        m_live.next = visibleEnd();
    }
    if (m_live.filter.isEmpty())
        different = different || m_shownFirst != m_ring->first() || m_shownEnd != visibleEnd();
    m_shownFirst = m_ring->first();
    m_shownEnd = visibleEnd();
    if (different)
        emit changed();
}

/// Returns true if the new filter has seen all rows or has stopped. It has then replaced the old
/// one.
bool LogRows::advancePending(const Turn &turn)
{
    if (m_scan && !advanceScan())
        return false;
    takeTurn(*m_pending, turn);
    if (m_pending->next < visibleEnd() && !m_pending->isStopped())
        return false;
    m_live = std::move(*m_pending);
    m_matchesFirst = 0;
    ++m_generation;
    m_pending.reset();
    return true;
}

void LogRows::takeTurn(Scan &scan, const Turn &turn) const
{
    if (!scan.filter.hasExpression())
        return goOn(scan, turn.end);
    const std::chrono::milliseconds begun = m_cpuClock();
    goOn(scan, turn.end);
    if (m_cpuClock() - begun > turn.budget + slowTurn)
        ++scan.slowTurns;
}

void LogRows::goOn(Scan &scan, std::chrono::milliseconds end) const
{
    // Read the clock once per slice, so that a budget of 0 makes progress too. A regular expression
    // can take milliseconds for one row, so read the clock after each row then.
    constexpr qint64 slice = 512;
    const qint64 rowsEnd = visibleEnd();
    const bool eachRow = scan.filter.hasExpression();
    scan.next = qMax(scan.next, m_ring->first());
    if (scan.filter.isEmpty()) {
        scan.next = rowsEnd;
        return;
    }
    while (scan.next < rowsEnd && !scan.isStopped()) {
        scan.next = m_ring->scan(scan.next, qMin(rowsEnd, scan.next + slice),
                                 [&](qint64 sequence, const LogRow &row, QByteArrayView text) {
                                     const bool goesOn = judge(scan, sequence, row, text);
                                     return goesOn && !(eachRow && now() >= end);
                                 });
        if (now() >= end)
            return;
    }
}

/// Returns false if the filter has stopped.
bool LogRows::judge(Scan &scan, qint64 sequence, const LogRow &row, QByteArrayView text) const
{
    switch (scan.filter.judge(*m_ring, row, text)) {
    case LogFilter::Judgement::Shown: scan.matches.push_back(sequence); break;
    case LogFilter::Judgement::Hidden: break;
    case LogFilter::Judgement::TooCostly: ++scan.unjudged; break;
    }
    return !scan.isStopped();
}

bool LogRows::dropEvicted()
{
    const size_t before = m_matchesFirst;
    while (m_matchesFirst < m_live.matches.size()
           && m_live.matches[m_matchesFirst] < m_ring->first()) {
        ++m_matchesFirst;
    }
    const bool dropped = m_matchesFirst != before;
    if (m_matchesFirst > 65'536 && m_matchesFirst > m_live.matches.size() / 2) {
        m_live.matches.erase(m_live.matches.begin(),
                             m_live.matches.begin() + static_cast<qsizetype>(m_matchesFirst));
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
    if (!m_pending)
        return 1;
    const auto all = static_cast<double>(visibleEnd() - m_pending->from);
    return all <= 0 ? 1 : static_cast<double>(m_pending->next - m_pending->from) / all;
}

qint64 LogRows::count() const
{
    return m_live.filter.isEmpty() ? visibleEnd() - m_ring->first()
                                   : static_cast<qint64>(m_live.matches.size() - m_matchesFirst);
}

qint64 LogRows::sequenceAt(qint64 row) const
{
    return m_live.filter.isEmpty() ? m_ring->first() + row
                                   : m_live.matches[m_matchesFirst + static_cast<size_t>(row)];
}

qint64 LogRows::rowAtOrAfter(qint64 sequence) const
{
    if (m_live.filter.isEmpty())
        return qBound<qint64>(0, sequence - m_ring->first(), count());
    const auto from = m_live.matches.begin() + static_cast<qsizetype>(m_matchesFirst);
    return std::lower_bound(from, m_live.matches.end(), sequence) - from;
}

} // namespace ui
