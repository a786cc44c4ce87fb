// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/wire/job.h"
#include "hub/wire/jobchange.h"

namespace hub {

/// Parses the body of `POST /jobs/{id}/events`, or one line of a batch, which also has a `job_id`:
/// `{type, progress?, step?, message?, level?, result?, error?, data?, restore_id?, attempt?,
/// external_id?}`. `type` is a status, `progress`, `log` or a name of the execution dialect. The
/// error is `bad_json`, `bad_field` or `too_many_members`.
Result<JobChange> parsePublish(const QByteArray &body);

/// Parses the body of `POST /jobs`: `{job_id?, kind?, owner?, labels?, external_id?, restore_id?,
/// source?}`. The result has no times and no events. Its id is empty when the body has none. The
/// errors are those of parsePublish().
Result<Job> parseCreateJob(const QByteArray &body);

} // namespace hub
