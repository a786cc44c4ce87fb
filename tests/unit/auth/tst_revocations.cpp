// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/revocations.h"
#include "hub/auth/tickets.h"
#include "tests/support/manualclock.h"

#include <QSet>
#include <QTest>

using namespace hub;
using namespace test;
using namespace std::chrono_literals;

namespace {
Principal principal(const QByteArray &subject, const QByteArray &tokenId = {})
{
    Principal principal;
    principal.subject = subject;
    principal.tokenId = tokenId;
    return principal;
}
} // namespace

class TestRevocations : public QObject
{
    Q_OBJECT

private slots:
    void revokes();
    void endsInTime();
    void revocationsAreBounded();
    void refusesNonsense();
    void aTicketIsGoodOnce();
    void aTicketGrowsOld();
    void unknownTickets();
    void ticketsAreBounded();
};

void TestRevocations::revokes()
{
    ManualClock clock;
    Revocations revocations(&clock);
    const qint64 untilMs = clock.wallMs() + 1'000;
    QVERIFY(!revocations.isRevoked(principal("ann", "t1")));
    QVERIFY(revocations.add("t1", {}, untilMs));
    QVERIFY(revocations.isRevoked(principal("ann", "t1")));
    QVERIFY(!revocations.isRevoked(principal("ann", "t2")));
    QVERIFY(!revocations.isRevoked(principal("ann")));
    // A user of the same name as the token id is not revoked.
    QVERIFY(!revocations.isRevoked(principal("t1")));
    QVERIFY(revocations.add({}, "ann", untilMs));
    QVERIFY(revocations.isRevoked(principal("ann", "t2")));
    QVERIFY(!revocations.isRevoked(principal("anna")));
    const QByteArray longest = "auth0|" + QByteArray(250, 'a');
    QVERIFY(revocations.add({}, longest, untilMs));
    QVERIFY(revocations.isRevoked(principal(longest)));
}

void TestRevocations::endsInTime()
{
    ManualClock clock;
    Revocations revocations(&clock);
    QVERIFY(revocations.add({}, "ann", clock.wallMs() + 2'000));
    // An earlier end does not shorten it.
    QVERIFY(revocations.add({}, "ann", clock.wallMs() + 1'000));
    clock.advance(1'999);
    QVERIFY(revocations.isRevoked(principal("ann")));
    clock.advance(1);
    QVERIFY(!revocations.isRevoked(principal("ann")));
}

void TestRevocations::revocationsAreBounded()
{
    ManualClock clock;
    Revocations revocations(&clock);
    for (qsizetype i = 0; i < Revocations::most; ++i)
        QVERIFY(revocations.add(QByteArray::number(i), {}, clock.wallMs() + 1'000));
    QCOMPARE(revocations.add("x", {}, clock.wallMs() + 1'000).error().code,
             QByteArray("too_many_revocations"));
    // Already revoked, so it takes no further place.
    QVERIFY(revocations.add("7", {}, clock.wallMs() + 5'000));
    QCOMPARE(revocations.add({}, QByteArray(257, 'a'), clock.wallMs() + 1'000).error().code,
             QByteArray("bad_field"));
    QCOMPARE(revocations.add(QByteArray(129, 'a'), {}, clock.wallMs() + 1'000).error().code,
             QByteArray("bad_field"));
    QCOMPARE(revocations.add({}, "a\nb", clock.wallMs() + 1'000).error().code,
             QByteArray("bad_field"));
    clock.advance(1'000);
    QVERIFY(revocations.add("x", {}, clock.wallMs() + 1'000));
    QVERIFY(revocations.isRevoked(principal("ann", "7")));
}

void TestRevocations::refusesNonsense()
{
    ManualClock clock;
    Revocations revocations(&clock);
    QVERIFY(!revocations.add("", {}, clock.wallMs() + 1'000));
    QVERIFY(!revocations.add({}, "ann", clock.wallMs()));
    QVERIFY(!revocations.isRevoked(principal("")));
}

void TestRevocations::aTicketIsGoodOnce()
{
    ManualClock clock;
    Tickets tickets(&clock);
    QSet<QByteArray> all;
    for (int i = 0; i < Tickets::mostOfSubject; ++i)
        all.insert(*tickets.issue(principal("ann", QByteArray::number(i))));
    QCOMPARE(all.size(), Tickets::mostOfSubject);
    for (const QByteArray &ticket : all) {
        QCOMPARE(ticket.size(), 43);
        QCOMPARE(tickets.redeem(ticket)->subject, QByteArray("ann"));
        QCOMPARE(tickets.redeem(ticket).error().code, QByteArray("bad_ticket"));
    }
    QVERIFY(tickets.issue(principal("ann"))); // redeemed tickets free their places
}

void TestRevocations::aTicketGrowsOld()
{
    ManualClock clock;
    Tickets tickets(&clock);
    const auto first = tickets.issue(principal("ann"));
    clock.setWall(0); // lifetime is measured with the steady clock
    clock.advance(Tickets::lifetime - 1ms);
    const auto second = tickets.issue(principal("ann"));
    QVERIFY(tickets.redeem(*first));
    clock.advance(Tickets::lifetime);
    QCOMPARE(tickets.redeem(*second).error().code, QByteArray("bad_ticket"));
}

void TestRevocations::unknownTickets()
{
    ManualClock clock;
    Tickets tickets(&clock);
    const auto ticket = tickets.issue(principal("ann"));
    for (const QByteArray &wrong : {QByteArray(), ticket->chopped(1), *ticket + 'A',
                                    QByteArray(43, 'A'), QByteArray(1'000'000, 'A')})
        QCOMPARE(tickets.redeem(wrong).error().code, QByteArray("bad_ticket"));
    QVERIFY(tickets.redeem(*ticket));
}

void TestRevocations::ticketsAreBounded()
{
    ManualClock clock;
    Tickets tickets(&clock);
    for (int i = 0; i < Tickets::mostOfSubject; ++i)
        QVERIFY(tickets.issue(principal("ann")));
    QCOMPARE(tickets.issue(principal("ann")).error().code, QByteArray("too_many_tickets"));
    for (qsizetype i = Tickets::mostOfSubject; i < Tickets::most; ++i)
        QVERIFY(tickets.issue(principal(QByteArray::number(i))));
    QCOMPARE(tickets.issue(principal("bob")).error().code, QByteArray("too_many_tickets"));
    clock.advance(Tickets::lifetime);
    QVERIFY(tickets.issue(principal("bob")));
    QVERIFY(tickets.issue(principal("ann")));
}

QTEST_GUILESS_MAIN(TestRevocations)
#include "tst_revocations.moc"
