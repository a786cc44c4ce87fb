// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/jobchange.h"

namespace hub {

/// The data of the event by which `change` turned `before` into `after`, in the native dialect of
/// api.md:
/// `{"job_id","restore_id"?,"status",…the fields that changed…}` and what the producer wants
/// carried along.
QByteArray jobEventData(const Job &before, const Job &after, const JobChange &change, qint64 nowMs);

} // namespace hub
