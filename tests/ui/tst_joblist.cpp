// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "tests/unit/models/modelevents.h"
#include "ui/models/sortedjobs.h"
#include "ui/widgets/headerstate.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/waitingbutton.h"

#include <QApplication>
#include <QEnterEvent>
#include <QHeaderView>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using hub::EventType;
using ui::JobColumn;

namespace {

struct Fixture
{
    test::ManualClock clock;
    ui::JobStore store;
    ui::JobModel model{&store};
    ui::SortedJobs jobs{&model};
    ui::JobList table{clock};

    Fixture()
    {
        table.setJobs(&jobs);
        table.sortByColumn(static_cast<int>(JobColumn::Progress), Qt::DescendingOrder);
        table.resize(1000, 400);
        table.show();
        add({test::progress("a", 1, 30), test::progress("b", 2, 20), test::progress("c", 3, 10)});
    }
    void add(const QList<ui::JobEvent> &events)
    {
        for (const ui::JobEvent &event : events)
            store.apply(event);
        clock.advance(2000);
        model.flush();
        jobs.flush(clock.steadyMs());
    }
    QByteArray top() const { return store.at(jobs.sourceRow(0)).job.id; }
    void enter()
    {
        QEnterEvent event({5, 5}, {5, 5}, {5, 5});
        QCoreApplication::sendEvent(&table, &event);
    }
    void moveTo(const QPoint &position)
    {
        QMouseEvent event(QEvent::MouseMove, position, position, Qt::NoButton, {}, {});
        QCoreApplication::sendEvent(table.viewport(), &event);
    }
    void waitOutTheHold()
    {
        clock.advance(ui::SortHold::length);
        table.passSecond();
    }
    void leave()
    {
        QEvent event(QEvent::Leave);
        QCoreApplication::sendEvent(&table, &event);
    }
};

} // namespace

class JobListTest : public QObject
{
    Q_OBJECT

private slots:
    void holdsUnderThePointer();
    void parkedPointerHoldsNothing();
    void holdsAfterAClick();
    void holdsWhileScrolling();
    void offersWaitingRows();
    void holdsAfterAKey();
    void endsTheHoldOfAKey();
    void keepsTheSelectedJob();
    void keepsItsRowInView();
    void letsGoOfFilteredJobs();
    void returnsToTheDefaultOrder();
    void remembersColumnsByName();
    void survivesForeignHeaders_data();
    void survivesForeignHeaders();
};

void JobListTest::holdsUnderThePointer()
{
    Fixture f;
    f.enter();
    f.add({test::progress("c", 4, 90)});
    QCOMPARE(f.top(), QByteArray("a"));
    f.leave();
    f.add({test::progress("c", 5, 91)});
    QCOMPARE(f.top(), QByteArray("c"));
}

void JobListTest::parkedPointerHoldsNothing()
{
    Fixture f;
    f.enter();
    f.clock.advance(9000);
    f.moveTo({20, 40}); // begins the ten seconds again
    f.clock.advance(9999);
    f.table.passSecond();
    QVERIFY(f.jobs.isHeld());
    f.clock.advance(1);
    f.table.passSecond();
    QVERIFY(!f.jobs.isHeld());
    // Rows that move under the pointer cause an event at the same position.
    f.moveTo({20, 40});
    QVERIFY(!f.jobs.isHeld());
    f.add({test::progress("c", 4, 90)});
    QCOMPARE(f.top(), QByteArray("c"));
    f.moveTo({21, 40});
    QVERIFY(f.jobs.isHeld());
}

void JobListTest::holdsAfterAClick()
{
    Fixture f;
    const QRect row = f.table.visualRect(f.jobs.index(1, 1));
    QTest::mouseClick(f.table.viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(f.table.currentJob(), QByteArray("b"));
    f.leave(); // the hand goes to the details: the selected row stays where it is
    f.add({test::progress("c", 4, 90)});
    QCOMPARE(f.top(), QByteArray("a"));
    f.waitOutTheHold();
    f.add({test::progress("c", 5, 91)});
    QCOMPARE(f.top(), QByteArray("c"));
}

void JobListTest::holdsWhileScrolling()
{
    Fixture f;
    f.table.verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    QVERIFY(f.jobs.isHeld());
    f.waitOutTheHold();
    QVERIFY(!f.jobs.isHeld());
}

void JobListTest::offersWaitingRows()
{
    Fixture f;
    ui::WaitingButton button(&f.jobs);
    button.show();
    const QSize size = button.sizeHint();
    QCOMPARE(button.text(), QString());
    f.enter();
    f.add({test::progress("c", 4, 90), test::progress("d", 5, 95)});
    QCOMPARE(button.text(), QStringLiteral("▼ 2 new"));
    QCOMPARE(button.sizeHint(), size);
    button.click();
    QCOMPARE(f.top(), QByteArray("d"));
    QCOMPARE(button.text(), QString());
    QCOMPARE(button.sizeHint(), size);
}

void JobListTest::holdsAfterAKey()
{
    Fixture f;
    QTest::keyClick(&f.table, Qt::Key_Down);
    QVERIFY(f.jobs.isHeld());
    f.add({test::progress("c", 4, 90)});
    QCOMPARE(f.top(), QByteArray("a"));
    f.table.activateWindow();
    f.table.setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), &f.table); // the key is a shortcut of the list
    QTest::keyClick(&f.table, Qt::Key_S); // the user asked for sorting
    QCOMPARE(f.top(), QByteArray("c"));
}

void JobListTest::endsTheHoldOfAKey()
{
    Fixture f;
    QTest::keyClick(&f.table, Qt::Key_Down);
    f.clock.advance(6000);
    QTest::keyClick(&f.table, Qt::Key_Down); // begins the ten seconds again
    f.clock.advance(9999);
    f.table.passSecond();
    QVERIFY(f.jobs.isHeld());
    f.clock.advance(1);
    f.table.passSecond();
    QVERIFY(!f.jobs.isHeld());
    f.add({test::progress("c", 4, 90)});
    QCOMPARE(f.top(), QByteArray("c"));
}

void JobListTest::keepsTheSelectedJob()
{
    Fixture f;
    QSignalSpy selected(&f.table, &ui::JobList::jobSelected);
    QVERIFY(f.table.selectJob("c"));
    f.waitOutTheHold();
    f.add({test::progress("c", 4, 90), test::progress("d", 5, 95)});
    QCOMPARE(f.table.currentJob(), QByteArray("c"));
    QCOMPARE(f.table.currentIndex().row(), 1);
    QCOMPARE(selected.size(), 1);
    QVERIFY(!f.table.selectJob("nobody"));
}

void JobListTest::keepsItsRowInView()
{
    // GIVEN a long list, and a job to which F8 led
    Fixture f;
    QList<ui::JobEvent> many;
    for (int i = 0; i < 300; ++i)
        many << test::progress(QByteArray("job-" + QByteArray::number(i)).constData(), 10, 50);
    f.add(many);
    QVERIFY(f.table.selectJob("c"));
    const auto inView = [&f] {
        return f.table.viewport()->rect().contains(
            f.table.visualRect(f.table.currentIndex()).center());
    };
    QVERIFY(inView());
    // WHEN the rows are sorted again and the job goes to the other end THEN it is still in view
    f.waitOutTheHold();
    f.add({test::progress("c", 20, 99)});
    QCOMPARE(f.table.currentIndex().row(), 0);
    QVERIFY(inView());
    // WHEN the user scrolls away THEN sorting does not scroll back
    f.table.verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMaximum);
    const int place = f.table.verticalScrollBar()->value();
    f.waitOutTheHold();
    f.add({test::progress("a", 30, 100)});
    QCOMPARE(f.table.verticalScrollBar()->value(), place);
}

void JobListTest::returnsToTheDefaultOrder()
{
    QByteArray state;
    {
        Fixture f; // sorted by a column
        QVERIFY(!f.table.defaultOrderAction()->isChecked());
        f.table.defaultOrderAction()->trigger();
        QVERIFY(f.table.defaultOrderAction()->isChecked());
        QCOMPARE(f.table.header()->sortIndicatorSection(), ui::SortedJobs::defaultOrder);
        f.table.defaultOrderAction()->trigger();
        QVERIFY(f.table.defaultOrderAction()->isChecked());
        state = f.table.headerState();
    }
    Fixture f;
    f.table.restoreHeaderState(state);
    QCOMPARE(f.table.header()->sortIndicatorSection(), ui::SortedJobs::defaultOrder);
    QVERIFY(f.table.defaultOrderAction()->isChecked());
    QCOMPARE(f.table.headerState(), state);
}

void JobListTest::letsGoOfFilteredJobs()
{
    Fixture f;
    f.jobs.setFilter(ui::JobFilter(QString(), 1U << static_cast<int>(hub::JobStatus::Processing)));
    f.table.selectJob("b");
    f.waitOutTheHold();
    QSignalSpy selected(&f.table, &ui::JobList::jobSelected);
    f.add({test::jobEvent("b", EventType::Completed, 6)});
    QCOMPARE(f.jobs.rowCount(), 2);
    // The details page keeps showing b.
    QCOMPARE(selected.size(), 0);
}

void JobListTest::remembersColumnsByName()
{
    QByteArray state;
    {
        Fixture f;
        f.table.header()->moveSection(static_cast<int>(JobColumn::Outcome), 1);
        f.table.header()->resizeSection(static_cast<int>(JobColumn::Job), 321);
        f.table.header()->setSectionHidden(static_cast<int>(JobColumn::Owner), true);
        f.table.sortByColumn(static_cast<int>(JobColumn::Kind), Qt::AscendingOrder);
        state = f.table.headerState();
    }
    Fixture f;
    f.table.restoreHeaderState(state);
    const QHeaderView *header = f.table.header();
    QCOMPARE(header->visualIndex(static_cast<int>(JobColumn::Outcome)), 1);
    QCOMPARE(header->sectionSize(static_cast<int>(JobColumn::Job)), 321);
    QVERIFY(header->isSectionHidden(static_cast<int>(JobColumn::Owner)));
    QCOMPARE(header->sortIndicatorSection(), static_cast<int>(JobColumn::Kind));
    QCOMPARE(f.table.headerState(), state);
}

void JobListTest::survivesForeignHeaders_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("other version") << QByteArray("2;state=100");
    QTest::newRow("unknown column") << QByteArray("1;gone=100;job=200");
    QTest::newRow("rubbish") << QByteArray("1;=;;=5;job;state=-7;kind=99999999");
}

void JobListTest::survivesForeignHeaders()
{
    QFETCH(const QByteArray, state);
    Fixture f;
    f.table.restoreHeaderState(state);
    QVERIFY(!f.table.header()->isSectionHidden(static_cast<int>(JobColumn::Job)));
    QVERIFY(f.table.header()->sectionSize(static_cast<int>(JobColumn::Kind)) <= 4000);
}

QTEST_MAIN(JobListTest)
#include "tst_joblist.moc"
