// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <vector>

namespace bench {

/// Keeps every latency of a run, for exact percentiles.
class Latencies
{
public:
    void add(qint64 ns) { m_samples.push_back(ns); }
    bool isEmpty() const { return m_samples.empty(); }
    /// `share` is from 0 to 1. Returns 0 without samples. Reorders the samples.
    double percentileMs(double share);

private:
    std::vector<qint64> m_samples;
};

} // namespace bench
