// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/models/modelevents.h"
#include "ui/models/sortedjobs.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using hub::EventType;
using hub::JobStatus;
using test::jobEvent;
using test::progress;

namespace {

constexpr int progressColumn = static_cast<int>(ui::JobColumn::Progress);
constexpr quint32 runningOnly = 1U << static_cast<int>(JobStatus::Processing);

struct Fixture
{
    ui::JobStore store;
    ui::JobModel model{&store};
    ui::SortedJobs view{&model};
    qint64 nowMs = 0;

    void add(const QList<ui::JobEvent> &events)
    {
        for (const ui::JobEvent &event : events)
            store.apply(event);
    }
    void tick(qint64 ms = 33)
    {
        nowMs += ms;
        model.flush();
        view.flush(nowMs);
    }
    QByteArrayList ids() const
    {
        QByteArrayList all;
        for (int row = 0; row < view.rowCount(); ++row)
            all << store.at(view.sourceRow(row)).job.id;
        return all;
    }
};

} // namespace

class SortedJobsTest : public QObject
{
    Q_OBJECT

private slots:
    void obeysTheModelRules();
    void sortsAtMostOnceASecond();
    void holdsStill();
    void nothingMovesUnderTheHand_data();
    void nothingMovesUnderTheHand();
    void countsWaitingRows();
    void hasADefaultOrder();
    void filters_data();
    void filters();
    void takesOutWhatNoLongerMatches();
    void persistentIndexesFollow();
    void publishesRunsOnly();
};

void SortedJobsTest::obeysTheModelRules()
{
    Fixture f;
    const QAbstractItemModelTester tester(&f.view,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(11);
    for (int round = 0; round < 400; ++round) {
        for (int i = random.bounded(15); i > 0; --i) {
            const auto id = QByteArray::number(random.bounded(120));
            const auto type = static_cast<EventType>(random.bounded(9));
            f.add({jobEvent(id.constData(), type, round * 50 + i)});
        }
        switch (random.bounded(8)) {
        case 0:
            f.view.sort(random.bounded(ui::jobColumnCount),
                        random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        case 1: f.view.setFilter(ui::JobFilter(QString::number(random.bounded(10)))); break;
        case 2: f.view.setFilter(ui::JobFilter()); break;
        case 3: f.view.setHeld(random.bounded(2) == 0); break;
        case 4:
            if (random.bounded(20) == 0)
                f.model.clear();
            break;
        default: break;
        }
        f.tick(random.bounded(700));
    }
    // Once it is released, nothing is held back.
    f.view.setHeld(false);
    f.view.setFilter(ui::JobFilter());
    f.tick(2000);
    QCOMPARE(f.view.rowCount(), f.store.count());
}

void SortedJobsTest::sortsAtMostOnceASecond()
{
    Fixture f;
    f.view.sort(progressColumn, Qt::DescendingOrder);
    f.add({progress("a", 1, 10), progress("b", 2, 20)});
    f.tick();
    QCOMPARE(f.ids(), QByteArrayList({"b", "a"}));
    QSignalSpy moved(&f.view, &QAbstractItemModel::layoutChanged);
    for (int i = 0; i < 29; ++i) {
        f.add({progress("a", 10 + i, 30 + i)});
        f.tick();
    }
    QCOMPARE(moved.size(), 0);
    f.tick(200);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(f.ids(), QByteArrayList({"a", "b"}));
    f.tick(2000);
    QCOMPARE(moved.size(), 1);
}

void SortedJobsTest::holdsStill()
{
    // GIVEN a sorted list that the user is pointing at
    Fixture f;
    f.view.sort(progressColumn, Qt::DescendingOrder);
    f.add({progress("a", 1, 30), progress("b", 2, 20), progress("c", 3, 10)});
    f.tick(1000);
    f.view.setFilter(ui::JobFilter(QString(), runningOnly));
    f.view.setHeld(true);
    // WHEN values change the order, a job no longer matches the filter, and another job is new
    f.add({progress("c", 4, 90), jobEvent("b", EventType::Completed, 5), progress("d", 6, 99)});
    f.tick(5000);
    // THEN no row moves or disappears, and the new job is at the end
    QCOMPARE(f.ids(), QByteArrayList({"a", "b", "c", "d"}));
    QCOMPARE(f.view.index(2, progressColumn).data(ui::JobModel::ProgressRole).toDouble(), 90.0);
    // WHEN it is released
    f.view.setHeld(false);
    f.tick();
    // THEN the list catches up
    QCOMPARE(f.ids(), QByteArrayList({"d", "c", "a"}));
}

void SortedJobsTest::nothingMovesUnderTheHand_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void SortedJobsTest::nothingMovesUnderTheHand()
{
    // GIVEN a list in any order with any filter, which the user holds
    QFETCH(const int, seed);
    Fixture f;
    QRandomGenerator random(static_cast<quint32>(seed));
    const auto change = [&](int n) {
        const auto id = QByteArray::number(random.bounded(200));
        const int kind = random.bounded(12);
        if (kind < 9) {
            f.add({jobEvent(id.constData(), static_cast<EventType>(kind), n)});
        } else if (kind < 11) {
            f.store.upsert(test::job(id.constData(), static_cast<JobStatus>(random.bounded(7)),
                                     random.bounded(100), n));
        } else {
            f.store.applySnapshot({test::job(id.constData(), JobStatus::Processing, 5, n)});
        }
    };
    for (int n = 1; n < 300; ++n)
        change(n);
    f.view.sort(random.bounded(ui::jobColumnCount + 1) - 1,
                random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
    if (random.bounded(2))
        f.view.setFilter(ui::JobFilter(QString(), runningOnly));
    f.tick(1000);
    f.view.setHeld(true);
    QSignalSpy moved(&f.view, &QAbstractItemModel::layoutChanged);
    QSignalSpy removed(&f.view, &QAbstractItemModel::rowsRemoved);
    QByteArrayList before = f.ids();
    // WHEN anything happens to jobs
    for (int round = 0; round < 200; ++round) {
        for (int i = random.bounded(30); i > 0; --i)
            change(1000 + round * 40 + i);
        f.tick(random.bounded(1500));
        // THEN each row stays at its place, and new rows come at the end
        const QByteArrayList now = f.ids();
        QVERIFY(now.size() >= before.size());
        QCOMPARE(now.first(before.size()), before);
        before = now;
    }
    QCOMPARE(moved.size(), 0);
    QCOMPARE(removed.size(), 0);
    // WHEN the hand is gone, THEN the rows are in the order of a list that nobody held
    f.view.setHeld(false);
    f.tick(2000);
    const QByteArrayList released = f.ids();
    f.view.resort();
    QCOMPARE(f.ids(), released);
}

void SortedJobsTest::countsWaitingRows()
{
    // GIVEN a held list of four running jobs
    Fixture f;
    f.view.setFilter(ui::JobFilter(QString(), runningOnly));
    f.view.sort(progressColumn, Qt::DescendingOrder);
    f.add({progress("a", 1, 40), progress("b", 2, 30), progress("c", 3, 20), progress("d", 4, 10)});
    f.tick(1000);
    QSignalSpy counted(&f.view, &ui::SortedJobs::waitingChanged);
    f.view.setHeld(true);
    // WHEN values change and the order does not THEN no row waits
    f.add({progress("a", 5, 45)});
    f.tick(1000);
    QCOMPARE(f.view.waiting(), 0);
    // WHEN one job must go to the top, one must leave, and one is new THEN three rows wait
    f.add({progress("d", 6, 99), jobEvent("b", EventType::Completed, 7), progress("e", 8, 5)});
    f.tick(1000);
    QCOMPARE(f.view.waiting(), 3);
    QCOMPARE(counted.size(), 1);
    // WHEN the user sorts now THEN no row waits, and the hold goes on
    f.view.resort();
    QCOMPARE(f.view.waiting(), 0);
    QCOMPARE(f.ids(), QByteArrayList({"d", "a", "c", "e"}));
    QVERIFY(f.view.isHeld());
    f.add({progress("e", 9, 100)});
    f.tick(1000);
    QCOMPARE(f.view.waiting(), 1);
    // WHEN the hold ends THEN the row goes to its place
    f.view.setHeld(false);
    QCOMPARE(f.view.waiting(), 0);
    f.tick(1000);
    QCOMPARE(f.ids(), QByteArrayList({"e", "d", "a", "c"}));
}

void SortedJobsTest::hasADefaultOrder()
{
    // GIVEN jobs of all groups, of which "seen" failed before the first snapshot
    Fixture f;
    hub::Job seen = test::job("seen", JobStatus::Failed, 50, 900);
    seen.startedMs = seen.finishedMs = seen.updatedMs;
    hub::Job silent = test::job("silent", JobStatus::Processing, 50, 1);
    silent.startedMs = silent.updatedMs;
    f.store.applySnapshot({seen, silent});
    f.add(
        {jobEvent("done", EventType::Processing, 901), jobEvent("done", EventType::Completed, 902),
         jobEvent("runs-1", EventType::Processing, 903), jobEvent("waits", EventType::Queued, 904),
         jobEvent("runs-2", EventType::Processing, 905), jobEvent("fails", EventType::Failed, 906),
         jobEvent("twin", EventType::Queued, 904)});
    f.store.updateStalled(silent.updatedMs + 920'000);
    QCOMPARE(f.store.stalledJobs(), 1);
    // THEN the default order shows first what an operator looks for
    f.tick(1000);
    const QByteArrayList expected{"fails", "silent", "runs-2", "runs-1",
                                  "waits", "twin",   "done",   "seen"};
    QCOMPARE(f.ids(), expected);
    // The direction of a column that was clicked before changes nothing.
    f.view.sort(progressColumn, Qt::DescendingOrder);
    f.view.sort(ui::SortedJobs::defaultOrder, Qt::DescendingOrder);
    QCOMPARE(f.ids(), expected);
    // A failure that was looked at goes to the rest.
    f.store.markFailuresSeen();
    f.tick(1000);
    QCOMPARE(f.ids().first(), QByteArray("silent"));
}

void SortedJobsTest::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArrayList>("shown");
    QTest::newRow("empty") << QString() << QByteArrayList({"render-1", "render-2", "train-1"});
    QTest::newRow("part of the id")
        << QStringLiteral("RENDER") << QByteArrayList({"render-1", "render-2"});
    QTest::newRow("all words") << QStringLiteral("render 2") << QByteArrayList({"render-2"});
    QTest::newRow("not") << QStringLiteral("-render") << QByteArrayList({"train-1"});
    QTest::newRow("state word") << QStringLiteral("state:failed") << QByteArrayList({"render-2"});
    QTest::newRow("state as shown")
        << QStringLiteral("state:running") << QByteArrayList({"render-1"});
    QTest::newRow("kind") << QStringLiteral("kind:image") << QByteArrayList({"train-1"});
    QTest::newRow("owner") << QStringLiteral("owner:ann") << QByteArrayList({"render-1"});
    QTest::newRow("error") << QStringLiteral("oom") << QByteArrayList({"render-2"});
    QTest::newRow("label") << QStringLiteral("team-x") << QByteArrayList({"train-1"});
    QTest::newRow("nothing") << QStringLiteral("zzz") << QByteArrayList();
}

void SortedJobsTest::filters()
{
    QFETCH(const QString, text);
    Fixture f;
    f.view.sort(static_cast<int>(ui::JobColumn::Job), Qt::AscendingOrder);
    f.add({jobEvent("render-1", EventType::Processing, 1, R"({"owner":"ann"})"),
           jobEvent("render-2", EventType::Failed, 2, R"({"error":"CUDA OOM"})"),
           jobEvent("train-1", EventType::Completed, 3,
                    R"({"kind":"image","labels":{"team":"team-x"}})")});
    f.tick();
    f.view.setFilter(ui::JobFilter(text));
    QTEST(f.ids(), "shown");
}

void SortedJobsTest::takesOutWhatNoLongerMatches()
{
    Fixture f;
    f.view.setFilter(ui::JobFilter(QString(), runningOnly));
    f.add({progress("a", 1, 1), progress("b", 2, 2), progress("c", 3, 3)});
    f.tick(1000);
    QCOMPARE(f.view.rowCount(), 3);
    QSignalSpy removed(&f.view, &QAbstractItemModel::rowsRemoved);
    f.add({jobEvent("a", EventType::Completed, 4), jobEvent("c", EventType::Failed, 5)});
    f.tick(1000);
    QCOMPARE(f.ids(), QByteArrayList({"b"}));
    QCOMPARE(removed.size(), 1);
    // A job that begins to match appears at once.
    f.add({jobEvent("q", EventType::Queued, 6)});
    f.tick();
    QCOMPARE(f.view.rowCount(), 1);
    f.add({jobEvent("q", EventType::Processing, 7)});
    f.tick();
    QCOMPARE(f.view.rowCount(), 2);
}

void SortedJobsTest::persistentIndexesFollow()
{
    Fixture f;
    f.view.sort(progressColumn, Qt::DescendingOrder);
    f.add({progress("a", 1, 30), progress("b", 2, 20), progress("c", 3, 10)});
    f.tick(1000);
    const QPersistentModelIndex chosen(f.view.index(f.view.rowOf("c"), 1));
    f.add({progress("c", 4, 50)});
    f.tick(1000);
    QCOMPARE(chosen.row(), 0);
    QCOMPARE(chosen.data().toString(), QStringLiteral("c"));
    f.view.setFilter(ui::JobFilter(QStringLiteral("a")));
    QVERIFY(!chosen.isValid());
    QCOMPARE(f.view.rowOf("c"), -1);
}

void SortedJobsTest::publishesRunsOnly()
{
    Fixture f;
    f.view.sort(static_cast<int>(ui::JobColumn::Job), Qt::DescendingOrder);
    for (int i = 100; i < 200; ++i)
        f.add({progress(QByteArray::number(i).constData(), i, 0)});
    f.tick(1000);
    QSignalSpy changed(&f.view, &QAbstractItemModel::dataChanged);
    f.view.setHeld(true);
    for (int i = 110; i < 120; ++i)
        f.add({progress(QByteArray::number(i).constData(), 1000 + i, 50)});
    f.tick();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 80);
    QCOMPARE(changed[0][1].toModelIndex().row(), 89);
}

QTEST_GUILESS_MAIN(SortedJobsTest)
#include "tst_sortedjobs.moc"
