// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/logdesk.h"
#include "ui/models/loglabels.h"
#include "ui/widgets/filterline.h"
#include "ui/widgets/logfindbar.h"

#include <QLabel>
#include <QSignalSpy>

using test::LogDesk;

namespace {

struct Desk : LogDesk
{
    ui::LogFindBar &bar() { return *page.findChild<ui::LogFindBar *>(); }
    ui::FilterLine &field() { return *bar().findChild<ui::FilterLine *>(); }
    QString state() { return bar().findChild<QLabel *>()->text(); }

    /// Opens the bar, types a text and presses Return.
    void find(const QString &text)
    {
        page.openFind();
        QTest::keyClicks(&field(), text);
        QTest::keyClick(&field(), Qt::Key_Return);
    }
};

} // namespace

/// Find in the event log.
class TestLogFindBar : public QObject
{
    Q_OBJECT

private slots:
    void findsWithoutHidingRows();
    void goesOnByKeys();
    void closesByEscape();
    void labelsWhatItFinds();
    void respectsTheFilter();
};

void TestLogFindBar::findsWithoutHidingRows()
{
    Desk desk;
    desk.append(100);
    QVERIFY(!desk.bar().isVisible());
    desk.view().goTo(35);
    desk.find(QStringLiteral("event:failed"));
    QTRY_COMPARE(desk.view().currentSequence(), 40);
    QCOMPARE(desk.session.logRows()->count(), 100);
    QCOMPARE(desk.state(), QStringLiteral("5 of 10"));
    QTest::keyClick(&desk.field(), Qt::Key_Return);
    QCOMPARE(desk.view().currentSequence(), 50);
    QTest::keyClick(&desk.field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(desk.view().currentSequence(), 40);
    desk.field().apply(QStringLiteral("absent"));
    QTRY_COMPARE(desk.state(), QStringLiteral("No match"));
}

void TestLogFindBar::goesOnByKeys()
{
    Desk desk;
    desk.append(100);
    desk.view().goTo(85);
    desk.find(QStringLiteral("event:failed"));
    QTRY_COMPARE(desk.view().currentSequence(), 90);
    QSignalSpy told(&desk.page, &ui::LogPage::told);
    QTest::keyClick(&desk.field(), Qt::Key_F3); // from the field, and round the end
    QCOMPARE(desk.view().currentSequence(), 0);
    QCOMPARE(told.size(), 1);
    desk.view().setFocus();
    QTest::keyClick(&desk.view(), Qt::Key_N);
    QCOMPARE(desk.view().currentSequence(), 10);
    QTest::keyClick(&desk.view(), Qt::Key_N, Qt::ShiftModifier);
    QCOMPARE(desk.view().currentSequence(), 0);
    QTest::keyClick(&desk.view(), Qt::Key_F3);
    QCOMPARE(desk.view().currentSequence(), 10);
}

void TestLogFindBar::closesByEscape()
{
    Desk desk;
    desk.append(50);
    desk.find(QStringLiteral("text"));
    QTRY_VERIFY(desk.view().currentSequence() >= 0);
    QTest::keyClick(&desk.field(), Qt::Key_Escape);
    QVERIFY(!desk.bar().isVisible());
    QVERIFY(desk.view().hasFocus());
    // F3 opens it again, with the same text.
    QTest::keyClick(&desk.view(), Qt::Key_F3);
    QVERIFY(desk.bar().isVisible());
    QVERIFY(desk.field().hasFocus());
    QCOMPARE(desk.field().text(), QStringLiteral("text"));
    QTRY_COMPARE(desk.state().contains(QStringLiteral("50")), true);
}

void TestLogFindBar::labelsWhatItFinds()
{
    Desk desk;
    desk.append(50);
    desk.find(QStringLiteral("event:failed"));
    QTRY_VERIFY(desk.view().currentSequence() >= 0);
    QTest::keySequence(&desk.field(), QKeySequence(QStringLiteral("Ctrl+Shift+7")));
    QCOMPARE(desk.view().labels()->labelOf(desk.session.events(), 20), 7);
    QCOMPARE(desk.view().labels()->labelOf(desk.session.events(), 21), 0);
}

void TestLogFindBar::respectsTheFilter()
{
    Desk desk;
    desk.append(100);
    desk.find(QStringLiteral("job=job-1"));
    QTRY_VERIFY(desk.state().contains(QStringLiteral("33")));
    emit desk.view().filterWanted(QStringLiteral("event:failed"), ui::FilterUse::Only);
    QTRY_VERIFY2(desk.state().contains(QStringLiteral("3 matches"))
                     || desk.state().contains(QStringLiteral("of 3")),
                 qPrintable(desk.state()));
}

QTEST_MAIN(TestLogFindBar)
#include "tst_logfindbar.moc"
