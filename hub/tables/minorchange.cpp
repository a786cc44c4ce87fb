// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/minorchange.h"

#include "hub/base/timetext.h"
#include "hub/json/jsonmembers.h"
#include "hub/json/jsonscanner.h"
#include <utility>

namespace hub {

namespace {

/// Returns whether two texts are equal. Usually they share their bytes, so long texts are not
/// compared.
bool isSame(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && (a.constData() == b.constData() || a == b);
}

} // namespace

bool isMinor(const Job &before, const Job &after)
{
    // No event changes the kind, owner or labels.
    return before.status == after.status && before.attempt == after.attempt
           && before.run == after.run && before.startedMs == after.startedMs
           && before.finishedMs == after.finishedMs && isSame(before.restoreId, after.restoreId)
           && isSame(before.externalId, after.externalId) && isSame(before.result, after.result)
           && isSame(before.error, after.error);
}

void addMinor(JobDelta &changes, JobDelta change)
{
    change.line.clear(); // of a log line, which may be long: applyDelta() does not use it
    change.level.clear();
    if (change.type == EventType::Log && !changes.id.isNull()) {
        changes.id = change.id;
        changes.timeMs = change.timeMs;
        return;
    }
    if (!change.progress)
        change.progress = changes.progress;
    if (!change.step)
        change.step = changes.step;
    if (!change.message)
        change.message = std::move(changes.message);
    changes = std::move(change);
}

} // namespace hub
