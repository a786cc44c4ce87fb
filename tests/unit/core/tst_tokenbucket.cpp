// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/tokenbucket.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;

class TestTokenBucket : public QObject
{
    Q_OBJECT

private slots:
    void takesTheBurstThenTheRate();
    void saysWhenToComeAgain();
};

void TestTokenBucket::takesTheBurstThenTheRate()
{
    TokenBucket bucket(2, 3);
    for (int i = 0; i < 3; ++i)
        QVERIFY(bucket.take(1000));
    QVERIFY(!bucket.take(1000));
    QVERIFY(!bucket.take(1499));
    QVERIFY(bucket.take(1500));
    QVERIFY(!bucket.take(1500));
    for (int i = 0; i < 3; ++i) // at most the burst, however much time has passed
        QVERIFY(bucket.take(1'000'000));
    QVERIFY(!bucket.take(1'000'000));
}

void TestTokenBucket::saysWhenToComeAgain()
{
    TokenBucket bucket(0.25, 1);
    QVERIFY(bucket.take(0));
    QCOMPARE(bucket.timeToNext(0), 4s);
    QCOMPARE(bucket.timeToNext(3500), 1s);
    QVERIFY(!bucket.take(3999));
    QVERIFY(bucket.take(4000));
}

QTEST_GUILESS_MAIN(TestTokenBucket)
#include "tst_tokenbucket.moc"
