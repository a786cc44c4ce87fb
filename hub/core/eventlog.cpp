// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/eventlog.h"

#include <algorithm>

namespace hub {

EventLog::EventLog(EventId floor, Limits limits) : m_limits(limits), m_head(floor), m_floor(floor)
{ }

void EventLog::setLimits(Limits limits)
{
    m_limits = limits;
    evict();
}

quint64 EventLog::append(LogEntry entry, bool conflating)
{
    const quint64 position = end();
    link(entry, position, conflating);
    if (!entry.event.id.isNull()) {
        Q_ASSERT(entry.event.id > m_head);
        m_head = entry.event.id;
    }
    m_bytes += entry.bytes();
    m_entries.push_back(std::move(entry));
    evict();
    return position;
}

void EventLog::link(const LogEntry &entry, quint64 position, bool conflating)
{
    TopicTail &tail = m_tails[entry.event.topic];
    if (tail.last >= m_first)
        m_entries[tail.last - m_first].nextOfTopic = position;
    tail.last = position;
    if (!conflating)
        return;
    if (tail.lastConflating >= m_first)
        m_entries[tail.lastConflating - m_first].superseded = true;
    tail.lastConflating = position;
}

void EventLog::evict()
{
    while (m_entries.size() > 1
           && (m_bytes > m_limits.bytes
               || static_cast<qsizetype>(m_entries.size()) > m_limits.events)) {
        const LogEntry &oldest = m_entries.front();
        if (!oldest.event.id.isNull())
            m_floor = oldest.event.id;
        const auto tail = m_tails.constFind(oldest.event.topic);
        if (tail != m_tails.cend() && tail->last == m_first)
            m_tails.erase(tail);
        m_bytes -= oldest.bytes();
        m_entries.pop_front();
        ++m_first;
    }
}

quint64 EventLog::positionAfter(EventId id) const
{
    const auto found = std::upper_bound(
        m_entries.cbegin(), m_entries.cend(), id,
        [](EventId wanted, const LogEntry &entry) { return wanted < entry.event.id; });
    return m_first + static_cast<quint64>(found - m_entries.cbegin());
}

LogEntry encodeEntry(Event event, const QByteArray &epoch, qint64 committedMs)
{
    LogEntry entry;
    entry.frame = encodeFrame(event, Dialect::Native, epoch);
    if (event.topic.kind == TopicKind::Job && event.kind == JobKind::Execution)
        entry.dialectFrame = encodeFrame(event, Dialect::Execution, epoch);
    else if (event.topic.kind == TopicKind::Job && event.kind == JobKind::Image)
        entry.dialectFrame = encodeFrame(event, Dialect::Image, epoch);
    event.data.clear();
    entry.event = std::move(event);
    entry.committedMs = committedMs;
    return entry;
}

} // namespace hub
