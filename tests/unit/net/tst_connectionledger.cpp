// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/connectionledger.h"

#include <QTest>

using namespace hub;
using Reached = ConnectionLedger::Reached;

/// Counting connections. tst_addressnetwork tests which addresses count as one network.
class TestConnectionLedger : public QObject
{
    Q_OBJECT

private slots:
    void countsUntilThePlaceIsGone();
    void limitsAllConnections();
    void limitsTheConnectionsOfAnAddress();
    void countsAMovedPlaceOnce();
    void countsStreams();
    void livesAsLongAsItsPlaces();
    void givesBackWhatAPlaceHeld();
};

namespace {

const QHostAddress one(QStringLiteral("192.0.2.1"));
const QHostAddress two(QStringLiteral("192.0.2.2"));
constexpr ConnectionLedger::Limits roomy{100, 0};

} // namespace

void TestConnectionLedger::countsUntilThePlaceIsGone()
{
    const auto ledger = std::make_shared<ConnectionLedger>();
    {
        const ConnectionPlace first = ledger->enter(one, roomy);
        const ConnectionPlace second = ledger->enter(two, roomy);
        QCOMPARE(ledger->count(), 2);
        QCOMPARE(second.address(), two);
    }
    QCOMPARE(ledger->count(), 0);
}

void TestConnectionLedger::limitsAllConnections()
{
    const auto ledger = std::make_shared<ConnectionLedger>();
    const ConnectionLedger::Limits limits{2, 2};
    QCOMPARE(ledger->reachedFor(one, {0, 0}), Reached::All);
    auto first = std::make_unique<ConnectionPlace>(ledger->enter(one, limits));
    QCOMPARE(ledger->reachedFor(two, limits), Reached::None);
    const ConnectionPlace second = ledger->enter(two, limits);
    QCOMPARE(ledger->reachedFor(two, limits), Reached::All);
    first.reset();
    QCOMPARE(ledger->reachedFor(two, limits), Reached::None);
}

void TestConnectionLedger::limitsTheConnectionsOfAnAddress()
{
    const auto ledger = std::make_shared<ConnectionLedger>();
    const ConnectionLedger::Limits limits{100, 2};
    auto first = std::make_unique<ConnectionPlace>(ledger->enter(one, limits));
    auto second = std::make_unique<ConnectionPlace>(ledger->enter(one, limits));
    QCOMPARE(ledger->reachedFor(one, limits), Reached::PerAddress);
    QCOMPARE(ledger->reachedFor(two, limits), Reached::None);
    QCOMPARE(ledger->reachedFor(one, roomy), Reached::None); // 0 is no limit
    first.reset();
    QCOMPARE(ledger->reachedFor(one, limits), Reached::None);
    second.reset();
    const ConnectionPlace again = ledger->enter(one, limits);
    QCOMPARE(ledger->reachedFor(one, limits), Reached::None); // nothing was left over
    QCOMPARE(ledger->count(), 1);
}

void TestConnectionLedger::countsAMovedPlaceOnce()
{
    const auto ledger = std::make_shared<ConnectionLedger>();
    std::optional<ConnectionPlace> gate(ledger->enter(one, roomy));
    gate->markStream();
    std::optional<ConnectionPlace> stream(std::move(*gate));
    gate.reset();
    QCOMPARE(ledger->count(), 1);
    QCOMPARE(ledger->streams(), 1);
    QCOMPARE(stream->address(), one);
    stream.reset();
    QCOMPARE(ledger->count(), 0);
    QCOMPARE(ledger->streams(), 0);
}

void TestConnectionLedger::countsStreams()
{
    const auto ledger = std::make_shared<ConnectionLedger>();
    std::optional<ConnectionPlace> stream(ledger->enter(one, roomy));
    std::optional<ConnectionPlace> other(ledger->enter(one, roomy));
    stream->markStream();
    stream->markStream();
    QCOMPARE(ledger->streams(), 1);
    other.reset();
    QCOMPARE(ledger->streams(), 1);
    stream.reset();
    QCOMPARE(ledger->streams(), 0);
}

void TestConnectionLedger::livesAsLongAsItsPlaces()
{
    auto ledger = std::make_shared<ConnectionLedger>();
    const std::weak_ptr<ConnectionLedger> left = ledger;
    std::optional<ConnectionPlace> place(ledger->enter(one, roomy));
    ledger.reset();
    QVERIFY(!left.expired());
    place.reset();
    QVERIFY(left.expired());
}

void TestConnectionLedger::givesBackWhatAPlaceHeld()
{
    const auto ledger = std::make_shared<ConnectionLedger>();
    ByteBudget budget({100, 100});
    std::optional<ConnectionPlace> place(ledger->enter(one, roomy));
    place->held = budget.take("one", 60);
    QCOMPARE(budget.used(), 60);
    place.reset();
    QCOMPARE(budget.used(), 0);
}

QTEST_GUILESS_MAIN(TestConnectionLedger)
#include "tst_connectionledger.moc"
