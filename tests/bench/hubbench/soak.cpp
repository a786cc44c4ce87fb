// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/payloads.h"
#include "tests/bench/hubbench/producers.h"
#include "tests/bench/hubbench/scenarios.h"
#include "tests/bench/hubbench/stopwatch.h"
#include "tests/bench/hubbench/subscriberswarm.h"

#include <cstdio>

namespace bench {

namespace {

using namespace std::chrono_literals;

constexpr int publishers = 50;
constexpr qint64 eventsPerSecond = 20'000;
constexpr int streams = 5;
constexpr qint64 leastInBatch = 8; // a publisher's part of 20 ms
constexpr qint64 mostInBatch = 1000;
constexpr auto tick = 5ms;
constexpr double reportSeconds = 30;
constexpr std::chrono::seconds drainLimit{60};

/// Counts the events that each publisher must still send to keep the rate. It sends them as one
/// batch, so a late answer makes the next batch larger and the rate stays constant.
class Dues
{
public:
    explicit Dues(double seconds) : m_seconds(seconds) { }

    bool over() const { return secondsSince(m_startNs) >= m_seconds; }
    double elapsed() const { return secondsSince(m_startNs); }

    /// The number of events that this publisher sends now.
    qint64 take(int lane)
    {
        qint64 &sent = m_sent[static_cast<std::size_t>(lane)];
        const auto due =
            static_cast<qint64>(std::min(elapsed(), m_seconds) * eventsPerSecond) / publishers;
        if (due - sent < leastInBatch && !over())
            return 0;
        const qint64 now = std::min(due - sent, mostInBatch);
        sent += now;
        return now;
    }

private:
    const double m_seconds;
    const qint64 m_startNs = steadyNs();
    std::vector<qint64> m_sent = std::vector<qint64>(publishers);
};

/// Prints a progress line every 30 s and records the memory.
class MemoryLine
{
public:
    explicit MemoryLine(const Server &server) : m_server(server) { }

    void reportWhenDue(double seconds, const Producers &producers, const SubscriberSwarm &swarm)
    {
        if (seconds < m_due)
            return;
        m_due += reportSeconds;
        report(seconds, producers, swarm);
    }
    void report(double seconds, const Producers &producers, const SubscriberSwarm &swarm)
    {
        const double kib = m_server.use().rssKib;
        m_firstKib = m_firstKib > 0 ? m_firstKib : kib;
        m_mostKib = std::max(m_mostKib, kib);
        std::fprintf(stderr, "soak %5.0f s: %.1f MiB, %lld acknowledged, %lld delivered\n", seconds,
                     kib / 1024, static_cast<long long>(producers.acknowledged()),
                     static_cast<long long>(swarm.deliveries()));
    }
    double firstMib() const { return m_firstKib / 1024; }
    double mostMib() const { return m_mostKib / 1024; }

private:
    const Server &m_server;
    double m_due = reportSeconds;
    double m_firstKib = 0;
    double m_mostKib = 0;
};

QByteArray batchFrom(quint16 port, int lane, qint64 first, qint64 count)
{
    const QByteArray job = "soak-" + QByteArray::number(lane);
    QByteArray body;
    for (qint64 i = 0; i < count; ++i)
        body += batchLine(job, first + i);
    return httpRequest("POST", "/api/v1/events:batch", port, body);
}

void describe(Outcome &outcome, Producers &producers, const MemoryLine &memory)
{
    outcome.headline = {"events_per_s",
                        static_cast<double>(producers.acknowledged()) / outcome.seconds};
    outcome.more = {{"ack_p50_ms", producers.latencies().percentileMs(0.5)},
                    {"ack_p99_ms", producers.latencies().percentileMs(0.99)},
                    {"ack_max_ms", producers.latencies().percentileMs(1)},
                    {"rss_mib_at_first", memory.firstMib()},
                    {"rss_mib_most", memory.mostMib()},
                    {"rss_mib_at_end", outcome.server.rssKib / 1024}};
}

} // namespace

Outcome soak(const Trial &trial)
{
    Server server(trial);
    Poller poller;
    SwarmPlan plan = SwarmPlan::of(*trial.dialect, {}, streams);
    plan.order = Tally::Order::Any;
    SubscriberSwarm witness(poller, server.port(), plan);
    witness.open();
    qint64 published = 0;
    Dues dues(trial.soakSeconds);
    const auto next = [&](int lane) -> std::optional<QByteArray> {
        const qint64 count = dues.take(lane);
        if (count == 0)
            return {};
        return batchFrom(server.port(), lane, std::exchange(published, published + count), count);
    };
    Producers producers(poller, server.port(), publishers, next,
                        [](int status, const QByteArray &body) {
                            return acceptedInBatch(status, body, body.count('\n'));
                        });
    MemoryLine memory(server);
    const Stopwatch watch(server);
    while (!dues.over() && producers.refused() == 0) {
        producers.start();
        poller.runUntil([] { return false; }, tick);
        memory.reportWhenDue(dues.elapsed(), producers, witness);
    }
    producers.start(); // sends the remaining events
    poller.runUntil([&] { return producers.idle() && witness.deliveries() >= published * streams; },
                    drainLimit);
    Outcome outcome;
    watch.stop(outcome);
    memory.report(outcome.seconds, producers, witness);
    describe(outcome, producers, memory);
    outcome.faults = witness.finish(static_cast<quint64>(published));
    outcome.faults.refused = producers.refused();
    return outcome;
}

} // namespace bench
