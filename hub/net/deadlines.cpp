// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/deadlines.h"

namespace hub {

Deadlines::Deadlines(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Deadlines::check);
}

Deadlines::Queue::iterator Deadlines::insert(std::chrono::milliseconds wait, Target *target)
{
    const auto position = m_queue.emplace(m_clock.steadyMs() + wait.count(), target);
    if (m_armedFor < 0 || position->first < m_armedFor)
        arm();
    return position;
}

void Deadlines::check()
{
    m_armedFor = -1;
    const qint64 now = m_clock.steadyMs();
    while (!m_queue.empty() && m_queue.begin()->first <= now) {
        Target *target = m_queue.begin()->second;
        m_queue.erase(m_queue.begin());
        target->deadlineReached();
    }
    if (!m_queue.empty())
        arm();
}

void Deadlines::arm()
{
    m_armedFor = m_queue.begin()->first;
    m_timer.start(std::chrono::milliseconds(qMax<qint64>(0, m_armedFor - m_clock.steadyMs())));
}

Deadline::Deadline(Deadlines *deadlines, Deadlines::Target *target) : m_deadlines(deadlines)
{
    m_entry.target = target;
}

void Deadline::set(std::chrono::milliseconds wait)
{
    clear();
    m_position = m_deadlines->insert(wait, &m_entry);
    m_entry.running = true;
}

void Deadline::clear()
{
    if (std::exchange(m_entry.running, false))
        m_deadlines->m_queue.erase(m_position);
}

void Deadline::Entry::deadlineReached()
{
    running = false;
    target->deadlineReached();
}

} // namespace hub
