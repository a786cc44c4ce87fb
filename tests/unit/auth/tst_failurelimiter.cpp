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
    void countsNetworks_data();
    void countsNetworks();
    void isBounded();
};

void TestFailureLimiter::lets20PassAtOnce()
{
    ManualClock clock;
    FailureLimiter limiter(&clock);
    for (int i = 0; i < FailureLimiter::burst; ++i) {
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
    clock.advance(3'600'000); // full again, and not more than full
    for (int i = 0; i < FailureLimiter::burst; ++i)
        limiter.fail("192.0.2.1");
    QCOMPARE(limiter.retryAfterSeconds("192.0.2.1"), 3);
}

void TestFailureLimiter::countsNetworks_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, const char *first, const char *second, bool same) {
        QTest::newRow(name) << QByteArray(first) << QByteArray(second) << same;
    };
    row("one /64", "2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true);
    row("another /64", "2001:db8:0:1::1", "2001:db8:0:2::1", false);
    row("mapped IPv4", "192.0.2.1", "::ffff:192.0.2.1", true);
    row("mapped IPv4, another", "::ffff:192.0.2.1", "::ffff:192.0.2.2", false);
    row("no address", "unix", "unix", true);
    row("no address, another", "unix", "", false);
}

void TestFailureLimiter::countsNetworks()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    ManualClock clock;
    FailureLimiter limiter(&clock);
    for (int i = 0; i < FailureLimiter::burst; ++i)
        limiter.fail(first);
    QTEST(limiter.retryAfterSeconds(second) > 0, "same");
}

void TestFailureLimiter::isBounded()
{
    ManualClock clock;
    FailureLimiter limiter(&clock);
    for (int i = 0; i < FailureLimiter::burst; ++i)
        limiter.fail("first");
    for (int i = 0; i < FailureLimiter::mostAddresses; ++i)
        limiter.fail(QByteArray::number(i));
    QCOMPARE(limiter.retryAfterSeconds("first"), 0); // forgotten
}

QTEST_GUILESS_MAIN(TestFailureLimiter)
#include "tst_failurelimiter.moc"
