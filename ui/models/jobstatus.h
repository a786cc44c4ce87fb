// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/event.h"
#include "hub/wire/jobstatuscount.h"

#include <concepts>

namespace ui {

// The widgets know the enumerations of the hub only by these names.
using JobStatus = hub::JobStatus;
using EventType = hub::EventType;

/// A set of states: bit number n stands for the JobStatus with value n.
using JobStatusSet = quint32;

constexpr int jobStatuses =
    static_cast<int>(hub::jobStatuses); ///< The number of values of JobStatus.

/// Returns the set of exactly these states.
constexpr JobStatusSet statusSet(std::same_as<JobStatus> auto... statuses)
{
    return (0U | ... | (1U << static_cast<int>(statuses)));
}

/// The states of a job that ended without success and was not cancelled.
constexpr JobStatusSet failedStatuses =
    statusSet(JobStatus::Failed, JobStatus::TimedOut, JobStatus::Lost);

/// Returns whether `status` is one of failedStatuses.
constexpr bool isFailure(JobStatus status)
{
    return (failedStatuses & statusSet(status)) != 0;
}

} // namespace ui
