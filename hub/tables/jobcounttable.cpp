// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/jobcounttable.h"

#include "hub/base/utf8.h"
#include "hub/tables/jobcountscope.h"

#include <QJsonObject>

namespace hub {

JobCountTable::JobCountTable(Database &database)
    : m_labels(database, "SELECT name, value FROM job_labels WHERE job_id = ?")
    , m_add(database, "INSERT INTO job_counts (scope, dimension, name, value, status, jobs)"
                      " VALUES (?, ?, ?, ?, ?, ?)"
                      " ON CONFLICT DO UPDATE SET jobs = jobs + excluded.jobs")
    , m_removeEmpty(database, "DELETE FROM job_counts WHERE scope = ? AND dimension = ?"
                              " AND name = ? AND value = ? AND status = ? AND jobs = 0")
{ }

void JobCountTable::add(const Job &job)
{
    Labels labels;
    for (auto label = job.labels.begin(); label != job.labels.end(); ++label)
        labels.push_back({toWtf8(label.key()), toWtf8(label->toVariant().toString())});
    count(job, labels, job.status, 1);
}

void JobCountTable::change(const Job &before, const Job &after)
{
    if (before.status == after.status)
        return;
    const Labels labels = labelsOf(after.id);
    count(after, labels, before.status, -1);
    count(after, labels, after.status, 1);
}

void JobCountTable::remove(const Job &job)
{
    count(job, labelsOf(job.id), job.status, -1);
}

JobCountTable::Labels JobCountTable::labelsOf(const QByteArray &jobId)
{
    Labels labels;
    Rows rows = m_labels.query(jobId);
    while (rows.next())
        labels.push_back({rows.bytes(0), rows.bytes(1)});
    return labels;
}

void JobCountTable::count(const Job &job, const Labels &labels, JobStatus status, int by)
{
    countIn(scopeOfAll(), job, labels, status, by);
    if (job.owner.isEmpty())
        return;
    countIn(scopeOf(job.owner), job, labels, status, by);
    m_changes[{scopeOfAll(), dimension::owner, {}, job.owner, status}] += by;
}

void JobCountTable::countIn(const QByteArray &scope, const Job &job, const Labels &labels,
                            JobStatus status, int by)
{
    m_changes[{scope, dimension::all, {}, {}, status}] += by;
    m_changes[{scope, dimension::kind, {}, toString(job.kind), status}] += by;
    for (const Label &label : labels)
        m_changes[{scope, dimension::label, label.name, label.value, status}] += by;
}

void JobCountTable::save()
{
    for (const auto &[place, by] : m_changes) {
        if (by == 0)
            continue;
        const QByteArray status = toString(place.status);
        m_add.run(place.scope, place.dimension, place.name, place.value, status, by);
        if (by < 0)
            m_removeEmpty.run(place.scope, place.dimension, place.name, place.value, status);
    }
    m_changes.clear();
}

} // namespace hub
