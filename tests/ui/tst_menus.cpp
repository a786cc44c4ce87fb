// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/desk.h"
#include "ui/widgets/commands.h"

#include <QAction>
#include <QHash>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTest>

using test::Desk;

/// No menu entry, mnemonic or shortcut is there twice.
class MenusTest : public QObject
{
    Q_OBJECT

private slots:
    void everyMenuIsUnambiguous();
    void everyCommandHasAName();
};

namespace {

QChar mnemonicOf(const QString &text)
{
    for (qsizetype at = text.indexOf(QLatin1Char('&')); at >= 0 && at + 1 < text.size();
         at = text.indexOf(QLatin1Char('&'), at + 2)) {
        if (text.at(at + 1) != QLatin1Char('&'))
            return text.at(at + 1).toLower();
    }
    return {};
}

/// Returns what is ambiguous among the entries of a menu or a menu bar, and in its submenus.
QStringList faultsOf(const QString &name, const QList<QAction *> &entries)
{
    QStringList faults;
    QSet<QString> texts;
    QSet<QChar> mnemonics;
    for (const QAction *entry : entries) {
        if (entry->isSeparator())
            continue;
        const QString text = ui::withoutMnemonic(entry->text());
        const QChar mnemonic = mnemonicOf(entry->text());
        if (texts.contains(text))
            faults << name + QStringLiteral(": twice ") + text;
        if (!mnemonic.isNull() && mnemonics.contains(mnemonic))
            faults << name + QStringLiteral(": the mnemonic of ") + text;
        texts << text;
        mnemonics << mnemonic;
        if (const QMenu *menu = entry->menu())
            faults << faultsOf(text, menu->actions());
    }
    return faults;
}

} // namespace

void MenusTest::everyMenuIsUnambiguous()
{
    Desk desk;
    const QMenuBar &bar = *desk.window().menuBar();
    const QStringList faults = faultsOf(QStringLiteral("bar"), bar.actions())
                               + faultsOf(QStringLiteral("list"), desk.table().actions());
    QCOMPARE(faults.join(QStringLiteral("; ")), QString());
    QHash<QKeySequence, QString> keys;
    for (const ui::Command &command : ui::commandsOf(bar)) {
        const QList<QKeySequence> shortcuts = command.action->shortcuts();
        for (const QKeySequence &key : shortcuts) {
            QVERIFY2(!keys.contains(key),
                     qPrintable(command.path() + QStringLiteral(" and ") + keys.value(key)));
            keys.insert(key, command.path());
        }
    }
    QVERIFY(keys.size() > 30);
}

/// A bare letter or sign must not act in the whole window.
void MenusTest::everyCommandHasAName()
{
    Desk desk;
    for (const ui::Command &command : ui::commandsOf(*desk.window().menuBar())) {
        QVERIFY(!command.name.isEmpty());
        const QList<QKeySequence> shortcuts = command.action->shortcuts();
        for (const QKeySequence &key : shortcuts) {
            const bool isBare =
                key[0].keyboardModifiers() == Qt::NoModifier && (key[0].key() < Qt::Key_Escape);
            QVERIFY2(!isBare || command.action->shortcutContext() == Qt::WidgetShortcut,
                     qPrintable(command.path()));
        }
    }
}

QTEST_MAIN(MenusTest)
#include "tst_menus.moc"
