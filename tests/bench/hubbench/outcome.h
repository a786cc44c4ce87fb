// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/serverprobe.h"
#include "tests/bench/hubbench/tally.h"

#include <QByteArray>

#include <vector>

namespace bench {

/// A number with a name: `snake_case`, with its unit at the end.
struct Figure
{
    QByteArray name;
    double value = 0;
};

/// What one run of a scenario found.
struct Outcome
{
    enum class Better { More, Less };

    Figure headline;
    Better better = Better::More;
    std::vector<Figure> more; ///< Latency percentiles and the like.
    double seconds = 0; ///< Measured time, without setting up.
    double clientCpuSeconds = 0; ///< Of the load generator: near `seconds`, it is the limit.
    ServerUse server; ///< CPU in the measured time; memory and descriptors at its end.
    Faults faults;

    /// What disturbs a benchmark only ever makes it worse, so the best of some runs counts; but a
    /// faulty run is never passed over.
    void keepBest(const Outcome &next)
    {
        if (!faults.any() && (next.faults.any() || next.beats(*this)))
            *this = next;
    }

private:
    bool beats(const Outcome &other) const
    {
        return better == Better::More ? headline.value > other.headline.value
                                      : headline.value < other.headline.value;
    }
};

} // namespace bench
