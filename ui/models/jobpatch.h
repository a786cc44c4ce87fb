// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"
#include "ui/client/jobevent.h"
#include "ui/models/jobcolumns.h"

namespace ui {

/// Lays the fields that an event carries over a job, and says which columns that changes. The hub
/// has already judged whether the event may happen; here it only has to be shown.
ColumnMask patchJob(hub::Job &job, const JobEvent &event);

} // namespace ui
