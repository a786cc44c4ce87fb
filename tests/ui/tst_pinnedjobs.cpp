// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/desk.h"

#include <QAction>
#include <QHeaderView>

using test::Desk;
using ui::JobColumn;

/// Pinned jobs are above all others, also at the next start, with a whole monitor and a hub.
class PinnedJobsTest : public QObject
{
    Q_OBJECT

private slots:
    void theKeyPinsAndUnpins();
    void pinnedJobsAreFirstInEveryOrder();
    void theFilterFindsThem();
    void theySurviveAStart();
    void oneThatTheSnapshotLacksIsRead();
    void theNumberIsLimited();

private:
    static QStringList ids(Desk &desk)
    {
        QStringList ids;
        const QAbstractItemModel &model = *desk.table().model();
        for (int row = 0; row < model.rowCount(); ++row)
            ids << model.index(row, static_cast<int>(JobColumn::Job)).data().toString();
        return ids;
    }
    static QAction *action(Desk &desk)
    {
        const auto actions = desk.table().actions();
        return *std::find_if(actions.begin(), actions.end(), [](const QAction *one) {
            return one->shortcut() == QKeySequence(Qt::Key_P);
        });
    }
    static void pin(Desk &desk, const QByteArray &id)
    {
        QTRY_VERIFY(desk.table().selectJob(id));
        QVERIFY(action(desk)->isEnabled() && !action(desk)->isChecked());
        action(desk)->trigger();
        QVERIFY(action(desk)->isChecked());
    }
    static void create(const Desk &desk, const QByteArrayList &ids)
    {
        for (const QByteArray &id : ids)
            QCOMPARE(desk.post("jobs", R"({"job_id":")" + id + R"("})"), 201);
    }
};

void PinnedJobsTest::theKeyPinsAndUnpins()
{
    Desk desk;
    create(desk, {"a", "b", "c"});
    QTRY_COMPARE(desk.table().model()->rowCount(), 3);
    QVERIFY(!action(desk)->isEnabled()); // no job is selected
    desk.window().activateWindow();
    desk.table().setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), &desk.table());
    QTest::keyClick(&desk.table(), Qt::Key_S); // new rows may wait at the end
    const QByteArray last = ids(desk).last().toUtf8();
    QVERIFY(desk.table().selectJob(last));
    QTest::keyClick(&desk.table(), Qt::Key_P);
    QCOMPARE(ids(desk).first().toUtf8(), last); // at once, although the list is in use
    QCOMPARE(desk.table().currentJob(), last);
    QTest::keyClick(&desk.table(), Qt::Key_P);
    QCOMPARE(ids(desk).last().toUtf8(), last);
}

void PinnedJobsTest::pinnedJobsAreFirstInEveryOrder()
{
    Desk desk;
    create(desk, {"a", "b", "c"});
    QTRY_COMPARE(desk.table().model()->rowCount(), 3);
    pin(desk, "b");
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        desk.table().sortByColumn(static_cast<int>(JobColumn::Job), order);
        QCOMPARE(ids(desk).first(), QStringLiteral("b"));
    }
}

void PinnedJobsTest::theFilterFindsThem()
{
    Desk desk;
    create(desk, {"a", "b", "c"});
    QTRY_COMPARE(desk.table().model()->rowCount(), 3);
    pin(desk, "b");
    desk.window().jobsPage()->setFilterText(QStringLiteral("is:pinned"));
    QCOMPARE(ids(desk), QStringList{QStringLiteral("b")});
    action(desk)->trigger(); // it leaves the list
    QCOMPARE(ids(desk), QStringList());
}

void PinnedJobsTest::theySurviveAStart()
{
    Desk desk;
    create(desk, {"a", "b", "c"});
    QTRY_COMPARE(desk.table().model()->rowCount(), 3);
    const QByteArray last = ids(desk).last().toUtf8();
    pin(desk, last);
    desk.monitor.reset();
    desk.open();
    QTRY_COMPARE(desk.table().model()->rowCount(), 3);
    QTRY_COMPARE(ids(desk).first().toUtf8(), last);
    const QVariant spoken = desk.table().model()->index(0, 0).data(Qt::AccessibleTextRole);
    QVERIFY2(spoken.toString().contains(QStringLiteral("pinned")), qPrintable(spoken.toString()));
}

/// A snapshot has only the last 200 jobs that ended.
void PinnedJobsTest::oneThatTheSnapshotLacksIsRead()
{
    Desk desk;
    create(desk, {"old"});
    desk.publish("old", R"({"type":"completed"})");
    pin(desk, "old");
    desk.monitor.reset();
    QByteArray events;
    for (int i = 0; i < 250; ++i)
        events += R"({"job_id":"new-)" + QByteArray::number(i)
                  + R"(","type":"completed"})"
                    "\n";
    QCOMPARE(desk.post("events:batch", events), 207);
    desk.open();
    QTRY_COMPARE(desk.table().model()->rowCount(), 201);
    QTRY_COMPARE(ids(desk).first(), QStringLiteral("old"));
}

void PinnedJobsTest::theNumberIsLimited()
{
    ui::JobStore store;
    for (int i = 0; i < ui::JobStore::maxPins; ++i)
        QVERIFY(store.setPinned(QByteArray::number(i), true));
    QVERIFY(!store.setPinned("one more", true));
    QVERIFY(store.setPinned("7", false));
    QVERIFY(store.setPinned("one more", true));
    QCOMPARE(store.missingPins().size(), ui::JobStore::maxPins);
}

QTEST_MAIN(PinnedJobsTest)
#include "tst_pinnedjobs.moc"
