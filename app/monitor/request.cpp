// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/request.h"

#include "hub/base/utf8.h"

#include <QList>

#include <algorithm>
#include <array>

namespace app {

namespace {

using Command = Request::Command;

struct CommandWord
{
    Command command;
    QLatin1String word;
};

/// The words of the local socket. Those of the actions are the names on D-Bus, too.
constexpr std::array words{
    CommandWord{Command::Show, QLatin1String("show")},
    CommandWord{Command::OpenLink, QLatin1String("open")},
    CommandWord{Command::ShowFailures, QLatin1String("show-failures")},
    CommandWord{Command::PauseNotifications, QLatin1String("pause-notifications")},
    CommandWord{Command::ResumeNotifications, QLatin1String("resume-notifications")},
};

QLatin1String wordOf(Command command)
{
    const auto at = std::find_if(words.begin(), words.end(), [command](const CommandWord &word) {
        return word.command == command;
    });
    return at == words.end() ? QLatin1String() : at->word;
}

std::optional<Command> commandOf(const QString &text)
{
    const auto at = std::find_if(words.begin(), words.end(),
                                 [&text](const CommandWord &word) { return text == word.word; });
    return at == words.end() ? std::nullopt : std::optional(at->command);
}

bool isPrintable(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

bool isOneLine(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c < QLatin1Char(' '); });
}

} // namespace

QByteArray Request::toWire() const
{
    const bool fits = link.size() <= maxLength && isOneLine(link);
    return QByteArray(wordOf(command).data()) + '\n' + (fits ? link.toUtf8() : QByteArray()) + '\n'
           + activationToken(token) + '\n';
}

std::optional<Request> Request::fromWire(QByteArrayView text)
{
    if (text.size() > 8 * maxLength || !text.endsWith('\n'))
        return std::nullopt;
    const QList<QByteArray> lines = text.chopped(1).toByteArray().split('\n');
    if (lines.size() != 3)
        return std::nullopt;
    const std::optional<Command> command = commandOf(hub::fromUtf8(lines[0]));
    const Request request{command.value_or(Command::None), hub::fromUtf8(lines[1]),
                          activationToken(lines[2])};
    const bool linked = request.command == Command::OpenLink;
    if (!command || linked == request.link.isEmpty() || request.link.size() > maxLength
        || !isOneLine(request.link) || request.token != lines[2])
        return std::nullopt;
    return request;
}

bool showsWindow(Request::Command command)
{
    return command == Command::Show || command == Command::ShowFailures
           || command == Command::OpenLink;
}

QString actionName(Request::Command command)
{
    const bool named = command != Command::Show && command != Command::OpenLink;
    return named ? QString(wordOf(command)) : QString();
}

Request::Command commandOfAction(const QString &name)
{
    const Command command = commandOf(name).value_or(Command::None);
    return actionName(command).isEmpty() ? Command::None : command;
}

QByteArray activationToken(QByteArrayView text)
{
    const bool valid = text.size() <= Request::maxLength && isPrintable(text);
    return valid ? text.toByteArray() : QByteArray();
}

QByteArray takeActivationToken()
{
    // Launchers for Wayland set the first variable, those for X11 the second one.
    const QByteArray token = activationToken(qgetenv("XDG_ACTIVATION_TOKEN"));
    return token.isEmpty() ? activationToken(qgetenv("DESKTOP_STARTUP_ID")) : token;
}

} // namespace app
