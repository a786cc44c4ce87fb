// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/limitnotices.h"
#include "hub/core/metrics.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace hub;

class TestLimitWarnings : public QObject
{
    Q_OBJECT

private slots:
    void countsEachTimeAndSaysItOnceAMinute();
    void keepsLimitsApart();
};

void TestLimitWarnings::countsEachTimeAndSaysItOnceAMinute()
{
    test::ManualClock clock;
    Metrics metrics;
    LimitNotices notices(clock, metrics);
    QTest::ignoreMessage(QtWarningMsg, "limit connections is reached: one more from 192.0.2.1");
    QTest::ignoreMessage(QtWarningMsg, "limit connections is reached: one more from 192.0.2.3 "
                                       "(and 2 times since the last warning)");
    notices.reached("connections", QStringLiteral("one more from 192.0.2.1"));
    notices.reached("connections", QStringLiteral("one more from 192.0.2.2"));
    clock.advance(59'999);
    notices.reached("connections", QStringLiteral("one more from 192.0.2.2"));
    clock.advance(1);
    notices.reached("connections", QStringLiteral("one more from 192.0.2.3"));
    QCOMPARE(metrics.counter("hub_limit_reached_total", {}, "limit=\"connections\"").value(), 4);
}

void TestLimitWarnings::keepsLimitsApart()
{
    test::ManualClock clock;
    Metrics metrics;
    LimitNotices notices(clock, metrics);
    QTest::ignoreMessage(QtWarningMsg, "limit a is reached: first");
    QTest::ignoreMessage(QtWarningMsg, "limit b is reached: second");
    notices.reached("a", QStringLiteral("first"));
    notices.reached("b", QStringLiteral("second"));
    QCOMPARE(metrics.counter("hub_limit_reached_total", {}, "limit=\"a\"").value(), 1);
}

QTEST_GUILESS_MAIN(TestLimitWarnings)
#include "tst_limitwarnings.moc"
