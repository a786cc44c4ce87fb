// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/jobview.h"

#include "hub/tables/eventkey.h"
#include "hub/tables/jobrow.h"

#include <algorithm>

namespace hub {

JobView::JobView(Database &database)
    : m_after(database, "SELECT id, topic, type, data FROM events WHERE id > ? ORDER BY id")
    , m_rowEvent(database, "SELECT last_ms, last_n FROM jobs WHERE id = ?")
    , m_find(database, "SELECT " + jobValues() + " FROM jobs WHERE id = ?")
    , m_attempts(database)
{ }

void JobView::refresh(const Meta &meta)
{
    m_read.reset();
    ++m_refresh;
    if (meta.settled != m_settled) {
        m_settled = meta.settled;
        m_entries.removeIf(
            [this](const Entries::iterator &entry) { return entry->changes.id <= m_settled; });
    }
    m_seen = std::max(m_seen, m_settled);
    if (m_seen >= meta.last)
        return;
    Rows rows = m_after.query(keyOf(m_seen));
    while (rows.next()) {
        const auto topic = Topic::parse(rows.view(1));
        if (!topic || topic->kind != TopicKind::Job)
            continue;
        Event event;
        event.id = idOfKey(rows.integer(0));
        event.topic = *topic;
        event.type = parseEventType(rows.view(2)).value_or(EventType::Log);
        event.data = rows.bytes(3);
        note(event);
    }
    m_seen = meta.last;
    m_entries.removeIf([](const Entries::iterator &entry) { return entry->changes.id.isNull(); });
}

void JobView::forget()
{
    m_read.reset();
    m_entries.clear();
    m_settled = m_seen = {};
}

void JobView::note(const Event &event)
{
    Entry *entry = entryOf(event.topic.id);
    if (!entry || event.id <= entry->row)
        return;
    if (auto change = parseJobDelta(event.id, event.type, event.data))
        addMinor(entry->changes, std::move(*change));
}

/// Returns the entry of a job, checked against the job's row; null when there is no row.
JobView::Entry *JobView::entryOf(const QByteArray &id)
{
    Entry &entry = m_entries[id];
    if (entry.checkedIn == m_refresh)
        return &entry;
    Rows rows = m_rowEvent.query(id);
    if (!rows.next()) {
        m_entries.remove(id);
        return nullptr;
    }
    entry.checkedIn = m_refresh;
    entry.row = rows.eventId(0);
    if (entry.row >= entry.changes.id)
        entry.changes = {}; // the row was written since
    return &entry;
}

const Job *JobView::find(const QByteArray &id)
{
    if (m_read && m_read->id == id)
        return &*m_read;
    {
        Rows rows = m_find.query(id);
        if (!rows.next())
            return nullptr;
        m_read = current(jobOf(rows));
    }
    m_read->pastRestoreIds = m_attempts.restoreIdsBefore(*m_read);
    return &*m_read;
}

Job JobView::current(Job row) const
{
    if (const JobDelta *changes = changesSinceRow(row.id))
        applyDelta(row, *changes);
    return row;
}

const JobDelta *JobView::changesSinceRow(QByteArrayView id) const
{
    const auto found = m_entries.constFind(QByteArray::fromRawData(id.data(), id.size()));
    return found == m_entries.constEnd() || found->changes.id.isNull() ? nullptr : &found->changes;
}

std::vector<JobView::Position> JobView::unsettledBefore(EventId before) const
{
    std::vector<Position> jobs;
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        if (it->changes.id < before)
            jobs.push_back({it->changes.id, it.key()});
    }
    std::sort(jobs.begin(), jobs.end(),
              [](const Position &a, const Position &b) { return a.lastEvent > b.lastEvent; });
    return jobs;
}

} // namespace hub
