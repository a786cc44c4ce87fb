// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/jobdelta.h"

namespace hub {

/// Returns whether the event that turned `before` into `after` is minor: it changed nothing but
/// the job's progress, step, message and times. The event's data has all of these.
bool isMinor(const Job &before, const Job &after);

/// Adds a later minor change of the same job to `changes`: applyDelta() with the result does the
/// same as applyDelta() with each change in turn. The result is small, however many changes it has.
/// `changes` with a null id has none.
void addMinor(JobDelta &changes, JobDelta change);

} // namespace hub
