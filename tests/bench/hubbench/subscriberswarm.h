// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/framescanner.h"
#include "tests/bench/hubbench/latencies.h"
#include "tests/bench/hubbench/poller.h"
#include "tests/bench/hubbench/tally.h"
#include "tests/bench/hubbench/trial.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace bench {

/// The parameters that all streams of a swarm have in common.
struct SwarmPlan
{
    /// The path of stream 0, 1, 2 …
    std::function<QByteArray(int stream)> target;
    QByteArray greeting; ///< A text in the first frame.
    int count = 1;
    Tally::Order order = Tally::Order::Strict;
    QByteArray cursor; ///< `Last-Event-ID`; empty = none.
    QByteArray marker = "\"seq\":"; ///< The text before the number of an event.
    bool timed = false; ///< Events carry their publishing time as `"t":`.

    /// A plan of `count` streams of the same topics.
    static SwarmPlan of(const Dialect &dialect, const QByteArrayList &topics, int count = 1);
};

/// Many streams that read as fast as they can. Each checks that it gets every event once and in
/// order.
class SubscriberSwarm
{
    Q_DISABLE_COPY_MOVE(SubscriberSwarm)

public:
    /// `poller` must outlive this object.
    SubscriberSwarm(Poller &poller, quint16 port, SwarmPlan plan);
    ~SubscriberSwarm();

    /// Opens all streams and waits for the greeting of each. Ends the program when one does not
    /// arrive in time.
    void open();

    /// Numbered events received by all streams together.
    qint64 deliveries() const { return m_deliveries; }
    qint64 bytes() const { return m_bytes; }
    Latencies &latencies() { return m_latencies; }

    /// Call it after `total` events were published. Events that have not arrived count as lost.
    Faults finish(quint64 total);
    /// The same with a total for each stream.
    Faults finish(const std::function<quint64(int stream)> &total);

private:
    class Stream;

    void take(Stream &stream, std::string_view frame);

    Poller &m_poller;
    const quint16 m_port;
    const SwarmPlan m_plan;
    FrameScanner m_scanner;
    std::vector<std::unique_ptr<Stream>> m_streams;
    Faults m_faults;
    Latencies m_latencies;
    qint64 m_deliveries = 0;
    qint64 m_bytes = 0;
    qint64 m_readNs = 0; ///< The time at which the current bytes were read.
    int m_greeted = 0;
};

} // namespace bench
