// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/monitor.h"
#include "app/monitor/singleinstance.h"
#include "hub/base/log.h"
#include "hub/loop/posixsignals.h"
#include "ui/widgets/icons.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("heliograph"));
    QApplication::setApplicationDisplayName(QStringLiteral("Heliograph"));
    QApplication::setApplicationVersion(QStringLiteral(HELIOGRAPH_VERSION));
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
