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

/// What all streams of a swarm ask for and look at.
struct SwarmPlan
{
    /// The path that stream 0, 1, 2 … asks for.
    std::function<QByteArray(int stream)> target;
    QByteArray greeting; ///< What its first frame holds.
    int count = 1;
    Tally::Order order = Tally::Order::Strict;
    QByteArray cursor; ///< `Last-Event-ID`; empty = none.
    QByteArray marker = "\"seq\":"; ///< What stands before the number of an event.
    bool timed = false; ///< Events carry `"t":` with the moment of their publishing.

    /// `count` streams of the same topics.
    static SwarmPlan of(const Dialect &dialect, const QByteArrayList &topics, int count = 1);
};

/// Many streams that read as fast as they can and check that each gets every event once and in
/// order.
class SubscriberSwarm
{
    Q_DISABLE_COPY_MOVE(SubscriberSwarm)

public:
    /// `poller` outlives it.
    SubscriberSwarm(Poller &poller, quint16 port, SwarmPlan plan);
    ~SubscriberSwarm();

    /// Opens all streams and waits for the greeting of each; ends the program when it does not
    /// come.
    void open();

    /// Numbered events received, by all together.
    qint64 deliveries() const { return m_deliveries; }
    qint64 bytes() const { return m_bytes; }
    Latencies &latencies() { return m_latencies; }

    /// `total` events were published: what is missing now is lost.
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
    qint64 m_readNs = 0; ///< When the bytes at hand were read.
    int m_greeted = 0;
};

} // namespace bench
