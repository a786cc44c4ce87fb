// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace ui {

/// A language in which the program has texts.
struct Language
{
    QString code; ///< ISO 639-1, such as `de`.
    QString name; ///< The name in the language itself.
};

/// Returns the languages of the program, English first. resources/translations has one file for
/// each.
const QList<Language> &languages();

/// Returns the code of the language to use: `choice` if the program has that language, else the
/// first language of `wanted` that it has, else English. `wanted` has names such as `de-AT` or
/// `de_AT`, the best first.
QString languageFor(const QString &choice, const QStringList &wanted);

} // namespace ui
