// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/failurelimiter.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace hub;
using namespace test;
using namespace std::chrono_literals;

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
        QCOMPARE(limiter.retryAfter("192.0.2.1"), 0s);
        limiter.fail("192.0.2.1");
    }
    QCOMPARE(limiter.retryAfter("192.0.2.1"), 3s);
    QCOMPARE(limiter.retryAfter("192.0.2.2"), 0s);
}

void TestFailureLimiter::refills()
{
    ManualClock clock;
    FailureLimiter limiter(&clock);
    for (int i = 0; i < 1000; ++i)
        limiter.fail("192.0.2.1");
    clock.advance(1'001);
    QCOMPARE(limiter.retryAfter("192.0.2.1"), 2s);
    clock.advance(1'999);
    QCOMPARE(limiter.retryAfter("192.0.2.1"), 0s);
    limiter.fail("192.0.2.1");
    QCOMPARE(limiter.retryAfter("192.0.2.1"), 3s);
    clock.advance(3'600'000); // full again, but not more than full
    for (int i = 0; i < FailureLimiter::Limits().burst; ++i)
        limiter.fail("192.0.2.1");
    QCOMPARE(limiter.retryAfter("192.0.2.1"), 3s);
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
    QCOMPARE(limiter.retryAfter("first"), 0s); // the oldest caller was forgotten
}

QTEST_GUILESS_MAIN(TestFailureLimiter)
#include "tst_failurelimiter.moc"
