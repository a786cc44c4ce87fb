// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/jobchange.h"
#include "hub/wire/jobdelta.h"

namespace hub {

/// Returns the data of the event by which `delta` turned `before` into `after`, in the native
/// dialect of resources/docs/api.md: `{"job_id","restore_id"?,"status",…the fields that changed…}`.
/// A progress event repeats progress, step and message, and a terminal event result and error, so
/// that a client that missed an event shows them. The data and the unknown members of `change`
/// follow. parseJobDelta() reads it.
QByteArray jobEventData(const Job &before, const Job &after, const JobDelta &delta,
                        const JobChange &change);

} // namespace hub
