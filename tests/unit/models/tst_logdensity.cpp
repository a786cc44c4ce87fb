// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logdensity.h"

#include "tests/unit/models/logfixture.h"

#include <QTest>

#include <algorithm>

using namespace std::chrono_literals;
using test::LogFixture;
using ui::LogDensity;
using ui::LogLevel;

namespace {

constexpr qint64 all = 1'000'000;

qint64 sumOf(const std::vector<LogDensity::Stripe> &stripes, LogLevel level)
{
    qint64 sum = 0;
    for (const LogDensity::Stripe &stripe : stripes)
        sum += stripe.count(level);
    return sum;
}

} // namespace

/// The counts behind the map of the event log.
class TestLogDensity : public QObject
{
    Q_OBJECT

private slots:
    void readsEachRowOnce();
    void showsWhereTheErrorsAre();
    void staysSmall();
    void followsTheFilter();
    void forgetsWhatTheLogDrops();
    void isEmptyWithoutRows();
};

void TestLogDensity::readsEachRowOnce()
{
    LogFixture f; // the log has 200 rows
    f.append(150);
    LogDensity density(&f.rows);
    QVERIFY(!density.isComplete());
    QCOMPARE(density.advance(100), 100);
    QVERIFY(!density.isComplete());
    QCOMPARE(density.advance(100), 50);
    QVERIFY(density.isComplete());
    QCOMPARE(density.advance(all), 0);
    f.append(7);
    QVERIFY(!density.isComplete());
    QCOMPARE(density.advance(all), 7);
    f.append(900); // the log has dropped most of them before they were read
    QCOMPARE(density.advance(all), f.rows.count());
}

void TestLogDensity::showsWhereTheErrorsAre()
{
    ui::EventRing ring;
    const test::ManualClock clock;
    ui::LogRows rows(&ring, clock);
    for (int i = 0; i < 10'000; ++i) {
        ui::LogRow row;
        row.level = i == 2500 ? LogLevel::Error : LogLevel::Info;
        row.kind = i == 9000 ? ui::LogKind::Gap : ui::LogKind::Event;
        ring.append(row, {}, {});
    }
    rows.advance(0ms);
    LogDensity density(&rows);
    density.advance(all);
    const auto stripes = density.stripes(100);
    for (int i = 0; i < 100; ++i) {
        const LogDensity::Stripe &stripe = stripes[static_cast<size_t>(i)];
        QVERIFY(stripe.count(LogLevel::Error) == (i == 25) || i == 24); // a bucket is in both
        QCOMPARE(stripe.hasGap, i == 90);
        QVERIFY(stripe.count(LogLevel::Info) > 0);
    }
    QCOMPARE(stripes[90].count(LogLevel::Warning), 1); // the gap
}

void TestLogDensity::staysSmall()
{
    ui::EventRing ring;
    const test::ManualClock clock;
    ui::LogRows rows(&ring, clock);
    LogDensity density(&rows);
    for (int i = 0; i < 100'000; ++i)
        ring.append({.level = LogLevel::Info}, {}, {});
    rows.advance(0ms);
    density.advance(all);
    // More stripes than buckets: each bucket is in a stripe at least, and none is lost.
    const auto stripes = density.stripes(int(LogDensity::mostBuckets) / 2);
    QVERIFY(std::all_of(stripes.begin(), stripes.end(), [](const LogDensity::Stripe &stripe) {
        return stripe.count(LogLevel::Info) > 0;
    }));
    QVERIFY(sumOf(stripes, LogLevel::Info) >= 100'000);
}

void TestLogDensity::followsTheFilter()
{
    LogFixture f;
    f.append(100);
    LogDensity density(&f.rows);
    density.advance(all);
    QVERIFY(sumOf(density.stripes(100), LogLevel::Info) > 0);
    f.rows.setFilter(ui::LogFilter::parse(QStringLiteral("event:failed -level:info")).value());
    f.rows.advance(100ms);
    QVERIFY(!density.isComplete());
    QCOMPARE(density.advance(all), f.rows.count());
    QCOMPARE(sumOf(density.stripes(10), LogLevel::Info), 0);
    f.rows.setFilter({});
    QCOMPARE(density.advance(all), 100);
}

void TestLogDensity::forgetsWhatTheLogDrops()
{
    LogFixture f;
    f.note(); // a gap
    f.append(100);
    LogDensity density(&f.rows);
    density.advance(all);
    QVERIFY(density.stripes(50).front().hasGap);
    f.append(200);
    density.advance(all);
    const auto stripes = density.stripes(50);
    QVERIFY(std::none_of(stripes.begin(), stripes.end(),
                         [](const LogDensity::Stripe &stripe) { return stripe.hasGap; }));
    f.ring.clear();
    f.rows.advance(0ms);
    density.advance(all);
    QVERIFY(density.isComplete());
}

void TestLogDensity::isEmptyWithoutRows()
{
    LogFixture f;
    LogDensity density(&f.rows);
    QCOMPARE(density.advance(all), 0);
    QVERIFY(density.isComplete());
    QCOMPARE(density.stripes(3).size(), size_t(3));
    QVERIFY(density.stripes(0).empty());
}

QTEST_GUILESS_MAIN(TestLogDensity)
#include "tst_logdensity.moc"
