// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/eventtable.h"

#include <algorithm>

namespace hub {

namespace {

constexpr int scanLimit = 20'000; ///< Rows that one call looks at.
/// Of payload in one page, the last event excepted: each stream that reads may hold one.
constexpr qint64 pageBytes = 256 * 1024;

enum Column { Id, IdN, TopicColumn, Type, Kind, Owner, Name, Data };
constexpr char columns[] = "ms, n, topic, type, kind, owner, name, data";

/// What Subscription::matches() looks at; the payload is read only of those that match.
Event headOf(const Rows &rows)
{
    Event event;
    event.id = rows.eventId(Id);
    event.topic = Topic::parse(rows.view(TopicColumn)).value_or(Topic::hub());
    event.type = parseEventType(rows.view(Type)).value_or(EventType::Log);
    event.kind = parseJobKind(rows.view(Kind)).value_or(JobKind::Generic);
    event.owner = rows.bytes(Owner);
    return event;
}

/// The topic when the subscription has just one: then the index leads straight to its events.
std::optional<Topic> onlyTopic(const Subscription &subscription)
{
    if (subscription.scope == Scope::Notifications)
        return Topic::user(subscription.user);
    if (subscription.jobs.size() == 1)
        return Topic::job(subscription.jobs.constFirst());
    return std::nullopt;
}

QByteArray selectAfter(const char *condition)
{
    return QByteArrayLiteral("SELECT ") + columns + " FROM events WHERE " + condition
           + "(ms, n) > (?, ?) ORDER BY ms, n";
}

} // namespace

EventTable::EventTable(Database &database)
    : m_insert(database, QByteArrayLiteral("INSERT INTO events (") + columns
                             + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    , m_after(database, selectAfter(""))
    , m_afterInTopic(database, selectAfter("topic = ? AND "))
    , m_floor(database, "SELECT ms, n FROM floors WHERE topic = ?")
{ }

void EventTable::insert(const Event &event)
{
    m_insert.run(event.id, event.topic.toString(), toString(event.type), toString(event.kind),
                 event.owner, event.name, event.data);
}

Rows EventTable::rowsAfter(const Subscription &subscription, EventId after)
{
    const auto topic = onlyTopic(subscription);
    return topic ? m_afterInTopic.query(topic->toString(), after) : m_after.query(after);
}

EventPage EventTable::after(const Subscription &subscription, EventId after, int limit,
                            EventId head)
{
    EventPage page;
    page.scannedTo = after;
    const auto most = static_cast<size_t>(std::max(limit, 1));
    qint64 bytes = 0;
    Rows rows = rowsAfter(subscription, after);
    for (int seen = 0; rows.next(); ++seen) {
        if (seen == scanLimit || page.events.size() == most || bytes > pageBytes)
            return page;
        Event event = headOf(rows);
        page.scannedTo = event.id;
        if (!subscription.matches(event))
            continue;
        event.name = rows.bytes(Name);
        event.data = rows.bytes(Data);
        bytes += event.data.size();
        page.events.push_back(std::move(event));
    }
    page.scannedTo = std::max(after, head);
    return page;
}

qint64 EventTable::countAfter(const Subscription &subscription, EventId after, qint64 most)
{
    qint64 count = 0;
    Rows rows = rowsAfter(subscription, after);
    for (int seen = 0; seen < scanLimit && count < most && rows.next(); ++seen)
        count += subscription.matches(headOf(rows)) ? 1 : 0;
    return count;
}

EventId EventTable::floor(const Topic &topic)
{
    Rows rows = m_floor.query(topic.toString());
    return rows.next() ? rows.eventId(0) : EventId{};
}

} // namespace hub
