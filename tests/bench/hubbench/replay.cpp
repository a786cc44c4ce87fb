// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/history.h"
#include "tests/bench/hubbench/scenarios.h"
#include "tests/bench/hubbench/stopwatch.h"
#include "tests/bench/hubbench/subscriberswarm.h"

namespace bench {

namespace {

constexpr qint64 replayed = 1000;
constexpr int rounds = 50;
constexpr std::chrono::seconds roundLimit{10};

/// Opens one stream that gets all events after a cursor, and returns how long that took.
qint64 replayNs(Poller &poller, quint16 port, const SwarmPlan &plan, Faults &faults)
{
    SubscriberSwarm reader(poller, port, plan);
    const qint64 startNs = steadyNs();
    reader.open();
    poller.runUntil([&] { return reader.deliveries() >= replayed; }, roundLimit);
    const qint64 ns = steadyNs() - startNs;
    faults += reader.finish(replayed);
    return ns;
}

} // namespace

Outcome replay(const Trial &trial)
{
    Server server(trial);
    Poller poller;
    fillHistory(poller, server.port(), 10'000);
    SwarmPlan plan = SwarmPlan::of(*trial.dialect, {"replay"});
    plan.cursor = publishBehindCursor(poller, server.port(), "replay", replayed);
    server.restart(); // so that events come from the store, not from memory

    Outcome outcome;
    Latencies latencies;
    const Stopwatch watch(server);
    for (int i = 0; i < rounds; ++i)
        latencies.add(replayNs(poller, server.port(), plan, outcome.faults));
    watch.stop(outcome);
    outcome.better = Outcome::Better::Less;
    outcome.headline = {"p50_ms", latencies.percentileMs(0.5)};
    outcome.more = {{"p99_ms", latencies.percentileMs(0.99)},
                    {"cpu_us_per_event", outcome.server.cpuSeconds * 1e6 / (rounds * replayed)}};
    return outcome;
}

Outcome restart(const Trial &trial)
{
    constexpr qint64 stored = 1'000'000;
    constexpr int restarts = 5;
    Server server(trial);
    Poller poller;
    SwarmPlan plan = SwarmPlan::of(*trial.dialect, {"replay"});
    fillHistory(poller, server.port(), stored - replayed - 1);
    plan.cursor = publishBehindCursor(poller, server.port(), "replay", replayed);

    Outcome outcome;
    Latencies starts;
    for (int i = 0; i < restarts; ++i) {
        outcome.seconds = server.restart();
        outcome.server = server.use(); // of the newest process
        starts.add(static_cast<qint64>(outcome.seconds * 1e9));
    }
    const double replayMs =
        static_cast<double>(replayNs(poller, server.port(), plan, outcome.faults)) / 1e6;
    outcome.better = Outcome::Better::Less;
    outcome.headline = {"ready_ms", starts.percentileMs(0.5)};
    outcome.more = {{"ready_max_ms", starts.percentileMs(1)}, {"then_replay_ms", replayMs}};
    return outcome;
}

} // namespace bench
