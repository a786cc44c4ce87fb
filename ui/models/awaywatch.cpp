// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/awaywatch.h"

#include "hub/wire/job.h"

namespace ui {

void AwayWatch::reset(const QByteArray &mark)
{
    *this = AwayWatch();
    m_mark = hub::Cursor::parse(mark);
}

std::optional<AwayCounts> AwayWatch::update(const Facts &facts, const JobStore &jobs)
{
    if (!facts.current) {
        if (std::exchange(m_current, false))
            m_sinceMs = facts.steadyMs;
        m_begunMs.reset();
        return {};
    }
    if (!std::exchange(m_current, true)) {
        m_begunMs = facts.steadyMs;
        m_away = !m_sinceMs || facts.steadyMs - *m_sinceMs >= brief.count() || m_away;
    }
    if (m_away && (!facts.idle || facts.steadyMs - *m_begunMs < settling.count()))
        return {};
    const auto now = hub::Cursor::parse(facts.appliedId);
    std::optional<AwayCounts> counts;
    // Event ids of another epoch cannot be compared.
    if (std::exchange(m_away, false) && m_mark && now && now->epoch == m_mark->epoch)
        counts = countSince(*m_mark, jobs);
    if (now)
        m_mark = now;
    return counts && *counts != AwayCounts() ? counts : std::nullopt;
}

AwayCounts AwayWatch::countSince(const hub::Cursor &mark, const JobStore &jobs) const
{
    AwayCounts counts;
    for (int row = 0; row < jobs.count(); ++row) {
        const hub::Job &job = jobs.at(row).job;
        const hub::EventId end =
            job.terminalEvent == hub::EventId() ? job.lastEvent : job.terminalEvent;
        if (!hub::isTerminal(job.status) || end <= mark.id)
            continue;
        if (isFailure(job.status))
            ++counts.failed;
        else if (job.status == JobStatus::Completed)
            ++counts.completed;
    }
    return counts;
}

} // namespace ui
