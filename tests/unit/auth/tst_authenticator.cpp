// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/auth/desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace hub;
using namespace test;
using namespace std::chrono_literals;

class TestAuthenticator : public QObject
{
    Q_OBJECT

private slots:
    void withoutKeysAnybodyIsEverybody();
    void remembersUntilExpiry();
    void forgetsOnReload();
    void failuresAreLimited();
    void failuresOfOthersLockNobodyOut();
    void guessesHaveARateOfChecks();
    void signedTokensAreNoFailures();
    void revokes();
    void tickets();
    void aKeyThatWasTakenAway();
};

void TestAuthenticator::withoutKeysAnybodyIsEverybody()
{
    Desk desk;
    QVERIFY(desk.authenticator.isKeyless());
    QCOMPARE(*desk.ask(""), QByteArray("ok"));
}

void TestAuthenticator::remembersUntilExpiry()
{
    const Issuer issuer("a");
    Desk desk;
    desk.trust({&issuer});
    QVERIFY(!desk.authenticator.isKeyless());
    const QByteArray token = issuer.token(desk.clock.wallMs());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(*desk.ask(token), QByteArray("ok"));
    QCOMPARE(*desk.ask(token + 'A'), QByteArray("bad_signature"));
    desk.clock.advance(10min + tokenLeeway - 1ms);
    QCOMPARE(*desk.ask(token), QByteArray("ok"));
    desk.clock.advance(1);
    QCOMPARE(*desk.ask(token), QByteArray("token_expired"));
}

void TestAuthenticator::forgetsOnReload()
{
    const Issuer issuer("a");
    const Issuer other("a");
    Desk desk;
    Authenticator::Options options;
    (void)options.keys.add(issuer.verificationKey());
    desk.authenticator.configure(options);
    const QByteArray token = issuer.token(desk.clock.wallMs());
    QCOMPARE(*desk.ask(token), QByteArray("ok"));
    options.rules.audience = QStringLiteral("hub");
    desk.authenticator.configure(options);
    QCOMPARE(*desk.ask(token), QByteArray("wrong_audience"));
    desk.trust({&other});
    QCOMPARE(*desk.ask(token), QByteArray("bad_signature"));
}

void TestAuthenticator::failuresAreLimited()
{
    const Issuer issuer("a");
    Desk desk;
    desk.trust({&issuer});
    for (int i = 0; i < FailureLimiter::Limits().burst; ++i)
        QCOMPARE(*desk.ask("x"), QByteArray("bad_token"));
    QCOMPARE(*desk.ask("x"), QByteArray("too_many_failures"));
    QCOMPARE(desk.authenticator.retryAfter("192.0.2.1"), 3s);
    QCOMPARE(*desk.ask("x", "192.0.2.2"), QByteArray("bad_token"));
    desk.clock.advance(3'000);
    QCOMPARE(*desk.ask("x"), QByteArray("bad_token"));
}

void TestAuthenticator::failuresOfOthersLockNobodyOut()
{
    const Issuer issuer("a");
    const Issuer forger("a");
    Desk desk;
    desk.trust({&issuer});
    for (int i = 0; i <= FailureLimiter::Limits().burst; ++i)
        (void)desk.ask(forger.token(desk.clock.wallMs(), QByteArray::number(i)));
    QCOMPARE(*desk.ask(forger.token(desk.clock.wallMs())), QByteArray("too_many_failures"));
    QCOMPARE(*desk.ask(issuer.token(desk.clock.wallMs())), QByteArray("ok"));
}

void TestAuthenticator::guessesHaveARateOfChecks()
{
    const Issuer issuer("a");
    const Issuer forger("a");
    Desk desk;
    Authenticator::Options options;
    (void)options.keys.add(issuer.verificationKey());
    options.failures = {1, 2};
    desk.authenticator.configure(options);
    const auto guess = [&](int i) {
        return *desk.ask(forger.token(desk.clock.wallMs(), QByteArray::number(i)));
    };
    QCOMPARE(guess(0), QByteArray("bad_signature"));
    QCOMPARE(guess(1), QByteArray("too_many_failures")); // the signature was checked
    QCOMPARE(guess(2), QByteArray("too_many_failures")); // the signature was checked
    const QByteArray good = issuer.token(desk.clock.wallMs());
    QCOMPARE(*desk.ask(good), QByteArray("too_many_failures")); // no check is left
    QCOMPARE(*desk.ask(good, "192.0.2.2"), QByteArray("ok"));
    QCOMPARE(*desk.ask(good), QByteArray("ok")); // a remembered token needs no check
}

void TestAuthenticator::signedTokensAreNoFailures()
{
    const Issuer issuer("a");
    Desk desk;
    desk.trust({&issuer});
    const QByteArray old = issuer.token(desk.clock.wallMs() - 3'600'000);
    for (int i = 0; i < 2 * FailureLimiter::Limits().burst; ++i)
        QCOMPARE(*desk.ask(old), QByteArray("token_expired"));
    QCOMPARE(desk.authenticator.retryAfter("192.0.2.1"), 0s);
}

void TestAuthenticator::revokes()
{
    const Issuer issuer("a");
    Desk desk;
    desk.trust({&issuer});
    const QByteArray first = issuer.token(desk.clock.wallMs(), "1");
    const QByteArray second = issuer.token(desk.clock.wallMs(), "2");
    QCOMPARE(*desk.ask(first), QByteArray("ok"));
    QVERIFY(desk.authenticator.revocations().add("1", {}, desk.clock.wallMs() + 60'000));
    QCOMPARE(*desk.ask(first), QByteArray("token_revoked"));
    QCOMPARE(*desk.ask(second), QByteArray("ok"));
    QVERIFY(desk.authenticator.revocations().add({}, "ann", desk.clock.wallMs() + 60'000));
    QCOMPARE(*desk.ask(second), QByteArray("token_revoked"));
    desk.clock.advance(60'000);
    QCOMPARE(*desk.ask(first), QByteArray("ok"));
}

void TestAuthenticator::tickets()
{
    Desk desk;
    Principal ann;
    ann.subject = "ann";
    ann.tokenId = "1";
    ann.expiresMs = desk.clock.wallMs() - tokenLeeway.count() + 20'000;
    const auto ticket = [&] { return *desk.authenticator.issueTicket(ann); };
    QCOMPARE(*desk.authenticator.redeemTicket(ticket()), ann);
    QCOMPARE(desk.authenticator.redeemTicket("x").error().code, QByteArray("bad_ticket"));
    const QByteArray late = ticket();
    const QByteArray revoked = ticket();
    QVERIFY(desk.authenticator.revocations().add("1", {}, desk.clock.wallMs() + 10'000));
    QCOMPARE(desk.authenticator.redeemTicket(revoked).error().code, QByteArray("token_revoked"));
    desk.clock.advance(20'000);
    QCOMPARE(desk.authenticator.redeemTicket(late).error().code, QByteArray("token_expired"));
}

void TestAuthenticator::aKeyThatWasTakenAway()
{
    const Issuer first("a");
    const Issuer second("b");
    Desk desk;
    QSignalSpy lost(&desk.authenticator, &Authenticator::keysLost);
    desk.trust({&first});
    const Principal ann = desk.principalOf(first.token(desk.clock.wallMs()));
    QCOMPARE(ann.keyDigest, first.verificationKey().digest());
    const QByteArray ticket = *desk.authenticator.issueTicket(ann);
    desk.trust({&second, &first}); // one more key, and another order
    QCOMPARE(lost.size(), 0);
    QVERIFY(desk.authenticator.standing(ann));

    desk.trust({&second});
    QCOMPARE(lost.size(), 1);
    QVERIFY(!desk.authenticator.hasKey(first.verificationKey().digest()));
    QVERIFY(desk.authenticator.hasKey(second.verificationKey().digest()));
    QCOMPARE(desk.authenticator.standing(ann).error().code, QByteArray("unknown_key"));
    QCOMPARE(desk.authenticator.redeemTicket(ticket).error().code, QByteArray("unknown_key"));
    QCOMPARE(*desk.ask(first.token(desk.clock.wallMs())), QByteArray("unknown_key"));
    desk.trust({&second});
    QCOMPARE(lost.size(), 1);
}

QTEST_GUILESS_MAIN(TestAuthenticator)
#include "tst_authenticator.moc"
