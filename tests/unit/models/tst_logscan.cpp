// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/models/logfixture.h"

#include <QTest>
#include <QThreadPool>

using namespace std::chrono_literals;
using Fixture = test::LogFixture;
using test::sequences;
using ui::LogFilter;

/// Filters of the event log on a thread.
class TestLogScan : public QObject
{
    Q_OBJECT

private slots:
    void filtersOnAThread_data();
    void filtersOnAThread();
    void cancelsTheThread();
};

void TestLogScan::filtersOnAThread_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"row", "\"row 7\" OR type:failed", "-type:failed job:3", "level>=info",
                             "id:1*", "size>7"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

/// A thread finds the same rows as advance() alone, while rows are appended and dropped.
void TestLogScan::filtersOnAThread()
{
    QFETCH(const QString, text);
    Fixture f;
    f.append(190);
    f.note();
    QThreadPool pool;
    ui::LogRows threaded(&f.ring, f.clock);
    threaded.setPool(&pool);
    f.rows.setFilter(LogFilter::parse(text).value());
    threaded.setFilter(LogFilter::parse(text).value());
    f.append(75); // drops rows that the thread may have found
    const auto isDone = [&threaded] {
        threaded.advance(100ms);
        return threaded.progress() >= 1;
    };
    QTRY_VERIFY(isDone());
    f.append(1);
    threaded.advance(100ms);
    QCOMPARE(sequences(threaded), sequences(f.rows));
    QVERIFY(threaded.count() > 0);
}

void TestLogScan::cancelsTheThread()
{
    Fixture f;
    f.append(190);
    QThreadPool pool;
    {
        ui::LogRows threaded(&f.ring, f.clock);
        threaded.setPool(&pool);
        for (int i = 0; i < 50; ++i)
            threaded.setFilter(
                LogFilter::parse(i % 2 ? QStringLiteral("row") : QStringLiteral("type:failed"))
                    .value());
    }
    f.ring.clear();
    QVERIFY(pool.waitForDone());
}

QTEST_GUILESS_MAIN(TestLogScan)
#include "tst_logscan.moc"
