// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "tests/bench/storebench/meter.h"

#include <QEventLoop>

#include <chrono>
#include <functional>

namespace bench {

/// Several writers at one store, each with one write outstanding, until there are no more writes or
/// the time is over.
class Writers
{
public:
    /// Makes the write number `n`; nullopt = no more writes.
    using Source = std::function<std::optional<hub::Write>(qint64 n)>;

    Writers(hub::Store &store, Meter &meter, Source source);

    /// Returns the number of accepted events, once all writes are answered.
    qint64 run(int writers, std::chrono::milliseconds time);

private:
    void next();
    void handle(const hub::Result<hub::Written> &written, qint64 startedNs);

    hub::Store &m_store;
    Meter &m_meter;
    const Source m_source;
    QElapsedTimer m_time;
    qint64 m_limitNs = 0;
    qint64 m_number = 0;
    qint64 m_events = 0;
    int m_onTheirWay = 0;
    QEventLoop m_loop;
};

} // namespace bench
