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

constexpr int connections = 8;
constexpr auto measured = 5s;
constexpr std::chrono::seconds drainLimit{30};

Producers::Count answeredWith(int wanted)
{
    return [wanted](int status, const QByteArray &) { return status == wanted ? 1 : -1; };
}

/// Lets `producers` work for a while, and the one stream of `witness` see all that was
/// acknowledged.
Outcome measure(const Server &server, Poller &poller, Producers &producers,
                SubscriberSwarm &witness)
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
    outcome.headline = {"events_per_s", static_cast<double>(acknowledged) / outcome.seconds};
    outcome.more = {
        {"p50_ms", producers.latencies().percentileMs(0.5)},
        {"p99_ms", producers.latencies().percentileMs(0.99)},
        {"cpu_us_per_event", outcome.server.cpuSeconds * 1e6 / static_cast<double>(acknowledged)}};
    return outcome;
}

SwarmPlan witnessOf(const QByteArray &target)
{
    SwarmPlan plan;
    plan.target = target;
    plan.order = Tally::Order::Any;
    return plan;
}

/// Creates jobs `w-0`, `w-1` … for some seconds and says how many.
qint64 createJobs(const Server &server, Poller &poller)
{
    qint64 number = 0;
    const auto next = [&]() -> std::optional<QByteArray> {
        const QByteArray n = QByteArray::number(number++);
        return httpRequest("POST", "/api/v1/jobs", server.port(),
                           R"({"job_id":"w-)" + n + R"(","kind":"restore","external_id":"rp-)" + n
                               + "\"}");
    };
    Producers producers(poller, server.port(), 4 * connections, next, answeredWith(201));
    producers.start();
    poller.runUntil([&] { return producers.refused() > 0; }, measured);
    producers.stop();
    poller.runUntil([&] { return producers.idle(); }, drainLimit);
    return producers.acknowledged();
}

} // namespace

Outcome ingestWebhooks()
{
    Server server;
    Poller poller;
    const qint64 jobs = createJobs(server, poller);
    SwarmPlan plan = witnessOf("/api/v1/events?types=completed");
    plan.marker = R"("job_id":"w-)";
    SubscriberSwarm witness(poller, server.port(), plan);
    witness.open();
    qint64 number = 0;
    const auto next = [&]() -> std::optional<QByteArray> {
        if (number == jobs)
            return {};
        return httpRequest("POST", "/api/v1/webhooks/runpod-completion", server.port(),
                           R"({"delayTime":4736,"executionTime":157,"id":"rp-)"
                               + QByteArray::number(number++)
                               + R"(","output":{"files":["/workspace/outputs/restored.jpg"]},)"
                                 R"("status":"COMPLETED"})");
    };
    Producers producers(poller, server.port(), connections, next, answeredWith(200));
    return measure(server, poller, producers, witness);
}

Outcome ingestPublishes()
{
    Server server;
    Poller poller;
    SubscriberSwarm witness(poller, server.port(), witnessOf("/api/v1/events"));
    witness.open();
    qint64 number = 0;
    const auto next = [&]() -> std::optional<QByteArray> {
        const QByteArray job = "job-" + QByteArray::number(number % 100);
        return httpRequest("POST", "/api/v1/jobs/" + job + "/events", server.port(),
                           logEvent(number++));
    };
    Producers producers(poller, server.port(), connections, next, answeredWith(202));
    return measure(server, poller, producers, witness);
}

Outcome ingestBatches()
{
    constexpr qint64 batchEvents = 1000;
    Server server;
    Poller poller;
    SwarmPlan plan = witnessOf("/api/v1/events");
    plan.order = Tally::Order::Strict;
    SubscriberSwarm witness(poller, server.port(), plan);
    witness.open();
    qint64 number = 0;
    const auto next = [&]() -> std::optional<QByteArray> {
        QByteArray body;
        for (qint64 i = 0; i < batchEvents; ++i, ++number)
            body += batchLine("job-" + QByteArray::number(number % 100), number);
        return httpRequest("POST", "/api/v1/events:batch", server.port(), body);
    };
    Producers producers(poller, server.port(), 1, next, [](int status, const QByteArray &body) {
        return acceptedInBatch(status, body, batchEvents);
    });
    return measure(server, poller, producers, witness);
}

} // namespace bench
