// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/acknowledged.h"

#include "tests/bench/hubbench/stopwatch.h"

namespace bench {

namespace {

constexpr std::chrono::seconds measured{5};
constexpr std::chrono::seconds drainLimit{30};

} // namespace

Outcome measureAcknowledged(const Server &server, Poller &poller, Producers &producers,
                            SubscriberSwarm &witness, const QByteArray &figure)
{
    const Stopwatch watch(server);
    producers.start();
    poller.runUntil([&] { return producers.idle(); }, measured);
    producers.stop();
    poller.runUntil([&] { return producers.idle(); }, drainLimit);
    Outcome outcome;
    watch.stop(outcome);
    const qint64 acknowledged = producers.acknowledged();
    poller.runUntil([&] { return witness.deliveries() >= acknowledged; }, drainLimit);
    outcome.faults = witness.finish(static_cast<quint64>(acknowledged));
    outcome.faults.refused = producers.refused();
    outcome.headline = {figure, static_cast<double>(acknowledged) / outcome.seconds};
    outcome.more = {
        {"p50_ms", producers.latencies().percentileMs(0.5)},
        {"p99_ms", producers.latencies().percentileMs(0.99)},
        {"cpu_us_per_event", outcome.server.cpuSeconds * 1e6 / static_cast<double>(acknowledged)}};
    return outcome;
}

} // namespace bench
