// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"

namespace hub {

/// Whether an event that turned `before` into `after` only moved the job on: changed its progress,
/// step, message and times, all of which the event's data says.
bool isMove(const Job &before, const Job &after);

/// The job after an event that was such a move.
Job jobMovedBy(Job job, const Event &event);

} // namespace hub
