// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/models/modelevents.h"
#include "ui/models/attemptmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using hub::EventType;
using ui::AttemptModel;

class AttemptModelTest : public QObject
{
    Q_OBJECT

private slots:
    void listsNewestFirst();
    void takesEventsInAnyOrder();
    void keepsABound();

private:
    static QString text(const AttemptModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
};

void AttemptModelTest::listsNewestFirst()
{
    AttemptModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(test::jobEvent("a", EventType::Processing, 1, R"({"attempt":1})"));
    model.add(test::jobEvent("a", EventType::Failed, 42, R"({"attempt":1,"error":"no disk"})"));
    model.add(test::jobEvent("a", EventType::Processing, 50, R"({"attempt":2})"));
    model.add(test::jobEvent("a", EventType::Log, 60, R"({"attempt":2,"error":"only a line"})"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 0, AttemptModel::Number), QStringLiteral("2"));
    QCOMPARE(text(model, 0, AttemptModel::State), QStringLiteral("Running"));
    QCOMPARE(text(model, 0, AttemptModel::Error), QString());
    QCOMPARE(text(model, 1, AttemptModel::State), QStringLiteral("Failed"));
    QCOMPARE(text(model, 1, AttemptModel::Took), QStringLiteral("41 s"));
    QCOMPARE(text(model, 1, AttemptModel::Error), QStringLiteral("no disk"));
    // The job itself knows more than its events, of which the hub keeps some only.
    hub::Job job = test::job("a", hub::JobStatus::Lost, 5, 90);
    job.attempt = 3;
    job.error = R"({"code":"LOST"})";
    model.setJob(job);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(text(model, 0, AttemptModel::Error), QStringLiteral("LOST"));
}

void AttemptModelTest::takesEventsInAnyOrder()
{
    AttemptModel model;
    const auto failed = test::jobEvent("a", EventType::Failed, 9, R"({"attempt":1,"error":"x"})");
    model.add(failed);
    model.add(test::jobEvent("a", EventType::Processing, 2, R"({"attempt":1})"));
    model.add(failed);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(text(model, 0, AttemptModel::State), QStringLiteral("Failed"));
    QCOMPARE(text(model, 0, AttemptModel::Took), QStringLiteral("7 s"));
}

void AttemptModelTest::keepsABound()
{
    AttemptModel model;
    for (int n = 1; n <= AttemptModel::maxAttempts + 5; ++n) {
        model.add(
            test::jobEvent("a", EventType::Failed, n,
                           QByteArray("{\"attempt\":" + QByteArray::number(n) + '}').constData()));
    }
    QCOMPARE(model.rowCount(), AttemptModel::maxAttempts);
    QCOMPARE(text(model, 0, AttemptModel::Number), QString::number(AttemptModel::maxAttempts + 5));
    model.add(test::jobEvent("a", EventType::Failed, 1, R"({"attempt":1})"));
    QCOMPARE(model.rowCount(), AttemptModel::maxAttempts);
}

QTEST_GUILESS_MAIN(AttemptModelTest)
#include "tst_attemptmodel.moc"
