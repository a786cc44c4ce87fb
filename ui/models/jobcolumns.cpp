// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobcolumns.h"

namespace ui {

ColumnMask columnsOf(const hub::JobDelta &delta)
{
    ColumnMask columns = bit(JobColumn::Updated);
    if (hub::statusOf(delta.type))
        columns |= stateColumns;
    if (delta.progress || delta.step)
        columns |= bit(JobColumn::Progress);
    if (delta.message || !delta.result.isEmpty() || !delta.error.isEmpty())
        columns |= bit(JobColumn::Outcome);
    if (!delta.owner.isEmpty())
        columns |= bit(JobColumn::Owner);
    if (delta.kind)
        columns |= bit(JobColumn::Kind);
    return columns;
}

const char *columnName(JobColumn column)
{
    switch (column) {
    case JobColumn::State: return "state";
    case JobColumn::Job: return "job";
    case JobColumn::Kind: return "kind";
    case JobColumn::Owner: return "owner";
    case JobColumn::Progress: return "progress";
    case JobColumn::Elapsed: return "elapsed";
    case JobColumn::Updated: return "updated";
    case JobColumn::Outcome: return "outcome";
    }
    return "";
}

} // namespace ui
