// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/logdesk.h"
#include "ui/models/loglabels.h"
#include "ui/models/logmarks.h"
#include "ui/widgets/filterline.h"
#include "ui/widgets/labelcolors.h"
#include "ui/widgets/logactions.h"
#include "ui/widgets/statepalette.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>

using test::LogDesk;
using ui::LogColumn;

namespace {

/// Returns the entry of a menu with this text.
QAction *entry(const QMenu *menu, const char *text)
{
    const QList<QAction *> all = menu->actions();
    for (QAction *action : all) {
        if (action->text() == QString::fromUtf8(text))
            return action;
    }
    return nullptr;
}

QMenu *openMenu()
{
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

QString filterOf(LogDesk &desk)
{
    return desk.session.logRows()->filter().text();
}

} // namespace

/// The columns, keys and menus of the event log.
class TestLogActions : public QObject
{
    Q_OBJECT

private slots:
    void remembersColumns();
    void keepsTheMessageReadable();
    void marksRows();
    void labelsAJob();
    void filtersByACell();
    void hasAMenuAtARow();
    void hasAMenuForTheKeyboard();
    void copiesJson();
    void actsOnlyWithTheFocus();
    void labelsAreReadable_data();
    void labelsAreReadable();
};

void TestLogActions::remembersColumns()
{
    LogDesk desk;
    ui::LogHeader &header = *desk.view().header();
    QVERIFY(!header.isShown(LogColumn::Delta));
    QVERIFY(header.isShown(LogColumn::Level));
    QSignalSpy edited(&header, &ui::LogHeader::layoutEdited);
    for (QAction *action : header.columnActions())
        action->trigger(); // the other way round
    QVERIFY(edited.size() > 0);
    QVERIFY(header.isShown(LogColumn::Delta));
    QVERIFY(!header.isShown(LogColumn::Level));
    LogDesk later;
    later.view().header()->restoreHeaderState(header.headerState());
    QCOMPARE(later.view().header()->shown(), header.shown());
    // A wrong text hides nothing that must stay.
    later.view().header()->restoreHeaderState("1;message=0;marks=0;job=90");
    QVERIFY(later.view().header()->isShown(LogColumn::Message));
    QCOMPARE(later.view().header()->shown().first(), LogColumn::Marks);
}

void TestLogActions::keepsTheMessageReadable()
{
    LogDesk desk;
    const QRect row(0, 0, 10, 10);
    ui::LogHeader &header = *desk.view().header();
    QCOMPARE(header.length(), desk.view().viewport()->width());
    desk.page.resize(250, 400);
    QVERIFY(header.length() > desk.view().viewport()->width());
    QVERIFY(header.cell(LogColumn::Message, row).width()
            >= desk.view().fontMetrics().averageCharWidth() * 20);
}

void TestLogActions::marksRows()
{
    LogDesk desk;
    desk.append(100);
    ui::LogView &view = desk.view();
    const auto press = [&view](const char *keys) {
        QTest::keySequence(&view, QKeySequence(QString::fromLatin1(keys)));
    };
    view.goTo(40);
    press("M");
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    press("M");
    QCOMPARE(view.marks()->count(), 3);
    press("[");
    QCOMPARE(view.currentSequence(), 41);
    press("]");
    QCOMPARE(view.currentSequence(), 42);
    QSignalSpy told(desk.page.actions(), &ui::LogActions::told);
    press("]");
    QCOMPARE(told.size(), 1);
    press("M");
    QCOMPARE(view.marks()->count(), 2);
}

void TestLogActions::labelsAJob()
{
    LogDesk desk;
    desk.append(100);
    desk.view().goTo(40); // job-1
    const auto labelOf = [&desk](qint64 sequence) {
        return desk.view().labels()->labelOf(desk.session.events(), sequence);
    };
    QTest::keySequence(&desk.view(), QKeySequence(QStringLiteral("Ctrl+Shift+4")));
    QCOMPARE(labelOf(40), 4);
    QCOMPARE(labelOf(43), 4);
    QCOMPARE(labelOf(41), 0);
    QTest::keySequence(&desk.view(), QKeySequence(QStringLiteral("Ctrl+Shift+0")));
    QCOMPARE(labelOf(40), 0);
    desk.session.receive(ui::Gap{});
    desk.drain();
    desk.view().goTo(100);
    QSignalSpy told(desk.page.actions(), &ui::LogActions::told);
    QTest::keySequence(&desk.view(), QKeySequence(QStringLiteral("Ctrl+Shift+4")));
    QCOMPARE(told.size(), 1); // a gap has no job
}

void TestLogActions::filtersByACell()
{
    LogDesk desk;
    desk.append(100);
    desk.view().goTo(40);
    const auto click = [&desk](LogColumn column, Qt::KeyboardModifiers keys) {
        QTest::mouseClick(desk.view().viewport(), Qt::LeftButton, keys, desk.place(0, column));
    };
    click(LogColumn::Level, Qt::AltModifier);
    const QString level = filterOf(desk);
    QVERIFY2(level.startsWith(QLatin1String("level:")), qPrintable(level));
    click(LogColumn::Job, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY2(filterOf(desk).startsWith(level + QLatin1String(" -job=job-")),
             qPrintable(filterOf(desk)));
}

void TestLogActions::hasAMenuAtARow()
{
    LogDesk desk;
    desk.append(100);
    const int line = desk.view().topSequence() % 10 == 0 ? 1 : 0; // not a failure
    const QPoint place = desk.place(line, LogColumn::Event);
    QContextMenuEvent click(QContextMenuEvent::Mouse, place,
                            desk.view().viewport()->mapToGlobal(place));
    QApplication::sendEvent(desk.view().viewport(), &click);
    QVERIFY(openMenu());
    QVERIFY(!entry(openMenu(), "&Or event:log")); // there is no filter to combine it with
    entry(openMenu(), "&Filter by event:log")->trigger();
    QCOMPARE(filterOf(desk), QStringLiteral("event:log"));
    openMenu()->close();
    QApplication::sendEvent(desk.view().viewport(), &click);
    QVERIFY(entry(openMenu(), "&Or event:log"));
    QSignalSpy activated(&desk.view(), &ui::LogView::jobActivated);
    entry(openMenu(), "&Go to job")->trigger();
    QCOMPARE(activated.size(), 1);
    entry(openMenu(), "Copy job &id")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), desk.view().currentJob());
    entry(openMenu(), "&Mark or unmark rows")->trigger();
    QCOMPARE(desk.view().marks()->count(), 1);
    entry(openMenu(), "&Label rows of the job")->menu()->actions().at(2)->trigger();
    QCOMPARE(desk.view().labels()->labelOf(desk.session.events(), desk.view().currentSequence()),
             3);
    openMenu()->close();
}

void TestLogActions::hasAMenuForTheKeyboard()
{
    LogDesk desk;
    desk.append(100);
    desk.view().goTo(40); // a failure
    QTest::keyClick(&desk.view(), Qt::Key_F10, Qt::ShiftModifier);
    QVERIFY(openMenu());
    for (const char *term : {"&Filter by job=job-1", "&Filter by event:failed"})
        QVERIFY2(entry(openMenu(), term), term);
    openMenu()->close();
    QContextMenuEvent key(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(&desk.view(), &key);
    QVERIFY(openMenu());
    openMenu()->close();
}

void TestLogActions::copiesJson()
{
    LogDesk desk;
    desk.append(10);
    desk.view().goTo(4);
    QTest::keyClick(&desk.view(), Qt::Key_Down, Qt::ShiftModifier);
    QContextMenuEvent menu(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(&desk.view(), &menu);
    entry(openMenu(), "Copy as &JSON")->trigger(); // tst_keys presses its key
    openMenu()->close();
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3); // the last one is empty
    QVERIFY2(lines.at(1).contains(QLatin1String(R"("message":"text 5")")), qPrintable(lines.at(1)));
}

void TestLogActions::actsOnlyWithTheFocus()
{
    LogDesk desk;
    desk.append(10);
    desk.view().goTo(4);
    auto *field = desk.page.findChild<ui::FilterLine *>();
    field->setFocus();
    QTest::keyClick(field, Qt::Key_M);
    QCOMPARE(field->text(), QStringLiteral("m"));
    QCOMPARE(desk.view().marks()->count(), 0);
}

void TestLogActions::labelsAreReadable_data()
{
    QTest::addColumn<QColor>("base");
    QTest::addColumn<QColor>("text");
    QTest::newRow("light") << QColor(Qt::white) << QColor(0x1b, 0x1e, 0x22);
    QTest::newRow("dark") << QColor(0x1e, 0x21, 0x26) << QColor(0xe6, 0xe8, 0xeb);
}

void TestLogActions::labelsAreReadable()
{
    QFETCH(const QColor, base);
    QFETCH(const QColor, text);
    QPalette palette;
    palette.setColor(QPalette::Base, base);
    constexpr double aa = 4.5; // WCAG 2, level AA
    for (int number = 1; number <= ui::LogLabels::highest; ++number) {
        QVERIFY2(ui::contrast(ui::labelColor(number, palette), base) >= aa,
                 qPrintable(ui::labelName(number)));
        QVERIFY(ui::contrast(ui::labelBase(number, palette), text) >= aa);
        for (int other = 1; other < number; ++other)
            QVERIFY(ui::labelColor(number, palette) != ui::labelColor(other, palette));
    }
}

QTEST_MAIN(TestLogActions)
#include "tst_logactions.moc"
