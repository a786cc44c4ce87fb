// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"
#include "ui/client/jobevent.h"
#include "ui/models/jobcolumns.h"

namespace ui {

/// Applies the fields of an event to a job and returns the changed columns. Checks nothing: the hub
/// has already accepted the event.
ColumnMask patchJob(hub::Job &job, const JobEvent &event);

} // namespace ui
