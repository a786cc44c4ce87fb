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
    /// Called with the number of events that a write accepted.
    using Done = std::function<void(qint64 events)>;
    /// Passes the write number `n` to the store and its result to `done`. Returns false when there
    /// are no more writes.
    using Source = std::function<bool(qint64 n, Done done)>;

    Writers(Meter &meter, Source source);

    /// Returns the number of accepted events, once all writes are answered.
    qint64 run(int writers, std::chrono::milliseconds time);

private:
    void next();
    void handle(qint64 events, qint64 startedNs);

    Meter &m_meter;
    const Source m_source;
    QElapsedTimer m_time;
    qint64 m_limitNs = 0;
    qint64 m_number = 0;
    qint64 m_events = 0;
    int m_onTheirWay = 0;
    QEventLoop m_loop;
};

/// Returns the answer to a write that passes the number of its events to `done`. A failed write
/// ends the program.
template<typename T>
hub::Store::Answer<T> counting(Writers::Done done)
{
    return [done = std::move(done)](const hub::Result<T> &answer) {
        if (!answer)
            qFatal("%s", qPrintable(answer.error().message));
        done(static_cast<qint64>(answer->events.size()));
    };
}

} // namespace bench
