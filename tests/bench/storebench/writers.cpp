// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/storebench/writers.h"

namespace bench {

Writers::Writers(Meter &meter, Source source) : m_meter(meter), m_source(std::move(source)) { }

qint64 Writers::run(int writers, std::chrono::milliseconds time)
{
    m_limitNs = std::chrono::nanoseconds(time).count();
    m_time.start();
    for (int i = 0; i < writers; ++i)
        next();
    if (m_onTheirWay > 0)
        m_loop.exec();
    return m_events;
}

void Writers::next()
{
    const qint64 now = m_time.nsecsElapsed();
    const auto done = [this, now](qint64 events) { handle(events, now); };
    if (now >= m_limitNs || !m_source(m_number, done)) {
        if (m_onTheirWay == 0)
            m_loop.quit();
        return;
    }
    ++m_number;
    ++m_onTheirWay;
}

void Writers::handle(qint64 events, qint64 startedNs)
{
    m_events += events;
    m_meter.addLatency(m_time.nsecsElapsed() - startedNs);
    --m_onTheirWay;
    next();
}

} // namespace bench
