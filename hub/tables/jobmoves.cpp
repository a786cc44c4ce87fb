// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/jobmoves.h"

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

bool isMove(const Job &before, const Job &after)
{
    // No event changes the kind, owner or labels.
    return before.status == after.status && before.attempt == after.attempt
           && before.run == after.run && before.startedMs == after.startedMs
           && before.finishedMs == after.finishedMs && isSame(before.restoreId, after.restoreId)
           && isSame(before.externalId, after.externalId) && isSame(before.result, after.result)
           && isSame(before.error, after.error);
}

void addMove(JobDelta &moves, JobDelta move)
{
    move.line.clear(); // of a log line, which may be long: apply() does not use it
    move.level.clear();
    if (move.type == EventType::Log && !moves.id.isNull()) {
        moves.id = move.id;
        moves.timeMs = move.timeMs;
        return;
    }
    if (!move.progress)
        move.progress = moves.progress;
    if (!move.step)
        move.step = moves.step;
    if (!move.message)
        move.message = std::move(moves.message);
    moves = std::move(move);
}

} // namespace hub
