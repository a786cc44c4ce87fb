// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/visibility.h"
#include "hub/wire/event.h"
#include "hub/wire/job.h"

#include <vector>

namespace hub {

/// Creates `job`. The store makes an id when the id is empty. A job with the same id and the same
/// `fingerprint` is returned again.
struct CreateJob
{
    Job job;
    QByteArray fingerprint; ///< Hash of the caller's request.
    Visibility visible; ///< A job outside it is never returned.
};

/// The answer to CreateJob.
struct Created
{
    std::vector<Event> events; ///< Accepted events in id order. Empty for a job that existed.
    Job job; ///< The job after the request.
    bool isNew = false; ///< False when the job existed.
};

} // namespace hub
