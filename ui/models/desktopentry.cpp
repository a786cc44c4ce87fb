// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/desktopentry.h"

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype maxBytes = 64 * 1024;
constexpr QByteArrayView group("[Desktop Entry]");

bool isPlain(QChar character)
{
    return (character.unicode() < 128 && character.isLetterOrNumber())
           || QStringView(u"-_./+:").contains(character);
}

} // namespace

std::optional<QByteArray> desktopEntryValue(QByteArrayView file, QByteArrayView key)
{
    std::optional<QByteArray> value;
    bool inGroup = false;
    QByteArrayView rest = file.first(std::min(file.size(), maxBytes));
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView line = (end < 0 ? rest : rest.first(end)).trimmed();
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (line.startsWith('['))
            inGroup = line == group;
        const qsizetype equals = line.indexOf('=');
        if (inGroup && equals > 0 && line.first(equals).trimmed() == key)
            value = line.sliced(equals + 1).trimmed().toByteArray();
    }
    return value;
}

bool startsWithDesktop(QByteArrayView file)
{
    return !desktopEntryValue(file, "Exec").value_or(QByteArray()).isEmpty()
           && desktopEntryValue(file, "Hidden") != "true"
           && desktopEntryValue(file, "X-GNOME-Autostart-enabled") != "false";
}

QString execArgument(const QString &argument)
{
    if (!argument.isEmpty() && std::all_of(argument.begin(), argument.end(), isPlain))
        return argument;
    QString quoted;
    for (const QChar character : argument) {
        // The value itself needs two backslashes for one (section 4).
        if (QStringView(u"\"`$").contains(character))
            quoted += QStringLiteral("\\\\");
        else if (character == QLatin1Char('\\'))
            quoted += QStringLiteral("\\\\\\");
        else if (character == QLatin1Char('%'))
            quoted += character;
        quoted += character;
    }
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

} // namespace ui
