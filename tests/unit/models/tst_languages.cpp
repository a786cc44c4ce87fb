// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/languages.h"
#include "ui/models/pluralcount.h"
#include "ui/models/preferences.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

class LanguagesTest : public QObject
{
    Q_OBJECT

private slots:
    void chooses_data();
    void chooses();
    void settingsKeepTheLanguage_data();
    void settingsKeepTheLanguage();
    void countsFitThePlural();
};

void LanguagesTest::chooses_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QStringList>("system");
    QTest::addColumn<QString>("language");
    const QString none;
    const auto list = [](const char *names) {
        return QString::fromLatin1(names).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    QTest::newRow("system") << none << list("de-DE de en-US") << QStringLiteral("de");
    QTest::newRow("system, underscore") << none << list("de_AT") << QStringLiteral("de");
    QTest::newRow("system, script") << none << list("de-Latn-CH") << QStringLiteral("de");
    QTest::newRow("system, first known") << none << list("fr-FR de en") << QStringLiteral("de");
    QTest::newRow("system, English first") << none << list("en-GB de") << QStringLiteral("en");
    QTest::newRow("system, unknown") << none << list("fr-FR tlh") << QStringLiteral("en");
    QTest::newRow("system, none") << none << list("") << QStringLiteral("en");
    QTest::newRow("system, C") << none << list("C") << QStringLiteral("en");
    QTest::newRow("other language") << none << list("dev-DE") << QStringLiteral("en");
    QTest::newRow("choice") << QStringLiteral("de") << list("en-US") << QStringLiteral("de");
    QTest::newRow("English chosen")
        << QStringLiteral("en") << list("de-DE") << QStringLiteral("en");
    QTest::newRow("unknown choice")
        << QStringLiteral("xx") << list("de-DE") << QStringLiteral("de");
}

void LanguagesTest::chooses()
{
    QFETCH(const QString, choice);
    QFETCH(const QStringList, system);
    QTEST(ui::languageFor(choice, system), "language");
}

void LanguagesTest::settingsKeepTheLanguage_data()
{
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("language");
    QTest::newRow("not set") << QString() << QString();
    QTest::newRow("system") << QStringLiteral("system") << QString();
    QTest::newRow("de") << QStringLiteral("de") << QStringLiteral("de");
    QTest::newRow("en") << QStringLiteral("en") << QStringLiteral("en");
    QTest::newRow("unknown") << QStringLiteral("../de") << QString();
}

void LanguagesTest::settingsKeepTheLanguage()
{
    QFETCH(const QString, stored);
    QFETCH(const QString, language);
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("monitor.ini")), QSettings::IniFormat);
    const QString key = QStringLiteral("view/language");
    if (!stored.isEmpty())
        settings.setValue(key, stored);
    const auto preferences = ui::Preferences::load(settings);
    QCOMPARE(preferences.language, language);
    preferences.save(settings);
    QCOMPARE(settings.value(key).toString(),
             language.isEmpty() ? QStringLiteral("system") : language);
    QCOMPARE(ui::Preferences::load(settings), preferences);
}

void LanguagesTest::countsFitThePlural()
{
    constexpr int most = std::numeric_limits<int>::max();
    QCOMPARE(ui::pluralCount(0), 0);
    QCOMPARE(ui::pluralCount(9'800), 9'800);
    QCOMPARE(ui::pluralCount(-1), 0);
    QCOMPARE(ui::pluralCount(qint64{most} + 1), most);
}

QTEST_GUILESS_MAIN(LanguagesTest)
#include "tst_languages.moc"
