// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/failurelimiter.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace hub;
using namespace test;

class TestFailureLimiter : public QObject
{
    Q_OBJECT

private slots:
    void lets20PassAtOnce();
    void refills();
    void checksHaveARateOfTheirOwn();
    void isBounded();
};

void TestFailureLimiter::lets20PassAtOnce()
{
    ManualClock clock;
    FailureLimiter limiter(&clock);
    for (int i = 0; i < FailureLimiter::Limits().burst; ++i) {
        QCOMPARE(limiter.retryAfterSeconds("192.0.2.1"), 0);
        limiter.fail("192.0.2.1");
    }
    QCOMPARE(limiter.retryAfterSeconds("192.0.2.1"), 3);
    QCOMPARE(limiter.retryAfterSeconds("192.0.2.2"), 0);
}

void TestFailureLimiter::refills()
{
    ManualClock clock;
    FailureLimiter limiter(&clock);
    for (int i = 0; i < 1000; ++i)
        limiter.fail("192.0.2.1");
    clock.advance(1'001);
    QCOMPARE(limiter.retryAfterSeconds("192.0.2.1"), 2);
    clock.advance(1'999);
    QCOMPARE(limiter.retryAfterSeconds("192.0.2.1"), 0);
    limiter.fail("192.0.2.1");
    QCOMPARE(limiter.retryAfterSeconds("192.0.2.1"), 3);
    clock.advance(3'600'000); // full again, but not more than full
    for (int i = 0; i < FailureLimiter::Limits().burst; ++i)
        limiter.fail("192.0.2.1");
    QCOMPARE(limiter.retryAfterSeconds("192.0.2.1"), 3);
}

void TestFailureLimiter::checksHaveARateOfTheirOwn()
{
    ManualClock clock;
    FailureLimiter limiter(&clock, {1, 10});
    QVERIFY(limiter.takeChecks(10));
    QVERIFY(!limiter.takeChecks(1));
    clock.advance(500);
    QVERIFY(!limiter.takeChecks(6));
    QVERIFY(limiter.takeChecks(5));
    clock.advance(3'600'000); // full again, but not more than full
    QVERIFY(limiter.takeChecks(11)); // a request above the capacity takes everything that is left
    QVERIFY(!limiter.takeChecks(1));
}

void TestFailureLimiter::isBounded()
{
    ManualClock clock;
    FailureLimiter limiter(&clock);
    for (int i = 0; i < FailureLimiter::Limits().burst; ++i)
        limiter.fail("first");
    for (int i = 0; i < FailureLimiter::mostCallers; ++i)
        limiter.fail(QByteArray::number(i));
    QCOMPARE(limiter.retryAfterSeconds("first"), 0); // the oldest caller was forgotten
}

QTEST_GUILESS_MAIN(TestFailureLimiter)
#include "tst_failurelimiter.moc"
