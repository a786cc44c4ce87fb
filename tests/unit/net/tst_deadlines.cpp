// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/deadlines.h"
#include "tests/support/manualclock.h"

#include <QTest>

#include <functional>
#include <memory>

using namespace hub;
using namespace test;
using namespace std::chrono_literals;

namespace {

class Recorder final : public Deadlines::Target
{
public:
    Recorder(Deadlines *deadlines, QList<int> *order, int number)
        : deadline(deadlines, this)
        , m_order(order)
        , m_number(number)
    { }
    void deadlineReached() override
    {
        m_order->append(m_number);
        if (then)
            then();
    }

    Deadline deadline;
    std::function<void()> then;

private:
    QList<int> *m_order;
    int m_number;
};

} // namespace

class TestDeadlines : public QObject
{
    Q_OBJECT

private slots:
    void comeInOrderOfTime();
    void movedAndClearedOnesKeepQuiet();
    void mayEndOthersAndSetThemselves();
    void theEventLoopChecks();
};

void TestDeadlines::comeInOrderOfTime()
{
    ManualClock clock;
    Deadlines deadlines(clock);
    QList<int> order;
    Recorder late(&deadlines, &order, 2);
    Recorder early(&deadlines, &order, 1);
    late.deadline.set(20ms);
    early.deadline.set(2ms);
    clock.advance(1);
    deadlines.check();
    QCOMPARE(order, QList<int>());
    clock.advance(100);
    deadlines.check();
    QCOMPARE(order, (QList<int>{1, 2}));
}

void TestDeadlines::movedAndClearedOnesKeepQuiet()
{
    ManualClock clock;
    Deadlines deadlines(clock);
    QList<int> order;
    Recorder moved(&deadlines, &order, 1);
    Recorder cleared(&deadlines, &order, 2);
    Recorder last(&deadlines, &order, 3);
    moved.deadline.set(1ms);
    moved.deadline.set(1h);
    cleared.deadline.set(1ms);
    cleared.deadline.clear();
    {
        Recorder gone(&deadlines, &order, 4);
        gone.deadline.set(1ms);
    }
    last.deadline.set(5ms);
    clock.advance(5);
    deadlines.check();
    QCOMPARE(order, QList<int>{3});
    clock.advance(3'600'000);
    deadlines.check();
    QCOMPARE(order, (QList<int>{3, 1}));
}

void TestDeadlines::mayEndOthersAndSetThemselves()
{
    ManualClock clock;
    Deadlines deadlines(clock);
    QList<int> order;
    Recorder first(&deadlines, &order, 1);
    auto second = std::make_unique<Recorder>(&deadlines, &order, 2);
    first.deadline.set(1ms);
    second->deadline.set(1ms);
    first.then = [&] {
        second.reset();
        if (order.size() < 3)
            first.deadline.set(0ms);
    };
    clock.advance(1);
    deadlines.check();
    QCOMPARE(order, (QList<int>{1, 1, 1}));
}

void TestDeadlines::theEventLoopChecks()
{
    const SystemClock clock;
    Deadlines deadlines(clock);
    QList<int> order;
    Recorder late(&deadlines, &order, 2);
    Recorder early(&deadlines, &order, 1);
    late.deadline.set(20ms);
    early.deadline.set(1ms); // the timer is already set for the later deadline
    QTRY_COMPARE(order, (QList<int>{1, 2}));
}

QTEST_GUILESS_MAIN(TestDeadlines)
#include "tst_deadlines.moc"
