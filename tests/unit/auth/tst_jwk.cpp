// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/jwk.h"
#include "tests/support/josevectors.h"

#include <QTest>

using namespace hub;
using namespace test;

namespace {
QByteArray okp(const QByteArray &more = {})
{
    return QByteArray(R"({"kty":"OKP","crv":"Ed25519","x":")") + jose::ed25519X + '"' + more + '}';
}

QByteArray rsa(const QByteArray &more = {})
{
    return QByteArray(R"({"kty":"RSA","e":"AQAB","n":")") + jose::rsaModulus + '"' + more + '}';
}

QByteArray oct(int bytes, const QByteArray &more = {})
{
    return R"({"kty":"oct","k":")" + QByteArray(bytes, 'A').toBase64() + '"' + more + '}';
}
} // namespace

class TestJwk : public QObject
{
    Q_OBJECT

private slots:
    void readsKeys_data();
    void readsKeys();
    void refusesKeys_data();
    void refusesKeys();
    void secretsComeFromFilesOnly();
    void passesOverWhatIsForSomethingElse();
    void refusesSets_data();
    void refusesSets();
};

void TestJwk::readsKeys_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("accepted");
    const auto row = [](const char *name, const QByteArray &json, const char *accepted) {
        QTest::newRow(name) << json << QByteArray(accepted);
    };
    row("RSA", rsa(), "RS256 PS256");
    row("RSA, narrowed", rsa(R"(,"alg":"PS256")"), "PS256");
    row("Ed25519", okp(), "EdDSA");
    row("Ed25519, new name", okp(R"(,"alg":"Ed25519","use":"sig")"), "EdDSA");
    row("operations", okp(R"(,"key_ops":["sign","verify"])"), "EdDSA");
    row("unknown members", okp(R"(,"x5t":"abc","exp":5,"key_ops":"verify")"), "EdDSA");
    row("secret", oct(33), "HS256");
}

void TestJwk::readsKeys()
{
    QFETCH(QByteArray, json);
    const auto key = parseJwk(json, JwkOrigin::File);
    QVERIFY2(key.ok(), key ? "" : qPrintable(key.error().message));
    QByteArrayList accepted;
    for (const char *name : {"HS256", "RS256", "PS256", "ES256", "EdDSA"}) {
        if (key->accepts(*parseJwtAlgorithm(name)))
            accepted << name;
    }
    QTEST(accepted.join(' '), "accepted");
    QVERIFY(key->id().isEmpty());
    QCOMPARE(parseJwk(okp(R"(,"kid":"k1")"), JwkOrigin::File)->id(), QByteArray("k1"));
}

void TestJwk::refusesKeys_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named"); // a word in the message
    const auto row = [](const char *name, const QByteArray &json, const char *named) {
        QTest::newRow(name) << json << QString::fromLatin1(named);
    };
    row("nothing", "", "");
    row("no object", "[]", "");
    row("no kty", R"({"x":"AAAA"})", "kty");
    row("kty is a number", R"({"kty":1})", "kty");
    row("kty twice", R"({"kty":"OKP",)" + okp().sliced(1), "twice");
    row("unknown kty", R"({"kty":"AKP","crv":"x"})", "Ed25519");
    row("other curve", R"({"kty":"EC","crv":"secp256k1","x":"AAAA","y":"AAAA"})", "P-256");
    row("X25519", R"({"kty":"OKP","crv":"X25519","x":"AAAA"})", "Ed25519");
    row("padded", R"({"kty":"OKP","crv":"Ed25519","x":"AAA="})", "x:");
    row("no x", R"({"kty":"OKP","crv":"Ed25519"})", "x:");
    row("short x", R"({"kty":"OKP","crv":"Ed25519","x":"AAAA"})", "");
    row("short RSA", R"({"kty":"RSA","e":"AQAB","n":")" + QByteArray(172, '_') + "\"}", "2048");
    row("n is a number", R"({"kty":"RSA","e":"AQAB","n":5})", "n:");
    row("for encryption", okp(R"(,"use":"enc")"), "use");
    row("for signing only", okp(R"(,"key_ops":["sign"])"), "key_ops");
    row("algorithm of another kind", okp(R"(,"alg":"RS256")"), "alg");
    row("RSA as HS256", rsa(R"(,"alg":"HS256")"), "alg");
    row("unknown algorithm", rsa(R"(,"alg":"RS512")"), "alg");
    row("none", rsa(R"(,"alg":"none")"), "alg");
    row("huge kid", okp(R"(,"kid":")" + QByteArray(257, 'k') + '"'), "kid");
    row("short secret", oct(30), "32");
    row("secret as EdDSA", oct(33, R"(,"alg":"EdDSA")"), "alg");
}

void TestJwk::refusesKeys()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto key = parseJwk(json, JwkOrigin::File);
    QVERIFY(!key);
    QCOMPARE(key.error().code, QByteArray("bad_key"));
    QVERIFY2(key.error().message.contains(named), qPrintable(key.error().message));
}

void TestJwk::secretsComeFromFilesOnly()
{
    QVERIFY(parseJwk(oct(33), JwkOrigin::File));
    QVERIFY(!parseJwk(oct(33), JwkOrigin::Network));
}

void TestJwk::passesOverWhatIsForSomethingElse()
{
    const auto keys = parseJwks(R"({"keys":[{"kty":"AKP"},7,)" + okp() + ','
                                    + rsa(R"(,"use":"enc")") + "," + rsa() + R"(],"more":[]})",
                                JwkOrigin::Network);
    QVERIFY(keys);
    QCOMPARE(keys->size(), 2);
    QCOMPARE(parseJwks(okp(), JwkOrigin::Network)->size(), 1);
}

void TestJwk::refusesSets_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("empty") << QByteArray(R"({"keys":[]})");
    QTest::newRow("no array") << QByteArray(R"({"keys":{}})");
    QTest::newRow("twice") << QByteArray(R"({"keys":[],"keys":[)" + okp() + "]}");
    QTest::newRow("none usable") << QByteArray(R"({"keys":[{"kty":"AKP","crv":"x"}]})");
    QTest::newRow("too many") << QByteArray(R"({"keys":[)" + (okp() + ',').repeated(64) + okp()
                                            + "]}");
    QTest::newRow("cut") << QByteArray(R"({"keys":[)" + okp());
}

void TestJwk::refusesSets()
{
    QFETCH(QByteArray, json);
    const auto keys = parseJwks(json, JwkOrigin::Network);
    QVERIFY(!keys);
    QCOMPARE(keys.error().code, QByteArray("bad_key"));
}

QTEST_GUILESS_MAIN(TestJwk)
#include "tst_jwk.moc"
