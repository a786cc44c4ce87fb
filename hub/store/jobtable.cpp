// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/jobtable.h"

#include "hub/store/jobrow.h"

namespace hub {

namespace {

constexpr char findSql[] = "SELECT %1 FROM jobs WHERE id = ?";
constexpr char findByExternalIdSql[] =
    "SELECT id FROM jobs WHERE external_id = ? AND external_id <> ''"
    " ORDER BY created_ms DESC LIMIT 1";
constexpr char insertSql[] = "INSERT INTO jobs (%1, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
                             " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
// The id is the last value, so that all others stand as in jobColumns.
constexpr char updateSql[] =
    "UPDATE jobs SET kind = ?, status = ?, progress = ?, step_current = ?, step_total = ?,"
    " message = ?, owner = ?, attempt = ?, restore_id = ?, external_id = ?, created_ms = ?,"
    " started_ms = ?, updated_ms = ?, finished_ms = ?, result = ?, error = ?, labels = ?,"
    " extra = ?, last_ms = ?, last_n = ?, end_ms = ?, end_n = ? WHERE id = ?";

QByteArray withColumns(const char *sql)
{
    return QByteArray(sql).replace("%1", jobColumns);
}

/// Runs `statement` with the values of the job, `before` them and `after` them.
template<typename Before, typename After>
void runWith(const Job &job, const Before &run, const After &after)
{
    const std::optional<int> current = job.step ? std::optional(job.step->current) : std::nullopt;
    const std::optional<int> total = job.step ? std::optional(job.step->total) : std::nullopt;
    run(toString(job.kind), toString(job.status), job.progress, current, total,
        job.message.toUtf8(), job.owner, job.attempt, job.restoreId, job.externalId, job.createdMs,
        job.startedMs, job.updatedMs, job.finishedMs, job.result, job.error, columnText(job.labels),
        columnText(job.extra), job.lastEvent, job.terminalEvent, after);
}

} // namespace

JobTable::JobTable(Database &database)
    : m_find(database, withColumns(findSql))
    , m_findByExternalId(database, findByExternalIdSql)
    , m_insert(database, withColumns(insertSql))
    , m_update(database, updateSql)
    , m_fingerprint(database, "SELECT fingerprint FROM jobs WHERE id = ?")
    , m_remove(database, "DELETE FROM jobs WHERE id = ?")
    , m_attempts(database)
{ }

std::optional<Job> JobTable::find(const QByteArray &id)
{
    if (const Job *cached = m_cache.find(id))
        return *cached;
    Rows rows = m_find.query(id);
    if (!rows.next())
        return std::nullopt;
    Job job = jobOf(rows);
    job.pastRestoreIds = m_attempts.restoreIdsBefore(job);
    m_cache.put(job);
    return job;
}

std::optional<Job> JobTable::findByExternalId(const QByteArray &externalId)
{
    if (externalId.isEmpty())
        return std::nullopt;
    Rows rows = m_findByExternalId.query(externalId);
    return rows.next() ? find(rows.bytes(0)) : std::nullopt;
}

void JobTable::insert(const Job &job, const QByteArray &fingerprint)
{
    const auto run = [&](const auto &...values) { m_insert.run(job.id, values...); };
    runWith(job, run, fingerprint);
    m_attempts.insert(job);
    m_cache.put(job);
}

void JobTable::update(const Job &before, const Job &after)
{
    const auto run = [&](const auto &...values) { m_update.run(values...); };
    runWith(after, run, after.id);
    m_attempts.update(before, after);
    m_cache.put(after);
}

QByteArray JobTable::fingerprint(const QByteArray &id)
{
    Rows rows = m_fingerprint.query(id);
    return rows.next() ? rows.bytes(0) : QByteArray();
}

void JobTable::remove(const QByteArray &id)
{
    m_remove.run(id);
    m_cache.remove(id);
}

} // namespace hub
