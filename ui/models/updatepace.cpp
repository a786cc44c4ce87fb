// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/updatepace.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

/// The first bucket ends shortly after this time.
constexpr std::chrono::milliseconds first{100};

} // namespace

int UpdatePace::bucketOf(std::chrono::milliseconds interval)
{
    const double ratio = static_cast<double>(interval.count()) / static_cast<double>(first.count());
    if (ratio <= 1)
        return 0;
    return std::min(buckets - 1, static_cast<int>(stepsPerDoubling * std::log2(ratio)));
}

std::chrono::milliseconds UpdatePace::endOf(int bucket)
{
    const double doublings = static_cast<double>(bucket + 1) / stepsPerDoubling;
    return std::chrono::milliseconds(
        std::llround(static_cast<double>(first.count()) * std::exp2(doublings)));
}

void UpdatePace::add(hub::JobKind kind, std::chrono::milliseconds interval)
{
    Histogram &histogram = m_kinds[static_cast<size_t>(kind)];
    ++histogram.counts[static_cast<size_t>(bucketOf(interval))];
    if (++histogram.total < maxSamples)
        return;
    histogram.total = 0;
    for (quint16 &count : histogram.counts) {
        count = static_cast<quint16>(count / 2);
        histogram.total += count;
    }
}

std::chrono::milliseconds UpdatePace::limit(hub::JobKind kind) const
{
    const Histogram &histogram = m_kinds[static_cast<size_t>(kind)];
    if (histogram.total < enough)
        return untaught;
    int below = 0;
    int bucket = 0;
    for (; bucket < buckets - 1; ++bucket) {
        below += histogram.counts[static_cast<size_t>(bucket)];
        if (below * 100 >= histogram.total * 95)
            break;
    }
    return std::max(least, 3 * endOf(bucket));
}

} // namespace ui
