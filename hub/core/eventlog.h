// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/dialect.h"

#include <QHash>

#include <deque>

namespace hub {

/// One event of the log, encoded once for all subscribers.
struct LogEntry
{
    Event event; ///< Without its data, which the frames contain.
    QByteArray frame; ///< Native dialect.
    QByteArray dialectFrame; ///< Execution or image dialect; empty for jobs of other kinds.
    quint64 nextOfTopic = 0; ///< Position of the next event of the same topic; 0 = none yet.
    qint64 committedMs = 0; ///< Steady clock, for the latency of streams.
    /// A newer entry replaces this one: a lagging subscriber may skip it.
    bool superseded = false;

    const QByteArray &frameFor(Dialect dialect) const
    {
        return dialect == Dialect::Native ? frame : dialectFrame;
    }
    qint64 bytes() const { return frame.size() + dialectFrame.size() + overhead; }

    static constexpr qint64 overhead = 256; ///< Rough size of the entry without its frames.
};

/// The newest events in id order, encoded: a ring limited by count and bytes. A subscriber is a
/// position in it. Positions count up from 1 and are never reused. Hub thread only.
class EventLog
{
public:
    struct Limits
    {
        qint64 bytes = 64 * 1024 * 1024;
        qsizetype events = 100'000;
    };

    /// `floor` is the last id before the first entry.
    EventLog(EventId floor, Limits limits);

    /// Replaces the limits and evicts at once what exceeds them.
    void setLimits(Limits limits);

    /// Appends an entry and returns its position. Ids must increase; a hub event has no id. With
    /// `conflating`, the entry supersedes the previous conflating entry of its topic.
    quint64 append(LogEntry entry, bool conflating);

    /// Returns the oldest position kept; end() when the log is empty.
    quint64 first() const { return m_first; }
    /// Returns the position that the next entry gets.
    quint64 end() const { return m_first + m_entries.size(); }
    /// `position` must be in [first(), end()).
    const LogEntry &at(quint64 position) const { return m_entries[position - m_first]; }

    /// Returns the last id appended, or the floor given to the constructor.
    EventId head() const { return m_head; }
    /// Returns the id after which the log has every event.
    EventId floor() const { return m_floor; }
    /// Returns the first position whose id is greater than `id`.
    quint64 positionAfter(EventId id) const;

    /// Returns the size of all entries in bytes.
    qint64 bytes() const { return m_bytes; }

private:
    void link(const LogEntry &entry, quint64 position, bool conflating);
    void evict();

    struct TopicTail
    {
        quint64 last = 0;
        quint64 lastConflating = 0;
    };

    Limits m_limits;
    std::deque<LogEntry> m_entries;
    QHash<Topic, TopicTail> m_tails; ///< Only topics with an entry in the log.
    quint64 m_first = 1;
    qint64 m_bytes = 0;
    EventId m_head;
    EventId m_floor;
};

/// Returns whether a later event of the same kind supersedes this one: true for progress. A named
/// step of an execution is never superseded.
inline bool conflates(const Event &event)
{
    return event.type == EventType::Progress && event.name.isEmpty();
}

/// Encodes an event for the log. `committedMs` is on the steady clock.
LogEntry encodeEntry(Event event, const QByteArray &epoch, qint64 committedMs);

} // namespace hub
