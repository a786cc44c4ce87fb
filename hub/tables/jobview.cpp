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
        m_moved.removeIf(
            [this](const Moves::iterator &entry) { return entry->moves.id <= m_settled; });
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
    m_moved.removeIf([](const Moves::iterator &entry) { return entry->moves.id.isNull(); });
}

void JobView::forget()
{
    m_read.reset();
    m_moved.clear();
    m_settled = m_seen = {};
}

void JobView::note(const Event &event)
{
    Entry *entry = entryOf(event.topic.id);
    if (!entry || event.id <= entry->row)
        return;
    if (auto move = parseJobDelta(event.id, event.type, event.data))
        addMove(entry->moves, std::move(*move));
}

/// Returns the entry of a job, checked against the job's row; null when there is no row.
JobView::Entry *JobView::entryOf(const QByteArray &id)
{
    Entry &entry = m_moved[id];
    if (entry.checkedIn == m_refresh)
        return &entry;
    Rows rows = m_rowEvent.query(id);
    if (!rows.next()) {
        m_moved.remove(id);
        return nullptr;
    }
    entry.checkedIn = m_refresh;
    entry.row = rows.eventId(0);
    if (entry.row >= entry.moves.id)
        entry.moves = {}; // the row was written since
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
    if (const JobDelta *moves = movesOf(row.id))
        apply(row, *moves);
    return row;
}

const JobDelta *JobView::movesOf(QByteArrayView id) const
{
    const auto found = m_moved.constFind(QByteArray::fromRawData(id.data(), id.size()));
    return found == m_moved.constEnd() || found->moves.id.isNull() ? nullptr : &found->moves;
}

std::vector<JobView::Moved> JobView::movedBefore(EventId before) const
{
    std::vector<Moved> moved;
    for (auto it = m_moved.begin(); it != m_moved.end(); ++it) {
        if (it->moves.id < before)
            moved.push_back({it->moves.id, it.key()});
    }
    std::sort(moved.begin(), moved.end(),
              [](const Moved &a, const Moved &b) { return a.lastEvent > b.lastEvent; });
    return moved;
}

} // namespace hub
