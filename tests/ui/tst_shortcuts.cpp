// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/desk.h"
#include "ui/widgets/actionkeys.h"
#include "ui/widgets/commands.h"
#include "ui/widgets/settingsdialog.h"
#include "ui/widgets/shortcutspage.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QSet>
#include <QTreeWidget>

using test::Desk;
using ui::ShortcutEntry;
using ui::ShortcutMap;

namespace {

QKeySequence key(const char *text)
{
    return QKeySequence::fromString(QLatin1String(text), QKeySequence::PortableText);
}

ShortcutEntry entry(const char *id, const char *usual, const char *list = "")
{
    const QString name = QLatin1String(id);
    const QList<QKeySequence> keys{key(usual)};
    return {name, {QStringLiteral("Menu")}, name, QLatin1String(list), keys, keys};
}

QString keyOf(const ShortcutMap &map, const char *id)
{
    return map.find(QLatin1String(id))->keyText();
}

/// Two commands of the whole window, and one of each of two lists.
ShortcutMap commands()
{
    ShortcutMap map;
    map.reserve(key("Esc"), QStringLiteral("fields"));
    for (const ShortcutEntry &one : {entry("open", "Ctrl+O"), entry("close", "Ctrl+W"),
                                     entry("sort", "S", "jobs"), entry("mark", "M", "log")})
        map.add(one);
    return map;
}

/// The page of the settings, opened from the menu.
struct Settings
{
    ui::SettingsDialog *dialog;
    ui::ShortcutsPage *page;

    explicit Settings(Desk &desk)
    {
        desk.window().findChild<QAction *>(QStringLiteral("file.settings"))->trigger();
        dialog = desk.window().findChild<ui::SettingsDialog *>();
        page = dialog->findChild<ui::ShortcutsPage *>();
    }
    void choose(const char *id)
    {
        auto *tree = page->findChild<QTreeWidget *>();
        for (int row = 0; row < tree->topLevelItemCount(); ++row) {
            QTreeWidgetItem *item = tree->topLevelItem(row);
            if (item->data(0, Qt::UserRole).toString() == QLatin1String(id))
                tree->setCurrentItem(item);
        }
    }
    void type(const char *text)
    {
        page->findChild<QKeySequenceEdit *>()->setKeySequence(key(text));
    }
    QString note() const { return page->findChild<QLabel *>()->text(); }
    void accept()
    {
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    }
};

} // namespace

/// The user gives commands keys of their own.
class ShortcutsTest : public QObject
{
    Q_OBJECT

private slots:
    void aKeyBelongsToOneCommand_data();
    void aKeyBelongsToOneCommand();
    void resetTakesTheKeyBack();
    void storedKeysMayBeSwapped();
    void everyCommandWithAKeyHasAnId();
    void theChoiceIsKept();
    void theOwnerOfAKeyIsNamed();
    void wrongSettingsAreIgnored();
};

void ShortcutsTest::aKeyBelongsToOneCommand_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QString>("problem"); // a part of the sentence; empty = none

    const auto row = [](const char *id, const char *typed, const char *problem) {
        QTest::addRow("%s %s", id, typed)
            << QByteArray(id) << QByteArray(typed) << QString::fromUtf8(problem);
    };
    row("open", "Ctrl+P", "");
    row("open", "Ctrl+O", "");
    row("open", "Ctrl+W", "“Menu › close”");
    row("open", "Ctrl+W, A", "“Menu › close”"); // would never come after the first part
    row("open", "S", "“Menu › sort”");
    row("open", "X", "needs Ctrl or Alt");
    row("open", "F7", "");
    row("open", "Esc", "“fields”");
    row("sort", "X", "");
    row("sort", "M", ""); // another list
    row("sort", "Ctrl+O", "“Menu › open”");
}

void ShortcutsTest::aKeyBelongsToOneCommand()
{
    QFETCH(const QByteArray, id);
    QFETCH(const QByteArray, typed);
    QFETCH(const QString, problem);
    ShortcutMap map = commands();
    const QString before = keyOf(map, id);
    const QString found = map.problemOf(QLatin1String(id), key(typed));
    QCOMPARE(found.isEmpty(), problem.isEmpty());
    QVERIFY2(found.contains(problem), qPrintable(found));
    map.set(QLatin1String(id), key(typed));
    QCOMPARE(keyOf(map, id), problem.isEmpty() ? QString::fromLatin1(typed) : before);
}

void ShortcutsTest::resetTakesTheKeyBack()
{
    ShortcutMap map = commands();
    map.set(QStringLiteral("close"), {});
    map.set(QStringLiteral("open"), key("Ctrl+W"));
    QCOMPARE(keyOf(map, "open"), QStringLiteral("Ctrl+W"));
    map.reset(QStringLiteral("close"));
    QCOMPARE(keyOf(map, "close"), QStringLiteral("Ctrl+W"));
    QCOMPARE(keyOf(map, "open"), QString());
    map.resetAll();
    QCOMPARE(keyOf(map, "open"), QStringLiteral("Ctrl+O"));
}

void ShortcutsTest::storedKeysMayBeSwapped()
{
    ShortcutMap map = commands();
    map.restore({{QStringLiteral("open"), {key("Ctrl+W")}},
                 {QStringLiteral("close"), {key("Ctrl+O")}},
                 {QStringLiteral("mark"), {key("Ctrl+O")}},
                 {QStringLiteral("gone"), {key("Ctrl+Q")}}});
    QCOMPARE(keyOf(map, "open"), QStringLiteral("Ctrl+W"));
    QStringList holders;
    for (const ShortcutEntry &one : map.entries()) {
        if (one.keys.contains(key("Ctrl+O")))
            holders << one.id;
    }
    QCOMPARE(holders.size(), 1); // two were stored with it
}

void ShortcutsTest::everyCommandWithAKeyHasAnId()
{
    Desk desk;
    desk.post("jobs", R"({"job_id":"a"})");
    QSet<QString> ids;
    for (const ui::Command &command : ui::commandsOf(*desk.window().menuBar())) {
        const QString id = command.action->objectName();
        QVERIFY2(!id.isEmpty() || command.action->shortcuts().isEmpty(),
                 qPrintable(command.path()));
        QVERIFY2(id.isEmpty() || !ids.contains(id), qPrintable(id));
        ids.insert(id);
    }
    for (const ShortcutEntry &one : desk.window().shortcuts().entries())
        QVERIFY2(one.isUsual(), qPrintable(one.id + one.keyText())); // no usual key is there twice
    QVERIFY(desk.window().shortcuts().entries().size() > 40);
}

void ShortcutsTest::theChoiceIsKept()
{
    Desk desk;
    const auto action = [&](const char *id) {
        return desk.window().findChild<QAction *>(QLatin1String(id));
    };
    {
        Settings settings(desk);
        settings.choose("jobs.sort");
        settings.type("X");
        settings.choose("view.times");
        settings.page->findChildren<QPushButton *>().first()->click(); // no key
        settings.accept();
    }
    QCOMPARE(action("jobs.sort")->shortcut(), key("X"));
    desk.monitor.reset();
    desk.open();
    QCOMPARE(action("jobs.sort")->shortcut(), key("X"));
    QVERIFY(action("view.times")->shortcuts().isEmpty());
    ShortcutMap map = desk.window().shortcuts();
    map.resetAll();
    desk.window().setShortcuts(map);
    desk.monitor.reset();
    desk.open();
    QCOMPARE(action("jobs.sort")->shortcut(), key("S"));
    QCOMPARE(action("view.times")->shortcut(), key("Ctrl+T"));
}

void ShortcutsTest::theOwnerOfAKeyIsNamed()
{
    Desk desk;
    Settings settings(desk);
    settings.choose("jobs.sort");
    settings.type("Ctrl+T");
    QVERIFY2(settings.note().contains(QStringLiteral("“View › Switch times")),
             qPrintable(settings.note()));
    QCOMPARE(settings.page->findChild<QKeySequenceEdit *>()->keySequence(), key("S"));
    settings.accept();
    QCOMPARE(desk.window().findChild<QAction *>(QStringLiteral("jobs.sort"))->shortcut(), key("S"));
}

void ShortcutsTest::wrongSettingsAreIgnored()
{
    const QTemporaryDir dir;
    QSettings settings(dir.filePath(QStringLiteral("keys.ini")), QSettings::IniFormat);
    settings.setValue(
        QStringLiteral("shortcuts/open"),
        QStringList{QStringLiteral("nonsense+"), QStringLiteral("Esc"), QStringLiteral("Ctrl+K")});
    settings.setValue(QStringLiteral("shortcuts/close"), QByteArray("\xff\0\x01", 3));
    QMenuBar bar;
    QMenu *menu = bar.addMenu(QStringLiteral("&Menu"));
    for (const auto &[id, usual] : {std::pair{"open", "Ctrl+O"}, std::pair{"close", "Ctrl+W"}}) {
        QAction *made = menu->addAction(QLatin1String(id));
        made->setObjectName(QLatin1String(id));
        made->setShortcut(key(usual));
    }
    const ui::ActionKeys keys(&bar, &settings, nullptr);
    QCOMPARE(keyOf(keys.map(), "open"), QStringLiteral("Ctrl+K"));
    QCOMPARE(keyOf(keys.map(), "close"), QString());
}

QTEST_MAIN(ShortcutsTest)
#include "tst_shortcuts.moc"
