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

constexpr std::chrono::seconds drainLimit{30};

SwarmPlan planFor(int count)
{
    SwarmPlan plan;
    plan.target = "/api/v1/events/fanout";
    plan.count = count;
    return plan;
}

/// Events that are due at fixed moments. Each counts from when it was due, even when the answer to
/// the one before is late and holds it up.
class Schedule
{
public:
    static constexpr int events = 60;

    bool over() const { return m_due == events; }
    /// Until the next one is due.
    std::chrono::milliseconds wait() const
    {
        const std::chrono::nanoseconds left(momentOf(m_due) - steadyNs());
        return std::chrono::ceil<std::chrono::milliseconds>(left);
    }
    void passOne() { ++m_due; }
    /// The next event that is due and was not taken yet.
    std::optional<QByteArray> take()
    {
        if (m_taken == m_due)
            return {};
        const qint64 number = m_taken++;
        return logEvent(number, momentOf(number));
    }

private:
    static constexpr qint64 intervalNs = 100'000'000;

    qint64 momentOf(qint64 number) const { return m_startNs + number * intervalNs; }

    const qint64 m_startNs = steadyNs();
    qint64 m_due = 0;
    qint64 m_taken = 0;
};

} // namespace

Outcome fanOutThroughput()
{
    constexpr qint64 streams = 1000;
    constexpr qint64 batchEvents = 250;
    constexpr qint64 window = 2 * batchEvents; // on their way; more would only fill the ring
    Server server;
    Poller poller;
    SubscriberSwarm swarm(poller, server.port(), planFor(streams));
    swarm.open();
    qint64 published = 0;
    const auto next = [&]() -> std::optional<QByteArray> {
        if (published - swarm.deliveries() / streams > window - batchEvents)
            return {};
        QByteArray body;
        for (qint64 i = 0; i < batchEvents; ++i)
            body += batchLine("fanout", published++);
        return httpRequest("POST", "/api/v1/events:batch", server.port(), body);
    };
    Producers producer(poller, server.port(), 1, next, [](int status, const QByteArray &body) {
        return acceptedInBatch(status, body, batchEvents);
    });
    const Stopwatch watch(server);
    producer.start();
    poller.runUntil(
        [&] {
            producer.start();
            return producer.refused() > 0;
        },
        6s);
    producer.stop();
    poller.runUntil([&] { return producer.idle() && swarm.deliveries() >= published * streams; },
                    drainLimit);
    Outcome outcome;
    watch.stop(outcome);
    const auto deliveries = static_cast<double>(swarm.deliveries());
    outcome.headline = {"deliveries_per_s", deliveries / outcome.seconds};
    outcome.more = {{"cpu_us_per_delivery", outcome.server.cpuSeconds * 1e6 / deliveries},
                    {"mib_per_s", static_cast<double>(swarm.bytes()) / outcome.seconds / 1048576}};
    outcome.faults = swarm.finish(static_cast<quint64>(published));
    outcome.faults.refused = producer.refused();
    return outcome;
}

Outcome fanOutLatency()
{
    constexpr qint64 streams = 10'000;
    constexpr qint64 expected = Schedule::events * streams;
    Server server;
    Poller poller;
    SwarmPlan plan = planFor(streams);
    plan.timed = true;
    SubscriberSwarm swarm(poller, server.port(), plan);
    swarm.open();
    const Stopwatch watch(server);
    Schedule schedule;
    const auto next = [&]() -> std::optional<QByteArray> {
        const std::optional<QByteArray> event = schedule.take();
        return event ? std::optional(
                   httpRequest("POST", "/api/v1/jobs/fanout/events", server.port(), *event))
                     : std::nullopt;
    };
    Producers producer(poller, server.port(), 1, next,
                       [](int status, const QByteArray &) { return status == 202 ? 1 : -1; });
    while (!schedule.over()) {
        poller.runUntil([] { return false; }, schedule.wait());
        schedule.passOne();
        producer.start();
    }
    poller.runUntil([&] { return producer.idle() && swarm.deliveries() >= expected; }, drainLimit);
    Outcome outcome;
    watch.stop(outcome);
    const double cpuUs = outcome.server.cpuSeconds * 1e6 / static_cast<double>(swarm.deliveries());
    outcome.better = Outcome::Better::Less;
    outcome.headline = {"p99_ms", swarm.latencies().percentileMs(0.99)};
    outcome.more = {{"p50_ms", swarm.latencies().percentileMs(0.5)},
                    {"max_ms", swarm.latencies().percentileMs(1)},
                    {"cpu_us_per_delivery", cpuUs}};
    outcome.faults = swarm.finish(Schedule::events);
    outcome.faults.refused = producer.refused();
    return outcome;
}

} // namespace bench
