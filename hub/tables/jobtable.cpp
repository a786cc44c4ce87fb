// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/jobtable.h"

#include "hub/base/utf8.h"
#include "hub/tables/jobrow.h"
#include "hub/tables/minorchange.h"

namespace hub {

namespace {

// Each query has its own index, because many finished jobs may have the same external id.
constexpr char runningWithExternalIdSql[] =
    "SELECT id FROM jobs INDEXED BY jobs_running_by_external_id"
    " WHERE external_id = ? AND external_id <> '' AND end_ms = 0"
    " ORDER BY created_ms, rowid LIMIT 16";
constexpr char finishedWithExternalIdSql[] =
    "SELECT id FROM jobs INDEXED BY jobs_by_external_id"
    " WHERE external_id = ? AND external_id <> '' AND end_ms > 0"
    " ORDER BY created_ms DESC, rowid DESC LIMIT 16";
constexpr char insertSql[] = "INSERT INTO jobs (%1, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
                             " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
// The id is the last value, so that all others keep the order of jobColumns. Labels, extra and
// source are left out, because no event changes them.
constexpr char updateSql[] =
    "UPDATE jobs SET kind = ?, status = ?, progress = ?, step_current = ?, step_total = ?,"
    " message = ?, owner = ?, attempt = ?, restore_id = ?, external_id = ?, created_ms = ?,"
    " started_ms = ?, updated_ms = ?, finished_ms = ?, result = ?, error = ?, last_ms = ?,"
    " last_n = ?, end_ms = ?, end_n = ?, run_part = ?, run_at_ms = ? WHERE id = ?";

// The columns that a minor change changes (isMinor()), with the id last.
constexpr char settleSql[] = "UPDATE jobs SET progress = ?, step_current = ?, step_total = ?,"
                             " message = ?, updated_ms = ?, last_ms = ?, last_n = ? WHERE id = ?";

constexpr qsizetype unsettledJobs = 1'024;
constexpr qsizetype unsettledBytes = 16 * 1024 * 1024;

std::optional<int> stepCurrent(const Job &job)
{
    return job.step ? std::optional(job.step->current) : std::nullopt;
}

std::optional<int> stepTotal(const Job &job)
{
    return job.step ? std::optional(job.step->total) : std::nullopt;
}

/// Calls `run` with the job's values from `kind` to `finished_ms`, and then `rest`.
template<typename Run, typename... Rest>
void runWith(const Job &job, const Run &run, const Rest &...rest)
{
    run(toString(job.kind), toString(job.status), job.progress, stepCurrent(job), stepTotal(job),
        toWtf8(job.message), job.owner, job.attempt, job.restoreId, job.externalId, job.createdMs,
        job.startedMs, job.updatedMs, job.finishedMs, rest...);
}

} // namespace

JobTable::JobTable(Database &database)
    : m_database(database)
    , m_find(database, "SELECT " + jobStateValues() + " FROM jobs WHERE id = ?")
    , m_findWhole(database, "SELECT " + jobValues() + " FROM jobs WHERE id = ?")
    , m_runningWithExternalId(database, runningWithExternalIdSql)
    , m_finishedWithExternalId(database, finishedWithExternalIdSql)
    , m_insert(database, QByteArray(insertSql).replace("%1", jobColumns))
    , m_update(database, updateSql)
    , m_settle(database, settleSql)
    , m_fingerprint(database, "SELECT fingerprint FROM jobs WHERE id = ?")
    , m_remove(database, "DELETE FROM jobs WHERE id = ?")
    , m_attempts(database)
    , m_payloads(database)
    , m_labels(database)
    , m_counts(database)
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
    return &m_read;
}

std::optional<Job> JobTable::findWhole(const QByteArray &id)
{
    const Job *state = find(id);
    if (!state)
        return std::nullopt;
    Job job = *state;
    Rows rows = m_findWhole.query(id);
    if (rows.next()) {
        Job row = jobOf(rows);
        job.labels = std::move(row.labels);
        job.extra = std::move(row.extra);
    }
    return job;
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
    const QByteArray extra = job.extra.text();
    const auto run = [&](const auto &...values) { m_insert.run(job.id, values...); };
    runWith(job, run, PayloadTable::inRow(job.result), PayloadTable::inRow(job.error),
            columnText(job.labels), PayloadTable::inRow(extra), job.lastEvent, job.terminalEvent,
            job.source, job.run.part, job.run.atMs, fingerprint);
    m_payloads.replace(job.id, "result", {}, job.result);
    m_payloads.replace(job.id, "error", {}, job.error);
    m_payloads.replace(job.id, "extra", {}, extra);
    m_labels.insert(job);
    m_attempts.insert(job);
    m_counts.add(job);
    Job state = job;
    state.labels = {};
    state.extra = {};
    m_cache.put(std::move(state));
}

void JobTable::update(const Job &before, Job after)
{
    if (isMinor(before, after) && m_cache.putUnsettled(after))
        return;
    const auto run = [&](const auto &...values) { m_update.run(values...); };
    runWith(after, run, PayloadTable::inRow(after.result), PayloadTable::inRow(after.error),
            after.lastEvent, after.terminalEvent, after.run.part, after.run.atMs, after.id);
    m_payloads.replace(after.id, "result", before.result, after.result);
    m_payloads.replace(after.id, "error", before.error, after.error);
    m_attempts.update(before, after);
    m_counts.change(before, after);
    m_cache.put(std::move(after));
}

void JobTable::settle()
{
    if (isSettled() || !m_database.isWriting())
        return;
    m_cache.settle([this](const Job &job) {
        m_settle.run(job.progress, stepCurrent(job), stepTotal(job), toWtf8(job.message),
                     job.updatedMs, job.lastEvent, job.id);
    });
}

bool JobTable::shouldSettle() const
{
    return m_cache.unsettledCount() >= unsettledJobs || m_cache.unsettledBytes() >= unsettledBytes;
}

void JobTable::catchUp(const Event &event)
{
    const Job *job = event.topic.kind == TopicKind::Job ? find(event.topic.id) : nullptr;
    if (!job || event.id <= job->lastEvent)
        return;
    const auto delta = parseJobDelta(event.id, event.type, event.data);
    if (!delta)
        return; // not data that the hub wrote
    Job changed = *job;
    applyDelta(changed, *delta);
    m_cache.putUnsettled(changed);
}

QByteArray JobTable::fingerprint(const QByteArray &id)
{
    Rows rows = m_fingerprint.query(id);
    return rows.next() ? rows.bytes(0) : QByteArray();
}

void JobTable::remove(const QByteArray &id)
{
    if (const Job *job = find(id))
        m_counts.remove(*job);
    m_remove.run(id);
    m_cache.remove(id);
}

void JobTable::restore()
{
    m_cache.restore();
    m_counts.forget();
}

} // namespace hub
