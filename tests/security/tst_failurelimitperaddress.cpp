// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/keyedhub.h"

#include "hub/core/hub.h"

#include <QRegularExpression>
#include <QTest>

using namespace test;

namespace {

HttpHeaders with(const QByteArray &token, const QByteArray &from = {})
{
    HttpHeaders headers{{"Authorization", "Bearer " + token}};
    if (!from.isEmpty())
        headers.emplace_back("X-Forwarded-For", from);
    return headers;
}

} // namespace

/// Wrong tokens from an address that other users share.
class TestFailureLimitPerAddress : public QObject
{
    Q_OBJECT

private slots:
    void guessesLockNobodyOut();
    void refusedStreamsComeBack();
    void oldTokensAreNoGuesses();
    void anIpv6NetworkIsOneAddress();
    void saysThatAProxyIsNotTrusted();

private:
    static QByteArray forged(int i)
    {
        static const hub::PrivateKey key = *hub::PrivateKey::generateEd25519();
        return userToken(key, "u" + QByteArray::number(i), "read");
    }
    static int ask(const QUrl &hub, const HttpHeaders &headers)
    {
        return httpCall(hub, "GET", "/api/v1/jobs", {}, headers).status;
    }
};

/// The attack: 100 forged tokens, then a valid one that the hub has not seen before.
void TestFailureLimitPerAddress::guessesLockNobodyOut()
{
    KeyedHub hub;
    int refused = 0;
    for (int i = 0; i < 100; ++i)
        refused += ask(hub.url(), with(forged(i))) == 429 ? 1 : 0;
    QCOMPARE(refused, 80);
    QCOMPARE(ask(hub.url(), with(hub.token("ann", "read"))), 200);
    QVERIFY(hub.service().hub()->metrics().toPrometheus().contains(
        "hub_limit_reached_total{limit=\"failures_per_address\"} 80"));
}

void TestFailureLimitPerAddress::refusedStreamsComeBack()
{
    KeyedHub hub;
    for (int i = 0; i < 30; ++i)
        (void)ask(hub.url(), with(forged(i)));
    HttpHeaders stream = with(forged(99));
    stream.emplace_back("Accept", "text/event-stream");
    const HttpAnswer answer = httpCall(hub.url(), "GET", "/api/v1/events/j", {}, stream);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.headers.value("content-type").startsWith("text/event-stream"));
    QVERIFY(answer.body.contains("event: hub.refused\n"));
    QVERIFY(answer.body.contains("\"bucket\":\"too_many_failures\""));
    QVERIFY(answer.body.contains("retry: "));
}

void TestFailureLimitPerAddress::oldTokensAreNoGuesses()
{
    KeyedHub hub;
    const QByteArray old = hub.token("ann", "read", -3600);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(httpCall(hub.url(), "GET", "/api/v1/jobs", {}, with(old)).code(),
                 QByteArray("token_expired"));
    QCOMPARE(ask(hub.url(), with(forged(1))), 401);
}

/// The attack: each guess comes from another address of the same /64 network.
void TestFailureLimitPerAddress::anIpv6NetworkIsOneAddress()
{
    app::Config config;
    config.trustedProxies = QStringList{QStringLiteral("127.0.0.1")};
    KeyedHub hub(config);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(ask(hub.url(), with(forged(i), "2001:db8::" + QByteArray::number(i + 1))), 401);
    QCOMPARE(ask(hub.url(), with(forged(21), "2001:db8::99")), 429);
    QCOMPARE(ask(hub.url(), with(forged(22), "2001:db8:0:1::1")), 401);
}

void TestFailureLimitPerAddress::saysThatAProxyIsNotTrusted()
{
    KeyedHub hub;
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("127.0.0.1 sends forwarding headers "
                                                           "but is not in trusted_proxies")));
    QTest::failOnWarning(QRegularExpression(QStringLiteral("trusted_proxies")));
    for (int i = 0; i < 2; ++i)
        QCOMPARE(ask(hub.url(), with(hub.token("ann", "read"), "192.0.2.1")), 200);
}

QTEST_GUILESS_MAIN(TestFailureLimitPerAddress)
#include "tst_failurelimitperaddress.moc"
