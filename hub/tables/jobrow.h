// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/sqlite/sqlite.h"
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

/// A result, error or extra of more bytes is stored in job_payloads, because each update of the
/// job's row would write it again. The row then holds payloadMark, which is not valid JSON.
inline constexpr qsizetype payloadLimit = 2 * 1024;
inline constexpr char payloadMark[] = ">";

/// Returns the SQL expressions that select jobColumns from `jobs`, including payloads.
QByteArray jobValues();
/// Like jobValues(), but with empty labels and extra, which no event changes. For applying events.
QByteArray jobStateValues();
/// Like jobValues(), but with payloadMark for a result or an error in job_payloads.
QByteArray jobLightValues();

inline QByteArrayView viewOf(const Rows &rows, JobColumn column)
{
    return rows.view(static_cast<int>(column));
}

/// Returns the job in the current row of a query that selects jobColumns.
Job jobOf(const Rows &rows);

/// Returns the labels without decoding the rest of the row.
QJsonObject labelsOf(const Rows &rows);

/// Returns compact JSON text for a column; empty for an empty object.
QByteArray columnText(const QJsonObject &object);

} // namespace hub
