// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/jobdelta.h"

namespace ui {

/// Columns of the jobs table. The values are also bit numbers in a ColumnMask.
enum class JobColumn { State, Job, Kind, Owner, Progress, Elapsed, Updated, Outcome };

constexpr int jobColumnCount = 8;

using ColumnMask = quint32;

constexpr ColumnMask bit(JobColumn column)
{
    return ColumnMask{1} << static_cast<int>(column);
}

constexpr ColumnMask allJobColumns = (ColumnMask{1} << jobColumnCount) - 1;

/// The columns that depend on the status and the attempt of a job.
constexpr ColumnMask stateColumns = bit(JobColumn::State) | bit(JobColumn::Progress)
                                    | bit(JobColumn::Elapsed) | bit(JobColumn::Outcome);

/// Returns the columns of a job that an event sets. They may keep their values. If the event
/// changes the status or the attempt, stateColumns change too.
ColumnMask columnsOf(const hub::JobDelta &delta);

/// Returns the name of a column in stored header states. It depends on neither position nor
/// language.
const char *columnName(JobColumn column);

} // namespace ui
