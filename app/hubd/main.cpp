// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/config.h"
#include "app/hub/hubservice.h"
#include "hub/loop/posixsignals.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QProcessEnvironment>

#include <cstdio>
#include <cstdlib>

namespace {

struct Options
{
    QString configFile;
    QString listen;
    QString dataDir;
    QString logFormat;
    bool check = false;
};

Options readArguments(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "The Heliograph hub: webhooks in, Server-Sent Events out.\n"
        "Precedence: flags over HELIOGRAPH_… variables over the configuration file."));
    const QCommandLineOption config(QStringLiteral("config"), QStringLiteral("TOML file."),
                                    QStringLiteral("file"));
    const QCommandLineOption listen(
        QStringLiteral("listen"),
        QStringLiteral("Address and port (default 127.0.0.1:4354; port 0 = any)."),
        QStringLiteral("address"));
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("Folder of the database."),
                                  QStringLiteral("folder"));
    const QCommandLineOption format(QStringLiteral("log-format"), QStringLiteral("text or json."),
                                    QStringLiteral("format"), QStringLiteral("text"));
    const QCommandLineOption check(
        QStringLiteral("check"),
        QStringLiteral("Check the configuration and exit: 0 good, 1 not."));
    parser.addOptions({config, listen, data, format, check});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);
    if (!parser.positionalArguments().isEmpty()) {
        std::fprintf(stderr, "heliographd: unexpected argument %s\n",
                     qUtf8Printable(parser.positionalArguments().front()));
        std::exit(1);
    }
    return {parser.value(config), parser.value(listen), parser.value(data), parser.value(format),
            parser.isSet(check)};
}

QHash<QString, QString> environment()
{
    QHash<QString, QString> variables;
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    for (const QString &key : system.keys())
        variables.insert(key, system.value(key));
    return variables;
}

hub::Result<app::Config> readFile(app::Config config, const QString &name)
{
    if (name.isEmpty())
        return config;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return hub::Error{"bad_config", QStringLiteral("%1: %2").arg(name, file.errorString())};
    return app::readToml(std::move(config), file.readAll(), name);
}

hub::Result<app::Config> readConfig(const Options &options)
{
    hub::Result<app::Config> config = readFile({}, options.configFile);
    if (config)
        config = app::readEnvironment(std::move(*config), environment());
    if (!config)
        return config;
    if (!options.listen.isEmpty())
        config->listen = QStringList{options.listen};
    if (!options.dataDir.isEmpty())
        config->dataDir = options.dataDir;
    if (options.logFormat != QLatin1String("text") && options.logFormat != QLatin1String("json"))
        return hub::Error{"bad_config", QStringLiteral("--log-format: must be text or json")};
    config->logFormat =
        options.logFormat == QLatin1String("json") ? hub::LogFormat::Json : hub::LogFormat::Text;
    if (const hub::Result<void> checked = app::check(*config); !checked)
        return checked.error();
    return config;
}

int fail(const QString &message)
{
    std::fprintf(stderr, "heliographd: %s\n", qUtf8Printable(message));
    return 1;
}

int run(QCoreApplication &application, const app::Config &config)
{
    hub::installLogFormat(config.logFormat);
    qCInfo(hub::lcHub,
           "heliographd %s, without access keys: everybody on this machine may do everything",
           qUtf8Printable(QCoreApplication::applicationVersion()));
    app::HubService service(config);
    hub::PosixSignals posix;
    QObject::connect(&posix, &hub::PosixSignals::terminateRequested, &service,
                     &app::HubService::stop);
    QObject::connect(&service, &app::HubService::stopped, &application, &QCoreApplication::quit);
    const hub::Result<QUrl> url = service.start();
    if (!url)
        return fail(url.error().message);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("heliographd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HELIOGRAPH_VERSION));
    const Options options = readArguments(application);
    const hub::Result<app::Config> config = readConfig(options);
    if (!config)
        return fail(config.error().message);
    if (options.check) {
        std::puts("configuration is good");
        return 0;
    }
    return run(application, *config);
}
