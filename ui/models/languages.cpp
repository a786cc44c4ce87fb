// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/languages.h"

#include <algorithm>

namespace ui {

namespace {

bool isKnown(const QString &code)
{
    return std::any_of(languages().begin(), languages().end(),
                       [&code](const Language &language) { return language.code == code; });
}

} // namespace

const QList<Language> &languages()
{
    static const QList<Language> all{{QStringLiteral("en"), QStringLiteral("English")},
                                     {QStringLiteral("de"), QStringLiteral("Deutsch")}};
    return all;
}

QString languageFor(const QString &choice, const QStringList &wanted)
{
    if (isKnown(choice))
        return choice;
    for (QString name : wanted) {
        name.replace(QLatin1Char('_'), QLatin1Char('-'));
        QString code = name.section(QLatin1Char('-'), 0, 0).toLower();
        if (isKnown(code))
            return code;
    }
    return languages().first().code;
}

} // namespace ui
