// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/fieldreader.h"
#include "hub/wire/runmark.h"

#include <QJsonArray>

namespace hub {

/// GitLab does not number the runs of a pipeline, which keeps its id when it is retried. A retry
/// makes new builds with higher ids. Where it makes none (a manual job is started after the end),
/// the end before is still in the webhook, or something began later than that.

/// Returns the mark of a pipeline's run: its highest build, and the latest time of it and its
/// builds. `isOver`: its status is terminal.
RunMark pipelineRun(FieldReader &pipeline, const QJsonArray &builds, bool isOver);

/// The same of a job, whose id stays when a skipped or cancelled one runs after all.
RunMark jobRun(FieldReader &job, bool isOver);

/// Reads `2026-11-25 10:00:00 UTC`, `2026-11-25 10:00:00 +0200` and RFC 3339; ms since 1970, 0 when
/// it is none of these.
qint64 gitlabTime(const QString &text);

} // namespace hub
