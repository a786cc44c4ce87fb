// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logcells.h"

#include "ui/models/logfilter.h"

#include <QTest>

using namespace std::chrono_literals;
using ui::LogColumn;

namespace {

/// A failure, a line of a job, and a gap.
struct Fixture
{
    ui::EventRing ring;

    Fixture()
    {
        ui::LogRow row;
        row.ms = 1'731'000'000'123;
        row.n = 4;
        row.type = hub::EventType::Failed;
        row.level = ui::LogLevel::Error;
        ring.append(row, "job-1", "out of \"memory\"");
        row.n = 5;
        row.type = hub::EventType::Log;
        row.level = ui::LogLevel::Info;
        ring.append(row, {}, {});
        ring.append({.ms = 1'731'000'001'000, .kind = ui::LogKind::Gap}, {}, "events are missing");
    }
};

} // namespace

/// The texts of the event log's cells.
class TestLogCells : public QObject
{
    Q_OBJECT

private slots:
    void formatsDeltas_data();
    void formatsDeltas();
    void writesTermsThatSelectTheRow_data();
    void writesTermsThatSelectTheRow();
    void writesJson();
    void writesSentences();
};

void TestLogCells::formatsDeltas_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 ms, const char *text) {
        QTest::newRow(text) << ms << QString::fromUtf8(text);
    };
    row(0, "+0 ms");
    row(318, "+318 ms");
    row(1'240, "+1.2 s");
    row(41'000, "+41 s");
    row(125'000, "+2:05");
    row(-12, "\u221212 ms");
}

void TestLogCells::formatsDeltas()
{
    QFETCH(const qint64, ms);
    QLocale::setDefault(QLocale::c());
    QTEST(ui::formatDelta(std::chrono::milliseconds(ms)), "text");
}

void TestLogCells::writesTermsThatSelectTheRow_data()
{
    QTest::addColumn<LogColumn>("column");
    QTest::addColumn<QString>("term");
    const auto row = [](LogColumn column, const char *term) {
        QTest::newRow(ui::logColumnNames().at(static_cast<int>(column)))
            << column << QString::fromUtf8(term);
    };
    row(LogColumn::Marks, "");
    row(LogColumn::Time, "time:2024-11-07T17:20:00");
    row(LogColumn::Delta, "");
    row(LogColumn::Level, "level:error");
    row(LogColumn::Event, "event:failed");
    row(LogColumn::Owner, "");
    row(LogColumn::Job, "job=job-1");
    row(LogColumn::Message, "\"out of \\\"memory\\\"\"");
    row(LogColumn::Id, "id=1731000000123-4");
}

void TestLogCells::writesTermsThatSelectTheRow()
{
    QFETCH(const LogColumn, column);
    QFETCH(const QString, term);
    const Fixture f;
    QCOMPARE(ui::logTerm(f.ring, 0, column, ui::TimeStyle::Utc), term);
    QCOMPARE(ui::logTerm(f.ring, 2, column, ui::TimeStyle::Utc), QString()); // a row of the monitor
    const auto filter = ui::LogFilter::parse(term);
    QVERIFY(filter.ok());
    const ui::LogFilter::Judgement shown = filter->judge(f.ring, f.ring.at(0), f.ring.text(0));
    QCOMPARE(shown, ui::LogFilter::Judgement::Shown);
}

void TestLogCells::writesJson()
{
    const Fixture f;
    QCOMPARE(ui::logJson(f.ring, 0, QStringLiteral("ann")),
             QByteArray(R"({"event":"failed","id":"1731000000123-4","job":"job-1","level":"error",)"
                        R"("message":"out of \"memory\"","owner":"ann",)"
                        R"("time":"2024-11-07T17:20:00.123Z"})"));
    QCOMPARE(ui::logJson(f.ring, 2),
             QByteArray(R"({"level":"warning","message":"events are missing","note":"gap",)"
                        R"("time":"2024-11-07T17:20:01.000Z"})"));
}

void TestLogCells::writesSentences()
{
    const Fixture f;
    QCOMPARE(ui::logSentence(f.ring, 0, ui::TimeStyle::Utc),
             QStringLiteral("17:20:00.123, Error, Failed, job job-1, out of \"memory\""));
    QCOMPARE(ui::logSentence(f.ring, 1, ui::TimeStyle::Utc),
             QStringLiteral("17:20:00.123, Info, Log"));
    QCOMPARE(ui::logSentence(f.ring, 2, ui::TimeStyle::Utc),
             QStringLiteral("17:20:01.000, Warning, events are missing"));
}

QTEST_GUILESS_MAIN(TestLogCells)
#include "tst_logcells.moc"
