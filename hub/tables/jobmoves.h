// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/jobdelta.h"

namespace hub {

/// Returns whether the event that turned `before` into `after` is a move: it changed nothing but
/// the job's progress, step, message and times. The event's data has all of these.
bool isMove(const Job &before, const Job &after);

/// Adds a later move of the same job to `moves`: apply() with the result does the same as apply()
/// with each move in turn. The result is small, however many moves it has. `moves` with a null id
/// has none.
void addMove(JobDelta &moves, JobDelta move);

} // namespace hub
