// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/httpconnection.h"
#include "tests/bench/hubbench/payloads.h"
#include "tests/bench/hubbench/scenarios.h"
#include "tests/bench/hubbench/stopwatch.h"
#include "tests/bench/hubbench/subscriberswarm.h"

#include <QRegularExpression>

namespace bench {

namespace {

constexpr qint64 replayed = 1000;
constexpr int rounds = 50;
constexpr std::chrono::seconds roundLimit{10};

/// Publishes `count` numbered events of a job at once; the answer.
QByteArray publish(Poller &poller, quint16 port, const QByteArray &job, qint64 count)
{
    QByteArray body;
    for (qint64 i = 0; i < count; ++i)
        body += batchLine(job, i);
    const QByteArray answer = call(poller, port, 207, "POST", "/api/v1/events:batch", body);
    if (acceptedInBatch(207, answer, count) != count)
        qFatal("not all accepted: %s", answer.left(300).constData());
    return answer;
}

QByteArray firstId(const QByteArray &answer)
{
    static const QRegularExpression id(QStringLiteral(R"re("event_id":"([^"]+)")re"));
    return id.match(QString::fromUtf8(answer)).captured(1).toUtf8();
}

} // namespace

Outcome replay()
{
    Server server;
    Poller poller;
    for (int i = 0; i < 10; ++i)
        publish(poller, server.port(), "other", 1000);
    SwarmPlan plan;
    plan.target = "/api/v1/events/replay";
    plan.cursor = firstId(publish(poller, server.port(), "replay", 1));
    publish(poller, server.port(), "replay", replayed);
    server.restart();

    Outcome outcome;
    Latencies latencies;
    const Stopwatch watch(server);
    for (int i = 0; i < rounds; ++i) {
        SubscriberSwarm reader(poller, server.port(), plan);
        const qint64 startNs = steadyNs();
        reader.open();
        poller.runUntil([&] { return reader.deliveries() >= replayed; }, roundLimit);
        latencies.add(steadyNs() - startNs);
        const Faults faults = reader.finish(replayed);
        outcome.faults.lost += faults.lost;
        outcome.faults.repeated += faults.repeated;
        outcome.faults.closed += faults.closed;
    }
    watch.stop(outcome);
    outcome.better = Outcome::Better::Less;
    outcome.headline = {"p50_ms", latencies.percentileMs(0.5)};
    outcome.more = {{"p99_ms", latencies.percentileMs(0.99)},
                    {"cpu_us_per_event", outcome.server.cpuSeconds * 1e6 / (rounds * replayed)}};
    return outcome;
}

} // namespace bench
