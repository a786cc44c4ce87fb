// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/hubbench/cores.h"
#include "tests/bench/hubbench/report.h"
#include "tests/bench/hubbench/scenarios.h"
#include "tests/bench/hubbench/server.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>

namespace {

using bench::Scenario;

const QCommandLineOption jsonOption(QStringLiteral("json"), QStringLiteral("Print JSON."));
const QCommandLineOption runsOption(
    QStringLiteral("runs"),
    QStringLiteral(
        "Runs of each scenario, of which the best counts (default: 1; with --compare 3)."),
    QStringLiteral("count"));
const QCommandLineOption serverOption(
    QStringLiteral("server"),
    QStringLiteral("Measure the server that this command starts instead of heliographd. {port} is "
                   "the port of 127.0.0.1 to listen on, {data} an empty folder. The server is "
                   "ready when GET /readyz is answered with 200."),
    QStringLiteral("command"));
const QCommandLineOption
    compareOption(QStringLiteral("compare"),
                  QStringLiteral("Also measure the server that this command starts, alternating "
                                 "with the first one, and print the ratios."),
                  QStringLiteral("command"));
const QCommandLineOption dialectOption(
    QStringLiteral("dialect"),
    QStringLiteral(
        "Protocol of the command's server. heliograph (default); core: only its streams, publishes "
        "and batches; plain: POST /publish?topic=a and GET /stream?topic=a,b."),
    QStringLiteral("name"), QStringLiteral("heliograph"));
const QCommandLineOption
    secondsOption(QStringLiteral("seconds"),
                  QStringLiteral("Duration of the scenario soak (default: 600)."),
                  QStringLiteral("seconds"), QStringLiteral("600"));

[[noreturn]] void fail(const QString &why)
{
    std::fprintf(stderr, "hubbench: %s\n", qUtf8Printable(why));
    std::exit(2);
}

/// The value of an option such as `--runs`.
int positive(const QString &text)
{
    const int number = text.toInt();
    if (number < 1)
        fail(QStringLiteral("not a positive number: '%1'").arg(text));
    return number;
}

QString nameOf(const QString &command)
{
    const QString program = QProcess::splitCommand(command).value(0);
    const QString name = QFileInfo(program).fileName();
    return name == QLatin1String("heliographd") ? program : name;
}

std::vector<bench::Trial> trialsOf(const QCommandLineParser &parser)
{
    const bench::Dialect *other = bench::dialectNamed(parser.value(dialectOption));
    if (!other)
        fail(QStringLiteral("no such dialect: '%1'").arg(parser.value(dialectOption)));
    const int soak = positive(parser.value(secondsOption));
    const QString own = QLatin1Char('"') + QCoreApplication::applicationDirPath()
                        + QStringLiteral("/heliographd\" --data {data} --listen 127.0.0.1:{port}");
    std::vector<bench::Trial> trials;
    if (const QString command = parser.value(serverOption); !command.isEmpty())
        trials.push_back({nameOf(command), command, other, soak});
    else
        trials.push_back({QStringLiteral("heliographd"), own,
                          bench::dialectNamed(QStringLiteral("heliograph")), soak});
    if (const QString command = parser.value(compareOption); !command.isEmpty())
        trials.push_back({nameOf(command), command, other, soak});
    return trials;
}

/// The named scenarios, or the default ones that all servers support.
std::vector<const Scenario *> chosen(const QStringList &names,
                                     const std::vector<bench::Trial> &trials)
{
    QStringList unknown = names;
    std::vector<const Scenario *> all;
    for (const Scenario &scenario : bench::scenarios) {
        const bool named = unknown.removeAll(QString::fromLatin1(scenario.name)) > 0;
        const bool suits = std::all_of(trials.begin(), trials.end(),
                                       [&](auto &trial) { return scenario.suits(*trial.dialect); });
        if (named && !suits)
            fail(QStringLiteral("scenario '%1' needs features that the dialect lacks")
                     .arg(QLatin1String(scenario.name)));
        const bool anyway = names.isEmpty() && scenario.runs == Scenario::Runs::ByDefault;
        if (named || (anyway && suits))
            all.push_back(&scenario);
    }
    if (!unknown.isEmpty())
        fail(QStringLiteral("no such scenario: '%1'").arg(unknown.first()));
    return all;
}

/// Runs one scenario on every server in turn and keeps the best of `runs` runs.
std::vector<bench::Reported> measure(const Scenario &scenario,
                                     const std::vector<bench::Trial> &trials, int runs)
{
    std::vector<bench::Reported> reported;
    for (const bench::Trial &trial : trials)
        reported.push_back({&scenario, trial.server, scenario.run(trial)});
    for (int run = 1; run < runs; ++run)
        for (std::size_t i = 0; i < trials.size(); ++i)
            if (!reported[i].outcome.faults.any())
                reported[i].outcome.keepBest(scenario.run(trials[i]));
    return reported;
}

void print(FILE *to, const std::vector<bench::Reported> &reported)
{
    for (const bench::Reported &one : reported)
        std::fprintf(to, "%s\n", qUtf8Printable(bench::toText(one)));
    if (reported.size() > 1)
        std::fprintf(to, "%s\n", qUtf8Printable(bench::ratioText(reported[0], reported[1])));
    std::fflush(to);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QString names;
    for (const Scenario &scenario : bench::scenarios)
        names += QLatin1Char(' ') + QLatin1String(scenario.name);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures heliographd, or another server, from the same machine. Exit code "
                       "1: events were lost, repeated or refused.\nScenarios:%1.\nsoak runs only "
                       "when it is named.")
            .arg(names));
    parser.addOptions(
        {jsonOption, runsOption, serverOption, compareOption, dialectOption, secondsOption});
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("scenario"),
                                 QStringLiteral("Scenarios to run (default: all but soak)."),
                                 QStringLiteral("[scenario…]"));
    parser.process(application);

    const std::vector<bench::Trial> trials = trialsOf(parser);
    const auto scenarios = chosen(parser.positionalArguments(), trials);
    const int runs = parser.isSet(runsOption) ? positive(parser.value(runsOption))
                     : trials.size() > 1      ? 3
                                              : 1;
    bench::raiseDescriptorLimit();
    bench::moveToClientCore();
    const bool json = parser.isSet(jsonOption);
    std::vector<bench::Reported> all;
    for (const Scenario *scenario : scenarios) {
        const auto reported = measure(*scenario, trials, runs);
        print(json ? stderr : stdout, reported);
        all.insert(all.end(), reported.begin(), reported.end());
    }
    if (json)
        std::puts(bench::toJson(all).constData());
    else
        std::printf("on %s\n", qUtf8Printable(bench::machine()));
    return std::any_of(all.begin(), all.end(), [](auto &r) { return r.outcome.faults.any(); });
}
