// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/translations.h"
#include "tests/ui/desk.h"
#include "ui/models/columnwords.h"
#include "ui/models/formats.h"
#include "ui/widgets/settingsdialog.h"
#include "ui/widgets/tray.h"
#include "ui/widgets/widestword.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenuBar>
#include <QTest>

using test::Desk;

namespace {

/// Returns the letter after the & of a text, in lower case; a null character if there is none.
QChar mnemonic(QString text)
{
    text.remove(QStringLiteral("&&"));
    const qsizetype at = text.indexOf(QLatin1Char('&'));
    return at < 0 ? QChar() : text.at(at + 1).toLower();
}

/// Returns the texts of a menu and its submenus whose letter another entry of that menu has.
QStringList doubled(const QList<QAction *> &actions)
{
    QString letters;
    QStringList texts;
    for (const QAction *action : actions) {
        const QChar letter = mnemonic(action->text());
        if (!letter.isNull() && letters.contains(letter))
            texts << action->text();
        letters += letter.isNull() ? QString() : QString(letter);
        if (action->menu())
            texts << doubled(action->menu()->actions());
    }
    return texts;
}

QStringList titles(const QMenuBar &bar)
{
    QStringList texts;
    for (const QAction *action : bar.actions())
        texts << action->text().remove(QLatin1Char('&'));
    return texts;
}

/// Returns the texts of visible buttons and labels that are narrower than their text needs.
QStringList cutTexts(const QWidget &parent)
{
    QStringList cut;
    for (const QAbstractButton *button : parent.findChildren<QAbstractButton *>()) {
        const bool narrow = button->width() < button->sizeHint().width();
        if (button->isVisible() && !button->text().isEmpty() && narrow)
            cut << button->text();
    }
    for (const QLabel *label : parent.findChildren<QLabel *>()) {
        const bool plain = label->metaObject() == &QLabel::staticMetaObject && !label->wordWrap();
        if (label->isVisible() && plain && label->width() < label->sizeHint().width())
            cut << label->text();
    }
    return cut;
}

QString translated(const char *context, const char *text, int n)
{
    return QCoreApplication::translate(context, text, nullptr, n);
}

} // namespace

class GermanTest : public QObject
{
    Q_OBJECT

public:
    /// The system of these tests has no language, so that the choice alone counts.
    static void initMain()
    {
        qputenv("LC_ALL", "C.UTF-8");
        qunsetenv("LANGUAGE");
    }

private slots:
    void windowIsGerman();
    void menusHaveEachLetterOnce_data();
    void menusHaveEachLetterOnce();
    void nothingIsCutAt1024();
    void settingsOfferTheLanguages();
    void plurals_data();
    void plurals();
    void formatsFollowTheChoice();
};

void GermanTest::windowIsGerman()
{
    const app::Translations translations(QStringLiteral("de"));
    Desk desk;
    QCOMPARE(
        titles(*desk.window().menuBar()),
        (QStringList{QStringLiteral("Datei"), QStringLiteral("Bearbeiten"),
                     QStringLiteral("Ansicht"), QStringLiteral("Jobs"), QStringLiteral("Protokoll"),
                     QStringLiteral("Verbindung"), QStringLiteral("Hilfe")}));
    QCOMPARE(desk.post("jobs", R"({"job_id":"job-1","kind":"restore","owner":"ann"})"), 201);
    QTRY_COMPARE(desk.cell("job-1", ui::JobColumn::State), QStringLiteral("Wartet"));
    QCOMPARE(desk.cell("job-1", ui::JobColumn::Kind), QStringLiteral("Restaurierung"));
    desk.publish("job-1", R"({"type":"progress","progress":42.5})");
    QTRY_COMPARE(desk.cell("job-1", ui::JobColumn::State), QStringLiteral("Läuft"));
    desk.publish("job-1", R"({"type":"failed","error":"no memory"})");
    QTRY_VERIFY(desk.window().windowTitle().startsWith(QStringLiteral("[1 fehlgeschlagen]")));
    QCOMPARE(desk.inLog(QStringLiteral("Fehlgeschlagen")), 1);
}

void GermanTest::menusHaveEachLetterOnce_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("de") << QStringLiteral("de");
    QTest::newRow("en") << QStringLiteral("en");
}

void GermanTest::menusHaveEachLetterOnce()
{
    QFETCH(const QString, language);
    const app::Translations translations(language);
    Desk desk;
    QCOMPARE(doubled(desk.window().menuBar()->actions()).join(QStringLiteral("; ")), QString());
    ui::Tray tray;
    QCOMPARE(doubled(tray.menu()->actions()), QStringList());
}

void GermanTest::nothingIsCutAt1024()
{
    const app::Translations translations(QStringLiteral("de"));
    Desk desk;
    desk.window().resize(1024, 700);
    QVERIFY(QTest::qWaitForWindowExposed(&desk.window()));
    desk.post("jobs", R"({"job_id":"job-1","kind":"restore","owner":"ann"})");
    QTRY_VERIFY(desk.table().selectJob("job-1"));
    const QHeaderView &columns = *desk.table().header();
    for (const ui::JobColumn column : {ui::JobColumn::State, ui::JobColumn::Kind}) {
        const int words = ui::widestWord(desk.table().font(), ui::wordsOf(column));
        QVERIFY(words > 0);
        QVERIFY(columns.sectionSize(static_cast<int>(column)) > words);
    }
    QVERIFY2(desk.window().width() <= 1024, qPrintable(QString::number(desk.window().width())));
    QTRY_COMPARE(cutTexts(desk.window()), QStringList());
}

void GermanTest::settingsOfferTheLanguages()
{
    const app::Translations translations(QStringLiteral("de"));
    ui::SettingsDialog dialog{ui::Preferences{}};
    dialog.show();
    QCOMPARE(dialog.preferences().language, QString());
    const auto boxes = dialog.findChildren<QComboBox *>();
    const auto at = std::find_if(boxes.begin(), boxes.end(), [](const QComboBox *box) {
        return box->findText(QStringLiteral("Deutsch")) >= 0;
    });
    QVERIFY(at != boxes.end());
    QCOMPARE((*at)->itemText(0), QStringLiteral("Wie das System"));
    (*at)->setCurrentText(QStringLiteral("Deutsch"));
    QCOMPARE(dialog.preferences().language, QStringLiteral("de"));
    ui::Preferences german;
    german.language = QStringLiteral("de");
    QCOMPARE(ui::SettingsDialog(german).preferences(), german);
    QCOMPARE(cutTexts(dialog), QStringList());
}

void GermanTest::plurals_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("shown");
    const QString german = QStringLiteral("de");
    const QString english = QStringLiteral("en");
    const QByteArray views("ui::ViewsModel");
    const QByteArray jobs("%Ln jobs");
    const QByteArray more("%Ln connections");
    QTest::newRow("de, 0") << german << views << jobs << 0 << QStringLiteral("0 Jobs");
    QTest::newRow("de, 1") << german << views << jobs << 1 << QStringLiteral("1 Job");
    QTest::newRow("de, 2") << german << views << jobs << 2 << QStringLiteral("2 Jobs");
    QTest::newRow("de, 9800") << german << views << jobs << 9'800 << QStringLiteral("9.800 Jobs");
    QTest::newRow("de, status") << german << QByteArray("ui::StatusLine") << more << 1
                                << QStringLiteral("1 Verbindung");
    QTest::newRow("en, 0") << english << views << jobs << 0 << QStringLiteral("0 jobs");
    QTest::newRow("en, 1") << english << views << jobs << 1 << QStringLiteral("1 job");
    QTest::newRow("en, 9800") << english << views << jobs << 9'800 << QStringLiteral("9,800 jobs");
    QTest::newRow("en, status") << english << QByteArray("ui::StatusLine") << more << 1
                                << QStringLiteral("1 connection");
}

void GermanTest::plurals()
{
    QFETCH(const QString, language);
    QFETCH(const QByteArray, context);
    QFETCH(const QByteArray, text);
    QFETCH(const int, count);
    const app::Translations translations(language);
    QTEST(translated(context.constData(), text.constData(), count), "shown");
}

void GermanTest::formatsFollowTheChoice()
{
    const QLocale before;
    {
        const app::Translations translations(QStringLiteral("de"));
        QCOMPARE(translations.language(), QStringLiteral("de"));
        QCOMPARE(ui::formatCount(9'800), QStringLiteral("9.800"));
        QCOMPARE(ui::formatPercent(42.5), QStringLiteral("42,5 %"));
        QCOMPARE(ui::formatAge(std::chrono::seconds(3)), QStringLiteral("vor 3 s"));
    }
    QCOMPARE(QLocale(), before);
    QCOMPARE(ui::formatAge(std::chrono::seconds(3)), QStringLiteral("3 s ago"));
}

QTEST_MAIN(GermanTest)
#include "tst_german.moc"
