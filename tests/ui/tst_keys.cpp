// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/desk.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/commands.h"
#include "ui/widgets/filterline.h"
#include "ui/widgets/shortcutsheet.h"
#include "ui/widgets/textzoom.h"
#include "ui/widgets/viewspage.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QDockWidget>
#include <QInputDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenuBar>
#include <QTest>
#include <QTreeWidget>

using test::Desk;

/// Palette, sheet of shortcuts and keyboard paths.
class KeysTest : public QObject
{
    Q_OBJECT

private slots:
    void paletteFindsByWords();
    void paletteSaysWhyNot();
    void paletteClosesAndGivesTheFocusBack();
    void paletteRunsASavedView();
    void sheetHasEveryShortcut();
    void slashGoesToTheFilter();
    void escapeLeavesTheFilterInSteps();
    void f6VisitsTheVisiblePanes();
    void tabBeginsWithTheList();
    void copiesARow();
    void lettersActOnlyInAList();
    void zoomIsRemembered();

private:
    static void show(Desk &desk)
    {
        desk.window().resize(1'400, 900);
        desk.window().show();
        desk.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
        desk.post("jobs", R"({"job_id":"job-1","kind":"image"})");
        QTRY_VERIFY(desk.table().isVisible());
        desk.table().setFocus();
    }
    static ui::CommandPalette &palette(Desk &desk)
    {
        return *desk.window().findChild<ui::CommandPalette *>();
    }
    static QLineEdit &field(Desk &desk) { return *palette(desk).findChild<QLineEdit *>(); }
    static QTreeWidget &commands(Desk &desk) { return *palette(desk).findChild<QTreeWidget *>(); }
    static QStringList offered(Desk &desk)
    {
        QStringList texts;
        for (int row = 0; row < commands(desk).topLevelItemCount(); ++row) {
            const QTreeWidgetItem *item = commands(desk).topLevelItem(row);
            if (!item->isHidden())
                texts << item->text(0);
        }
        return texts;
    }
    static void press(Desk &desk, const QKeySequence &keys)
    {
        QTest::keySequence(desk.window().focusWidget(), keys);
    }
    static QLineEdit &filter(Desk &desk)
    {
        return *desk.window().jobsPage()->findChild<ui::FilterLine *>();
    }
};

void KeysTest::paletteFindsByWords()
{
    Desk desk;
    show(desk);
    press(desk, QKeySequence(Qt::CTRL | Qt::Key_K));
    QTRY_VERIFY(palette(desk).isVisible());
    QCOMPARE(desk.window().focusWidget(), &field(desk));
    QVERIFY(offered(desk).size() > 30);
    QTest::keyClicks(&field(desk), QStringLiteral("log pan"));
    QCOMPARE(offered(desk), QStringList(QStringLiteral("View › Panels › Event log – on")));
    auto *dock = desk.window().findChild<QDockWidget *>(QStringLiteral("log"));
    QVERIFY(dock->isVisible());
    QTest::keyClick(&field(desk), Qt::Key_Return);
    QVERIFY(!dock->isVisible());
    QVERIFY(!palette(desk).isVisible());
    QCOMPARE(desk.window().focusWidget(), &desk.table());
}

void KeysTest::paletteSaysWhyNot()
{
    Desk desk;
    show(desk);
    press(desk, QKeySequence(Qt::CTRL | Qt::Key_K));
    QTest::keyClicks(&field(desk), QStringLiteral("cancel"));
    QCOMPARE(offered(desk), QStringList(QStringLiteral("Jobs › Cancel job… – No job is selected")));
    QVERIFY(commands(desk).topLevelItem(0));
    QVERIFY(!commands(desk).currentItem()); // it cannot be run
    QTest::keyClick(&field(desk), Qt::Key_Return);
    QVERIFY(palette(desk).isVisible());
    QVERIFY(desk.table().selectJob("job-1"));
    press(desk, QKeySequence(Qt::CTRL | Qt::Key_K));
    press(desk, QKeySequence(Qt::CTRL | Qt::Key_K));
    QTest::keyClicks(&field(desk), QStringLiteral("cancel"));
    QCOMPARE(offered(desk), QStringList(QStringLiteral("Jobs › Cancel job…")));
    QVERIFY(commands(desk).currentItem());
}

void KeysTest::paletteClosesAndGivesTheFocusBack()
{
    Desk desk;
    show(desk);
    press(desk, QKeySequence(Qt::CTRL | Qt::Key_K));
    QTest::keyClick(&field(desk), Qt::Key_Down);
    QTest::keyClick(&field(desk), Qt::Key_Tab);
    QCOMPARE(desk.window().focusWidget(), &field(desk));
    QTest::keyClick(&field(desk), Qt::Key_Escape);
    QVERIFY(!palette(desk).isVisible());
    QCOMPARE(desk.window().focusWidget(), &desk.table());
    press(desk, QKeySequence(Qt::CTRL | Qt::Key_K));
    QVERIFY(palette(desk).isVisible());
    filter(desk).setFocus(); // the window stays usable
    QVERIFY(!palette(desk).isVisible());
}

void KeysTest::paletteRunsASavedView()
{
    Desk desk;
    show(desk);
    desk.window().jobsPage()->setFilterText(QStringLiteral("kind:image"));
    press(desk, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    auto *dialog = desk.window().findChild<QInputDialog *>();
    QVERIFY(dialog);
    dialog->setTextValue(QStringLiteral("Pictures & more"));
    dialog->accept();
    desk.window().jobsPage()->clearFilter();
    desk.table().setFocus();
    press(desk, QKeySequence(Qt::CTRL | Qt::Key_K));
    QTest::keyClicks(&field(desk), QStringLiteral("more pict"));
    QCOMPARE(offered(desk), QStringList(QStringLiteral("View › Saved views › Pictures & more")));
    QTest::keyClick(&field(desk), Qt::Key_Return);
    QCOMPARE(desk.window().jobsPage()->filterText(), QStringLiteral("kind:image"));
}

void KeysTest::sheetHasEveryShortcut()
{
    Desk desk;
    show(desk);
    press(desk, QKeySequence(Qt::Key_F1));
    auto *sheet = desk.window().findChild<ui::ShortcutSheet *>();
    QVERIFY(sheet && sheet->isVisible() && !sheet->isModal());
    auto *tree = sheet->findChild<QTreeWidget *>();
    QStringList keys;
    QStringList groups;
    for (int row = 0; row < tree->topLevelItemCount(); ++row) {
        groups << tree->topLevelItem(row)->text(0);
        for (int child = 0; child < tree->topLevelItem(row)->childCount(); ++child)
            keys << tree->topLevelItem(row)->child(child)->text(1);
    }
    QCOMPARE(groups.removeDuplicates(), 0);
    for (const ui::Command &command : ui::commandsOf(*desk.window().menuBar()))
        QVERIFY2(command.keys().isEmpty() || keys.contains(command.keys()),
                 qPrintable(command.path()));
    for (const char *group : {"File", "Jobs", "In the list of jobs", "In a filter field"})
        QVERIFY2(groups.contains(QLatin1String(group)), group);
    QTest::keyClicks(sheet->findChild<QLineEdit *>(), QStringLiteral("failure f8"));
    int visible = 0;
    for (int row = 0; row < tree->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *group = tree->topLevelItem(row);
        for (int child = 0; child < group->childCount(); ++child)
            visible += group->isHidden() || group->child(child)->isHidden() ? 0 : 1;
    }
    QCOMPARE(visible, 2); // next and previous
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
}

void KeysTest::slashGoesToTheFilter()
{
    Desk desk;
    show(desk);
    QTest::keyClick(&desk.table(), Qt::Key_Slash);
    QCOMPARE(desk.window().focusWidget(), &filter(desk));
    QTest::keyClicks(&filter(desk), QStringLiteral("a/b")); // in the field it is a character
    QCOMPARE(filter(desk).text(), QStringLiteral("a/b"));
    QTest::keyClick(&filter(desk), Qt::Key_Return);
    QTRY_VERIFY(!desk.table().isVisible()); // nothing matches; the key works there, too
    desk.window().jobsPage()->focusList();
    QTest::keyClick(desk.window().focusWidget(), Qt::Key_Slash);
    QCOMPARE(desk.window().focusWidget(), &filter(desk));
    desk.log().setFocus();
    QTest::keyClick(&desk.log(), Qt::Key_Slash);
    QCOMPARE(desk.window().focusWidget(),
             desk.window().logPage()->findChild<ui::FilterLine *>(QStringLiteral("filter")));
}

void KeysTest::escapeLeavesTheFilterInSteps()
{
    Desk desk;
    show(desk);
    QTest::keyClick(&desk.table(), Qt::Key_Slash);
    QTest::keyClicks(&filter(desk), QStringLiteral("sta"));
    QWidget *popup = filter(desk).findChild<QCompleter *>()->popup();
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QCOMPARE(filter(desk).text(), QStringLiteral("sta"));
    QTest::keyClick(&filter(desk), Qt::Key_Escape);
    QCOMPARE(filter(desk).text(), QString());
    QCOMPARE(desk.window().focusWidget(), &filter(desk));
    QTest::keyClick(&filter(desk), Qt::Key_Escape);
    QCOMPARE(desk.window().focusWidget(), &desk.table());
}

void KeysTest::f6VisitsTheVisiblePanes()
{
    Desk desk;
    show(desk);
    QVERIFY(desk.table().selectJob("job-1"));
    auto *views = desk.window().findChild<QDockWidget *>(QStringLiteral("views"));
    views->show();
    QTRY_VERIFY(views->isVisible());
    const auto pane = [&desk]() -> const char * {
        const QWidget *focus = desk.window().focusWidget();
        const auto isIn = [focus](const QWidget *page) {
            return page == focus || page->isAncestorOf(focus);
        };
        if (isIn(desk.window().jobsPage()))
            return "jobs";
        if (isIn(&desk.details()))
            return "details";
        if (isIn(desk.window().logPage()))
            return "log";
        return isIn(desk.window().findChild<ui::ViewsPage *>()) ? "views" : "elsewhere";
    };
    desk.table().setFocus();
    for (const char *expected : {"details", "log", "views", "jobs", "details"}) {
        press(desk, QKeySequence(Qt::Key_F6));
        QCOMPARE(pane(), expected); // the connections are behind the log, so not visible
        const auto *mark = desk.window().findChild<QWidget *>(QStringLiteral("focus-mark"));
        QVERIFY(mark && mark->isVisible());
        QVERIFY(mark->parentWidget()->isAncestorOf(desk.window().focusWidget()));
    }
    for (const char *expected : {"jobs", "views", "log"}) {
        press(desk, QKeySequence(Qt::SHIFT | Qt::Key_F6));
        QCOMPARE(pane(), expected);
    }
    views->hide();
    press(desk, QKeySequence(Qt::Key_F6));
    QCOMPARE(pane(), "jobs");
    QCOMPARE(desk.window().focusWidget(), &desk.table());
    filter(desk).setFocus(); // the mark stays in its pane, and leaves with the focus
    desk.log().setFocus();
    QVERIFY(!desk.window().findChild<QWidget *>(QStringLiteral("focus-mark"))->isVisible());
    press(desk, QKeySequence(Qt::ALT | Qt::Key_1));
    QCOMPARE(pane(), "jobs");
    press(desk, QKeySequence(Qt::ALT | Qt::Key_2));
    QCOMPARE(desk.window().focusWidget(), &desk.log());
}

void KeysTest::tabBeginsWithTheList()
{
    Desk desk;
    show(desk);
    QVERIFY(desk.table().selectJob("job-1"));
    const QList<const QWidget *> order{&desk.table(), &desk.details(), desk.window().logPage(),
                                       &filter(desk)};
    qsizetype reached = 0;
    desk.table().setFocus();
    for (int step = 0; step < 60 && reached < order.size(); ++step) {
        const QWidget *focus = desk.window().focusWidget();
        for (qsizetype at = reached; at < order.size(); ++at) {
            if (order.at(at) == focus || order.at(at)->isAncestorOf(focus)) {
                QVERIFY2(at <= reached, qPrintable(QString::number(at)));
                reached = at + 1;
            }
        }
        QTest::keyClick(desk.window().focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(reached, order.size());
}

void KeysTest::copiesARow()
{
    Desk desk;
    show(desk);
    QClipboard &board = *QGuiApplication::clipboard();
    board.setText(QStringLiteral("before"));
    press(desk, QKeySequence(QKeySequence::Copy));
    QCOMPARE(board.text(), QStringLiteral("before")); // no row is selected
    QVERIFY(desk.table().selectJob("job-1"));
    press(desk, QKeySequence(QKeySequence::Copy));
    QVERIFY2(board.text().contains(QStringLiteral("job-1\tImage")), qPrintable(board.text()));
    QVERIFY(!board.text().contains(QLatin1Char('\n')));
    press(desk, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    const QJsonObject job = QJsonDocument::fromJson(board.text().toUtf8()).object();
    QCOMPARE(job.value(QLatin1String("job_id")).toString(), QStringLiteral("job-1"));
    QVERIFY(!job.value(QLatin1String("last_event_id")).toString().startsWith(QLatin1Char('.')));
    desk.log().setFocus();
    press(desk, QKeySequence(QKeySequence::SelectAll));
    press(desk, QKeySequence(QKeySequence::Copy));
    QVERIFY2(board.text().contains(QStringLiteral("job-1")), qPrintable(board.text()));
    QVERIFY(board.text().contains(QLatin1Char('\n'))); // in the log, of the log
    press(desk, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    QVERIFY2(board.text().startsWith(QLatin1Char('{')), qPrintable(board.text()));
    filter(desk).setText(QStringLiteral("text"));
    filter(desk).setFocus();
    press(desk, QKeySequence(QKeySequence::SelectAll));
    press(desk, QKeySequence(QKeySequence::Copy));
    QCOMPARE(board.text(), QStringLiteral("text")); // in a text field, of the field
}

void KeysTest::lettersActOnlyInAList()
{
    Desk desk;
    show(desk);
    filter(desk).setFocus();
    QTest::keyClicks(&filter(desk), QStringLiteral("sf"));
    QCOMPARE(filter(desk).text(), QStringLiteral("sf"));
    QVERIFY(desk.log().isFollowing());
    filter(desk).clear();
    desk.log().setFocus();
    QTest::keyClick(&desk.log(), Qt::Key_F);
    QVERIFY(!desk.log().isFollowing());
}

void KeysTest::zoomIsRemembered()
{
    Desk desk;
    show(desk);
    const double before = QApplication::font().pointSizeF();
    const int row = desk.log().rowHeight();
    press(desk, QKeySequence(Qt::CTRL | Qt::Key_Plus));
    press(desk, QKeySequence(Qt::CTRL | Qt::Key_Equal));
    press(desk, QKeySequence(Qt::CTRL | Qt::Key_Plus));
    QCOMPARE(QApplication::font().pointSizeF(), before * 1.5);
    QTRY_VERIFY(desk.log().rowHeight() > row);
    QVERIFY(desk.table().font().pointSizeF() > before);
    desk.monitor.reset();
    QCOMPARE(QApplication::font().pointSizeF(), before);
    desk.open();
    QCOMPARE(QApplication::font().pointSizeF(), before * 1.5);
    show(desk);
    for (int step = 0; step < 20; ++step)
        press(desk, QKeySequence(Qt::CTRL | Qt::Key_Minus));
    QCOMPARE(QApplication::font().pointSizeF(), before * ui::TextZoom::least / 100);
    press(desk, QKeySequence(Qt::CTRL | Qt::Key_0));
    QCOMPARE(QApplication::font().pointSizeF(), before);
}

QTEST_MAIN(KeysTest)
#include "tst_keys.moc"
