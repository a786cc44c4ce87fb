// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/simulation.h"
#include "hub/loop/posixsignals.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>
#include <optional>

namespace {

/// Parses a number of at least `least`; nullopt when `text` is not one.
std::optional<double> numberOf(const QString &text, double least)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && value >= least ? std::optional(value) : std::nullopt;
}

std::optional<sim::Simulation::Options> readArguments(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Sends simulated jobs to a Heliograph hub over HTTP."));
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("hub"), QStringLiteral("Base URL of the hub."), QStringLiteral("url"),
         QStringLiteral("http://127.0.0.1:4354")},
        {QStringLiteral("rate"), QStringLiteral("Jobs per minute."), QStringLiteral("n"),
         QStringLiteral("40")},
        {QStringLiteral("jobs"), QStringLiteral("Stop after this number of jobs; 0 = never."),
         QStringLiteral("n"), QStringLiteral("0")},
        {QStringLiteral("speed"), QStringLiteral("Speed factor; 2 = twice as fast."),
         QStringLiteral("x"), QStringLiteral("1")},
        {QStringLiteral("seed"),
         QStringLiteral("The same seed gives the same jobs (default: a new seed)."),
         QStringLiteral("n"), QString::number(QRandomGenerator::system()->bounded(1'000'000))},
        {{QStringLiteral("v"), QStringLiteral("verbose")},
         QStringLiteral("Print one line per call.")},
    });
    parser.process(application);
    const auto rate = numberOf(parser.value(QStringLiteral("rate")), 0.1);
    const auto jobs = numberOf(parser.value(QStringLiteral("jobs")), 0);
    const auto speed = numberOf(parser.value(QStringLiteral("speed")), 0.01);
    const auto seed = numberOf(parser.value(QStringLiteral("seed")), 0);
    const QUrl hub(parser.value(QStringLiteral("hub")));
    if (!rate || !jobs || !speed || !seed || !hub.isValid() || hub.host().isEmpty())
        return std::nullopt;
    sim::Simulation::Options options;
    options.hub = hub;
    options.rate = *rate;
    options.jobs = static_cast<int>(*jobs);
    options.speed = *speed;
    options.seed = static_cast<quint32>(*seed);
    options.verbose = parser.isSet(QStringLiteral("verbose"));
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("heliosim"));
    const auto options = readArguments(application);
    if (!options) {
        std::fputs("heliosim: an option is not a number in its range, or --hub is not a URL (see "
                   "--help)\n",
                   stderr);
        return 64;
    }
    sim::Simulation simulation(*options);
    hub::PosixSignals posix;
    QObject::connect(&posix, &hub::PosixSignals::terminateRequested, &application,
                     &QCoreApplication::quit);
    QObject::connect(&simulation, &sim::Simulation::finished, &application,
                     &QCoreApplication::quit);
    std::fprintf(stderr, "heliosim: %s, %g jobs per minute, seed %u\n",
                 qPrintable(options->hub.toString()), options->rate * options->speed,
                 options->seed);
    simulation.start();
    return QCoreApplication::exec();
}
