// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/monitor.h"
#include "app/monitor/singleinstance.h"
#include "app/monitor/translations.h"
#include "hub/base/brokenpipes.h"
#include "hub/base/log.h"
#include "hub/base/standardfiles.h"
#include "hub/crypto/cryptoexit.h"
#include "hub/loop/posixsignals.h"
#include "ui/models/programid.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
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

/// Keeps `--portable` from starting a session bus, which writes to the home folder. Call this
/// before Qt looks for the bus.
void forbidBusStart(int argc, char *argv[])
{
    const bool portable = std::any_of(argv + 1, argv + argc, [](std::string_view argument) {
        return argument == "--portable" || argument == "-portable";
    });
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool hasBus = !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
    if (portable && !hasBus && qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
}

/// Returns whether this process is the first instance. Prints an error and ends the process if
/// another instance does not answer.
bool isFirst(app::SingleInstance &instance, const app::Request &request)
{
    const hub::Result<app::InstanceRole> role = instance.claim(request);
    if (!role) {
        std::fprintf(stderr, "heliograph: %s\n", qUtf8Printable(role.error().message));
        std::exit(EXIT_FAILURE);
    }
    return *role == app::InstanceRole::First;
}

/// Returns the code of the language that the settings name; empty = the language of the system.
QString languageChoice(const app::MonitorOptions &options)
{
    const auto settings = app::Profiles(options.portable).settings(options.profile);
    return ui::Preferences::load(*settings).language;
}

/// Replaces this process when the user chooses another profile.
void leaveForProfiles(app::Monitor &monitor, const QString &portable)
{
    QObject::connect(&monitor, &app::Monitor::profileChosen, &monitor,
                     [&monitor, portable](const QString &name) {
                         if (app::Profiles(portable).start(name))
                             monitor.quit();
                     });
}

} // namespace

int main(int argc, char *argv[])
{
    hub::openStandardFiles();
    hub::keepCryptoAtExit();
    hub::ignoreBrokenPipes();
    QCoreApplication::setApplicationName(QStringLiteral("heliograph"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HELIOGRAPH_VERSION));
    if (asksForText(argc, argv)) {
        const QCoreApplication application(argc, argv);
        app::readMonitorOptions(QCoreApplication::arguments());
        return 0;
    }
    forbidBusStart(argc, argv);
    const QByteArray token = app::takeActivationToken();
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Heliograph"));
    QApplication::setDesktopFileName(ui::programId);
    QApplication::setWindowIcon(ui::programIcon());
    QApplication::setQuitOnLastWindowClosed(false);
    hub::installLogFormat(hub::LogFormat::Text);

    app::MonitorOptions options = app::readMonitorOptions(QApplication::arguments());
    options.request.token = token;
    app::SingleInstance instance(options.profile, options.portable);
    if (!isFirst(instance, options.request))
        return 0;
    const app::Translations translations(languageChoice(options));
    app::Monitor monitor(options);
    const hub::PosixSignals signalled;
    QObject::connect(&signalled, &hub::PosixSignals::terminateRequested, &monitor,
                     &app::Monitor::quit);
    QObject::connect(&instance, &app::SingleInstance::requested, &monitor, &app::Monitor::handle);
    leaveForProfiles(monitor, options.portable);
    monitor.start();
    return QApplication::exec();
}
