// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/noticebudget.h"

#include <algorithm>

namespace ui {

void NoticeBudget::setLimits(int perShortTime, int perLongTime)
{
    m_perShortTime = perShortTime;
    m_perLongTime = perLongTime;
}

qsizetype NoticeBudget::within(std::chrono::milliseconds time, qint64 steadyMs) const
{
    const auto first = std::upper_bound(m_spent.begin(), m_spent.end(), steadyMs - time.count());
    return m_spent.end() - first;
}

bool NoticeBudget::hasRoom(qint64 steadyMs) const
{
    return (m_perShortTime == 0 || within(shortTime, steadyMs) < m_perShortTime)
           && (m_perLongTime == 0 || within(longTime, steadyMs) < m_perLongTime);
}

void NoticeBudget::spend(qint64 steadyMs)
{
    while (!m_spent.empty() && m_spent.front() <= steadyMs - longTime.count())
        m_spent.pop_front();
    if (m_perShortTime != 0 || m_perLongTime != 0)
        m_spent.push_back(steadyMs);
}

} // namespace ui
