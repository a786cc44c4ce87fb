// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/latencies.h"

#include <algorithm>

namespace bench {

double Latencies::percentileMs(double share)
{
    if (m_samples.empty())
        return 0;
    const auto rank =
        static_cast<std::ptrdiff_t>(share * static_cast<double>(m_samples.size() - 1));
    const auto at = m_samples.begin() + rank;
    std::nth_element(m_samples.begin(), at, m_samples.end());
    return static_cast<double>(*at) / 1e6;
}

} // namespace bench
