// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/models/modelevents.h"
#include "ui/models/jobmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using hub::EventType;
using test::jobEvent;

class JobModelTest : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsNewOrStalled();
    void obeysTheModelRules();
    void publishesRunsOnly();
    void speaksARow();
    void sortsByValues();
};

void JobModelTest::obeysTheModelRules()
{
    ui::JobStore store;
    ui::JobModel model(&store);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(7);
    for (int round = 0; round < 300; ++round) {
        for (int i = random.bounded(20); i > 0; --i) {
            const auto id = QByteArray::number(random.bounded(200));
            const auto type = static_cast<EventType>(random.bounded(9));
            store.apply(jobEvent(id.constData(), type, round * 100 + i));
        }
        model.flush();
        QCOMPARE(model.rowCount(), store.count());
        if (random.bounded(100) == 0)
            model.clear();
    }
}

void JobModelTest::publishesRunsOnly()
{
    // GIVEN a hundred published jobs
    ui::JobStore store;
    ui::JobModel model(&store);
    for (int i = 0; i < 100; ++i)
        store.apply(jobEvent(QByteArray::number(i).constData(), EventType::Processing, 1));
    model.flush();
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    // WHEN two runs of neighbouring rows get a thousand updates and two jobs are new
    for (int i = 0; i < 1000; ++i) {
        const int row = i % 2 == 0 ? 10 + i % 5 : 50 + i % 3;
        store.apply(test::progress(QByteArray::number(row).constData(), 2 + i, i / 10.0));
    }
    store.apply(jobEvent("x", EventType::Queued, 2000));
    store.apply(jobEvent("y", EventType::Queued, 2001));
    QCOMPARE(changed.size(), 0);
    model.flush();
    // THEN there is one insertion, and one signal for each run
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed[0][0].toModelIndex().row(), 10);
    QCOMPARE(changed[0][1].toModelIndex().row(), 14);
    QCOMPARE(changed[1][0].toModelIndex().row(), 50);
    QCOMPARE(changed[1][1].toModelIndex().row(), 52);
    QCOMPARE(changed[0][1].toModelIndex().column(), static_cast<int>(ui::JobColumn::Updated));
    QVERIFY(changed[0][2].value<QList<int>>().contains(Qt::DisplayRole));
    model.flush();
    QCOMPARE(changed.size(), 2);
}

void JobModelTest::speaksARow()
{
    ui::JobStore store;
    store.apply(jobEvent("4821", EventType::Processing, 1, R"({"kind":"image"})"));
    store.apply(test::progress("4821", 2, 64));
    ui::JobModel model(&store);
    model.setNow(store.at(0).job.updatedMs + 3000);
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("job 4821, Image, Running, 64 percent, updated 3 s ago"));
}

void JobModelTest::sortsByValues()
{
    ui::JobStore store;
    store.apply(test::progress("a", 1, 9));
    ui::JobModel model(&store);
    const auto value = [&model](ui::JobColumn column) {
        return model.index(0, static_cast<int>(column)).data(ui::JobModel::ValueRole);
    };
    QCOMPARE(value(ui::JobColumn::Progress).toDouble(), 9.0);
    QCOMPARE(value(ui::JobColumn::Job).toString(), QStringLiteral("a"));
    model.setNow(store.at(0).job.startedMs + 5000);
    QCOMPARE(value(ui::JobColumn::Elapsed).toDouble(), 5000.0);
}

/// A screen reader says what the eye sees by colour, weight and a dot.
void JobModelTest::saysWhatIsNewOrStalled()
{
    ui::JobStore store;
    ui::JobModel model(&store);
    store.applySnapshot({test::job("silent", hub::JobStatus::Processing, 40, 0)});
    store.apply(test::jobEvent("fails", hub::EventType::Failed, 1));
    const qint64 now = store.at(0).job.updatedMs + 7 * 60'000;
    store.updateStalled(now);
    model.setNow(now);
    model.flush();
    const auto said = [&model](int row) {
        return model.index(row, 0).data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY2(said(0).contains(QStringLiteral("Stalled 7 min")), qPrintable(said(0)));
    QVERIFY2(said(1).contains(QStringLiteral("new failure")), qPrintable(said(1)));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Stalled 7 min"));
    QVERIFY(model.index(0, 3).data(ui::JobModel::StalledRole).toBool());
    store.markFailuresSeen();
    QVERIFY(!said(1).contains(QStringLiteral("new failure")));
}

QTEST_GUILESS_MAIN(JobModelTest)
#include "tst_jobmodel.moc"
