// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/loop/posixsignals.h"
#include "tests/support/nameddoor.h"

#include <QCoreApplication>

#include <cstdio>

/// Prints where its door is and stays until a signal. Two streams a user, twenty starts a minute.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    app::Config config;
    config.quota = {2, 100, 20, 64};
    const test::NamedDoor door(config);
    const hub::PosixSignals posix;
    QObject::connect(&posix, &hub::PosixSignals::terminateRequested, &application,
                     &QCoreApplication::quit);
    std::printf("%s\n", qPrintable(door.url().toString()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
