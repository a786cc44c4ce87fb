// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/unmatchedtable.h"

namespace hub {

namespace {

constexpr int waitingPerJob = 100;

// Each half has its own partial index, which needs its condition spelled out.
constexpr char waitingFor[] = "((job_id = ?1 AND job_id <> '')"
                              " OR (external_id = ?2 AND external_id <> ''))";

QByteArray withCondition(const char *sql)
{
    return QByteArray(sql).replace("%1", waitingFor);
}

} // namespace

UnmatchedTable::UnmatchedTable(Database &database)
    : m_insert(database, "INSERT INTO unmatched (job_id, external_id, delivery, change, at_ms)"
                         " VALUES (?, ?, ?, ?, ?)")
    , m_trim(database,
             withCondition("DELETE FROM unmatched WHERE id IN (SELECT id FROM unmatched WHERE %1"
                           " ORDER BY id DESC LIMIT -1 OFFSET ?3)"))
    , m_select(database,
               withCondition("SELECT id, delivery, change FROM unmatched WHERE %1 ORDER BY id"))
    , m_remove(database, "DELETE FROM unmatched WHERE id = ?")
{ }

void UnmatchedTable::insert(const JobChange &change, qint64 delivery, qint64 nowMs)
{
    if (change.jobId.isEmpty() && change.externalId.isEmpty())
        return; // no job could ever be found for it
    m_insert.run(change.jobId, change.externalId, delivery, toJson(change), nowMs);
    m_trim.run(change.jobId, change.externalId, waitingPerJob);
}

std::vector<UnmatchedTable::Entry> UnmatchedTable::take(const QByteArray &jobId,
                                                        const QByteArray &externalId)
{
    std::vector<Entry> all;
    {
        Rows rows = m_select.query(jobId, externalId);
        while (rows.next())
            all.push_back({rows.integer(0), rows.integer(1), jobChangeFromJson(rows.bytes(2))});
    }
    for (const Entry &entry : all)
        m_remove.run(entry.id);
    return all;
}

} // namespace hub
