// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/acknowledged.h"
#include "tests/bench/hubbench/scenarios.h"

namespace bench {

namespace {

constexpr int connections = 8;
constexpr std::chrono::seconds creating{5};
constexpr std::chrono::seconds drainLimit{30};

Producers::Count answeredWith(int wanted)
{
    return [wanted](int status, const QByteArray &) { return status == wanted ? 1 : -1; };
}

/// Creates jobs `w-0`, `w-1` … for some seconds and returns their number.
qint64 createJobs(const Server &server, Poller &poller)
{
    qint64 number = 0;
    const auto next = [&](int) -> std::optional<QByteArray> {
        const QByteArray n = QByteArray::number(number++);
        return httpRequest("POST", "/api/v1/jobs", server.port(),
                           R"({"job_id":"w-)" + n + R"(","kind":"restore","external_id":"rp-)" + n
                               + "\"}");
    };
    Producers producers(poller, server.port(), 4 * connections, next, answeredWith(201));
    producers.start();
    poller.runUntil([&] { return producers.refused() > 0; }, creating);
    producers.stop();
    poller.runUntil([&] { return producers.idle(); }, drainLimit);
    return producers.acknowledged();
}

} // namespace

Outcome webhooks(const Trial &trial)
{
    Server server(trial);
    Poller poller;
    const qint64 jobs = createJobs(server, poller);
    SwarmPlan plan = SwarmPlan::of(*trial.dialect, {});
    plan.target = [](int) { return QByteArray("/api/v1/events?types=completed"); };
    plan.marker = R"("job_id":"w-)";
    plan.order = Tally::Order::Any;
    SubscriberSwarm witness(poller, server.port(), plan);
    witness.open();
    qint64 number = 0;
    const auto next = [&](int) -> std::optional<QByteArray> {
        if (number == jobs)
            return {};
        return httpRequest("POST", "/api/v1/webhooks/runpod-completion", server.port(),
                           R"({"delayTime":4736,"executionTime":157,"id":"rp-)"
                               + QByteArray::number(number++)
                               + R"(","output":{"files":["/workspace/outputs/restored.jpg"]},)"
                                 R"("status":"COMPLETED"})");
    };
    Producers producers(poller, server.port(), connections, next, answeredWith(200));
    return measureAcknowledged(server, poller, producers, witness, "webhooks_per_s");
}

} // namespace bench
