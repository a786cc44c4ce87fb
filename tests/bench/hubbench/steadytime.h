// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace bench {

inline qint64 steadyNs()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

inline double secondsSince(qint64 ns)
{
    return static_cast<double>(steadyNs() - ns) / 1e9;
}

} // namespace bench
