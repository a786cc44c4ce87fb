// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/outcome.h"
#include "tests/bench/hubbench/server.h"
#include "tests/bench/hubbench/steadytime.h"

#include <ctime>

namespace bench {

/// Measures a part of a scenario: its time and what the server used in it.
class Stopwatch
{
public:
    explicit Stopwatch(const Server &server)
        : m_server(server)
        , m_before(server.use())
        , m_clientBefore(clientUse())
        , m_startNs(steadyNs())
    { }

    double seconds() const { return secondsSince(m_startNs); }

    void stop(Outcome &outcome) const
    {
        outcome.seconds = seconds();
        outcome.server = m_server.use();
        outcome.server.cpuSeconds -= m_before.cpuSeconds;
        outcome.clientCpuSeconds = clientUse() - m_clientBefore;
    }

private:
    static double clientUse()
    {
        timespec used{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
        return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
    }

    const Server &m_server;
    ServerUse m_before;
    double m_clientBefore;
    qint64 m_startNs;
};

} // namespace bench
