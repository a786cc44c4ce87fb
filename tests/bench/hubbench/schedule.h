// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/steadytime.h"

#include <chrono>
#include <optional>

namespace bench {

/// Events that are due at fixed times. The latency of an event counts from its due time, even when
/// it was held up by a late answer to the previous one.
class Schedule
{
public:
    struct Due
    {
        qint64 number;
        qint64 ns; ///< The time at which it was due.
    };

    Schedule(qint64 events, std::chrono::nanoseconds interval)
        : m_events(events)
        , m_intervalNs(interval.count())
    { }

    bool over() const { return m_due == m_events; }
    /// The time until the next event is due.
    std::chrono::nanoseconds wait() const
    {
        return std::chrono::nanoseconds(momentOf(m_due) - steadyNs());
    }
    void passOne() { ++m_due; }
    /// The next event that is due and was not taken yet.
    std::optional<Due> take()
    {
        if (m_taken == m_due)
            return {};
        const qint64 number = m_taken++;
        return Due{number, momentOf(number)};
    }

private:
    qint64 momentOf(qint64 number) const { return m_startNs + number * m_intervalNs; }

    const qint64 m_events;
    const qint64 m_intervalNs;
    const qint64 m_startNs = steadyNs();
    qint64 m_due = 0;
    qint64 m_taken = 0;
};

} // namespace bench
