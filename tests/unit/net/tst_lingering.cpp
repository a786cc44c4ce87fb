// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/lingering.h"

#include "tests/support/manualclock.h"

#include <QTest>

using namespace hub;
using namespace test;
using namespace std::chrono_literals;

class TestLingering : public QObject
{
    Q_OBJECT

private slots:
    void limitsTheBytes();
    void limitsTheTime();
};

void TestLingering::limitsTheBytes()
{
    const ManualClock clock;
    Lingering lingering(clock);
    QVERIFY(lingering.drop(64 * 1024 * 1024));
    QVERIFY(!lingering.drop(1));
    lingering.restart();
    QVERIFY(lingering.drop(1));
}

void TestLingering::limitsTheTime()
{
    ManualClock clock;
    Lingering lingering(clock);
    QCOMPARE(lingering.patience(), 2'000ms);
    clock.advance(29'000);
    QCOMPARE(lingering.patience(), 1'000ms);
    clock.advance(999);
    QVERIFY(lingering.drop(1));
    clock.advance(1);
    QCOMPARE(lingering.patience(), 0ms);
    QVERIFY(!lingering.drop(1));
    lingering.restart();
    QCOMPARE(lingering.patience(), 2'000ms);
    QVERIFY(lingering.drop(1));
}

QTEST_GUILESS_MAIN(TestLingering)
#include "tst_lingering.moc"
