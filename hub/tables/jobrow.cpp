// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/jobrow.h"

#include "hub/base/utf8.h"
#include "hub/json/jsondocument.h"

#include <QJsonDocument>

namespace hub {

namespace {

int at(JobColumn column)
{
    return static_cast<int>(column);
}

QJsonObject objectAt(const Rows &rows, JobColumn column)
{
    const QByteArray text = rows.bytes(at(column));
    return text.isEmpty() ? QJsonObject() : parseJson(text).object();
}

/// Returns the SQL expression for a column whose value may be in job_payloads.
QByteArray payloadValue(const QByteArray &column)
{
    return "CASE " + column + " WHEN '" + payloadMark
           + "' THEN (SELECT p.value FROM job_payloads AS p WHERE p.job_id = jobs.id AND p.name = '"
           + column + "') ELSE " + column + " END";
}

/// Returns the SQL expressions for jobColumns. `empty` columns are '', and `marked` ones keep
/// payloadMark.
QByteArray valuesBut(const QByteArrayList &empty, const QByteArrayList &marked = {})
{
    QByteArrayList values = QByteArray(jobColumns).split(',');
    for (QByteArray &value : values) {
        value = value.trimmed();
        if (empty.contains(value))
            value = "''";
        else if (marked.contains(value))
            continue;
        else if (value == "result" || value == "error" || value == "extra")
            value = payloadValue(value);
    }
    return values.join(", ");
}

std::optional<Step> stepOf(const Rows &rows)
{
    if (rows.isNull(at(JobColumn::StepCurrent)))
        return std::nullopt;
    return Step{static_cast<int>(rows.integer(at(JobColumn::StepCurrent))),
                static_cast<int>(rows.integer(at(JobColumn::StepTotal)))};
}

} // namespace

QByteArray jobValues()
{
    return valuesBut({});
}

QByteArray jobStateValues()
{
    return valuesBut({"labels", "extra"});
}

QByteArray jobLightValues()
{
    return valuesBut({}, {"result", "error"});
}

Job jobOf(const Rows &rows)
{
    Job job;
    job.id = rows.bytes(at(JobColumn::Id));
    job.kind = parseJobKind(viewOf(rows, JobColumn::Kind)).value_or(JobKind::Generic);
    job.status = parseJobStatus(viewOf(rows, JobColumn::Status)).value_or(JobStatus::Lost);
    job.progress = rows.real(at(JobColumn::Progress));
    job.step = stepOf(rows);
    job.message = fromWtf8(viewOf(rows, JobColumn::Message));
    job.owner = rows.bytes(at(JobColumn::Owner));
    job.attempt = static_cast<int>(rows.integer(at(JobColumn::Attempt)));
    job.restoreId = rows.bytes(at(JobColumn::RestoreId));
    job.externalId = rows.bytes(at(JobColumn::ExternalId));
    job.createdMs = rows.integer(at(JobColumn::Created));
    job.startedMs = rows.integer(at(JobColumn::Started));
    job.updatedMs = rows.integer(at(JobColumn::Updated));
    job.finishedMs = rows.integer(at(JobColumn::Finished));
    job.result = rows.bytes(at(JobColumn::Result));
    job.error = rows.bytes(at(JobColumn::Error));
    job.labels = objectAt(rows, JobColumn::Labels);
    job.extra = RawMembers::fromText(rows.bytes(at(JobColumn::Extra)));
    job.lastEvent = rows.eventId(at(JobColumn::LastEvent));
    job.terminalEvent = rows.eventId(at(JobColumn::TerminalEvent));
    job.source = rows.bytes(at(JobColumn::Source));
    job.run = {rows.integer(at(JobColumn::RunPart)), rows.integer(at(JobColumn::RunAt))};
    return job;
}

QJsonObject labelsOf(const Rows &rows)
{
    return objectAt(rows, JobColumn::Labels);
}

QByteArray columnText(const QJsonObject &object)
{
    return object.isEmpty() ? QByteArray() : QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace hub
