// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/translations.h"

#include "hub/base/log.h"
#include "ui/models/languages.h"

#include <QLibraryInfo>
#include <QLocale>

namespace app {

Translations::Translations(const QString &choice)
    : m_language(ui::languageFor(choice, QLocale::system().uiLanguages()))
{
    if (m_language == choice && QLocale(choice).language() != QLocale::system().language())
        QLocale::setDefault(QLocale(choice));
    if (m_program.load(QStringLiteral(":/i18n/heliograph_%1.qm").arg(m_language)))
        QCoreApplication::installTranslator(&m_program);
    else
        qCWarning(hub::lcClient) << "the program has no texts in the language" << m_language;
    // Qt's own texts are English where the system has no translation of Qt.
    if (m_qt.load(QStringLiteral("qtbase_%1").arg(m_language),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
}

Translations::~Translations()
{
    QLocale::setDefault(QLocale::system());
}

} // namespace app
