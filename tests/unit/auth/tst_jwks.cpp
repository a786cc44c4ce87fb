// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/jwksclient.h"
#include "tests/support/scriptedserver.h"
#include "tests/unit/auth/desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace hub;
using namespace test;
using namespace std::chrono_literals;

namespace {
void publish(ScriptedServer &server, int request, const std::vector<const Issuer *> &issuers)
{
    QByteArrayList jwks;
    for (const Issuer *issuer : issuers)
        jwks << issuer->jwk();
    server.answer(request, 200, "application/jwk-set+json", "{\"keys\":[" + jwks.join(',') + "]}");
}

/// Publishes these keys in answer to every request.
void publishAlways(ScriptedServer &server, const std::vector<const Issuer *> &issuers)
{
    server.respond([&server, issuers](int number, const ScriptedRequest &) {
        publish(server, number, issuers);
    });
}
} // namespace

class TestJwks : public QObject
{
    Q_OBJECT

private slots:
    void addressesOfKeys_data();
    void addressesOfKeys();
    void waitsForTheFirstKeys();
    void followsARotation();
    void asksAtMostOnceIn30Seconds();
    void givesUpAFetchThatHangs();
    void keepsTheOldKeys_data();
    void keepsTheOldKeys();
    void staleKeysAreFetchedAnew();
    void waitingIsBounded();
    void reloadAnswersWhoWaits();
    void aKeyThatVanishesIsLost();
    void aNewAddressIsAskedFirst_data();
    void aNewAddressIsAskedFirst();
};

void TestJwks::addressesOfKeys_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("taken");
    const auto row = [](const char *url, bool taken) {
        QTest::newRow(url) << QString::fromLatin1(url) << taken;
    };
    row("https://id.example.org/keys?x=1", true);
    row("http://localhost:8080/keys", true);
    row("http://127.0.0.1/keys", true);
    row("http://[::1]:1/keys", true);
    row("http://id.example.org/keys", false);
    row("http://localhost.example.org/keys", false);
    row("http://127.0.0.1.example.org/", false);
    row("https://user:secret@id.example.org/keys", false);
    row("file:///etc/passwd", false);
    row("ftp://localhost/keys", false);
    row("https:///keys", false);
    row("keys", false);
    row("", false);
}

void TestJwks::addressesOfKeys()
{
    QFETCH(QString, url);
    QTEST(JwksClient::checkUrl(QUrl(url)).ok(), "taken");
}

void TestJwks::waitsForTheFirstKeys()
{
    const Issuer issuer("a");
    ScriptedServer server;
    Desk desk;
    desk.trust({}, server.url("/keys"));
    QVERIFY(!desk.authenticator.isKeyless());
    const auto good = desk.ask(issuer.token(desk.clock.wallMs()));
    const auto unknown = desk.ask(Issuer("b").token(desk.clock.wallMs()));
    QCOMPARE(*desk.ask("x"), QByteArray("bad_token")); // refused at once, because no key could help
    QTRY_COMPARE(server.count(), 1);
    QCOMPARE(*good, QByteArray());
    publish(server, 0, {&issuer});
    QTRY_COMPARE(*good, QByteArray("ok"));
    QCOMPARE(*unknown, QByteArray("unknown_key"));
    QCOMPARE(server.request(0).target, QByteArray("/keys"));
}

void TestJwks::followsARotation()
{
    const Issuer first("a");
    const Issuer second("b");
    ScriptedServer server;
    Desk desk;
    desk.trust({}, server.url("/keys"));
    const QByteArray early = first.token(desk.clock.wallMs());
    const auto before = desk.ask(early);
    QTRY_COMPARE(server.count(), 1);
    publish(server, 0, {&first});
    QTRY_COMPARE(*before, QByteArray("ok"));
    desk.clock.advance(JwksClient::leastInterval);
    const auto after = desk.ask(second.token(desk.clock.wallMs()));
    QTRY_COMPARE(server.count(), 2);
    QCOMPARE(*desk.ask(early), QByteArray("ok")); // known tokens do not wait for the request
    publish(server, 1, {&second});
    QTRY_COMPARE(*after, QByteArray("ok"));
    // The first key is gone, and with it the tokens that it signed.
    QCOMPARE(*desk.ask(early), QByteArray("unknown_key"));
}

void TestJwks::asksAtMostOnceIn30Seconds()
{
    const Issuer issuer("a");
    ScriptedServer server;
    publishAlways(server, {&issuer});
    Desk desk;
    desk.trust({}, server.url("/keys"));
    const auto good = desk.ask(issuer.token(desk.clock.wallMs()));
    QTRY_COMPARE(*good, QByteArray("ok"));
    const auto flood = [&] {
        for (int i = 0; i < 1000; ++i) {
            const QByteArray address = "192.0.2." + QByteArray::number(i % 250);
            const auto said = desk.ask(Issuer(QByteArray::number(i)).token(1), address);
            QTRY_COMPARE(*said, QByteArray("unknown_key"));
        }
    };
    flood();
    QCOMPARE(server.count(), 1);
    desk.clock.advance(JwksClient::leastInterval - 1ms);
    flood();
    QCOMPARE(server.count(), 1);
    desk.clock.advance(1);
    flood();
    QCOMPARE(server.count(), 2);
}

void TestJwks::givesUpAFetchThatHangs()
{
    ScriptedServer server; // answers nothing
    Desk desk;
    desk.trust({}, server.url("/keys"));
    const auto waiting = desk.ask(Issuer("a").token(desk.clock.wallMs()));
    QTRY_COMPARE(server.count(), 1);
    desk.clock.advance(std::chrono::milliseconds(JwksClient::deadline).count() - 1);
    const int before = desk.clock.readings();
    QTRY_VERIFY(desk.clock.readings() >= before + 2);
    QCOMPARE(*waiting, QByteArray());
    desk.clock.advance(1);
    QTRY_COMPARE(*waiting, QByteArray("keys_unavailable"));
    QTRY_VERIFY(!server.isOpen(0));
}

void TestJwks::keepsTheOldKeys_data()
{
    QTest::addColumn<int>("status"); // 0 = the connection is reset
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("reset") << 0 << QByteArray() << QByteArray();
    QTest::newRow("500") << 500 << QByteArray("{}") << QByteArray();
    QTest::newRow("404") << 404 << QByteArray() << QByteArray();
    QTest::newRow("no JSON") << 200 << QByteArray("<html>") << QByteArray();
    QTest::newRow("no keys") << 200 << QByteArray(R"({"keys":[]})") << QByteArray();
    QTest::newRow("a secret") << 200
                              << QByteArray(R"({"kty":"oct","k":")" + QByteArray(64, 'A') + "\"}")
                              << QByteArray();
    QTest::newRow("too large") << 200 << QByteArray(JwksClient::mostBytes + 1, ' ') << QByteArray();
    QTest::newRow("leads elsewhere") << 302 << QByteArray() << QByteArray("Location: /other\r\n");
}

void TestJwks::keepsTheOldKeys()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, headers);
    const Issuer issuer("a");
    ScriptedServer server;
    server.respond([&](int number, const ScriptedRequest &) {
        if (number == 0)
            publish(server, 0, {&issuer});
        else if (status == 0)
            server.abort(number);
        else
            server.answer(number, status, "application/json", body, headers);
    });
    Desk desk;
    desk.trust({}, server.url("/keys"));
    const auto before = desk.ask(issuer.token(desk.clock.wallMs()));
    QTRY_COMPARE(*before, QByteArray("ok"));
    desk.clock.advance(JwksClient::leastInterval);
    const auto unknown = desk.ask(Issuer("b").token(desk.clock.wallMs()));
    QTRY_COMPARE(*unknown, QByteArray("unknown_key"));
    QVERIFY(server.count() >= 2); // Qt repeats a request after a reset
    QVERIFY(server.requestsFor("/other").isEmpty());
    QCOMPARE(*desk.ask(issuer.token(desk.clock.wallMs(), "later")), QByteArray("ok"));
}

void TestJwks::staleKeysAreFetchedAnew()
{
    const Issuer issuer("a");
    const Issuer other("b");
    ScriptedServer server;
    server.respond([&](int number, const ScriptedRequest &) {
        publish(server, number, {number == 0 ? &issuer : &other});
    });
    Desk desk;
    desk.trust({}, server.url("/keys"));
    desk.clock.setWall(0);
    const QByteArray token = issuer.token(JwksClient::mostAge.count());
    const auto before = desk.ask(token);
    QTRY_COMPARE(*before, QByteArray("ok"));
    desk.clock.advance(JwksClient::mostAge - 1ms);
    QCOMPARE(*desk.ask(token), QByteArray("ok"));
    desk.clock.advance(1);
    QCOMPARE(*desk.ask(token), QByteArray("ok")); // answered at once, while the keys are fetched
    QTRY_COMPARE(server.count(), 2);
    QTRY_COMPARE(*desk.ask(token, "192.0.2.9"), QByteArray("unknown_key"));
}

void TestJwks::waitingIsBounded()
{
    ScriptedServer server;
    Desk desk;
    desk.trust({}, server.url("/keys"));
    const QByteArray token = Issuer("a").token(desk.clock.wallMs());
    const auto countWaiting = [&](const QByteArray &address) {
        qsizetype waiting = 0;
        while (desk.ask(token, address)->isEmpty())
            ++waiting;
        return waiting;
    };
    QCOMPARE(countWaiting("192.0.2.1"), Authenticator::mostWaitingOfCaller);
    qsizetype all = Authenticator::mostWaitingOfCaller;
    for (int i = 2; i < 100; ++i)
        all += countWaiting("192.0.2." + QByteArray::number(i));
    QCOMPARE(all, Authenticator::mostWaiting);
    QCOMPARE(*desk.ask(token, "192.0.2.200"), QByteArray("keys_unavailable"));
}

void TestJwks::reloadAnswersWhoWaits()
{
    const Issuer issuer("a");
    ScriptedServer server;
    Desk desk;
    desk.trust({}, server.url("/keys"));
    const auto waiting = desk.ask(issuer.token(desk.clock.wallMs()));
    QCOMPARE(*waiting, QByteArray());
    desk.trust({&issuer});
    QCOMPARE(*waiting, QByteArray("ok"));
}

/// The vanished key is noticed although no token is checked.
void TestJwks::aKeyThatVanishesIsLost()
{
    const Issuer first("a");
    const Issuer second("b");
    ScriptedServer server;
    publishAlways(server, {&first, &second});
    Desk desk;
    QSignalSpy lost(&desk.authenticator, &Authenticator::keysLost);
    desk.trust({}, server.url("/keys"));
    QTRY_VERIFY(desk.authenticator.hasKey(first.verificationKey().digest()));
    publishAlways(server, {&second});
    desk.clock.advance(JwksClient::mostAge - 1ms);
    desk.authenticator.refresh();
    desk.clock.advance(1);
    QCOMPARE(server.count(), 1);
    QCOMPARE(lost.size(), 0);
    desk.authenticator.refresh();
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(!desk.authenticator.hasKey(first.verificationKey().digest()));
    QVERIFY(desk.authenticator.hasKey(second.verificationKey().digest()));
}

void TestJwks::aNewAddressIsAskedFirst_data()
{
    // Of the new address: 0 = another key, 1 = the same key, 2 = a failure.
    QTest::addColumn<int>("answer");
    QTest::newRow("another key") << 0;
    QTest::newRow("the same key") << 1;
    QTest::newRow("fails") << 2;
}

void TestJwks::aNewAddressIsAskedFirst()
{
    QFETCH(int, answer);
    const Issuer first("a");
    const Issuer second("b");
    ScriptedServer former;
    publishAlways(former, {&first});
    ScriptedServer server;
    Desk desk;
    QSignalSpy lost(&desk.authenticator, &Authenticator::keysLost);
    desk.trust({}, former.url("/keys"));
    QTRY_VERIFY(desk.authenticator.hasKey(first.verificationKey().digest()));
    desk.trust({}, server.url("/keys"));
    QTRY_COMPARE(server.count(), 1);
    QCOMPARE(lost.size(), 0);
    if (answer == 2)
        server.answer(0, 500, "text/plain", "no");
    else
        publish(server, 0, {answer == 0 ? &second : &first});
    const bool isThere = answer == 1;
    QTRY_VERIFY(isThere ? desk.authenticator.hasKey(first.verificationKey().digest())
                        : lost.size() == 1);
    QCOMPARE(lost.size(), isThere ? 0 : 1);
    QCOMPARE(desk.authenticator.hasKey(first.verificationKey().digest()), isThere);
}

QTEST_GUILESS_MAIN(TestJwks)
#include "tst_jwks.moc"
