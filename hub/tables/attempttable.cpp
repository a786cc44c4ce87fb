// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/attempttable.h"

namespace hub {

namespace {

/// Returns whether the stored row already has the values of `after`.
bool isShown(const Job &before, const Job &after)
{
    return before.attempt == after.attempt && before.restoreId == after.restoreId
           && before.startedMs == after.startedMs && before.status == after.status;
}

} // namespace

AttemptTable::AttemptTable(Database &database)
    : m_write(database,
              "INSERT INTO attempts (job_id, attempt, restore_id, started_ms, finished_ms, status)"
              " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (job_id, attempt) DO UPDATE SET"
              " restore_id = excluded.restore_id, started_ms = excluded.started_ms,"
              " finished_ms = excluded.finished_ms, status = excluded.status")
    , m_replace(database, "UPDATE attempts SET finished_ms = ? WHERE job_id = ? AND attempt = ?"
                          " AND finished_ms = 0")
    , m_trim(database, "DELETE FROM attempts WHERE job_id = ?1 AND attempt < (SELECT attempt FROM"
                       " attempts WHERE job_id = ?1 ORDER BY attempt DESC LIMIT 1 OFFSET 99)")
    , m_restoreIds(database, "SELECT restore_id FROM attempts WHERE job_id = ? AND attempt < ?"
                             " AND restore_id <> '' GROUP BY restore_id"
                             " ORDER BY max(attempt) DESC LIMIT 16")
{ }

void AttemptTable::insert(const Job &job)
{
    m_write.run(job.id, job.attempt, job.restoreId, job.startedMs, job.finishedMs,
                toString(job.status));
}

void AttemptTable::update(const Job &before, const Job &after)
{
    if (isShown(before, after))
        return;
    if (before.attempt != after.attempt)
        m_replace.run(after.updatedMs, before.id, before.attempt);
    insert(after);
    if (before.attempt != after.attempt)
        m_trim.run(after.id);
}

QByteArrayList AttemptTable::restoreIdsBefore(const Job &job)
{
    QByteArrayList ids;
    Rows rows = m_restoreIds.query(job.id, job.attempt);
    while (rows.next())
        ids.prepend(rows.bytes(0));
    return ids;
}

} // namespace hub
