// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/jobchange.h"

namespace hub {

/// Returns the data of the event by which `change` turned `before` into `after`, in the native
/// dialect of resources/docs/api.md: `{"job_id","restore_id"?,"status",…the fields that changed…}`,
/// plus the unknown fields of the change.
QByteArray jobEventData(const Job &before, const Job &after, const JobChange &change, qint64 nowMs);

} // namespace hub
