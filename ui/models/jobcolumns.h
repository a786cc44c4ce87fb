// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace ui {

/// Columns of the jobs table; also bit numbers of ColumnMask.
enum class JobColumn { State, Job, Kind, Owner, Progress, Elapsed, Updated, Outcome };

constexpr int jobColumnCount = 8;

using ColumnMask = quint32;

constexpr ColumnMask bit(JobColumn column)
{
    return ColumnMask{1} << static_cast<int>(column);
}

constexpr ColumnMask allJobColumns = (ColumnMask{1} << jobColumnCount) - 1;

/// Name a column keeps in stored header states, whatever its place or language.
const char *columnName(JobColumn column);

} // namespace ui
