// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/logdesk.h"
#include "ui/models/logmarks.h"
#include "ui/widgets/logaccessible.h"

#include <QAccessible>

using test::LogDesk;

namespace {

/// An event that Qt sent to screen readers: its kind and the name of its row.
QList<std::pair<QAccessible::Event, QString>> told;

void handleUpdate(QAccessibleEvent *event)
{
    if (event->type() != QAccessible::Focus && event->type() != QAccessible::Selection)
        return;
    const QAccessibleInterface *row = event->accessibleInterface();
    told.emplaceBack(event->type(), row ? row->text(QAccessible::Name) : QString());
}

QAccessibleInterface *interfaceOf(LogDesk &desk)
{
    return QAccessible::queryAccessibleInterface(&desk.view());
}

} // namespace

/// The event log as screen readers see it.
class TestLogAccessible : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { told.clear(); }
    void exposesOnlyTheRowsInSight();
    void exposesTheCurrentRow();
    void readsARowAsASentence();
    void knowsStatesAndPlaces();
    void tellsOfTheCurrentRow();
    void forgetsRows();
};

void TestLogAccessible::initTestCase()
{
    ui::LogAccessible::setAnnouncer(handleUpdate);
}

void TestLogAccessible::exposesOnlyTheRowsInSight()
{
    LogDesk desk;
    desk.append(1000);
    QAccessibleInterface *log = interfaceOf(desk);
    QVERIFY(log);
    QCOMPARE(log->role(), QAccessible::List);
    QCOMPARE(log->text(QAccessible::Name), QStringLiteral("Event log"));
    QVERIFY(!log->text(QAccessible::Description).isEmpty());
    QVERIFY(log->text(QAccessible::Value).contains(ui::formatCount(1000)));
    QVERIFY(log->childCount() > 5);
    QVERIFY(log->childCount() <= desk.view().rowsInSight() + 1);
    for (int i = 0; i < log->childCount(); ++i) {
        QAccessibleInterface *row = log->child(i);
        QVERIFY(row && row->isValid());
        QCOMPARE(row->role(), QAccessible::ListItem);
        QCOMPARE(log->indexOfChild(row), i);
        QCOMPARE(row->parent(), log);
        QCOMPARE(log->child(i), row); // always the same one
    }
    QCOMPARE(log->child(log->childCount()), nullptr);
    QCOMPARE(log->child(-1), nullptr);
}

void TestLogAccessible::exposesTheCurrentRow()
{
    LogDesk desk;
    desk.append(1000);
    desk.view().goTo(20);
    QAccessibleInterface *log = interfaceOf(desk);
    const int count = log->childCount();
    desk.view().setFollowing(true); // the current row is out of sight
    QVERIFY(log->childCount() >= count);
    QAccessibleInterface *current = log->child(log->childCount() - 1);
    QVERIFY(current->text(QAccessible::Name).endsWith(QStringLiteral("text 20")));
    QVERIFY(current->state().offscreen);
    QVERIFY(current->state().focused);
    QCOMPARE(log->focusChild(), current);
}

void TestLogAccessible::readsARowAsASentence()
{
    LogDesk desk;
    desk.append(30);
    desk.view().goTo(20);
    const QAccessibleInterface *row = interfaceOf(desk)->focusChild();
    QVERIFY(row);
    QCOMPARE(row->text(QAccessible::Name),
             QStringLiteral("17:20:20.000, Error, Failed, job job-2, text 20"));
    desk.view().marks()->toggle({20});
    QCOMPARE(row->text(QAccessible::Name),
             QStringLiteral("marked, 17:20:20.000, Error, Failed, job job-2, text 20"));
    QCOMPARE(row->text(QAccessible::Description), QString());
}

void TestLogAccessible::knowsStatesAndPlaces()
{
    LogDesk desk;
    desk.append(100);
    desk.view().goTo(50);
    QTest::keyClick(&desk.view(), Qt::Key_Down, Qt::ShiftModifier);
    QAccessibleInterface *log = interfaceOf(desk);
    QAccessibleInterface *current = log->focusChild();
    QVERIFY(current->state().selected);
    QVERIFY(current->state().focused);
    QVERIFY(!current->state().offscreen);
    const int index = log->indexOfChild(current);
    QVERIFY(log->child(index - 1)->state().selected);
    QVERIFY(!log->child(index - 1)->state().focused);
    QVERIFY(!log->child(index + 1)->state().selected);
    const QPoint centre = current->rect().center();
    QCOMPARE(log->childAt(centre.x(), centre.y()), current);
    QVERIFY(log->rect().contains(centre));
}

void TestLogAccessible::tellsOfTheCurrentRow()
{
    LogDesk desk;
    desk.append(100);
    desk.view().goTo(50);
    told.clear();
    QTest::keyClick(&desk.view(), Qt::Key_Up);
    const QString name = QStringLiteral("17:20:49.000, Info, Log, job job-1, text 49");
    QVERIFY(told.contains(std::pair(QAccessible::Focus, name)));
    QVERIFY(told.contains(std::pair(QAccessible::Selection, name)));
    told.clear();
    desk.append(5); // new rows are not announced
    QVERIFY(told.isEmpty());
}

void TestLogAccessible::forgetsRows()
{
    LogDesk desk;
    desk.append(3000);
    QAccessibleInterface *log = interfaceOf(desk);
    for (int top = 0; top < 2900; top += 10) { // a screen reader walks through the log
        desk.view().goTo(top);
        for (int i = 0; i < log->childCount(); ++i)
            QVERIFY(log->child(i)->isValid());
    }
    const QAccessible::Id id = QAccessible::uniqueId(log->child(0));
    desk.session.clearLog();
    desk.drain();
    QCOMPARE(log->childCount(), 0);
    const QAccessibleInterface *gone = QAccessible::accessibleInterface(id);
    QVERIFY(!gone || !gone->isValid());
}

QTEST_MAIN(TestLogAccessible)
#include "tst_logaccessible.moc"
