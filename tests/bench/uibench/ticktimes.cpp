// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/uibench/ticktimes.h"

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace bench {

QString TickTimes::toText() const
{
    std::vector<qint64> sorted = m_ns;
    std::sort(sorted.begin(), sorted.end());
    const auto count = static_cast<double>(sorted.size());
    const double mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) / count;
    const auto percentile = [&](double share) {
        return static_cast<double>(sorted[static_cast<std::size_t>(share * (count - 1))]) / 1e6;
    };
    return QStringLiteral("%1 ms mean | %2 p50 | %3 p99 | %4 max")
        .arg(mean / 1e6, 0, 'f', 2)
        .arg(percentile(0.5), 0, 'f', 2)
        .arg(percentile(0.99), 0, 'f', 2)
        .arg(percentile(1), 0, 'f', 2);
}

void print(const char *name, const TickTimes &times)
{
    std::printf("%-28s %s\n", name, qUtf8Printable(times.toText()));
    std::fflush(stdout);
}

} // namespace bench
