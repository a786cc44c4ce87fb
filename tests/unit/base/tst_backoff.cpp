// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/backoff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace hub;
using namespace std::chrono_literals;

class TestBackoff : public QObject
{
    Q_OBJECT

private slots:
    void staysUnderItsCeiling();
    void honoursTheFloor();
    void startsOver();
};

void TestBackoff::staysUnderItsCeiling()
{
    QRandomGenerator random(7);
    Backoff backoff(1s, 60s, &random);
    auto ceiling = 1000ms;
    auto longest = 0ms;
    for (int i = 0; i < 200; ++i) {
        const auto wait = backoff.next();
        QVERIFY2(wait >= 0ms && wait <= ceiling, qPrintable(QString::number(wait.count())));
        longest = std::max(longest, wait);
        ceiling = std::min<std::chrono::milliseconds>(ceiling * 2, 60s);
    }
    QVERIFY(longest > 30s); // jitter uses the whole range
    QCOMPARE(backoff.attempt(), 200);
}

void TestBackoff::honoursTheFloor()
{
    QRandomGenerator random(7);
    Backoff backoff(1s, 60s, &random);
    QVERIFY(backoff.next(5s) == 5s); // the first ceiling is lower than the given minimum
}

void TestBackoff::startsOver()
{
    QRandomGenerator random(7);
    Backoff backoff(1s, 60s, &random);
    for (int i = 0; i < 10; ++i)
        (void)backoff.next();
    backoff.reset();
    QCOMPARE(backoff.attempt(), 0);
    QVERIFY(backoff.next() <= 1s);
}

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
