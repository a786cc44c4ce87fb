// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/columnwords.h"

#include "ui/models/jobstatus.h"
#include "ui/models/jobwords.h"

namespace ui {

QStringList wordsOf(JobColumn column)
{
    QStringList words;
    if (column == JobColumn::State) {
        for (int status = 0; status < jobStatuses; ++status)
            words << word(static_cast<JobStatus>(status));
    } else if (column == JobColumn::Kind) {
        for (const hub::JobKind kind : {hub::JobKind::Generic, hub::JobKind::Restore,
                                        hub::JobKind::Execution, hub::JobKind::Image})
            words << word(kind);
    }
    return words;
}

} // namespace ui
