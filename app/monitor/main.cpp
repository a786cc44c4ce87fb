// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/monitor.h"
#include "app/monitor/singleinstance.h"
#include "hub/base/brokenpipes.h"
#include "hub/base/log.h"
#include "hub/base/standardfiles.h"
#include "hub/loop/posixsignals.h"
#include "ui/widgets/icons.h"

#include <QApplication>

#include <algorithm>
#include <string_view>

namespace {

/// Returns whether an option only prints text. Such options must work without a display.
bool asksForText(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc, [](std::string_view argument) {
        return argument == "-h" || argument == "--help" || argument == "--help-all"
               || argument == "-v" || argument == "--version";
    });
}

} // namespace

int main(int argc, char *argv[])
{
    hub::openStandardFiles();
    hub::ignoreBrokenPipes();
    QCoreApplication::setApplicationName(QStringLiteral("heliograph"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HELIOGRAPH_VERSION));
    if (asksForText(argc, argv)) {
        const QCoreApplication application(argc, argv);
        app::readMonitorOptions(QCoreApplication::arguments());
        return 0;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Heliograph"));
    QApplication::setDesktopFileName(QStringLiteral("io.github.heliograph.Heliograph"));
    QApplication::setWindowIcon(ui::programIcon());
    QApplication::setQuitOnLastWindowClosed(false);
    hub::installLogFormat(hub::LogFormat::Text);

    const app::MonitorOptions options = app::readMonitorOptions(QApplication::arguments());
    app::SingleInstance instance(options.profile);
    if (!instance.claim()) {
        return 0;
    }
    app::Monitor monitor(options);
    const hub::PosixSignals signalled;
    QObject::connect(&signalled, &hub::PosixSignals::terminateRequested, &monitor,
                     &app::Monitor::quit);
    QObject::connect(&instance, &app::SingleInstance::raiseWanted, monitor.window(),
                     &ui::MainWindow::bringToFront);
    monitor.start();
    return QApplication::exec();
}
