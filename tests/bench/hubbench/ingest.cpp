// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/acknowledged.h"
#include "tests/bench/hubbench/payloads.h"
#include "tests/bench/hubbench/scenarios.h"

namespace bench {

namespace {

constexpr int publishers = 8;
constexpr int idleConnections = 1000;
constexpr qint64 batchEvents = 1000;
constexpr std::chrono::seconds answerLimit{10};

QByteArray topicOf(int lane)
{
    return "ingest-" + QByteArray::number(lane);
}

/// One stream of all topics.
SwarmPlan witnessOf(const Trial &trial)
{
    QByteArrayList topics;
    for (int i = 0; i < publishers; ++i)
        topics << topicOf(i);
    SwarmPlan plan = SwarmPlan::of(*trial.dialect, topics);
    plan.order = Tally::Order::Any;
    return plan;
}

/// Keep-alive connections that received one answer and then stay silent.
class IdleConnections
{
public:
    IdleConnections(Poller &poller, quint16 port, int count)
    {
        int answered = 0;
        for (int i = 0; i < count; ++i) {
            m_connections.push_back(
                std::make_unique<HttpConnection>(poller, port, [&](int status, const QByteArray &) {
                    answered += status == 200 ? 1 : 0;
                }));
            m_connections.back()->send(httpRequest("GET", "/readyz", port));
            if (!poller.runUntil([&] { return answered == i + 1; }, answerLimit))
                qFatal("only %d of %d connections were answered", answered, count);
        }
        for (const auto &connection : m_connections)
            connection->whenAnswered([this](int, const QByteArray &) { ++m_closed; });
    }

    /// How many the server has closed.
    qint64 closed() const { return m_closed; }

private:
    std::vector<std::unique_ptr<HttpConnection>> m_connections;
    qint64 m_closed = 0;
};

Outcome publishesBeside(const Trial &trial, int idle)
{
    Server server(trial);
    Poller poller;
    const IdleConnections others(poller, server.port(), idle);
    SubscriberSwarm witness(poller, server.port(), witnessOf(trial));
    witness.open();
    qint64 number = 0;
    const auto next = [&](int lane) -> std::optional<QByteArray> {
        return trial.dialect->publish(server.port(), topicOf(lane), number++);
    };
    Producers producers(
        poller, server.port(), publishers, next,
        [&](int status, const QByteArray &) { return trial.dialect->published(status) ? 1 : -1; });
    Outcome outcome = measureAcknowledged(server, poller, producers, witness, "publishes_per_s");
    outcome.faults.closed += others.closed();
    return outcome;
}

} // namespace

Outcome ingest(const Trial &trial)
{
    return publishesBeside(trial, 0);
}

Outcome ingestBesideIdle(const Trial &trial)
{
    const Outcome alone = publishesBeside(trial, 0);
    Outcome outcome = publishesBeside(trial, idleConnections);
    outcome.more.insert(outcome.more.begin(),
                        {{"of_ingest", outcome.headline.value / alone.headline.value},
                         {"ingest_publishes_per_s", alone.headline.value}});
    outcome.faults += alone.faults;
    return outcome;
}

Outcome ingestBatches(const Trial &trial)
{
    Server server(trial);
    Poller poller;
    SwarmPlan plan = witnessOf(trial);
    plan.order = Tally::Order::Strict;
    SubscriberSwarm witness(poller, server.port(), plan);
    witness.open();
    qint64 number = 0;
    const auto next = [&](int) -> std::optional<QByteArray> {
        QByteArray body;
        for (qint64 i = 0; i < batchEvents; ++i, ++number)
            body += batchLine("job-" + QByteArray::number(number % 100), number);
        return httpRequest("POST", "/api/v1/events:batch", server.port(), body);
    };
    Producers producers(poller, server.port(), 1, next, [](int status, const QByteArray &body) {
        return acceptedInBatch(status, body, batchEvents);
    });
    return measureAcknowledged(server, poller, producers, witness, "events_per_s");
}

} // namespace bench
