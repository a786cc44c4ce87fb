// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/eventsweeper.h"

#include "hub/base/clock.h"
#include "hub/tables/eventkey.h"

#include <algorithm>

namespace hub {

namespace {

/// After this time the kept events are examined again. Each job keeps its last events, so there may
/// be millions.
constexpr std::chrono::milliseconds startOverInterval = std::chrono::hours{1};

bool isOfJob(const QByteArray &topic)
{
    return topic.startsWith("job/");
}

} // namespace

EventSweeper::EventSweeper(StoreTables &tables, const Retention &retention, const Clock &clock)
    : m_tables(tables)
    , m_retention(retention)
    , m_clock(clock)
    , m_startedMs(clock.steadyMs())
    , m_next(tables.database, "SELECT id, topic FROM events WHERE id > ? ORDER BY id LIMIT ?")
    , m_newest(tables.database, "SELECT event FROM topic_events WHERE topic = ?"
                                " ORDER BY event DESC LIMIT 1 OFFSET ?")
    , m_ofTopic(tables.database,
                "SELECT event FROM topic_events WHERE topic = ? ORDER BY event LIMIT ?")
    , m_remove(tables.database, "DELETE FROM events WHERE id = ?")
    , m_removeIndexed(tables.database, "DELETE FROM topic_events WHERE topic = ? AND event = ?")
    , m_raiseFloor(tables.database,
                   "INSERT INTO floors (topic, ms, n) VALUES (?, ?, ?) ON CONFLICT (topic)"
                   " DO UPDATE SET ms = excluded.ms, n = excluded.n"
                   " WHERE (excluded.ms, excluded.n) > (ms, n)")
    , m_removeFloor(tables.database, "DELETE FROM floors WHERE topic = ?")
{ }

bool EventSweeper::sweep()
{
    const qint64 nowMs = m_clock.wallMs();
    if (m_clock.steadyMs() - m_startedMs >= startOverInterval.count()) {
        m_startedMs = m_clock.steadyMs();
        startOver();
    }
    const qint64 tooOld = nowMs - m_retention.eventAge.count();
    qint64 tooMany = m_tables.meta.current.events - m_retention.events;
    QHash<QByteArray, EventId> keptFrom;
    const std::vector<Seen> batch = next();
    for (const Seen &event : batch) {
        if (event.id.ms >= tooOld && tooMany <= 0)
            return false;
        m_position = event.id;
        if (isKept(event, keptFrom))
            continue;
        remove(event);
        --tooMany;
    }
    return batch.size() == stepRows;
}

std::vector<EventSweeper::Seen> EventSweeper::next()
{
    std::vector<Seen> batch;
    Rows rows = m_next.query(keyOf(m_position), stepRows);
    while (rows.next())
        batch.push_back({idOfKey(rows.integer(0)), rows.bytes(1)});
    return batch;
}

bool EventSweeper::isKept(const Seen &event, QHash<QByteArray, EventId> &keptFrom)
{
    if (!isOfJob(event.topic))
        return false;
    auto from = keptFrom.constFind(event.topic);
    if (from == keptFrom.constEnd()) {
        // The terminal event is the last one of its job, so it is always kept.
        Rows rows = m_newest.query(event.topic, std::max(m_retention.eventsPerJob, 1) - 1);
        from = keptFrom.insert(event.topic, rows.next() ? idOfKey(rows.integer(0)) : EventId{});
    }
    return event.id >= *from;
}

void EventSweeper::remove(const Seen &event)
{
    Meta &meta = m_tables.meta.current;
    m_remove.run(keyOf(event.id));
    m_removeIndexed.run(event.topic, keyOf(event.id));
    m_raiseFloor.run(event.topic, event.id);
    if (isOfJob(event.topic))
        meta.floor = std::max(meta.floor, event.id);
    --meta.events;
}

bool EventSweeper::removeAllOf(const QByteArray &jobId)
{
    const QByteArray topic = Topic::job(jobId).toString();
    std::vector<Seen> batch;
    {
        Rows rows = m_ofTopic.query(topic, stepRows);
        while (rows.next())
            batch.push_back({idOfKey(rows.integer(0)), topic});
    }
    for (const Seen &event : batch)
        remove(event);
    if (batch.size() == stepRows)
        return false;
    m_removeFloor.run(topic);
    return true;
}

} // namespace hub
