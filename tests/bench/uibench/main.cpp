// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/uibench/scenarios.h"

#include <QApplication>

/// Measures the cost of one frame of the monitor without a display: models and painting, but not
/// the screen.
int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    bench::logFilters();
    bench::logTick();
    bench::jobUpdates();
    bench::wholeWindow();
    return 0;
}
