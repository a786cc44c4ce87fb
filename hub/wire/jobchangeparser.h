// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/wire/job.h"
#include "hub/wire/jobchange.h"

namespace hub {

/// The body of `POST /jobs/{id}/events`, or one line of a batch, which names its `job_id` itself:
/// `{type, progress?, step?, message?, level?, result?, error?, data?, restore_id?, attempt?,
/// external_id?}`. `type` is a status, `progress`, `log` or a name of the execution dialect. Errors
/// are `bad_json`, `bad_field` and `too_many_members`.
Result<JobChange> parsePublish(const QByteArray &body);

/// The body of `POST /jobs`: `{job_id?, kind?, owner?, labels?, external_id?, restore_id?,
/// source?}`. The job's times and events are still to be set; its id is empty when the body has
/// none.
Result<Job> parseCreateJob(const QByteArray &body);

} // namespace hub
