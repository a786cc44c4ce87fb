// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/commandline.h"

#include "app/helio/callbackcommand.h"
#include "app/helio/checkcommand.h"
#include "app/helio/doctorcommand.h"
#include "app/helio/globaloptions.h"
#include "app/helio/help.h"
#include "app/helio/joboptions.h"
#include "app/helio/jobscommand.h"
#include "app/helio/publishcommand.h"
#include "app/helio/replaycommand.h"
#include "app/helio/tailcommand.h"
#include "app/helio/tokencommand.h"
#include "app/helio/topcommand.h"
#include "app/helio/waitcommand.h"
#include "ui/client/hubnetwork.h"

namespace helio {

namespace {

Launch wrongUsage(const QString &message, const QString &command, Output *output)
{
    output->complain(message);
    const QString name = command.isEmpty() ? QString() : QLatin1Char(' ') + command;
    output->complain(QStringLiteral("try: helio%1 --help").arg(name));
    return {nullptr, Trouble};
}

Launch say(const QString &text, Output *output)
{
    output->line(text.trimmed().toUtf8());
    return {nullptr, Done};
}

/// Returns true if one of the names is among `words` before a `--`.
bool takes(const QStringList &words, const char *longName, const char *shortName)
{
    const qsizetype end = words.indexOf(QStringLiteral("--"));
    const QStringList options = end < 0 ? words : words.first(end);
    return options.contains(QLatin1String(longName)) || options.contains(QLatin1String(shortName));
}

template<typename CommandType, typename Options>
Launch make(const hub::Result<Options> &options, const QString &name, const Context &context)
{
    if (!options)
        return wrongUsage(options.error().message, name, context.output);
    return {std::make_unique<CommandType>(context, *options), Done};
}

Launch makeCommand(const QString &name, const QStringList &words, const Context &context)
{
    if (name == QLatin1String("tail"))
        return make<TailCommand>(parseTail(words), name, context);
    if (name == QLatin1String("publish"))
        return make<PublishCommand>(parsePublish(words), name, context);
    if (name == QLatin1String("wait"))
        return make<WaitCommand>(parseWait(words), name, context);
    if (name == QLatin1String("callback"))
        return make<CallbackCommand>(parseCallback(words), name, context);
    if (name == QLatin1String("token"))
        return make<TokenCommand>(parseToken(words), name, context);
    if (name == QLatin1String("doctor"))
        return make<DoctorCommand>(parseDoctor(words), name, context);
    if (name == QLatin1String("check"))
        return make<CheckCommand>(parseCheck(words), name, context);
    if (name == QLatin1String("top"))
        return make<TopCommand>(parseTop(words), name, context);
    if (name == QLatin1String("replay"))
        return make<ReplayCommand>(parseReplay(words), name, context);
    return make<JobsCommand>(parseJobs(words), name, context);
}

} // namespace

Launch launch(QStringList words, ui::HubNetwork *network, Output *output)
{
    const auto hub = takeHub(&words);
    const auto token = takeToken(&words);
    const auto authorities = takeAuthorities(&words);
    const QString name = words.value(0);
    const bool isCommand = !name.isEmpty() && !helpText(name).isEmpty();
    if (takes(words, "--help", "-h"))
        return say(helpText(isCommand ? name : QString()), output);
    if (!isCommand && takes(words, "--version", "-v"))
        return say(versionText(), output);
    if (!isCommand)
        return wrongUsage(name.isEmpty() ? QStringLiteral("a command is missing")
                                         : QStringLiteral("there is no command \"%1\"").arg(name),
                          {}, output);
    if (!hub)
        return wrongUsage(hub.error().message, name, output);
    if (!token)
        return wrongUsage(token.error().message, name, output);
    if (!authorities)
        return wrongUsage(authorities.error().message, name, output);
    words.removeFirst();
    network->setToken(*hub, *token);
    return makeCommand(name, words, {*hub, *token, network, output});
}

} // namespace helio
