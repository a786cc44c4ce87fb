// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "ui/client/clocktimer.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace ui;

class TestClockTimer : public QObject
{
    Q_OBJECT

private slots:
    void firesOnceTheClockHasAdvanced();
    void startBeginsTheWaitAgain();
    void doesNotFireAfterStop();

private:
    /// Returns after the event loop has had more than `wait` of real time.
    static void passRealTime(std::chrono::milliseconds wait)
    {
        QTimer longer;
        longer.setSingleShot(true);
        longer.setTimerType(Qt::PreciseTimer);
        longer.start(2 * wait);
        QTRY_VERIFY(!longer.isActive());
    }

    test::ManualClock m_clock;
};

void TestClockTimer::firesOnceTheClockHasAdvanced()
{
    ClockTimer timer(m_clock);
    QSignalSpy fired(&timer, &ClockTimer::timedOut);
    timer.start(20ms);
    m_clock.advance(19);
    passRealTime(20ms);
    QCOMPARE(fired.size(), 0);
    QVERIFY(timer.isActive());
    m_clock.advance(1);
    QTRY_COMPARE(fired.size(), 1);
    QVERIFY(!timer.isActive());
    m_clock.advance(1000);
    passRealTime(20ms);
    QCOMPARE(fired.size(), 1);
}

void TestClockTimer::startBeginsTheWaitAgain()
{
    ClockTimer timer(m_clock);
    QSignalSpy fired(&timer, &ClockTimer::timedOut);
    timer.start(20ms);
    m_clock.advance(15);
    timer.start(20ms);
    m_clock.advance(15);
    passRealTime(20ms);
    QCOMPARE(fired.size(), 0);
    m_clock.advance(5);
    QTRY_COMPARE(fired.size(), 1);
}

void TestClockTimer::doesNotFireAfterStop()
{
    ClockTimer timer(m_clock);
    QSignalSpy fired(&timer, &ClockTimer::timedOut);
    timer.start(5ms);
    timer.stop();
    m_clock.advance(5);
    passRealTime(5ms);
    QCOMPARE(fired.size(), 0);
    QVERIFY(!timer.isActive());
}

QTEST_GUILESS_MAIN(TestClockTimer)
#include "tst_clocktimer.moc"
