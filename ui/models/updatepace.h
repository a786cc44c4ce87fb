// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"

#include <array>
#include <chrono>

namespace ui {

/// Learns for each kind of job how long its running jobs are silent between two updates, and says
/// when a silence is unusual. Keeps a logarithmic histogram for each kind, of fixed size. Later
/// intervals count more: at maxSamples, all counts are halved. A plain value.
class UpdatePace
{
public:
    /// No job is stalled before this time.
    static constexpr std::chrono::milliseconds least{30'000};
    /// The limit of a kind with less than `enough` intervals.
    static constexpr std::chrono::milliseconds untaught{300'000};
    static constexpr int enough = 20;
    static constexpr int maxSamples = 4000;

    /// Adds the time between two updates of one running job. A negative time counts as 0.
    void add(hub::JobKind kind, std::chrono::milliseconds interval);

    /// Returns the silence from which a job of this kind is stalled: three times the interval that
    /// 95 % of all intervals stay below, and at least `least`. The interval is rounded up by at
    /// most 19 %.
    std::chrono::milliseconds limit(hub::JobKind kind) const;

private:
    static constexpr int stepsPerDoubling = 4;
    static constexpr int buckets = 96; ///< The last one begins after 16 days.

    struct Histogram
    {
        std::array<quint16, buckets> counts{};
        int total = 0;
    };

    static int bucketOf(std::chrono::milliseconds interval);
    static std::chrono::milliseconds endOf(int bucket);

    std::array<Histogram, hub::jobKinds> m_kinds;
};

} // namespace ui
