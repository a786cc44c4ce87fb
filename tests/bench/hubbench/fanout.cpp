// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/payloads.h"
#include "tests/bench/hubbench/producers.h"
#include "tests/bench/hubbench/scenarios.h"
#include "tests/bench/hubbench/stopwatch.h"
#include "tests/bench/hubbench/subscriberswarm.h"

namespace bench {

namespace {

using namespace std::chrono_literals;

constexpr qint64 streams = 1000;
constexpr int publishers = 8;
constexpr qint64 batchEvents = 250;
/// Events in flight: enough that the server always has something to write, and fewer than the
/// socket buffers hold.
constexpr qint64 window = 1500;
constexpr auto measured = 6s;
constexpr std::chrono::seconds drainLimit{30};

/// How the events of a run are published.
struct Feed
{
    int connections;
    qint64 events; ///< Per request.
    Tally::Order order;
    std::function<QByteArray(quint16 port, qint64 first)> request;
    Producers::Count count;
};

Outcome fanOutOf(const Trial &trial, const Feed &feed)
{
    Server server(trial);
    Poller poller;
    SwarmPlan plan = SwarmPlan::of(*trial.dialect, {"fanout"}, streams);
    plan.order = feed.order;
    SubscriberSwarm swarm(poller, server.port(), plan);
    swarm.open();
    qint64 published = 0;
    const auto next = [&](int) -> std::optional<QByteArray> {
        if (published - swarm.deliveries() / streams > window - feed.events)
            return {};
        return feed.request(server.port(), std::exchange(published, published + feed.events));
    };
    Producers producers(poller, server.port(), feed.connections, next, feed.count);
    const Stopwatch watch(server);
    const auto fed = [&] {
        producers.start();
        return producers.refused() > 0;
    };
    poller.runUntil(fed, measured);
    producers.stop();
    poller.runUntil([&] { return producers.idle() && swarm.deliveries() >= published * streams; },
                    drainLimit);
    Outcome outcome;
    watch.stop(outcome);
    const auto deliveries = static_cast<double>(swarm.deliveries());
    outcome.headline = {"deliveries_per_s", deliveries / outcome.seconds};
    outcome.more = {{"cpu_us_per_delivery", outcome.server.cpuSeconds * 1e6 / deliveries},
                    {"mib_per_s", static_cast<double>(swarm.bytes()) / outcome.seconds / 1048576},
                    {"bytes_per_event", static_cast<double>(swarm.bytes()) / deliveries}};
    outcome.faults = swarm.finish(static_cast<quint64>(published));
    outcome.faults.refused = producers.refused();
    return outcome;
}

} // namespace

Outcome fanOut(const Trial &trial)
{
    const auto request = [&](quint16 port, qint64 number) {
        return trial.dialect->publish(port, "fanout", number);
    };
    const auto count = [&](int status, const QByteArray &) {
        return trial.dialect->published(status) ? 1 : -1;
    };
    return fanOutOf(trial, {publishers, 1, Tally::Order::Any, request, count});
}

Outcome fanOutBatches(const Trial &trial)
{
    const auto request = [](quint16 port, qint64 first) {
        QByteArray body;
        for (qint64 i = 0; i < batchEvents; ++i)
            body += batchLine("fanout", first + i);
        return httpRequest("POST", "/api/v1/events:batch", port, body);
    };
    const auto count = [](int status, const QByteArray &body) {
        return acceptedInBatch(status, body, batchEvents);
    };
    return fanOutOf(trial, {1, batchEvents, Tally::Order::Strict, request, count});
}

} // namespace bench
