// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/outcome.h"
#include "tests/bench/hubbench/server.h"
#include "tests/bench/hubbench/steadytime.h"

namespace bench {

/// The measured part of a scenario: its time and what the hub spent in it.
class Stopwatch
{
public:
    explicit Stopwatch(const Server &server)
        : m_server(server)
        , m_before(server.use())
        , m_startNs(steadyNs())
    { }

    double seconds() const { return secondsSince(m_startNs); }

    void stop(Outcome &outcome) const
    {
        outcome.seconds = seconds();
        outcome.server = m_server.use();
        outcome.server.cpuSeconds -= m_before.cpuSeconds;
    }

private:
    const Server &m_server;
    ServerUse m_before;
    qint64 m_startNs;
};

} // namespace bench
