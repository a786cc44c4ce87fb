// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"

#include <QList>
#include <QObject>

namespace ui {

class SortedJobs;

enum class JobFormat { Csv, JsonLines };

/// Returns a job as the hub's API shows it, as one line of JSON. `appliedId` is the wire id of an
/// event of the same history; it may be empty.
QByteArray jobJson(const hub::Job &job, const QByteArray &appliedId);

/// Returns the names of the columns as a line of CSV (RFC 4180), with its line break.
QByteArray csvHeader();
/// Returns a job as a line of CSV. Times are in ISO 8601 with UTC offset.
QByteArray csvLine(const hub::Job &job);
/// Returns a text as a cell of CSV. An apostrophe comes before a text that a spreadsheet would take
/// for a formula: one that begins with `=`, `+`, `-`, `@`, a tab or a line break.
QByteArray csvCell(const QString &text);

/// Writes jobs to a file on a thread of its own. The file appears, or replaces another one, when it
/// is complete. Deletes itself at the end.
class JobFile : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobFile)

public:
    /// Takes the jobs of a list as they are now, in its order. `appliedId` is as in jobJson().
    JobFile(const SortedJobs &shown, JobFormat format, const QByteArray &appliedId,
            QObject *parent = nullptr);

    /// Starts to write the file. One of the signals follows, unless this is deleted before.
    void write(const QString &path);

signals:
    void finished(const QString &path, qint64 jobs);
    void failed(const QString &reason);

private:
    const QList<hub::Job> m_jobs;
    const JobFormat m_format;
    const QByteArray m_appliedId;
};

} // namespace ui
