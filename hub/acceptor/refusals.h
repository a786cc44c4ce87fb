// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/error.h"
#include "hub/wire/job.h"
#include "hub/wire/jobchange.h"

namespace hub {

// Each of these returns the error that refuses a change. resources/docs/api.md lists the codes.

Error invalidJobId();
Error unknownJob(const QByteArray &id);
Error reservedJobId(const QByteArray &id);
/// Does not name the other job, because it may belong to another user.
Error externalIdTaken();
/// `existing` was created with other values than the request, or the caller may not see it.
Error jobExists(const Job &existing);
/// `job` has ended, so `change` cannot be applied to it.
Error illegalTransition(const Job &job, const JobChange &change);

} // namespace hub
