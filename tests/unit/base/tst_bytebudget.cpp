// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/base/bytebudget.h"

#include <QTest>

#include <limits>

using namespace hub;

class TestByteBudget : public QObject
{
    Q_OBJECT

private slots:
    void boundsOneOwnerAndAll();
    void givesBackWhatIsDropped();
    void growsAndShrinks();
    void movesOnce();
    void outlivesTheBudget();
    void takesOverOtherLimits();
    void doesNotOverflow();
};

void TestByteBudget::boundsOneOwnerAndAll()
{
    ByteBudget budget({100, 60});
    const auto first = budget.take("a", 60);
    QVERIFY(first);
    QVERIFY(!budget.take("a", 1));
    const auto second = budget.take("b", 40);
    QVERIFY(second);
    QVERIFY(!budget.take("c", 1));
    QVERIFY(budget.take("c", 0));
    QCOMPARE(budget.used(), 100);
}

void TestByteBudget::givesBackWhatIsDropped()
{
    ByteBudget budget({100, 60});
    {
        const auto hold = budget.take("a", 60);
        QCOMPARE(budget.used(), 60);
    }
    QCOMPARE(budget.used(), 0);
    QVERIFY(budget.take("a", 60));
}

void TestByteBudget::growsAndShrinks()
{
    ByteBudget budget({100, 60});
    auto hold = budget.take("a", 10);
    QVERIFY(hold->grow(50));
    QVERIFY(!hold->grow(1));
    QCOMPARE(hold->bytes(), 60);
    hold->shrinkTo(20);
    hold->shrinkTo(30); // never grows
    QCOMPARE(hold->bytes(), 20);
    QCOMPARE(budget.used(), 20);
    QVERIFY(hold->grow(40));
}

void TestByteBudget::movesOnce()
{
    ByteBudget budget({100, 100});
    auto first = budget.take("a", 10);
    auto second = budget.take("b", 20);
    *first = std::move(*second);
    second.reset();
    QCOMPARE(budget.used(), 20);
    const ByteBudget::Hold third = std::move(*first);
    first.reset();
    QCOMPARE(budget.used(), 20);
    QCOMPARE(third.bytes(), 20);
}

void TestByteBudget::outlivesTheBudget()
{
    std::optional<ByteBudget::Hold> hold;
    {
        ByteBudget budget({100, 100});
        hold = budget.take("a", 10);
    }
    QVERIFY(hold->grow(90));
    QVERIFY(!hold->grow(1));
}

void TestByteBudget::takesOverOtherLimits()
{
    ByteBudget budget({100, 100});
    const auto hold = budget.take("a", 80);
    budget.setLimits({50, 50});
    QCOMPARE(budget.used(), 80);
    QVERIFY(!budget.take("b", 1));
    budget.setLimits({200, 100});
    QVERIFY(budget.take("b", 100));
}

void TestByteBudget::doesNotOverflow()
{
    ByteBudget budget({100, 100});
    const auto hold = budget.take("a", 50);
    QVERIFY(!budget.take("a", std::numeric_limits<qint64>::max()));
    QVERIFY(!budget.take("b", std::numeric_limits<qint64>::max()));
}

QTEST_GUILESS_MAIN(TestByteBudget)
#include "tst_bytebudget.moc"
