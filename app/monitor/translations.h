// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace app {

/// Shows the texts of the program and of Qt in one language while it exists. Make it on the GUI
/// thread, after the application object and before the first text.
class Translations
{
    Q_DISABLE_COPY_MOVE(Translations)

public:
    /// `choice` is the language of the settings; empty = the language of the system. With a choice
    /// that is not the language of the system, numbers and dates follow the choice, too.
    explicit Translations(const QString &choice);
    /// Takes the texts and the format of numbers back.
    ~Translations();

    /// Returns the code of the language of the texts, such as `de`.
    QString language() const { return m_language; }

private:
    QString m_language;
    QTranslator m_program;
    QTranslator m_qt;
};

} // namespace app
