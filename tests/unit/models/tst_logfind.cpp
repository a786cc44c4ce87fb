// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logfind.h"

#include "tests/unit/models/logfixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace std::chrono_literals;
using test::LogFixture;
using ui::LogFilter;
using ui::LogFind;

namespace {

LogFilter filter(const char *text)
{
    return LogFilter::parse(QString::fromUtf8(text)).value();
}

} // namespace

/// The search in the event log.
class TestLogFind : public QObject
{
    Q_OBJECT

private slots:
    void goesRound();
    void findsOnlyVisibleRows();
    void findsRowsOfTheMonitorByTheirText();
    void goesOnWithNewRows();
    void searchesOnAThread();
    void endsWithAnEmptySearch();
};

void TestLogFind::goesRound()
{
    LogFixture f;
    f.append(50);
    LogFind find(&f.rows, f.clock, nullptr);
    QCOMPARE(find.found(), nullptr);
    find.setFilter(filter("event:failed")); // each tenth row
    QTRY_COMPARE(find.progress(), 1.0);
    QCOMPARE(find.count(), 5);
    bool wrapped = false;
    QCOMPARE(find.next(-1, 1, wrapped), 0);
    QCOMPARE(find.next(0, 1, wrapped), 10);
    QCOMPARE(find.next(15, -1, wrapped), 10);
    QCOMPARE(find.next(10, -1, wrapped), 0);
    QVERIFY(!wrapped);
    QCOMPARE(find.next(45, 1, wrapped), 0);
    QVERIFY(wrapped);
    QCOMPARE(find.next(0, -1, wrapped), 40);
    QVERIFY(wrapped);
    QCOMPARE(find.numberOf(20), 3);
    QCOMPARE(find.numberOf(21), 0);
}

void TestLogFind::findsOnlyVisibleRows()
{
    LogFixture f;
    f.append(100);
    LogFind find(&f.rows, f.clock, nullptr);
    find.setFilter(filter("job=job-0")); // each seventh row
    QTRY_COMPARE(find.count(), 15);
    f.rows.setFilter(filter("event:failed"));
    f.rows.advance(100ms);
    find.restart();
    QTRY_COMPARE(find.count(), 2); // 0 and 70
    f.rows.setFilter({});
    find.restart();
    QTRY_COMPARE(find.count(), 15);
}

void TestLogFind::findsRowsOfTheMonitorByTheirText()
{
    LogFixture f;
    f.append(5);
    f.note(); // its text is "gap"
    f.rows.advance(100ms);
    LogFind find(&f.rows, f.clock, nullptr);
    const auto count = [&find](const char *text) {
        find.setFilter(filter(text));
        return QTest::qWaitFor([&find] { return find.progress() >= 1; }) ? find.count() : -1;
    };
    QCOMPARE(count("gap"), 1);
    QCOMPARE(count("row"), 5);
    QCOMPARE(count("level:warning"), 1);
    QCOMPARE(count("event:log"), 0);
    QCOMPARE(count("log"), 0); // the row has no type that a word could be
    QCOMPARE(count("id:0"), 5); // the row has no event id
}

void TestLogFind::goesOnWithNewRows()
{
    LogFixture f;
    f.append(10);
    LogFind find(&f.rows, f.clock, nullptr);
    find.setFilter(filter("event:failed"));
    QTRY_COMPARE(find.count(), 1);
    QSignalSpy changed(&find, &LogFind::changed);
    f.append(10);
    QVERIFY(changed.size() > 0);
    QCOMPARE(find.count(), 2);
    f.rows.setPaused(true);
    f.append(10);
    QCOMPARE(find.count(), 2);
    f.rows.setPaused(false);
    QCOMPARE(find.count(), 3);
    f.append(300); // drops the first matches
    bool wrapped = false;
    QVERIFY(f.ring.holds(find.next(-1, 1, wrapped)));
}

void TestLogFind::searchesOnAThread()
{
    LogFixture f;
    f.append(195);
    QThreadPool pool;
    LogFind find(&f.rows, f.clock, &pool);
    find.setFilter(filter("event:failed"));
    QTRY_COMPARE(find.count(), 20);
}

void TestLogFind::endsWithAnEmptySearch()
{
    LogFixture f;
    f.append(50);
    LogFind find(&f.rows, f.clock, nullptr);
    find.setFilter(filter("event:failed"));
    QTRY_COMPARE(find.count(), 5);
    find.setFilter({});
    QVERIFY(!find.isActive());
    QCOMPARE(find.found(), nullptr);
    QCOMPARE(find.count(), 0);
    QCOMPARE(find.progress(), 1.0);
    bool wrapped = false;
    QCOMPARE(find.next(0, 1, wrapped), -1);
}

QTEST_GUILESS_MAIN(TestLogFind)
#include "tst_logfind.moc"
