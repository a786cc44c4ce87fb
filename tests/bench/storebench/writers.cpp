// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/storebench/writers.h"

namespace bench {

Writers::Writers(hub::Store &store, Meter &meter, Source source)
    : m_store(store)
    , m_meter(meter)
    , m_source(std::move(source))
{ }

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
    auto write = now < m_limitNs ? m_source(m_number) : std::nullopt;
    if (!write) {
        if (m_onTheirWay == 0)
            m_loop.quit();
        return;
    }
    ++m_number;
    ++m_onTheirWay;
    m_store.write(std::move(*write),
                  [this, now](hub::Result<hub::Written> written) { handle(written, now); });
}

void Writers::handle(const hub::Result<hub::Written> &written, qint64 startedNs)
{
    if (!written)
        qFatal("%s", qPrintable(written.error().message));
    m_events += static_cast<qint64>(written->events.size());
    m_meter.addLatency(m_time.nsecsElapsed() - startedNs);
    --m_onTheirWay;
    next();
}

} // namespace bench
