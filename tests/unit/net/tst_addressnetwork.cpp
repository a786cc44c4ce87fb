// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/net/connectionledger.h"
#include "hub/net/networkof.h"

#include <QTest>

using namespace hub;

class TestAddressNetwork : public QObject
{
    Q_OBJECT

private slots:
    void networks_data();
    void networks();
    void keysAreShort();
    void connectionsCountByNetwork();
};

void TestAddressNetwork::networks_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("prefix");
    QTest::addColumn<QString>("network");
    const auto row = [](const char *name, const char *address, int prefix, const char *network) {
        QTest::newRow(name) << QString::fromLatin1(address) << prefix
                            << QString::fromLatin1(network);
    };
    row("a /64", "2001:db8:0:1:ffff::2", 64, "2001:db8:0:1::");
    row("a /56", "2001:db8:0:1ff::2", 56, "2001:db8:0:100::");
    row("an odd prefix", "2001:db8::ffff", 123, "2001:db8::ffe0");
    row("a full address", "2001:db8::2", 128, "2001:db8::2");
    row("a /32", "2001:db8:1::2", 32, "2001:db8::");
    row("IPv4", "192.0.2.1", 32, "192.0.2.1");
    row("no address", "::", 64, "::");
    row("mapped IPv4", "::ffff:192.0.2.1", 64, "192.0.2.1");
}

void TestAddressNetwork::networks()
{
    QFETCH(QString, address);
    QFETCH(int, prefix);
    QFETCH(QString, network);
    QCOMPARE(networkOf(QHostAddress(address), prefix), QHostAddress(network));
    QCOMPARE(networkKey(QHostAddress(address), prefix), networkKey(QHostAddress(network), 128));
}

void TestAddressNetwork::keysAreShort()
{
    QCOMPARE(networkKey(QHostAddress(QStringLiteral("1.2.3.4")), 64),
             QByteArray("\x01\x02\x03\x04"));
    QCOMPARE(networkKey(QHostAddress(QStringLiteral("2001:db8::1")), 64).size(), 16);
    QVERIFY(networkKey({}, 64).isEmpty());
}

void TestAddressNetwork::connectionsCountByNetwork()
{
    using Reached = ConnectionLedger::Reached;
    const auto ledger = std::make_shared<ConnectionLedger>();
    const ConnectionLedger::Limits limits{10, 2, 64};
    const QHostAddress first(QStringLiteral("2001:db8::1"));
    const QHostAddress second(QStringLiteral("2001:db8::2"));
    const QHostAddress other(QStringLiteral("2001:db8:0:1::1"));
    auto one = std::make_unique<ConnectionPlace>(ledger->enter(first, limits));
    const ConnectionPlace two = ledger->enter(second, limits);
    QCOMPARE(ledger->reachedFor(QHostAddress(QStringLiteral("2001:db8::3")), limits),
             Reached::PerAddress);
    QCOMPARE(ledger->reachedFor(other, limits), Reached::None);
    QCOMPARE(ledger->reachedFor(other, {2, 0, 64}), Reached::All);
    one.reset();
    QCOMPARE(ledger->reachedFor(first, limits), Reached::None);
}

QTEST_GUILESS_MAIN(TestAddressNetwork)
#include "tst_addressnetwork.moc"
