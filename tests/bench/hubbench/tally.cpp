// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/tally.h"

#include <algorithm>

namespace bench {

void Tally::takeOther(quint64 number, Faults &faults)
{
    if (m_order == Order::Strict)
        return takeOrdered(number, faults);
    if (number >= m_seen.size())
        m_seen.resize(number + 1);
    faults.repeated += m_seen[number] ? 1 : 0;
    m_seen[number] = true;
}

void Tally::takeOrdered(quint64 number, Faults &faults)
{
    if (number < m_next) {
        ++faults.repeated;
        return;
    }
    faults.lost += static_cast<qint64>(number - m_next);
    m_next = number + 1;
}

void Tally::finish(quint64 total, Faults &faults) const
{
    const quint64 had = m_order == Order::Strict
                            ? m_next
                            : static_cast<quint64>(std::count(m_seen.begin(), m_seen.end(), true));
    if (had < total)
        faults.lost += static_cast<qint64>(total - had);
}

} // namespace bench
