// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/simoptions.h"
#include "hub/loop/posixsignals.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("heliosim"));
    const auto options = sim::readOptions(QCoreApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "heliosim: %s (see --help)\n",
                     qUtf8Printable(options.error().message));
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
