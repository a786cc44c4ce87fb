// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/eventtable.h"

#include "hub/tables/eventkey.h"

#include <algorithm>

namespace hub {

namespace {

/// Rows that one call examines. This takes some milliseconds, while other readers wait.
constexpr int scanLimit = 5'000;
constexpr int countLimit = 10'000; ///< Rows that countAfter() examines.
/// Bytes of payload in one page, the last event excepted. Each stream that reads may hold a page.
constexpr qint64 pageBytes = 256 * 1024;

enum Column { Id, TopicColumn, Type, Kind, Owner, Name, Data };
constexpr char columns[] = "id, topic, type, kind, owner, name, data";

/// Returns the fields that Subscription::matches() reads. The payload is read only when they match.
Event headOf(const Rows &rows)
{
    Event event;
    event.id = idOfKey(rows.integer(Id));
    event.topic = Topic::parse(rows.view(TopicColumn)).value_or(Topic::hub());
    event.type = parseEventType(rows.view(Type)).value_or(EventType::Log);
    event.kind = parseJobKind(rows.view(Kind)).value_or(JobKind::Generic);
    event.owner = rows.bytes(Owner);
    return event;
}

/// Returns the topic of a subscription that has exactly one. The index then finds its events.
std::optional<Topic> onlyTopic(const Subscription &subscription)
{
    if (subscription.scope == Scope::Notifications)
        return Topic::user(subscription.user);
    if (subscription.jobs.size() == 1)
        return Topic::job(subscription.jobs.constFirst());
    return std::nullopt;
}

QByteArray selectWhere(const char *condition)
{
    return QByteArrayLiteral("SELECT ") + columns + " FROM events WHERE " + condition
           + " ORDER BY id";
}

QByteArray selectIndexed()
{
    // CROSS JOIN makes SQLite read the index first, whatever its query planner prefers.
    const QByteArray qualified = "e." + QByteArray(columns).replace(", ", ", e.");
    return "SELECT " + qualified
           + " FROM topic_events AS t CROSS JOIN events AS e ON e.id = t.event"
             " WHERE t.topic = ? AND t.event > ? AND t.event <= ? ORDER BY t.event";
}

} // namespace

EventTable::EventTable(Database &database, const Meta &meta)
    : m_meta(meta)
    , m_insert(database, QByteArrayLiteral("INSERT INTO events (") + columns
                             + ") VALUES (?, ?, ?, ?, ?, ?, ?)")
    , m_after(database, selectWhere("id > ?"))
    , m_indexed(database, selectIndexed())
    , m_unindexed(database, selectWhere("topic = ? AND id > ?"))
    , m_unsettled(database, "SELECT topic, id FROM events WHERE id > ? AND id <= ?"
                            " AND (topic, id) > (?, ?) ORDER BY topic, id LIMIT ?")
    , m_index(database, "INSERT OR IGNORE INTO topic_events (topic, event) VALUES (?, ?)")
    , m_floor(database, "SELECT ms, n FROM floors WHERE topic = ?")
{ }

void EventTable::insert(const Event &event)
{
    m_insert.run(keyOf(event.id), event.topic.toString(), toString(event.type),
                 toString(event.kind), event.owner, event.name, event.data);
}

/// Calls `visit` with the rows after `after`, in order, until it returns false.
template<typename Visit>
void EventTable::visitAfter(const Subscription &subscription, EventId after, const Visit &visit)
{
    const auto visitAll = [&visit](Rows rows) {
        bool goesOn = true;
        while (goesOn && rows.next())
            goesOn = visit(rows);
        return goesOn;
    };
    const auto topic = onlyTopic(subscription);
    if (!topic) {
        visitAll(m_after.query(keyOf(after)));
        return;
    }
    const QByteArray name = topic->toString();
    if (after >= m_meta.settled
        || visitAll(m_indexed.query(name, keyOf(after), keyOf(m_meta.settled))))
        visitAll(m_unindexed.query(name, keyOf(std::max(after, m_meta.settled))));
}

EventPage EventTable::after(const Subscription &subscription, EventId after, int limit,
                            EventId head)
{
    EventPage page;
    page.scannedTo = after;
    const auto most = static_cast<size_t>(std::max(limit, 1));
    qint64 bytes = 0;
    int seen = 0;
    bool complete = true;
    visitAfter(subscription, after, [&](const Rows &rows) {
        complete = seen++ < scanLimit && page.events.size() < most && bytes <= pageBytes;
        if (!complete)
            return false;
        Event event = headOf(rows);
        page.scannedTo = event.id;
        if (subscription.matches(event)) {
            event.name = rows.bytes(Name);
            event.data = rows.bytes(Data);
            bytes += event.data.size();
            page.events.push_back(std::move(event));
        }
        return true;
    });
    if (complete)
        page.scannedTo = std::max(after, head);
    return page;
}

qint64 EventTable::countAfter(const Subscription &subscription, EventId after, qint64 most)
{
    qint64 count = 0;
    int seen = 0;
    visitAfter(subscription, after, [&](const Rows &rows) {
        count += subscription.matches(headOf(rows)) ? 1 : 0;
        return ++seen < countLimit && count < most;
    });
    return count;
}

void EventTable::visitUnsettled(const std::function<void(const Event &)> &visit)
{
    Rows rows = m_after.query(keyOf(m_meta.settled));
    while (rows.next()) {
        Event event = headOf(rows);
        event.data = rows.bytes(Data);
        visit(event);
    }
}

std::optional<IndexPlace> EventTable::index(IndexPlace place, qint64 most)
{
    qint64 added = 0;
    Rows rows = m_unsettled.query(keyOf(m_meta.settled), keyOf(m_meta.rowsSettled), place.topic,
                                  keyOf(place.event), most);
    while (rows.next()) {
        place = {rows.bytes(0), idOfKey(rows.integer(1))};
        m_index.run(place.topic, keyOf(place.event)); // may be there since before a crash
        ++added;
    }
    return added == most ? std::optional(place) : std::nullopt;
}

EventId EventTable::floor(const Topic &topic)
{
    Rows rows = m_floor.query(topic.toString());
    return rows.next() ? rows.eventId(0) : EventId{};
}

} // namespace hub
