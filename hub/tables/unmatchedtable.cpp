// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/unmatchedtable.h"

#include "hub/core/jobstate.h"

namespace hub {

namespace {

// Each half has its own partial index. SQLite uses it only if the half repeats the index's
// condition.
constexpr char waitingFor[] = "((job_id = ?1 AND job_id <> '')"
                              " OR (external_id = ?2 AND external_id <> ''))";
constexpr char columns[] = "id, delivery, source, owner, bytes, at_ms, reach_any, reach_owner";

QByteArray sql(const char *text)
{
    return QByteArray(text).replace("%columns", columns).replace("%waiting", waitingFor);
}

std::vector<UnmatchedTable::Entry> entriesOf(Rows &&rows)
{
    std::vector<UnmatchedTable::Entry> all;
    while (rows.next())
        all.push_back({rows.integer(0),
                       rows.integer(1),
                       rows.bytes(2),
                       rows.bytes(3),
                       rows.integer(4),
                       rows.integer(5),
                       {rows.integer(6) != 0, rows.bytes(7)}});
    return all;
}

} // namespace

UnmatchedTable::Key UnmatchedTable::keyOf(const JobChange &change)
{
    if (!change.signedFor.isEmpty())
        return {jobOfAttempt(change.signedFor), {}};
    return {change.jobId, change.externalId};
}

UnmatchedTable::UnmatchedTable(Database &database)
    : m_insert(database,
               "INSERT INTO unmatched (job_id, external_id, delivery, change, at_ms, source, owner,"
               " bytes, reach_any, reach_owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    , m_waitingFor(database, sql("SELECT %columns FROM unmatched WHERE %waiting ORDER BY id"))
    , m_count(database, sql("SELECT count(*) FROM unmatched WHERE source = ?3 AND %waiting"))
    , m_oldest(database, sql("SELECT %columns FROM unmatched ORDER BY id LIMIT ?"))
    , m_change(database, "SELECT change FROM unmatched WHERE id = ?")
    , m_remove(database, "DELETE FROM unmatched WHERE id = ?")
{ }

void UnmatchedTable::insert(const Entry &entry, const JobChange &change)
{
    const Key key = keyOf(change);
    m_insert.run(key.jobId, key.externalId, entry.delivery, toJson(change), entry.atMs,
                 entry.source, entry.owner, entry.bytes, entry.reach.anyJob ? 1 : 0,
                 entry.reach.owner);
}

std::vector<UnmatchedTable::Entry> UnmatchedTable::waitingFor(const Key &key)
{
    return entriesOf(m_waitingFor.query(key.jobId, key.externalId));
}

qint64 UnmatchedTable::countFor(const Key &key, const QByteArray &source)
{
    Rows rows = m_count.query(key.jobId, key.externalId, source);
    return rows.next() ? rows.integer(0) : 0;
}

std::vector<UnmatchedTable::Entry> UnmatchedTable::oldest(int limit)
{
    return entriesOf(m_oldest.query(limit));
}

std::optional<JobChange> UnmatchedTable::change(qint64 id)
{
    Rows rows = m_change.query(id);
    return rows.next() ? jobChangeFromJson(rows.bytes(0)) : std::nullopt;
}

} // namespace hub
