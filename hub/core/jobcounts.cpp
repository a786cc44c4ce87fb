// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/jobcounts.h"

#include <numeric>

namespace hub {

qint64 totalOf(const StatusCounts &counts)
{
    return std::accumulate(counts.begin(), counts.end(), qint64{0});
}

} // namespace hub
