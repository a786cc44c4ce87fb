// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/uibench/scenarios.h"

#include <QApplication>

#include <array>
#include <cstdio>

namespace {

struct Scenario
{
    const char *name;
    void (*run)();
};

constexpr std::array scenarios{
    Scenario{"start", bench::start},
    Scenario{"filters", bench::logFilters},
    Scenario{"typing", bench::typing},
    Scenario{"log", bench::logTick},
    Scenario{"jobs", bench::jobUpdates},
    Scenario{"window", bench::wholeWindow},
    Scenario{"load", [] { bench::load(std::chrono::seconds(20)); }},
};
/// Runs only by name.
constexpr Scenario soak{"soak", [] { bench::load(std::chrono::minutes(30)); }};

bool runByName(const QString &name)
{
    if (name == QLatin1String(soak.name)) {
        soak.run();
        return true;
    }
    for (const Scenario &scenario : scenarios) {
        if (name == QLatin1String(scenario.name)) {
            scenario.run();
            return true;
        }
    }
    return false;
}

} // namespace

/// Measures the monitor without a display: models and painting, but not the screen. The arguments
/// are names of scenarios; without them all run but the soak.
int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList names = QApplication::arguments().mid(1);
    if (names == QStringList{QStringLiteral("open")})
        return bench::openWindow();
    if (names.isEmpty()) {
        for (const Scenario &scenario : scenarios)
            scenario.run();
    }
    for (const QString &name : names) {
        if (!runByName(name)) {
            std::fprintf(stderr, "uibench: no scenario %s\n", qUtf8Printable(name));
            return 2;
        }
    }
    return 0;
}
