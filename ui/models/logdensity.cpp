// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logdensity.h"

#include "ui/models/loglevel.h"
#include "ui/models/logrows.h"

#include <algorithm>

namespace ui {

namespace {

void merge(LogDensity::Stripe &into, const LogDensity::Stripe &from)
{
    for (size_t level = 0; level < into.levels.size(); ++level)
        into.levels[level] += from.levels[level];
    into.hasGap = into.hasGap || from.hasGap;
}

} // namespace

void LogDensity::restart()
{
    m_buckets.clear();
    m_span = 1;
    m_next = 0;
    m_generation = m_rows->generation();
}

qint64 LogDensity::advance(qint64 most)
{
    if (m_generation != m_rows->generation())
        restart();
    while (!m_buckets.empty() && m_buckets.front().last < m_rows->ring().first())
        m_buckets.pop_front();
    if (m_buckets.empty())
        m_span = 1;
    const qint64 from = m_rows->rowAtOrAfter(m_next);
    const qint64 end = qMin(m_rows->count(), from + most);
    for (qint64 row = from; row < end; ++row)
        add(m_rows->sequenceAt(row));
    return qMax<qint64>(0, end - from);
}

bool LogDensity::isComplete() const
{
    return m_generation == m_rows->generation() && m_rows->rowAtOrAfter(m_next) >= m_rows->count();
}

void LogDensity::add(qint64 sequence)
{
    if (m_buckets.empty() || m_buckets.back().rows >= m_span) {
        if (m_buckets.size() == mostBuckets)
            halve();
        m_buckets.emplace_back();
    }
    const LogRow &row = m_rows->ring().at(sequence);
    Bucket &bucket = m_buckets.back();
    bucket.last = sequence;
    ++bucket.rows;
    ++bucket.sum.levels[static_cast<size_t>(shownLevel(row))];
    if (row.kind == LogKind::Gap || row.kind == LogKind::HubRestarted)
        bucket.sum.hasGap = true;
    m_next = sequence + 1;
}

/// Merges neighbours, so that half as many buckets hold twice as many rows each.
void LogDensity::halve()
{
    std::deque<Bucket> merged;
    for (size_t i = 0; i < m_buckets.size(); i += 2) {
        Bucket bucket = m_buckets[i];
        if (i + 1 < m_buckets.size()) {
            bucket.last = m_buckets[i + 1].last;
            bucket.rows += m_buckets[i + 1].rows;
            merge(bucket.sum, m_buckets[i + 1].sum);
        }
        merged.push_back(bucket);
    }
    m_buckets = std::move(merged);
    m_span *= 2;
}

std::vector<LogDensity::Stripe> LogDensity::stripes(int count) const
{
    std::vector<Stripe> all(static_cast<size_t>(qMax(0, count)));
    const qint64 rows = m_rows->count();
    if (rows == 0 || count <= 0 || m_generation != m_rows->generation())
        return all;
    // The oldest bucket may count rows that the log has dropped since, so measure from its end.
    qint64 end = m_rows->rowAtOrAfter(m_next);
    for (auto bucket = m_buckets.rbegin(); bucket != m_buckets.rend() && end > 0; ++bucket) {
        const qint64 begin = qMax<qint64>(0, end - bucket->rows);
        const qint64 top = begin * count / rows;
        const qint64 bottom = qMax(top + 1, (end * count + rows - 1) / rows);
        for (qint64 at = top; at < qMin<qint64>(bottom, count); ++at)
            merge(all[static_cast<size_t>(at)], bucket->sum);
        end = begin;
    }
    return all;
}

} // namespace ui
