// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/heartbeatwheel.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;

class TestHeartbeatWheel : public QObject
{
    Q_OBJECT

private slots:
    void beatsAtItsInterval_data();
    void beatsAtItsInterval();
    void forgetsWhoLeft();
};

void TestHeartbeatWheel::beatsAtItsInterval_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("interval");
    QTest::newRow("usual") << 15 << 15;
    QTest::newRow("shortest") << 5 << 5;
    QTest::newRow("too short") << 1 << 5;
    QTest::newRow("longest") << 60 << 60;
    QTest::newRow("too long") << 600 << 60;
}

void TestHeartbeatWheel::beatsAtItsInterval()
{
    QFETCH(int, asked);
    QFETCH(int, interval);
    HeartbeatWheel wheel;
    for (int i = 0; i < 37; ++i) // starts in the middle of a round
        wheel.tick([](qint64) { return true; });
    wheel.add(1, std::chrono::seconds{asked});
    QList<int> beats;
    for (int second = 1; second <= 200; ++second)
        wheel.tick([&](qint64) {
            beats << second;
            return true;
        });
    QCOMPARE(beats.size(), 200 / interval);
    QCOMPARE(beats.front(), interval);
    for (qsizetype i = 1; i < beats.size(); ++i)
        QCOMPARE(beats[i] - beats[i - 1], interval);
}

void TestHeartbeatWheel::forgetsWhoLeft()
{
    HeartbeatWheel wheel;
    wheel.add(1, 5s);
    int asked = 0;
    for (int second = 0; second < 100; ++second)
        wheel.tick([&](qint64) {
            ++asked;
            return false;
        });
    QCOMPARE(asked, 1);
}

QTEST_GUILESS_MAIN(TestHeartbeatWheel)
#include "tst_heartbeatwheel.moc"
