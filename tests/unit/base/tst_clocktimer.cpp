// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/clocktimer.h"

#include "hub/base/clock.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace hub;

namespace {

/// A clock that the test moves. It counts its readings.
class CountingClock final : public Clock
{
public:
    std::chrono::milliseconds time{1'000'000};
    std::chrono::milliseconds mostSleep{1};
    mutable int readings = 0;

    qint64 wallMs() const override { return 0; }
    qint64 steadyMs() const override
    {
        ++readings;
        return time.count();
    }
    std::chrono::milliseconds longestSleep() const override { return mostSleep; }
};

} // namespace

class TestClockTimer : public QObject
{
    Q_OBJECT

private slots:
    void firesOnceTheClockHasAdvanced();
    void startBeginsTheWaitAgain();
    void doesNotFireAfterStop();
    void sleepsAsLongAsTheClockAllows();
    void firesAtOnceWithoutAWait();

private:
    /// Returns whether the active timer has read the clock twice more. One reading may have begun
    /// before the call.
    bool timerLooks() const
    {
        const int before = m_clock.readings;
        return QTest::qWaitFor([&] { return m_clock.readings >= before + 2; });
    }

    CountingClock m_clock;
};

void TestClockTimer::firesOnceTheClockHasAdvanced()
{
    ClockTimer timer(m_clock);
    QSignalSpy fired(&timer, &ClockTimer::timedOut);
    timer.start(1h);
    m_clock.time += 1h - 1ms;
    QVERIFY(timerLooks());
    QCOMPARE(fired.size(), 0);
    QVERIFY(timer.isActive());
    m_clock.time += 1ms;
    QTRY_COMPARE(fired.size(), 1);
    QVERIFY(!timer.isActive());
    const int readings = m_clock.readings;
    m_clock.time += 1h;
    ClockTimer later(m_clock);
    QSignalSpy laterFired(&later, &ClockTimer::timedOut);
    later.start(0ms);
    QTRY_COMPARE(laterFired.size(), 1);
    QCOMPARE(fired.size(), 1);
    QCOMPARE(m_clock.readings, readings + 2); // both are the later timer's
}

void TestClockTimer::startBeginsTheWaitAgain()
{
    ClockTimer timer(m_clock);
    QSignalSpy fired(&timer, &ClockTimer::timedOut);
    timer.start(20ms);
    m_clock.time += 15ms;
    timer.start(20ms);
    m_clock.time += 15ms;
    QVERIFY(timerLooks());
    QCOMPARE(fired.size(), 0);
    m_clock.time += 5ms;
    QTRY_COMPARE(fired.size(), 1);
}

void TestClockTimer::doesNotFireAfterStop()
{
    ClockTimer timer(m_clock);
    ClockTimer later(m_clock);
    QSignalSpy fired(&timer, &ClockTimer::timedOut);
    QSignalSpy laterFired(&later, &ClockTimer::timedOut);
    timer.start(5ms);
    later.start(6ms);
    timer.stop();
    QVERIFY(!timer.isActive());
    m_clock.time += 6ms;
    QTRY_COMPARE(laterFired.size(), 1);
    QCOMPARE(fired.size(), 0);
}

void TestClockTimer::sleepsAsLongAsTheClockAllows()
{
    m_clock.mostSleep = std::chrono::milliseconds::max(); // as the operating system's clock
    const int before = m_clock.readings;
    ClockTimer timer(m_clock);
    timer.start(1h);
    ClockTimer other(m_clock);
    QSignalSpy fired(&other, &ClockTimer::timedOut);
    for (int i = 0; i < 5; ++i) {
        m_clock.time += 1ms;
        other.start(0ms);
        QTRY_COMPARE(fired.size(), i + 1);
    }
    QCOMPARE(m_clock.readings, before + 11); // the timer's start, and two of each other wait
    m_clock.mostSleep = 1ms;
}

void TestClockTimer::firesAtOnceWithoutAWait()
{
    ClockTimer timer(m_clock);
    QSignalSpy fired(&timer, &ClockTimer::timedOut);
    timer.start(0ms);
    QCOMPARE(fired.size(), 0); // only from the event loop
    QTRY_COMPARE(fired.size(), 1);
}

QTEST_GUILESS_MAIN(TestClockTimer)
#include "tst_clocktimer.moc"
