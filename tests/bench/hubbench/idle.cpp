// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/scenarios.h"
#include "tests/bench/hubbench/stopwatch.h"
#include "tests/bench/hubbench/subscriberswarm.h"

namespace bench {

namespace {

constexpr int streams = 5000;
constexpr std::chrono::seconds settling{3};

SwarmPlan planFor(const Dialect &dialect, const QByteArray &name, int count)
{
    SwarmPlan plan = SwarmPlan::of(dialect, {}, count);
    plan.target = [&dialect, name](int stream) {
        return dialect.streamTarget({name + QByteArray::number(stream)});
    };
    return plan;
}

} // namespace

Outcome idleStreams(const Trial &trial)
{
    Server server(trial);
    Poller poller;
    // The first streams make the server load code and data; that is not a cost per stream.
    SubscriberSwarm first(poller, server.port(), planFor(*trial.dialect, "first-", 10));
    first.open();
    const double before = server.use().rssKib;
    SubscriberSwarm swarm(poller, server.port(), planFor(*trial.dialect, "idle-", streams));
    const qint64 openNs = steadyNs();
    swarm.open();
    const double openSeconds = secondsSince(openNs);
    const Stopwatch watch(server);
    poller.runUntil([] { return false; }, settling);
    Outcome outcome;
    watch.stop(outcome);
    outcome.better = Outcome::Better::Less;
    outcome.headline = {"kib_per_stream", (outcome.server.rssKib - before) / streams};
    outcome.more = {{"opened_per_s", streams / openSeconds}};
    outcome.faults = swarm.finish(0);
    return outcome;
}

} // namespace bench
