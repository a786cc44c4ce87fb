// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logrows.h"

#include "tests/support/steppingclock.h"
#include "tests/unit/models/logfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using Fixture = test::LogFixture;
using ui::LogFilter;

namespace {

LogFilter filter(const char *text)
{
    return ui::LogFilter::parse(QString::fromUtf8(text)).value();
}

} // namespace

class LogRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void parses_data();
    void parses();
    void matches_data();
    void matches();
    void showsAllWithoutAFilter();
    void filtersAsRowsCome();
    void keepsTheOldRowsUntilTheNewAreThere();
    void spendsItsBudget_data();
    void spendsItsBudget();
    void forgetsEvictedMatches();
    void pauses();
    void alwaysShowsGaps();
    void stopsACostlyExpression_data();
    void stopsACostlyExpression();
    void stopsWhenItsTurnsAreSlow();
    void countsRowsThatItCannotJudge();
    void judgesOrdinaryExpressionsOnLongRows_data();
    void judgesOrdinaryExpressionsOnLongRows();
};

void LogRowsTest::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("empty") << QString() << true;
    QTest::newRow("words") << QStringLiteral("a -b") << true;
    QTest::newRow("expression") << QStringLiteral("/row [0-9]+$/") << true;
    QTest::newRow("bad expression") << QStringLiteral("/row (/") << false;
    QTest::newRow("expression with a limit") << QStringLiteral("/(*LIMIT_MATCH=9999)a/") << false;
    QTest::newRow("unknown type") << QStringLiteral("type:flying") << false;
    QTest::newRow("unknown level") << QStringLiteral("level:loud") << false;
    QTest::newRow("not a field") << QStringLiteral("http://x") << true;
}

void LogRowsTest::parses()
{
    QFETCH(const QString, text);
    QTEST(ui::LogFilter::parse(text).ok(), "valid");
}

void LogRowsTest::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("match");
    QTest::newRow("word, other case") << QStringLiteral("CUDA") << true;
    QTest::newRow("all words") << QStringLiteral("cuda memory") << true;
    QTest::newRow("one missing") << QStringLiteral("cuda disk") << false;
    QTest::newRow("not") << QStringLiteral("cuda -memory") << false;
    QTest::newRow("job") << QStringLiteral("job:482") << true;
    QTest::newRow("other job") << QStringLiteral("job:999") << false;
    QTest::newRow("type") << QStringLiteral("type:failed") << true;
    QTest::newRow("other type") << QStringLiteral("type:progress") << false;
    QTest::newRow("not type") << QStringLiteral("-type:progress") << true;
    QTest::newRow("level") << QStringLiteral("level:err") << true;
    QTest::newRow("expression") << QStringLiteral("/out of\\s+M/") << true;
    QTest::newRow("type as a word") << QStringLiteral("failed") << true;
}

void LogRowsTest::matches()
{
    QFETCH(const QString, text);
    ui::EventRing ring;
    ui::LogRow row;
    row.type = hub::EventType::Failed;
    row.level = ui::LogLevel::Error;
    ring.append(row, "job-4821", "Cuda out of memory");
    const LogFilter parsed = ui::LogFilter::parse(text).value();
    const bool shown = parsed.judge(ring, ring.at(0), ring.text(0)) == LogFilter::Judgement::Shown;
    QTEST(shown, "match");
}

void LogRowsTest::showsAllWithoutAFilter()
{
    Fixture f;
    f.append(350);
    QCOMPARE(f.rows.count(), f.ring.count());
    QCOMPARE(f.rows.sequenceAt(0), f.ring.first());
    QCOMPARE(f.rows.rowAtOrAfter(0), 0);
    QCOMPARE(f.rows.rowAtOrAfter(f.ring.end()), f.rows.count());
}

void LogRowsTest::filtersAsRowsCome()
{
    Fixture f;
    f.append(50);
    f.rows.setFilter(filter("type:failed"));
    f.rows.advance(100ms);
    QCOMPARE(f.shown(), (QList<qint64>{0, 10, 20, 30, 40}));
    QSignalSpy changed(&f.rows, &ui::LogRows::changed);
    f.append(5);
    QCOMPARE(changed.size(), 1);
    f.append(5);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(f.rows.count(), 6);
    QCOMPARE(f.rows.rowAtOrAfter(11), 2);
    f.rows.setFilter({});
    QCOMPARE(f.rows.count(), 60);
}

void LogRowsTest::keepsTheOldRowsUntilTheNewAreThere()
{
    ui::EventRing ring;
    const test::ManualClock clock;
    ui::LogRows rows(&ring, clock);
    for (int i = 0; i < 20'000; ++i)
        ring.append({}, {}, i % 100 == 0 ? "needle" : "hay");
    rows.advance(0ms);
    rows.setFilter(filter("needle"));
    QVERIFY(rows.progress() < 1);
    QCOMPARE(rows.count(), 20'000);
    int slices = 0;
    while (rows.progress() < 1) {
        rows.advance(0ms);
        ++slices;
    }
    QCOMPARE(rows.count(), 200);
    QVERIFY(slices > 5);
}

void LogRowsTest::spendsItsBudget_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rowsAReading"); // a regular expression reads the time after each row
    QTest::newRow("words") << QStringLiteral("row") << 512;
    QTest::newRow("expression") << QStringLiteral("/row/") << 1;
}

void LogRowsTest::spendsItsBudget()
{
    QFETCH(const QString, text);
    QFETCH(const int, rowsAReading);
    constexpr int all = 100'000;
    const test::SteppingClock clock;
    ui::EventRing ring;
    ui::LogRows rows(&ring, clock);
    for (int i = 0; i < all; ++i)
        ring.append({}, {}, "row");
    rows.advance(0ms);
    rows.setFilter(LogFilter::parse(text).value());
    const auto judged = [&] { return qRound(rows.progress() * all) / rowsAReading; };
    int before = judged();
    QCOMPARE(before, 1);
    rows.advance(4ms); // the first reading starts the turn
    QCOMPARE(judged() - before, 4);
    before = judged();
    rows.advance(10ms);
    QCOMPARE(judged() - before, 10);
}

void LogRowsTest::forgetsEvictedMatches()
{
    Fixture f;
    f.rows.setFilter(filter("type:failed"));
    for (int i = 0; i < 100; ++i) {
        f.append(13);
        for (qint64 row = 0; row < f.rows.count(); ++row)
            QVERIFY(f.ring.holds(f.rows.sequenceAt(row)));
    }
    QCOMPARE(f.rows.count(), (f.ring.end() - 1) / 10 - (f.ring.first() + 9) / 10 + 1);
}

void LogRowsTest::pauses()
{
    Fixture f;
    f.append(50);
    f.rows.setPaused(true);
    f.append(20);
    QCOMPARE(f.rows.count(), 50);
    f.rows.setFilter(filter("type:failed"));
    f.rows.advance(100ms);
    QCOMPARE(f.rows.count(), 5);
    f.append(400); // evicts every row that was shown
    QCOMPARE(f.rows.count(), 0);
    f.rows.setPaused(false);
    f.rows.advance(100ms);
    QVERIFY(f.rows.count() >= 18);
}

void LogRowsTest::alwaysShowsGaps()
{
    Fixture f;
    f.append(3);
    f.note();
    f.rows.setFilter(filter("nothing-matches-this"));
    f.rows.advance(100ms);
    QCOMPARE(f.shown(), QList<qint64>{3});
}

void LogRowsTest::stopsACostlyExpression_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("exponential") << QStringLiteral("/^(\\w+\\s?)*$/");
    QTest::newRow("alternatives") << QStringLiteral("/(a|aa)+$/");
    QTest::newRow("negated") << QStringLiteral("-/(a|aa)+$/");
    QTest::newRow("after a word") << QStringLiteral("aaa /(a|aa)+$/");
}

void LogRowsTest::stopsACostlyExpression()
{
    QFETCH(const QString, text);
    ui::EventRing ring;
    const test::ManualClock clock;
    ui::LogRows rows(&ring, clock);
    for (int i = 0; i < 1000; ++i)
        ring.append({}, {}, QByteArray(ui::EventRing::maxTextBytes - 1, 'a') + '!');
    rows.advance(0ms);
    rows.setFilter(LogFilter::parse(text).value());
    while (rows.progress() < 1)
        rows.advance(0ms);
    QVERIFY(rows.isStopped());
    QCOMPARE(rows.unjudged(), ui::LogRows::mostUnjudged);
    QCOMPARE(rows.count(), 0);
    ring.append({}, {}, "a");
    rows.advance(100ms);
    QVERIFY(rows.isStopped()); // and it tests no further rows
    rows.setFilter(filter("aaa"));
    rows.advance(1000ms);
    QVERIFY(!rows.isStopped());
    QCOMPARE(rows.count(), 1000);
}

void LogRowsTest::stopsWhenItsTurnsAreSlow()
{
    ui::EventRing ring;
    const test::ManualClock clock;
    ui::LogRows rows(&ring, clock);
    std::chrono::milliseconds spent = 0ms;
    std::chrono::milliseconds perCall = 20ms;
    rows.setCpuClock([&] { return spent += perCall; });
    for (int i = 0; i < 2000; ++i)
        ring.append({}, {}, "row");
    rows.advance(0ms);
    rows.setFilter(filter("/row/"));
    while (rows.progress() < 1) {
        rows.advance(0ms); // tests one row
    }
    QVERIFY(!rows.isStopped()); // 20 ms above a budget of 0 still count as fast
    QCOMPARE(rows.count(), 2000);
    perCall = 21ms;
    rows.setFilter(filter("/ro/"));
    int turns = 1;
    while (rows.progress() < 1) {
        rows.advance(0ms);
        ++turns;
    }
    QVERIFY(rows.isStopped());
    QCOMPARE(turns, int(ui::LogRows::mostSlowTurns));
    QCOMPARE(rows.count(), turns); // the rows found so far
    perCall = 0ms;
    rows.setFilter(filter("/ro/")); // a stopped filter may be set again
    while (rows.progress() < 1)
        rows.advance(100ms);
    QVERIFY(!rows.isStopped());
    QCOMPARE(rows.count(), 2000);
}

void LogRowsTest::countsRowsThatItCannotJudge()
{
    ui::EventRing ring;
    const test::ManualClock clock;
    ui::LogRows rows(&ring, clock);
    for (int i = 0; i < 1000; ++i)
        ring.append({}, {}, i % 50 == 7 ? QByteArray(4000, 'a') + '!' : QByteArray("aaaa"));
    rows.advance(0ms);
    rows.setFilter(filter("/(a|aa)+$/"));
    while (rows.progress() < 1)
        rows.advance(10ms);
    QVERIFY(!rows.isStopped());
    QCOMPARE(rows.unjudged(), 20);
    QCOMPARE(rows.count(), 980);
    QSignalSpy changed(&rows, &ui::LogRows::changed);
    ring.append({}, {}, QByteArray(4000, 'a') + '!');
    rows.advance(10ms);
    QCOMPARE(rows.unjudged(), 21);
    QCOMPARE(changed.size(), 1);
}

void LogRowsTest::judgesOrdinaryExpressionsOnLongRows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("count");
    QTest::newRow("two words apart") << QStringLiteral("/frame.*memory/") << qint64(10);
    QTest::newRow("at the end") << QStringLiteral("/memory$/") << qint64(10);
    QTest::newRow("numbers") << QStringLiteral("/[0-9]+ of [0-9]+.*memory/") << qint64(10);
    QTest::newRow("none") << QStringLiteral("/frame.*disk/") << qint64(0);
    QTest::newRow("starts anywhere") << QStringLiteral("/.*memory/") << qint64(10);
}

void LogRowsTest::judgesOrdinaryExpressionsOnLongRows()
{
    QFETCH(const QString, text);
    ui::EventRing ring;
    const test::ManualClock clock;
    ui::LogRows rows(&ring, clock);
    for (int i = 0; i < 10; ++i)
        ring.append({}, {}, QByteArray("frame 17 of 25 ").repeated(270) + "out of memory");
    rows.advance(0ms);
    rows.setFilter(LogFilter::parse(text).value());
    rows.advance(1000ms);
    QCOMPARE(rows.unjudged(), 0);
    QTEST(rows.count(), "count");
}

QTEST_GUILESS_MAIN(LogRowsTest)
#include "tst_logrows.moc"
