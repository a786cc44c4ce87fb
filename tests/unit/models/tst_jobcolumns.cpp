// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobcolumns.h"

#include <QTest>

using hub::EventType;
using ui::JobColumn;

/// The columns of the jobs table and the events that change them.
class TestJobColumns : public QObject
{
    Q_OBJECT

private slots:
    void namesTheColumnsOfAnEvent_data();
    void namesTheColumnsOfAnEvent();
    void stateEventsChangeTheState_data();
    void stateEventsChangeTheState();
    void storedNamesStay_data();
    void storedNamesStay();
    void hasABitForEachColumn();
};

void TestJobColumns::namesTheColumnsOfAnEvent_data()
{
    QTest::addColumn<EventType>("type");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<ui::ColumnMask>("others"); // the columns besides "updated"
    const auto row = [](const char *name, EventType type, const char *data, ui::ColumnMask others) {
        QTest::newRow(name) << type << QByteArray(data) << others;
    };
    const ui::ColumnMask progress = ui::bit(JobColumn::Progress);
    const ui::ColumnMask outcome = ui::bit(JobColumn::Outcome);
    const ui::ColumnMask nature = ui::bit(JobColumn::Owner) | ui::bit(JobColumn::Kind);
    row("nothing", EventType::Progress, "{}", 0);
    row("progress", EventType::Progress, R"({"progress":5})", progress);
    row("progress of 0", EventType::Progress, R"({"progress":0})", progress);
    row("null", EventType::Progress, R"({"progress":null,"result":null,"error":null})", 0);
    row("step", EventType::Progress, R"({"step":{"current":1,"total":2}})", progress);
    row("message", EventType::Progress, R"({"message":"m"})", outcome);
    row("empty message", EventType::Progress, R"({"message":""})", outcome);
    row("result", EventType::Progress, R"({"result":{}})", outcome);
    row("error", EventType::Progress, R"({"error":"e"})", outcome);
    row("owner", EventType::Progress, R"({"owner":"ann"})", ui::bit(JobColumn::Owner));
    row("kind", EventType::Progress, R"({"kind":"image"})", ui::bit(JobColumn::Kind));
    row("unknown kind", EventType::Progress, R"({"kind":"flying"})", 0);
    row("labels", EventType::Progress, R"({"labels":{"a":"b"}})", 0);
    row("several", EventType::Progress, R"({"progress":5,"message":"m","owner":"ann"})",
        progress | outcome | ui::bit(JobColumn::Owner));
    // A log line is not the job's message, and it has no progress.
    row("log line", EventType::Log, R"({"message":"m","level":"info","progress":5})", 0);
    row("first event is a log line", EventType::Log, R"({"kind":"image","owner":"ann"})", nature);
    row("first event", EventType::Queued, R"({"kind":"generic","owner":"ann"})",
        nature | ui::stateColumns);
    row("end", EventType::Failed, R"({"error":{"code":"OOM"}})", ui::stateColumns);
}

void TestJobColumns::namesTheColumnsOfAnEvent()
{
    QFETCH(const EventType, type);
    QFETCH(const QByteArray, data);
    QFETCH(const ui::ColumnMask, others);
    const auto delta = hub::parseJobDelta({1, 0}, type, data);
    QVERIFY(delta);
    QCOMPARE(ui::columnsOf(*delta), ui::bit(JobColumn::Updated) | others);
}

void TestJobColumns::stateEventsChangeTheState_data()
{
    QTest::addColumn<EventType>("type");
    QTest::addColumn<bool>("changes");
    const auto row = [](EventType type, bool changes) {
        QTest::newRow(hub::toString(type).constData()) << type << changes;
    };
    row(EventType::Queued, true);
    row(EventType::Processing, true);
    row(EventType::Progress, false);
    row(EventType::Log, false);
    row(EventType::Completed, true);
    row(EventType::Failed, true);
    row(EventType::Cancelled, true);
    row(EventType::TimedOut, true);
    row(EventType::Lost, true);
}

void TestJobColumns::stateEventsChangeTheState()
{
    QFETCH(const EventType, type);
    hub::JobDelta delta;
    delta.type = type;
    const bool changes = (ui::columnsOf(delta) & ui::stateColumns) == ui::stateColumns;
    QTEST(changes, "changes");
    // The id of a job never changes.
    QCOMPARE(ui::columnsOf(delta) & ui::bit(JobColumn::Job), 0U);
}

void TestJobColumns::storedNamesStay_data()
{
    // Header states on the disks of users contain these names.
    QTest::addColumn<JobColumn>("column");
    QTest::newRow("state") << JobColumn::State;
    QTest::newRow("job") << JobColumn::Job;
    QTest::newRow("kind") << JobColumn::Kind;
    QTest::newRow("owner") << JobColumn::Owner;
    QTest::newRow("progress") << JobColumn::Progress;
    QTest::newRow("elapsed") << JobColumn::Elapsed;
    QTest::newRow("updated") << JobColumn::Updated;
    QTest::newRow("outcome") << JobColumn::Outcome;
}

void TestJobColumns::storedNamesStay()
{
    QFETCH(const JobColumn, column);
    QCOMPARE(QByteArray(ui::columnName(column)), QByteArray(QTest::currentDataTag()));
}

void TestJobColumns::hasABitForEachColumn()
{
    ui::ColumnMask mask = 0;
    for (int column = 0; column < ui::jobColumnCount; ++column) {
        const auto name = static_cast<JobColumn>(column);
        QVERIFY(ui::bit(name) != 0);
        QCOMPARE(mask & ui::bit(name), 0U);
        QVERIFY(*ui::columnName(name) != '\0');
        mask |= ui::bit(name);
    }
    QCOMPARE(mask, ui::allJobColumns);
}

QTEST_GUILESS_MAIN(TestJobColumns)
#include "tst_jobcolumns.moc"
