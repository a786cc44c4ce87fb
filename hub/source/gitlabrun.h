// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/fieldreader.h"
#include "hub/wire/runmark.h"

#include <QJsonArray>

namespace hub {

/// These functions detect that a GitLab pipeline or job runs again. GitLab keeps the id and does
/// not number the runs. A retry of a pipeline makes new builds with higher ids. Starting a manual
/// job after the end makes none. The webhook then still has the earlier end, or names a later time.

/// Returns the mark of a pipeline's run: its highest build id, and the latest time of the pipeline
/// and its builds. `isOver`: the status is terminal.
RunMark pipelineRun(FieldReader &pipeline, const QJsonArray &builds, bool isOver);

/// Returns the mark of a job's run. A skipped or cancelled job keeps its id when it is run later.
RunMark jobRun(FieldReader &job, bool isOver);

/// Parses `2026-11-25 10:00:00 UTC`, `2026-11-25 10:00:00 +0200` or RFC 3339. Returns ms since 1970
/// UTC; 0 when the text has none of these forms.
qint64 gitlabTime(const QString &text);

} // namespace hub
