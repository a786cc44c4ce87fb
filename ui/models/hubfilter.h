// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/jobfilter.h"

#include <optional>

namespace ui {

/// Returns the URL query by which `GET /api/v1/jobs` finds the jobs of a filter, such as
/// `filter=owner%3Aann&status=failed`. Times get an offset, because the hub reads times without one
/// as UTC. Returns nothing when only the monitor can judge the filter (`is:stalled`, `is:new`,
/// `is:pinned`), and for a text that is no filter. `moment` is the time at which the user wrote it.
std::optional<QByteArray> hubQuery(const JobFilter &filter, const FilterMoment &moment);

} // namespace ui
