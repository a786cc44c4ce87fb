// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/crypto/base64.h"
#include "hub/crypto/privatekey.h"
#include "hub/crypto/publickey.h"
#include "tests/support/josevectors.h"

#include <QTest>

using namespace hub;
using namespace test;

Q_DECLARE_METATYPE(hub::SignatureScheme)

namespace {
QByteArray decoded(QByteArrayView text)
{
    return decodeBase64Url(text).value();
}

PublicKey rsaKey()
{
    return *PublicKey::fromRsa(decoded(jose::rsaModulus), decoded("AQAB"));
}

PublicKey p256Key()
{
    return *PublicKey::fromP256(decoded(jose::p256X), decoded(jose::p256Y));
}

PublicKey ed25519Key()
{
    return *PublicKey::fromEd25519(decoded(jose::ed25519X));
}

/// The signed text of a token, and its signature.
std::pair<QByteArray, QByteArray> taken(QByteArrayView token)
{
    const qsizetype dot = token.lastIndexOf('.');
    return {token.first(dot).toByteArray(), decoded(token.sliced(dot + 1))};
}

PublicKey keyFor(SignatureScheme scheme)
{
    switch (scheme) {
    case SignatureScheme::Rs256:
    case SignatureScheme::Ps256: return rsaKey();
    case SignatureScheme::Es256: return p256Key();
    case SignatureScheme::EdDsa: break;
    }
    return ed25519Key();
}
} // namespace

class TestPublicKey : public QObject
{
    Q_OBJECT

private slots:
    void verifiesVectors_data();
    void verifiesVectors();
    void refusesForgeries_data();
    void refusesForgeries();
    void signs_data();
    void signs();
    void refusesBadKeys_data();
    void refusesBadKeys();
    void refusesBadPem_data();
    void refusesBadPem();
    void readsACertificate();
    void tellsNoSecret();
};

void TestPublicKey::verifiesVectors_data()
{
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::addColumn<QByteArray>("token");
    const auto row = [](const char *name, SignatureScheme scheme, const char *token) {
        QTest::newRow(name) << scheme << QByteArray(token);
    };
    row("RFC 7515 A.2", SignatureScheme::Rs256, jose::rs256Token);
    row("RFC 7515 A.3", SignatureScheme::Es256, jose::es256Token);
    row("RFC 8037 A.4", SignatureScheme::EdDsa, jose::edDsaToken);
    row("PS256", SignatureScheme::Ps256, jose::ps256Token);
}

void TestPublicKey::verifiesVectors()
{
    QFETCH(SignatureScheme, scheme);
    QFETCH(QByteArray, token);
    const PublicKey key = keyFor(scheme);
    const auto [data, signature] = taken(token);
    QVERIFY(key.verify(scheme, data, signature));
    QVERIFY(PublicKey::fromPem(key.toPem())->verify(scheme, data, signature));
    // Changed bytes, a changed length and changed data must all fail.
    for (qsizetype i = 0; i < signature.size(); i += 7) {
        QByteArray wrong = signature;
        wrong[i] = char(wrong[i] ^ 1);
        QVERIFY(!key.verify(scheme, data, wrong));
    }
    QVERIFY(!key.verify(scheme, data + 'x', signature));
    QVERIFY(!key.verify(scheme, data, signature.chopped(1)));
    QVERIFY(!key.verify(scheme, data, signature + '\0'));
    QVERIFY(!key.verify(scheme, data, {}));
    for (const auto other : {SignatureScheme::Rs256, SignatureScheme::Ps256, SignatureScheme::Es256,
                             SignatureScheme::EdDsa})
        QCOMPARE(key.verify(other, data, signature), other == scheme);
}

void TestPublicKey::refusesForgeries_data()
{
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::addColumn<QByteArray>("signature");
    const QByteArray zero(32, '\0');
    const QByteArray one = QByteArray(31, '\0') + '\1';
    const QByteArray order =
        QByteArray::fromHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    const auto row = [](const char *name, SignatureScheme scheme, const QByteArray &signature) {
        QTest::newRow(name) << scheme << signature;
    };
    row("r = s = 0", SignatureScheme::Es256, zero + zero); // CVE-2022-21449
    row("r = 0", SignatureScheme::Es256, zero + one);
    row("s = 0", SignatureScheme::Es256, one + zero);
    row("r = s = n", SignatureScheme::Es256, order + order);
    row("s = n", SignatureScheme::Es256, one + order);
    row("DER instead of r and s", SignatureScheme::Es256, QByteArray::fromHex("3006020101020101"));
    row("65 bytes", SignatureScheme::Es256, zero + zero + '\0');
    row("EdDSA of zeros", SignatureScheme::EdDsa, zero + zero);
    row("RSA of zeros", SignatureScheme::Rs256, QByteArray(256, '\0'));
    row("RSA of one", SignatureScheme::Rs256, QByteArray(255, '\0') + '\1');
    row("PSS of zeros", SignatureScheme::Ps256, QByteArray(256, '\0'));
    row("PSS, salt of 20 bytes", SignatureScheme::Ps256, taken(jose::shortSaltToken).second);
    row("huge", SignatureScheme::Rs256, QByteArray(100'000, 'x'));
}

void TestPublicKey::refusesForgeries()
{
    QFETCH(SignatureScheme, scheme);
    QFETCH(QByteArray, signature);
    const QByteArray data = taken(jose::ps256Token).first;
    QVERIFY(!keyFor(scheme).verify(scheme, data, signature));
}

void TestPublicKey::signs_data()
{
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::newRow("RS256") << SignatureScheme::Rs256;
    QTest::newRow("PS256") << SignatureScheme::Ps256;
    QTest::newRow("ES256") << SignatureScheme::Es256;
    QTest::newRow("EdDSA") << SignatureScheme::EdDsa;
}

void TestPublicKey::signs()
{
    QFETCH(SignatureScheme, scheme);
    const auto made = scheme == SignatureScheme::Es256   ? PrivateKey::generateP256()
                      : scheme == SignatureScheme::EdDsa ? PrivateKey::generateEd25519()
                                                         : PrivateKey::generateRsa();
    QVERIFY(made);
    const auto key = PrivateKey::fromPem(made->toPem());
    QVERIFY(key);
    for (int i = 0; i < 20; ++i) { // 1 of 128 signatures has an r or s with a leading zero
        const QByteArray data = QByteArray::number(i);
        const auto signature = key->sign(scheme, data);
        QVERIFY(signature);
        QVERIFY(made->publicKey().verify(scheme, data, *signature));
        QVERIFY(!keyFor(scheme).verify(scheme, data, *signature));
    }
    const auto other =
        scheme == SignatureScheme::Es256 ? SignatureScheme::EdDsa : SignatureScheme::Es256;
    QCOMPARE(key->sign(other, "x").error().code, QByteArray("bad_key"));
}

void TestPublicKey::refusesBadKeys_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    const auto row = [](const char *name, const char *kind, const QByteArray &first,
                        const QByteArray &second) {
        QTest::newRow(name) << QByteArray(kind) << first << second;
    };
    const QByteArray exponent = decoded("AQAB");
    const QByteArray x = decoded(jose::p256X);
    row("RSA of 1024 bits", "rsa", QByteArray(128, '\xff'), exponent);
    row("RSA of 2040 bits", "rsa", '\0' + QByteArray(255, '\xff'), exponent);
    row("RSA of 16384 bits", "rsa", QByteArray(2048, '\xff'), exponent);
    row("RSA, even modulus", "rsa", QByteArray(256, '\xfe'), exponent);
    row("RSA, no exponent", "rsa", decoded(jose::rsaModulus), {});
    row("RSA, exponent 1", "rsa", decoded(jose::rsaModulus), QByteArray(1, '\1'));
    row("RSA, even exponent", "rsa", decoded(jose::rsaModulus), QByteArray(1, '\4'));
    row("RSA, long exponent", "rsa", decoded(jose::rsaModulus), QByteArray(9, '\xff'));
    row("not on the curve", "ec", x, x);
    row("infinity", "ec", QByteArray(32, '\0'), QByteArray(32, '\0'));
    row("x too short", "ec", x.chopped(1), decoded(jose::p256Y));
    row("y too long", "ec", x, decoded(jose::p256Y) + '\0');
    row("Ed25519 too short", "ed", QByteArray(31, 'x'), {});
    row("Ed25519 too long", "ed", QByteArray(33, 'x'), {});
}

void TestPublicKey::refusesBadKeys()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    const auto key = kind == "rsa"  ? PublicKey::fromRsa(first, second)
                     : kind == "ec" ? PublicKey::fromP256(first, second)
                                    : PublicKey::fromEd25519(first);
    QVERIFY(!key);
    QCOMPARE(key.error().code, QByteArray("bad_key"));
    QVERIFY(!key.error().message.isEmpty());
}

void TestPublicKey::refusesBadPem_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a word") << QByteArray("hello");
    QTest::newRow("cut") << ed25519Key().toPem().chopped(40);
    QTest::newRow("private") << PrivateKey::generateEd25519()->toPem();
    QTest::newRow("two") << ed25519Key().toPem() + p256Key().toPem();
    QTest::newRow("1024 bits") << QByteArray(
        "-----BEGIN PUBLIC KEY-----\n"
        "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCqKz3mRYWRWMR+hoXU3PRCvFdC\n"
        "sm6ahNsy5M7q45JmCcZGZKR7yMJQGbHT7xrH/N4Xvt9uVgJwSNN8g1Rnj4ZtQ7Lk\n"
        "X7+PXApjcYiQlYvE+yIq1uvHpjHvGx+j3OEKPDYbZ/oV1C0fathJ8e9j8RA/z3ZH\n"
        "XagjcMSEnwUL09KZFwIDAQAB\n"
        "-----END PUBLIC KEY-----\n");
    QTest::newRow("P-384") << QByteArray(
        "-----BEGIN PUBLIC KEY-----\n"
        "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAErPv1p1AlZu03xNulEuuggRsOpLf4/Qxo\n"
        "8bUN01+y/r9fz3jlU9RrYQfRck1Ah7IqhAns4K7crnnBToC1u9Im7XQaNgXAKwC/\n"
        "o0H1TiNzrspjJUOpTy4WXP6juFktcuKl\n"
        "-----END PUBLIC KEY-----\n");
    QTest::newRow("X25519") << QByteArray(
        "-----BEGIN PUBLIC KEY-----\n"
        "MCowBQYDK2VuAyEARGuJ0KalGK/85muhQPxr8999MXLPpYnW/PIkX5aTjXQ=\n"
        "-----END PUBLIC KEY-----\n");
}

void TestPublicKey::refusesBadPem()
{
    QFETCH(QByteArray, pem);
    const auto key = PublicKey::fromPem(pem);
    QVERIFY(!key);
    QCOMPARE(key.error().code, QByteArray("bad_key"));
}

void TestPublicKey::readsACertificate()
{
    const auto key =
        PublicKey::fromPem("-----BEGIN CERTIFICATE-----\n"
                           "MIIBMjCB5aADAgECAhRyYNWy8ICPnB+Uh+MJaRc7Cex2OzAFBgMrZXAwDzENMAsG\n"
                           "A1UEAwwEdGVzdDAeFw0yNjExMjQxNzI3MTJaFw0zNjExMjExNzI3MTJaMA8xDTAL\n"
                           "BgNVBAMMBHRlc3QwKjAFBgMrZXADIQDNrHXwANPjznKOrAIIbtSq+lBltLuPlbLe\n"
                           "+nJG3ALFvaNTMFEwHQYDVR0OBBYEFFRLmbNqZIwgpkge2RoU3zIPluG0MB8GA1Ud\n"
                           "IwQYMBaAFFRLmbNqZIwgpkge2RoU3zIPluG0MA8GA1UdEwEB/wQFMAMBAf8wBQYD\n"
                           "K2VwA0EAolV7M48pATUWBPKR/J1+B9phMzglv4ONcSiEx5upkuZLTgNCPxs8jI7w\n"
                           "CAlmaAMCBw88pOpPg/qIAqVe/DDiAw==\n"
                           "-----END CERTIFICATE-----\n");
    QVERIFY(key);
    QVERIFY(key->kind() == KeyKind::Ed25519);
    QCOMPARE(key->toPem(),
             QByteArray("-----BEGIN PUBLIC KEY-----\n"
                        "MCowBQYDK2VwAyEAzax18ADT485yjqwCCG7UqvpQZbS7j5Wy3vpyRtwCxb0=\n"
                        "-----END PUBLIC KEY-----\n"));
}

void TestPublicKey::tellsNoSecret()
{
    const auto key = PrivateKey::generateEd25519();
    QVERIFY(!key->publicKey().toPem().contains("PRIVATE"));
    QVERIFY(!PrivateKey::fromPem(key->publicKey().toPem()));
    QVERIFY(
        !PrivateKey::fromPem("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                             "MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjbLFpDsGwzGAICCAAw\n"
                             "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEIuLGhQFL4aOVgrnA3ieJy8EQGO/\n"
                             "H7/jsgerT9Or86VFtbx0nkmEG+hgBjJ2IZVTTXTnRx2vDRfP6XIzhF9KzmFH0kSY\n"
                             "TMWuwzTL3gLyy/jXnRs=\n"
                             "-----END ENCRYPTED PRIVATE KEY-----\n"));
}

QTEST_GUILESS_MAIN(TestPublicKey)
#include "tst_publickey.moc"
