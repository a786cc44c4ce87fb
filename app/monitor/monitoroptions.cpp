// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/monitoroptions.h"

#include "app/monitor/portablefolder.h"
#include "app/monitor/profiles.h"
#include "ui/client/hubnetwork.h"
#include "ui/models/monitorlink.h"
#include "ui/models/preferences.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace app {

namespace {

[[noreturn]] void refuse(const QString &message)
{
    std::fprintf(stderr, "heliograph: %s\n", qUtf8Printable(message));
    std::exit(EXIT_FAILURE);
}

QByteArray readToken(const QString &fileName)
{
    if (fileName.isEmpty())
        return {};
    const hub::Result<QByteArray> token = ui::readTokenFile(fileName);
    if (!token)
        refuse(token.error().message);
    return *token;
}

/// The options of the command line.
struct Parser
{
    Parser()
    {
        parser.setApplicationDescription(QStringLiteral("Watch jobs, connections and events live"));
        parser.addOptions({hub, tokenFile, authorities, embedded, notEmbedded, data, profile,
                           portable, hidden, failures, pause, resume, service});
        parser.addPositionalArgument(
            QStringLiteral("link"),
            QStringLiteral("heliograph:job/ and a job id shows the job, heliograph:failures the "
                           "failed jobs, heliograph: the window."),
            QStringLiteral("[link]"));
        parser.addHelpOption();
        parser.addVersionOption();
    }

    bool isSet(const QCommandLineOption &option) const { return parser.isSet(option); }
    QString value(const QCommandLineOption &option) const { return parser.value(option); }
    /// Returns the value of the option, or of the environment variable.
    QString value(const QCommandLineOption &option, const char *variable) const
    {
        return isSet(option) ? value(option) : qEnvironmentVariable(variable);
    }

    const QCommandLineOption hub{QStringLiteral("hub"),
                                 QStringLiteral("Connect to the hub at <url>."),
                                 QStringLiteral("url")};
    const QCommandLineOption embedded{QStringLiteral("embedded"),
                                      QStringLiteral("Run a hub in this program.")};
    const QCommandLineOption notEmbedded{QStringLiteral("no-embedded"),
                                         QStringLiteral("Do not run a hub in this program.")};
    const QCommandLineOption data{QStringLiteral("data"),
                                  QStringLiteral("Keep the embedded hub's data in <dir>."),
                                  QStringLiteral("dir")};
    const QCommandLineOption profile{QStringLiteral("profile"),
                                     QStringLiteral("Use separate settings and data for <name>."),
                                     QStringLiteral("name")};
    const QCommandLineOption hidden{QStringLiteral("hidden"),
                                    QStringLiteral("Start in the tray, without a window.")};
    const QCommandLineOption portable{
        QStringLiteral("portable"),
        QStringLiteral("Keep settings and data beside the program, in heliograph-data.")};
    const QCommandLineOption failures{QStringLiteral("show-failures"),
                                      QStringLiteral("Show the failed jobs.")};
    const QCommandLineOption pause{QStringLiteral("pause-notifications"),
                                   QStringLiteral("Show no notifications until they are resumed.")};
    const QCommandLineOption resume{QStringLiteral("resume-notifications"),
                                    QStringLiteral("Show notifications again.")};
    const QCommandLineOption service{
        QStringLiteral("service"),
        QStringLiteral("Wait for a request of the desktop; for D-Bus activation.")};
    const QCommandLineOption tokenFile{
        QStringLiteral("token-file"),
        QStringLiteral("Read the token for the hub from <file> (default: $HELIOGRAPH_TOKEN_FILE)."),
        QStringLiteral("file")};
    const QCommandLineOption authorities{
        QStringLiteral("ca-file"),
        QStringLiteral("Also trust the certificates in <file> (default: $HELIOGRAPH_CA_FILE)."),
        QStringLiteral("file")};
    QCommandLineParser parser;
};

void readHub(const Parser &parser, MonitorOptions &options)
{
    if (parser.isSet(parser.hub)) {
        options.hub = ui::hubAddress(parser.value(parser.hub));
        if (!options.hub.isValid())
            refuse(QStringLiteral("--hub: not an http or https address"));
        options.embedded = false;
    }
    const bool embedded = parser.isSet(parser.embedded);
    if (embedded && (parser.isSet(parser.notEmbedded) || parser.isSet(parser.hub)))
        refuse(QStringLiteral("--embedded cannot be combined with --no-embedded or --hub"));
    if (embedded || parser.isSet(parser.notEmbedded))
        options.embedded = embedded;
}

QString profileOf(const Parser &parser)
{
    const QString profile = parser.value(parser.profile);
    if (!Profiles::isName(profile))
        refuse(QStringLiteral("--profile: use at most 40 letters, digits, - and _"));
    return profile;
}

/// Returns the link of the command line, empty if there is none.
QString linkOf(const Parser &parser)
{
    const QStringList words = parser.parser.positionalArguments();
    if (words.isEmpty())
        return {};
    if (words.size() > 1)
        refuse(QStringLiteral("expected at most one link"));
    if (const auto link = ui::MonitorLink::parse(words.first()); !link)
        refuse(link.error().message);
    return words.first();
}

Request requestOf(const Parser &parser)
{
    using Command = Request::Command;
    const QString link = linkOf(parser);
    QList<Command> commands;
    const auto addIf = [&commands](bool wanted, Command command) {
        if (wanted)
            commands << command;
    };
    addIf(!link.isEmpty(), Command::OpenLink);
    addIf(parser.isSet(parser.failures), Command::ShowFailures);
    addIf(parser.isSet(parser.pause), Command::PauseNotifications);
    addIf(parser.isSet(parser.resume), Command::ResumeNotifications);
    addIf(parser.isSet(parser.service), Command::None);
    if (commands.size() > 1)
        refuse(QStringLiteral("use only one of a link, --show-failures, --pause-notifications, "
                              "--resume-notifications and --service"));
    return {commands.value(0, Command::Show), link, {}};
}

QString portableOf(const Parser &parser)
{
    if (!parser.isSet(parser.portable))
        return {};
    if (parser.isSet(parser.data))
        refuse(QStringLiteral("--portable cannot be combined with --data"));
    const QString folder = portableFolder(QCoreApplication::applicationDirPath());
    if (const auto prepared = preparePortableFolder(folder); !prepared)
        refuse(prepared.error().message);
    return folder;
}

} // namespace

MonitorOptions readMonitorOptions(const QStringList &arguments)
{
    Parser parser;
    parser.parser.process(arguments);
    MonitorOptions options;
    readHub(parser, options);
    options.token = readToken(parser.value(parser.tokenFile, "HELIOGRAPH_TOKEN_FILE"));
    const QString trusted = parser.value(parser.authorities, "HELIOGRAPH_CA_FILE");
    if (!trusted.isEmpty()) {
        if (const auto taken = ui::trustAuthorities(trusted); !taken)
            refuse(taken.error().message);
    }
    options.dataDir = parser.value(parser.data);
    options.profile = profileOf(parser);
    options.hidden = parser.isSet(parser.hidden);
    options.service = parser.isSet(parser.service);
    options.keyring = true;
    options.request = requestOf(parser);
    options.portable = portableOf(parser);
    return options;
}

} // namespace app
