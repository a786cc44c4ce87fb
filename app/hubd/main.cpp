// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/configreader.h"
#include "app/hub/hubservice.h"
#include "app/hub/secretexposure.h"
#include "hub/base/brokenpipes.h"
#include "hub/base/log.h"
#include "hub/base/standardfiles.h"
#include "hub/crypto/cryptoexit.h"
#include "hub/loop/descriptorlimit.h"
#include "hub/loop/freedmemory.h"
#include "hub/loop/posixsignals.h"
#include "hub/loop/servicemanager.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QProcessEnvironment>

#include <cstdio>
#include <cstdlib>

namespace {

struct Options
{
    app::ConfigOrigin origin;
    bool check = false;
};

QHash<QString, QString> environment()
{
    QHash<QString, QString> variables;
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    for (const QString &key : system.keys())
        variables.insert(key, system.value(key));
    return variables;
}

Options readArguments(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "The Heliograph hub: webhooks in, Server-Sent Events out.\n"
        "Precedence: flags over HELIOGRAPH_… variables over the configuration file."));
    const QCommandLineOption config(QStringLiteral("config"),
                                    QStringLiteral("Configuration file (TOML)."),
                                    QStringLiteral("file"));
    const QCommandLineOption listen(
        QStringLiteral("listen"),
        QStringLiteral("Address and port (default 127.0.0.1:4354; port 0 = any), or systemd."),
        QStringLiteral("address"));
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("Folder of the database."),
                                  QStringLiteral("folder"));
    const QCommandLineOption format(QStringLiteral("log-format"),
                                    QStringLiteral("Format of the log: text or json."),
                                    QStringLiteral("format"), QStringLiteral("text"));
    const QCommandLineOption check(
        QStringLiteral("check"),
        QStringLiteral("Check the configuration and exit: status 0 if it is valid, else 1."));
    parser.addOptions({config, listen, data, format, check});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);
    if (!parser.positionalArguments().isEmpty()) {
        std::fprintf(stderr, "heliographd: unexpected argument %s\n",
                     qUtf8Printable(parser.positionalArguments().front()));
        std::exit(1);
    }
    return {{parser.value(config), environment(), parser.value(listen), parser.value(data),
             parser.value(format)},
            parser.isSet(check)};
}

int fail(const QString &message)
{
    hub::flushLog();
    std::fprintf(stderr, "heliographd: %s\n", qUtf8Printable(message));
    return 1;
}

/// The first signal stops with a drain, the second one at once.
void stop(app::HubService &service)
{
    if (service.isStopping())
        service.stopNow();
    else
        service.stop();
}

void tellManager(app::HubService &service, hub::ServiceManager &manager)
{
    using app::HubService;
    QObject::connect(&service, &HubService::reloadBegan, &manager, &hub::ServiceManager::reloading);
    QObject::connect(&service, &HubService::reloadEnded, &manager,
                     [&manager] { manager.ready(QStringLiteral("running")); });
    QObject::connect(&service, &HubService::stopBegan, &manager,
                     [&manager](std::chrono::milliseconds atMost) {
                         manager.stopping(QStringLiteral("closing streams"), atMost);
                     });
}

int run(QCoreApplication &application, const app::Config &config, const app::ConfigOrigin &origin)
{
    hub::installLogFormat(config.logFormat);
    hub::setLogLevel(config.logLevel);
    hub::setLogQueueBytes(config.logQueueBytes);
    qCInfo(hub::lcHub).noquote()
        << "heliographd" << QCoreApplication::applicationVersion()
        << (config.hasKeys() ? "with access keys"
                             : "without access keys: every user of this machine has full access");
    hub::raiseDescriptorLimitLogged();
    app::HubService service(config);
    service.setOperated([origin] { return app::readConfig(origin); });
    hub::PosixSignals posix;
    QObject::connect(&posix, &hub::PosixSignals::terminateRequested, &service,
                     [&service] { stop(service); });
    QObject::connect(&posix, &hub::PosixSignals::reloadRequested, &service,
                     [&service] { (void)service.reload(); });
    QObject::connect(&service, &app::HubService::stopped, &application, &QCoreApplication::quit);
    hub::ServiceManager manager;
    tellManager(service, manager);
    const hub::Result<QUrl> url = service.start();
    if (!url)
        return fail(url.error().message);
    manager.ready(QStringLiteral("listening on %1").arg(url->toString()));
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    hub::openStandardFiles();
    hub::keepCryptoAtExit();
    hub::ignoreBrokenPipes();
    hub::returnLargeBlocksAtOnce();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("heliographd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HELIOGRAPH_VERSION));
    const Options options = readArguments(application);
    const hub::Result<app::Config> config = app::readConfig(options.origin);
    if (!config)
        return fail(config.error().message);
    if (options.check) {
        for (const QString &warning : app::exposedSecrets(*config))
            std::fprintf(stderr, "heliographd: warning: %s\n", qUtf8Printable(warning));
        std::puts("configuration is good");
        return 0;
    }
    return run(application, *config, options.origin);
}
