// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/loglabels.h"

#include <algorithm>

namespace ui {

bool LogLabels::labelJob(const QByteArray &jobId, int number)
{
    if (m_jobs.value(jobId) == number) {
        m_jobs.remove(jobId);
    } else {
        if (!m_jobs.contains(jobId) && m_jobs.size() >= mostJobs)
            return false;
        m_jobs.insert(jobId, number);
    }
    emit changed();
    return true;
}

bool LogLabels::labelRows(const LogFilter &filter, int number)
{
    if (filter.isEmpty() || filter.hasExpression())
        return false;
    const auto old = std::find_if(m_filters.begin(), m_filters.end(), [&](const Rule &rule) {
        return rule.filter.text() == filter.text();
    });
    const bool had = old != m_filters.end() && old->number == number;
    if (old != m_filters.end())
        m_filters.erase(old);
    if (!had) {
        if (m_filters.size() >= mostFilters)
            return false;
        m_filters.push_back({filter, number});
    }
    emit changed();
    return true;
}

void LogLabels::clear()
{
    m_jobs.clear();
    m_filters.clear();
    emit changed();
}

int LogLabels::labelOf(const EventRing &ring, qint64 sequence) const
{
    const LogRow &row = ring.at(sequence);
    if (isEmpty() || row.kind != LogKind::Event)
        return 0;
    if (const int number = row.job == 0 ? 0 : m_jobs.value(ring.jobId(row.job)); number != 0)
        return number;
    const QByteArrayView text = ring.text(sequence);
    const auto found = std::find_if(m_filters.rbegin(), m_filters.rend(), [&](const Rule &rule) {
        return rule.filter.judge(ring, row, text) == LogFilter::Judgement::Shown;
    });
    return found == m_filters.rend() ? 0 : found->number;
}

} // namespace ui
