// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/report.h"
#include "tests/bench/hubbench/scenarios.h"
#include "tests/bench/hubbench/server.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace {

struct Scenario
{
    const char *name;
    bench::Outcome (*run)();
};

constexpr Scenario scenarios[] = {
    {"fanout-1000", bench::fanOutThroughput},
    {"fanout-10000", bench::fanOutLatency},
    {"ingest-webhooks", bench::ingestWebhooks},
    {"ingest", bench::ingestPublishes},
    {"ingest-batch", bench::ingestBatches},
    {"replay", bench::replay},
    {"idle", bench::idleStreams},
};

/// The best of some runs: what disturbs a benchmark only ever makes it worse. A faulty run is never
/// passed over.
bench::Outcome bestOf(int runs, const Scenario &scenario)
{
    bench::Outcome best = scenario.run();
    for (int i = 1; i < runs && !best.faults.any(); ++i) {
        const bench::Outcome next = scenario.run();
        if (next.faults.any() || next.beats(best))
            best = next;
    }
    return best;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures heliographd from the same machine. Exit code 1: events were lost, "
                       "repeated or refused."));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("Print JSON."));
    const QCommandLineOption runs(QStringLiteral("runs"), QStringLiteral("Best of so many."),
                                  QStringLiteral("count"), QStringLiteral("1"));
    parser.addOptions({json, runs});
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("scenario"), QStringLiteral("Only these."),
                                 QStringLiteral("[scenario…]"));
    parser.process(application);

    bench::raiseDescriptorLimit();
    const QStringList wanted = parser.positionalArguments();
    std::vector<bench::Reported> all;
    bool faulty = false;
    for (const Scenario &scenario : scenarios) {
        const QString name = QString::fromLatin1(scenario.name);
        if (!wanted.isEmpty() && !wanted.contains(name))
            continue;
        all.push_back({name, bestOf(parser.value(runs).toInt(), scenario)});
        faulty = faulty || all.back().outcome.faults.any();
        std::fprintf(parser.isSet(json) ? stderr : stdout, "%s\n",
                     qUtf8Printable(bench::toText(all.back())));
        std::fflush(stdout);
    }
    if (parser.isSet(json))
        std::puts(bench::toJson(all).constData());
    else
        std::printf("on %s\n", qUtf8Printable(bench::machine()));
    return faulty ? 1 : 0;
}
