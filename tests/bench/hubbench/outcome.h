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

/// The result of one run of a scenario.
struct Outcome
{
    enum class Better { More, Less };

    Figure headline;
    Better better = Better::More;
    std::vector<Figure> more; ///< Further figures, such as latency percentiles.
    double seconds = 0; ///< Measured time, without the preparation.
    double clientCpuSeconds = 0; ///< CPU time of the load generator. Near `seconds`, the generator
                                 ///< is the bottleneck.
    ServerUse server; ///< CPU time in the measured time; memory and descriptors at its end.
    Faults faults;

    /// Keeps the better outcome, because disturbances only make a run worse. A run with faults is
    /// always kept.
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
