// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobtally.h"

namespace ui {

namespace {

/// Limit for m_changes. The hub's counts come each second while jobs change, so that a hub that
/// does not send them is the only reason to reach it.
constexpr size_t mostChanges = 200'000;

} // namespace

qint64 JobTally::countOf(JobStatusSet statuses) const
{
    qint64 count = 0;
    for (size_t status = 0; status < m_counts.size(); ++status)
        if (statuses & (1U << status))
            count += m_counts[status];
    return count;
}

void JobTally::set(const JobTotals &totals)
{
    const auto asOf = hub::Cursor::parse(totals.asOf);
    if (!asOf || (m_known && asOf->id < m_asOf))
        return;
    m_known = true;
    m_asOf = asOf->id;
    m_counts = totals.statuses;
    std::erase_if(m_changes, [this](const Change &change) { return change.id <= m_asOf; });
    for (const Change &change : m_changes)
        apply(m_counts, change);
}

void JobTally::note(hub::EventId id, std::optional<JobStatus> was, JobStatus now)
{
    if (id <= m_asOf || m_changes.size() == mostChanges)
        return;
    m_changes.push_back({id, was, now});
    apply(m_counts, m_changes.back());
}

void JobTally::apply(Counts &counts, const Change &change)
{
    if (change.was) {
        qint64 &before = counts[static_cast<size_t>(*change.was)];
        before = qMax<qint64>(before - 1, 0);
    }
    ++counts[static_cast<size_t>(change.now)];
}

} // namespace ui
