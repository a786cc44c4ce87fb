// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobcolumns.h"

namespace ui {

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
