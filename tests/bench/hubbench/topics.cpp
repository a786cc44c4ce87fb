// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/producers.h"
#include "tests/bench/hubbench/scenarios.h"
#include "tests/bench/hubbench/stopwatch.h"
#include "tests/bench/hubbench/subscriberswarm.h"

namespace bench {

namespace {

using namespace std::chrono_literals;

constexpr int topicCount = 5000;
constexpr int streamsPerTopic = 2;
constexpr int connections = 32;
constexpr auto measured = 5s;
constexpr std::chrono::seconds drainLimit{30};

QByteArray nameOf(int topic)
{
    return "topic-" + QByteArray::number(topic);
}

/// Goes through all topics again and again. Each topic belongs to one connection, so that its
/// events are in order.
class Rounds
{
public:
    /// The topic to which this connection publishes now.
    int take(int lane)
    {
        int &topic = m_next[static_cast<std::size_t>(lane)];
        const int taken = topic < 0 ? lane : topic;
        topic = taken + connections < topicCount ? taken + connections : lane;
        return taken;
    }

private:
    std::vector<int> m_next = std::vector<int>(connections, -1);
};

void describe(Outcome &outcome, Producers &producers)
{
    const auto acknowledged = static_cast<double>(producers.acknowledged());
    outcome.headline = {"publishes_per_s", acknowledged / outcome.seconds};
    outcome.more = {{"p50_ms", producers.latencies().percentileMs(0.5)},
                    {"p99_ms", producers.latencies().percentileMs(0.99)},
                    {"cpu_us_per_publish", outcome.server.cpuSeconds * 1e6 / acknowledged}};
}

} // namespace

Outcome topics(const Trial &trial)
{
    Server server(trial);
    Poller poller;
    SwarmPlan plan = SwarmPlan::of(*trial.dialect, {}, topicCount * streamsPerTopic);
    plan.target = [&](int stream) {
        return trial.dialect->streamTarget({nameOf(stream % topicCount)});
    };
    SubscriberSwarm swarm(poller, server.port(), plan);
    swarm.open();
    Rounds rounds;
    std::vector<qint64> published(topicCount);
    const auto next = [&](int lane) -> std::optional<QByteArray> {
        const int topic = rounds.take(lane);
        const qint64 number = published[static_cast<std::size_t>(topic)]++;
        return trial.dialect->publish(server.port(), nameOf(topic), number);
    };
    Producers producers(
        poller, server.port(), connections, next,
        [&](int status, const QByteArray &) { return trial.dialect->published(status) ? 1 : -1; });
    const Stopwatch watch(server);
    producers.start();
    poller.runUntil([&] { return producers.refused() > 0; }, measured);
    producers.stop();
    poller.runUntil(
        [&] {
            return producers.idle()
                   && swarm.deliveries() >= producers.acknowledged() * streamsPerTopic;
        },
        drainLimit);
    Outcome outcome;
    watch.stop(outcome);
    describe(outcome, producers);
    outcome.faults = swarm.finish([&](int stream) {
        return static_cast<quint64>(published[static_cast<std::size_t>(stream % topicCount)]);
    });
    outcome.faults.refused = producers.refused();
    return outcome;
}

} // namespace bench
