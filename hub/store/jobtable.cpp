// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/jobtable.h"

#include "hub/store/jobmoves.h"
#include "hub/store/jobrow.h"

namespace hub {

namespace {

constexpr char findSql[] = "SELECT %1 FROM jobs WHERE id = ?";
// Each has its own index: finished jobs with the id may be many.
constexpr char runningWithExternalIdSql[] =
    "SELECT id FROM jobs INDEXED BY jobs_running_by_external_id"
    " WHERE external_id = ? AND external_id <> '' AND end_ms = 0"
    " ORDER BY created_ms, rowid LIMIT 16";
constexpr char finishedWithExternalIdSql[] =
    "SELECT id FROM jobs INDEXED BY jobs_by_external_id"
    " WHERE external_id = ? AND external_id <> '' AND end_ms > 0"
    " ORDER BY created_ms DESC, rowid DESC LIMIT 16";
constexpr char insertSql[] = "INSERT INTO jobs (%1, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
                             " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
// The id is the last value, so that all others stand as in jobColumns.
constexpr char updateSql[] =
    "UPDATE jobs SET kind = ?, status = ?, progress = ?, step_current = ?, step_total = ?,"
    " message = ?, owner = ?, attempt = ?, restore_id = ?, external_id = ?, created_ms = ?,"
    " started_ms = ?, updated_ms = ?, finished_ms = ?, result = ?, error = ?, labels = ?,"
    " extra = ?, last_ms = ?, last_n = ?, end_ms = ?, end_n = ?,"
    " source = ? WHERE id = ?";

// What a move changes (isMove()), with the id last.
constexpr char moveSql[] = "UPDATE jobs SET progress = ?, step_current = ?, step_total = ?,"
                           " message = ?, updated_ms = ?, last_ms = ?, last_n = ? WHERE id = ?";

constexpr qsizetype unsettledJobs = 1'024;
constexpr qsizetype unsettledBytes = 16 * 1024 * 1024;

QByteArray withColumns(const char *sql)
{
    return QByteArray(sql).replace("%1", jobColumns);
}

std::optional<int> stepCurrent(const Job &job)
{
    return job.step ? std::optional(job.step->current) : std::nullopt;
}

std::optional<int> stepTotal(const Job &job)
{
    return job.step ? std::optional(job.step->total) : std::nullopt;
}

/// Runs `statement` with the values of the job, `before` them and `after` them.
template<typename Before, typename After>
void runWith(const Job &job, const Before &run, const After &after)
{
    run(toString(job.kind), toString(job.status), job.progress, stepCurrent(job), stepTotal(job),
        job.message.toUtf8(), job.owner, job.attempt, job.restoreId, job.externalId, job.createdMs,
        job.startedMs, job.updatedMs, job.finishedMs, job.result, job.error, columnText(job.labels),
        columnText(job.extra), job.lastEvent, job.terminalEvent, job.source, after);
}

} // namespace

JobTable::JobTable(Database &database)
    : m_database(database)
    , m_find(database, withColumns(findSql))
    , m_runningWithExternalId(database, runningWithExternalIdSql)
    , m_finishedWithExternalId(database, finishedWithExternalIdSql)
    , m_insert(database, withColumns(insertSql))
    , m_update(database, updateSql)
    , m_move(database, moveSql)
    , m_fingerprint(database, "SELECT fingerprint FROM jobs WHERE id = ?")
    , m_remove(database, "DELETE FROM jobs WHERE id = ?")
    , m_attempts(database)
{ }

const Job *JobTable::find(const QByteArray &id)
{
    if (const Job *cached = m_cache.find(id))
        return cached;
    {
        Rows rows = m_find.query(id);
        if (!rows.next())
            return nullptr;
        m_read = jobOf(rows);
    }
    m_read.pastRestoreIds = m_attempts.restoreIdsBefore(m_read);
    m_cache.put(m_read);
    return &m_read; // the cache may not want it
}

QByteArrayList JobTable::idsOf(Statement &statement, const QByteArray &externalId)
{
    QByteArrayList ids;
    Rows rows = statement.query(externalId);
    while (rows.next())
        ids.append(rows.bytes(0));
    return ids;
}

const Job *JobTable::findByExternalId(const QByteArray &externalId, const Accepts &accepts)
{
    if (externalId.isEmpty())
        return nullptr;
    for (Statement *statement : {&m_runningWithExternalId, &m_finishedWithExternalId}) {
        for (const QByteArray &id : idsOf(*statement, externalId)) {
            const Job *job = find(id);
            if (job && accepts(*job))
                return job;
        }
    }
    return nullptr;
}

bool JobTable::isTaken(const QByteArray &externalId, const QByteArray &jobId)
{
    if (externalId.isEmpty())
        return false;
    const QByteArrayList ids = idsOf(m_runningWithExternalId, externalId);
    return !ids.isEmpty() && ids != QByteArrayList{jobId};
}

void JobTable::insert(const Job &job, const QByteArray &fingerprint)
{
    const auto run = [&](const auto &...values) { m_insert.run(job.id, values...); };
    runWith(job, run, fingerprint);
    m_attempts.insert(job);
    m_cache.put(job);
}

void JobTable::update(const Job &before, Job after)
{
    if (isMove(before, after) && m_cache.putUnsettled(after))
        return;
    const auto run = [&](const auto &...values) { m_update.run(values...); };
    runWith(after, run, after.id);
    m_attempts.update(before, after);
    m_cache.put(std::move(after));
}

void JobTable::settle()
{
    if (isSettled() || !m_database.isWriting())
        return;
    m_cache.settle([this](const Job &job) {
        m_move.run(job.progress, stepCurrent(job), stepTotal(job), job.message.toUtf8(),
                   job.updatedMs, job.lastEvent, job.id);
    });
}

bool JobTable::shouldSettle() const
{
    return m_cache.unsettledCount() >= unsettledJobs || m_cache.unsettledBytes() >= unsettledBytes;
}

Job JobTable::current(Job row) const
{
    const Job *unsettled = m_cache.findUnsettled(row.id);
    return unsettled ? *unsettled : row;
}

void JobTable::catchUp(const Event &event)
{
    const Job *job = event.topic.kind == TopicKind::Job ? find(event.topic.id) : nullptr;
    if (!job || event.id <= job->lastEvent)
        return;
    Job moved = jobMovedBy(*job, event);
    m_cache.putUnsettled(moved);
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
