// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/producers.h"
#include "tests/bench/hubbench/scenarios.h"
#include "tests/bench/hubbench/schedule.h"
#include "tests/bench/hubbench/stopwatch.h"
#include "tests/bench/hubbench/subscriberswarm.h"

namespace bench {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds drainLimit{30};

/// Measures the latency of events that are published at a steady rate.
Outcome paced(const Trial &trial, int streams, qint64 events, std::chrono::milliseconds interval)
{
    Server server(trial);
    Poller poller;
    SwarmPlan plan = SwarmPlan::of(*trial.dialect, {"paced"}, streams);
    plan.timed = true;
    SubscriberSwarm swarm(poller, server.port(), plan);
    swarm.open();
    const Stopwatch watch(server);
    Schedule schedule(events, interval);
    const auto next = [&](int) -> std::optional<QByteArray> {
        const std::optional<Schedule::Due> due = schedule.take();
        if (!due)
            return {};
        return trial.dialect->publish(server.port(), "paced", due->number, due->ns);
    };
    Producers producer(poller, server.port(), 1, next, [&](int status, const QByteArray &) {
        return trial.dialect->published(status) ? 1 : -1;
    });
    while (!schedule.over()) {
        poller.runUntil([] { return false; }, schedule.wait());
        schedule.passOne();
        producer.start();
    }
    const qint64 expected = events * streams;
    poller.runUntil([&] { return producer.idle() && swarm.deliveries() >= expected; }, drainLimit);
    Outcome outcome;
    watch.stop(outcome);
    const double cpuUs = outcome.server.cpuSeconds * 1e6 / static_cast<double>(swarm.deliveries());
    outcome.better = Outcome::Better::Less;
    outcome.headline = {"p99_ms", swarm.latencies().percentileMs(0.99)};
    outcome.more = {{"p50_ms", swarm.latencies().percentileMs(0.5)},
                    {"max_ms", swarm.latencies().percentileMs(1)},
                    {"cpu_us_per_delivery", cpuUs},
                    {"ack_p99_ms", producer.latencies().percentileMs(0.99)}};
    outcome.faults = swarm.finish(static_cast<quint64>(events));
    outcome.faults.refused = producer.refused();
    return outcome;
}

} // namespace

Outcome wideFanOut(const Trial &trial)
{
    return paced(trial, 10'000, 60, 100ms);
}

Outcome steady(const Trial &trial)
{
    return paced(trial, 100, 600, 10ms);
}

} // namespace bench
