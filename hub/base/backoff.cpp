// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace hub {

Backoff::Backoff(Milliseconds first, Milliseconds most, QRandomGenerator *random)
    : m_first(first)
    , m_most(most)
    , m_ceiling(first)
    , m_random(random)
{ }

Backoff::Milliseconds Backoff::next(Milliseconds floor)
{
    const auto drawn = Milliseconds{
        static_cast<qint64>(m_random->generateDouble() * static_cast<double>(m_ceiling.count()))};
    m_ceiling = std::min(m_ceiling * 2, m_most);
    ++m_attempt;
    return std::max(drawn, floor);
}

void Backoff::reset()
{
    m_ceiling = m_first;
    m_attempt = 0;
}

} // namespace hub
