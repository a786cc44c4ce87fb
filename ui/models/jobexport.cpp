// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobexport.h"

#include "hub/base/utf8.h"
#include "hub/wire/eventid.h"
#include "ui/models/formats.h"
#include "ui/models/sortedjobs.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

#include <algorithm>

namespace ui {

namespace {

constexpr const char *columns[] = {"job_id",     "kind",       "status",      "owner",
                                   "progress",   "step",       "steps",       "attempt",
                                   "created_at", "started_at", "updated_at",  "finished_at",
                                   "message",    "error",      "external_id", "source"};

QByteArray time(qint64 ms)
{
    return ms == 0 ? QByteArray() : csvCell(formatIso(ms, TimeStyle::Utc));
}

QByteArray line(const QByteArrayList &cells)
{
    return cells.join(',') + "\r\n";
}

QByteArray textOf(const hub::Job &job, JobFormat format, const QByteArray &appliedId)
{
    return format == JobFormat::Csv ? csvLine(job) : jobJson(job, appliedId) + '\n';
}

/// Returns why the file was not written; empty when it was. Runs on a thread of the pool.
QString writeJobs(const QString &path, const QList<hub::Job> &jobs, JobFormat format,
                  const QByteArray &appliedId)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    if (format == JobFormat::Csv)
        file.write(csvHeader());
    for (const hub::Job &job : jobs) {
        if (file.write(textOf(job, format, appliedId)) < 0)
            break;
    }
    return file.commit() ? QString() : file.errorString();
}

QList<hub::Job> jobsOf(const SortedJobs &shown)
{
    QList<hub::Job> jobs;
    jobs.reserve(shown.rowCount());
    for (int row = 0; row < shown.rowCount(); ++row)
        jobs.append(shown.rowAt(row).job);
    return jobs;
}

} // namespace

QByteArray jobJson(const hub::Job &job, const QByteArray &appliedId)
{
    const auto cursor = hub::Cursor::parse(appliedId);
    return toJson(job, cursor ? cursor->epoch : QByteArray());
}

QByteArray csvHeader()
{
    QByteArrayList names;
    for (const char *name : columns)
        names << QByteArray(name);
    return line(names);
}

QByteArray csvLine(const hub::Job &job)
{
    const auto step = [&job](int hub::Step::*part) {
        return job.step ? QByteArray::number((*job.step).*part) : QByteArray();
    };
    return line({csvCell(hub::fromUtf8(job.id)), toString(job.kind), toString(job.status),
                 csvCell(hub::fromUtf8(job.owner)), QByteArray::number(job.progress),
                 step(&hub::Step::current), step(&hub::Step::total),
                 QByteArray::number(job.attempt), time(job.createdMs), time(job.startedMs),
                 time(job.updatedMs), time(job.finishedMs), csvCell(job.message),
                 csvCell(hub::fromUtf8(job.error)), csvCell(hub::fromUtf8(job.externalId)),
                 csvCell(hub::fromUtf8(job.source))});
}

QByteArray csvCell(const QString &text)
{
    QString cell = text;
    // Spreadsheets evaluate such a cell (OWASP, "CSV Injection").
    if (!text.isEmpty() && QStringView(u"=+-@\t\r\n").contains(text.front()))
        cell.prepend(QLatin1Char('\''));
    const auto needsQuotes = [](QChar c) { return QStringView(u",\"\r\n").contains(c); };
    if (std::any_of(cell.begin(), cell.end(), needsQuotes)) {
        cell.replace(QLatin1Char('"'), QLatin1String("\"\""));
        cell = QLatin1Char('"') + cell + QLatin1Char('"');
    }
    return cell.toUtf8();
}

JobFile::JobFile(const SortedJobs &shown, JobFormat format, const QByteArray &appliedId,
                 QObject *parent)
    : QObject(parent)
    , m_jobs(jobsOf(shown))
    , m_format(format)
    , m_appliedId(appliedId)
{ }

void JobFile::write(const QString &path)
{
    // The thread copies the guard and does not read it: only this object's thread may.
    const QPointer<JobFile> guard(this);
    QThreadPool::globalInstance()->start(
        [guard, path, jobs = m_jobs, format = m_format, appliedId = m_appliedId] {
            const QString problem = writeJobs(path, jobs, format, appliedId);
            const qint64 count = jobs.size();
            QMetaObject::invokeMethod(qApp, [guard, path, problem, count] {
                if (!guard)
                    return;
                if (problem.isEmpty())
                    emit guard->finished(path, count);
                else
                    emit guard->failed(problem);
                guard->deleteLater();
            });
        });
}

} // namespace ui
