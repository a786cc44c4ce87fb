// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/updatepace.h"

#include <QRandomGenerator>
#include <QTest>

using hub::JobKind;
using namespace std::chrono_literals;

class UpdatePaceTest : public QObject
{
    Q_OBJECT

private slots:
    void hasADefault();
    void learns_data();
    void learns();
    void ignoresOutliers();
    void keepsKindsApart();
    void forgetsSlowly();
    void takesAnyTime();
};

void UpdatePaceTest::hasADefault()
{
    ui::UpdatePace pace;
    QCOMPARE(pace.limit(JobKind::Image), ui::UpdatePace::untaught);
    for (int i = 1; i < ui::UpdatePace::enough; ++i)
        pace.add(JobKind::Image, 1s);
    QCOMPARE(pace.limit(JobKind::Image), ui::UpdatePace::untaught);
    pace.add(JobKind::Image, 1s);
    QCOMPARE(pace.limit(JobKind::Image), ui::UpdatePace::least);
}

void UpdatePaceTest::learns_data()
{
    QTest::addColumn<int>("seconds");
    for (const int seconds : {11, 30, 60, 600, 3600, 86400})
        QTest::addRow("%d s", seconds) << seconds;
}

void UpdatePaceTest::learns()
{
    // GIVEN jobs that report at this interval, give or take a half
    QFETCH(const int, seconds);
    ui::UpdatePace pace;
    QRandomGenerator random(3);
    QList<qint64> intervals;
    for (int i = 0; i < 1000; ++i) {
        intervals << seconds * 500 + random.bounded(seconds * 1000);
        pace.add(JobKind::Generic, std::chrono::milliseconds(intervals.last()));
    }
    // THEN the limit is three times the exact quantile, rounded up by at most 19 %
    std::sort(intervals.begin(), intervals.end());
    const double exact = 3.0 * static_cast<double>(intervals[949]);
    const auto limit = static_cast<double>(pace.limit(JobKind::Generic).count());
    QVERIFY2(limit >= exact && limit <= exact * 1.19 + 1,
             qPrintable(QStringLiteral("%1 for %2").arg(limit).arg(exact)));
}

void UpdatePaceTest::ignoresOutliers()
{
    ui::UpdatePace pace;
    for (int i = 0; i < 96; ++i)
        pace.add(JobKind::Restore, 20s);
    const auto before = pace.limit(JobKind::Restore);
    for (int i = 0; i < 4; ++i)
        pace.add(JobKind::Restore, 24h);
    QCOMPARE(pace.limit(JobKind::Restore), before);
}

void UpdatePaceTest::keepsKindsApart()
{
    ui::UpdatePace pace;
    for (int i = 0; i < 100; ++i) {
        pace.add(JobKind::Restore, 1s);
        pace.add(JobKind::Image, 100s);
    }
    QCOMPARE(pace.limit(JobKind::Restore), ui::UpdatePace::least);
    QVERIFY(pace.limit(JobKind::Image) >= 300s);
    QCOMPARE(pace.limit(JobKind::Generic), ui::UpdatePace::untaught);
}

void UpdatePaceTest::forgetsSlowly()
{
    ui::UpdatePace pace;
    for (int i = 0; i < 100'000; ++i)
        pace.add(JobKind::Generic, 600s);
    for (int i = 0; i < 10 * ui::UpdatePace::maxSamples; ++i)
        pace.add(JobKind::Generic, 1s);
    QCOMPARE(pace.limit(JobKind::Generic), ui::UpdatePace::least);
}

void UpdatePaceTest::takesAnyTime()
{
    ui::UpdatePace pace;
    for (int i = 0; i < 100; ++i) {
        pace.add(JobKind::Generic, -1h);
        pace.add(JobKind::Generic, std::chrono::milliseconds::max());
    }
    QVERIFY(pace.limit(JobKind::Generic) > 16 * 24h);
}

QTEST_GUILESS_MAIN(UpdatePaceTest)
#include "tst_updatepace.moc"
