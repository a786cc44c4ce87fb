// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QString>

#include <vector>

namespace bench {

/// The duration of each tick of a run.
class TickTimes
{
public:
    /// Calls and times `tick`.
    template<typename Tick>
    void measure(Tick tick)
    {
        QElapsedTimer timer;
        timer.start();
        tick();
        add(timer.nsecsElapsed());
    }
    void add(qint64 ns) { m_ns.push_back(ns); }

    /// `0.62 ms mean | 0.60 p50 | 0.90 p99 | 1.20 max`
    QString toText() const;

private:
    std::vector<qint64> m_ns;
};

/// Prints one line of the report.
void print(const char *name, const TickTimes &times);

} // namespace bench
