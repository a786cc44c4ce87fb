// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/store/sqlite.h"
#include "hub/wire/job.h"

namespace hub {

/// Columns of the jobs table in the order of jobColumns.
enum class JobColumn {
    Id,
    Kind,
    Status,
    Progress,
    StepCurrent,
    StepTotal,
    Message,
    Owner,
    Attempt,
    RestoreId,
    ExternalId,
    Created,
    Started,
    Updated,
    Finished,
    Result,
    Error,
    Labels,
    Extra,
    LastEvent,
    LastEventN,
    TerminalEvent,
    TerminalEventN,
    Source,
    RunPart,
    RunAt,
};

inline constexpr char jobColumns[] =
    "id, kind, status, progress, step_current, step_total, message, owner, attempt,"
    " restore_id, external_id, created_ms, started_ms, updated_ms, finished_ms, result, error,"
    " labels, extra, last_ms, last_n, end_ms, end_n, source, run_part, run_at_ms";

/// A result, error or extra of more bytes stands in job_payloads: an update of the job's row would
/// write it again. Its column then holds this mark, which is no JSON.
inline constexpr qsizetype payloadLimit = 2 * 1024;
inline constexpr char payloadMark[] = ">";

/// The values of jobColumns in a query of `jobs`, payloads included.
QByteArray jobValues();
/// The same with empty labels and extra, which no event changes: to apply events to the job.
QByteArray jobStateValues();
/// The same with payloadMark for a result or an error that is kept apart.
QByteArray jobLightValues();

inline QByteArrayView viewOf(const Rows &rows, JobColumn column)
{
    return rows.view(static_cast<int>(column));
}

/// The job in the current row of a query for jobColumns.
Job jobOf(const Rows &rows);

/// The labels alone, without decoding the rest.
QJsonObject labelsOf(const Rows &rows);

/// Compact JSON text as it is kept in a column; empty for an empty object.
QByteArray columnText(const QJsonObject &object);

} // namespace hub
