// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"

namespace hub {

constexpr std::size_t jobStatuses = 7; ///< The number of values of JobStatus.
static_assert(jobStatuses == static_cast<std::size_t>(JobStatus::Lost) + 1);

} // namespace hub
