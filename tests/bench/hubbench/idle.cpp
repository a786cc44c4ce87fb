// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/scenarios.h"
#include "tests/bench/hubbench/stopwatch.h"
#include "tests/bench/hubbench/subscriberswarm.h"

namespace bench {

Outcome idleStreams()
{
    constexpr int streams = 5000;
    constexpr std::chrono::seconds settling{3};
    Server server;
    Poller poller;
    SwarmPlan plan;
    plan.target = "/api/v1/events/idle-*";
    SubscriberSwarm first(poller, server.port(),
                          plan); // what the first stream loads is not a price of each
    first.open();
    const double before = server.use().rssKib;
    plan.count = streams;
    SubscriberSwarm swarm(poller, server.port(), plan);
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
