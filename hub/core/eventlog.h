// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/dialect.h"

#include <QHash>

#include <deque>

namespace hub {

/// One event as the log keeps it: encoded once, for every subscriber.
struct LogEntry
{
    Event event; ///< Without its data: the frames have it.
    QByteArray frame; ///< Native dialect.
    QByteArray dialectFrame; ///< Execution or image dialect, for events of jobs of that kind.
    quint64 nextOfTopic = 0; ///< Position of the next event of the same topic; 0 = none yet.
    qint64 committedMs = 0; ///< Steady clock, for the delivery latency.
    bool superseded =
        false; ///< A later entry says the same, newer: a lagging subscriber may skip it.

    const QByteArray &frameFor(Dialect dialect) const
    {
        return dialect == Dialect::Native ? frame : dialectFrame;
    }
    qint64 bytes() const { return frame.size() + dialectFrame.size() + overhead; }

    static constexpr qint64 overhead = 256; ///< The entry itself and its strings, roughly.
};

/// The newest events, encoded, in id order: a ring bounded by count and bytes. Subscribers are
/// positions in it. Positions count up from 1 for ever; the entry at a position never changes
/// place. Hub thread only.
class EventLog
{
public:
    struct Limits
    {
        qint64 bytes = 64 * 1024 * 1024;
        qsizetype events = 100'000;
    };

    /// `floor`: the last id before anything appended here.
    EventLog(EventId floor, Limits limits);

    /// Drops at once what the new ones do not allow.
    void setLimits(Limits limits);

    /// Appends and returns its position. Ids must increase; an entry without an id (a hub event)
    /// takes none. `conflating`: an earlier conflating entry of the same topic is superseded by
    /// this one.
    quint64 append(LogEntry entry, bool conflating);

    /// The oldest position still kept; end() when the log is empty.
    quint64 first() const { return m_first; }
    /// The position that the next entry gets.
    quint64 end() const { return m_first + m_entries.size(); }
    /// Only for positions in [first(), end()).
    const LogEntry &at(quint64 position) const { return m_entries[position - m_first]; }

    /// The last id appended, or the floor it began with.
    EventId head() const { return m_head; }
    /// Everything after this id is in the log.
    EventId floor() const { return m_floor; }
    /// The first position whose id is greater than `id`.
    quint64 positionAfter(EventId id) const;

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
    QHash<Topic, TopicTail> m_tails; ///< Of topics with an entry in the log.
    quint64 m_first = 1;
    qint64 m_bytes = 0;
    EventId m_head;
    EventId m_floor;
};

/// Whether a later event of its kind says the same, newer. A named step of an execution is a
/// milestone of its own.
inline bool conflates(const Event &event)
{
    return event.type == EventType::Progress && event.name.isEmpty();
}

/// An event with its frames, ready to append.
LogEntry encodeEntry(Event event, const QByteArray &epoch, qint64 committedMs);

} // namespace hub
