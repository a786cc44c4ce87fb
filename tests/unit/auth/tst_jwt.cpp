// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/jwt.h"
#include "hub/crypto/base64.h"

#include <QTest>

using namespace hub;

class TestJwt : public QObject
{
    Q_OBJECT

private slots:
    void namesAlgorithms_data();
    void namesAlgorithms();
    void knowsNoOtherAlgorithm_data();
    void knowsNoOtherAlgorithm();
    void decodesTheParts();
    void signsTheTextAsSent();
    void readsTheKeyId_data();
    void readsTheKeyId();
    void acceptsTokensUpToTheLimit();
    void refusesMalformedTokens_data();
    void refusesMalformedTokens();
    void refusesHeaders_data();
    void refusesHeaders();
};

namespace {

const QByteArray hs256(R"({"alg":"HS256"})");

QByteArray tokenOf(const QByteArray &header, const QByteArray &payload = "{}",
                   const QByteArray &signature = "sig")
{
    return encodeBase64Url(header) + '.' + encodeBase64Url(payload) + '.'
           + encodeBase64Url(signature);
}

/// Returns a token of this size. The payload and the signature are zero bytes.
QByteArray tokenOfSize(qsizetype size)
{
    const QByteArray head = encodeBase64Url(hs256) + '.';
    const QByteArray tail = '.' + encodeBase64Url(QByteArray(32, '\0'));
    return head + QByteArray(size - head.size() - tail.size(), 'A') + tail;
}

QByteArray headerWithKeyId(const QByteArray &json)
{
    return R"({"alg":"HS256","kid":)" + json + '}';
}

} // namespace

void TestJwt::namesAlgorithms_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<JwtAlgorithm>("algorithm");
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<bool>("hasKeyPair");
    QTest::newRow("HS256") << QByteArray("HS256") << JwtAlgorithm::Hs256 << QByteArray("HS256")
                           << false;
    QTest::newRow("RS256") << QByteArray("RS256") << JwtAlgorithm::Rs256 << QByteArray("RS256")
                           << true;
    QTest::newRow("PS256") << QByteArray("PS256") << JwtAlgorithm::Ps256 << QByteArray("PS256")
                           << true;
    QTest::newRow("ES256") << QByteArray("ES256") << JwtAlgorithm::Es256 << QByteArray("ES256")
                           << true;
    QTest::newRow("EdDSA") << QByteArray("EdDSA") << JwtAlgorithm::EdDsa << QByteArray("EdDSA")
                           << true;
    QTest::newRow("Ed25519") << QByteArray("Ed25519") << JwtAlgorithm::EdDsa << QByteArray("EdDSA")
                             << true;
}

void TestJwt::namesAlgorithms()
{
    QFETCH(QByteArray, word);
    QFETCH(JwtAlgorithm, algorithm);
    const auto parsed = parseJwtAlgorithm(word);
    QVERIFY(parsed);
    QCOMPARE(*parsed, algorithm);
    QTEST(toString(algorithm), "written");
    QTEST(schemeOf(algorithm).has_value(), "hasKeyPair");
    const auto jwt = Jwt::decode(tokenOf(R"({"alg":")" + word + "\"}"));
    QVERIFY(jwt);
    QCOMPARE(jwt->algorithm, algorithm);
}

void TestJwt::knowsNoOtherAlgorithm_data()
{
    QTest::addColumn<QByteArray>("word");
    for (const char *word : {"", "none", "None", "hs256", "HS256 ", "HS512", "EDDSA", "ed25519"})
        QTest::addRow("\"%s\"", word) << QByteArray(word);
}

void TestJwt::knowsNoOtherAlgorithm()
{
    QFETCH(QByteArray, word);
    QVERIFY(!parseJwtAlgorithm(word));
}

void TestJwt::decodesTheParts()
{
    const QByteArray token = tokenOf(R"({"typ":"JWT","alg":"ES256","kid":"k1","jku":"https://a/",)"
                                     R"("x5u":"https://a/","x5c":["a"],"jwk":{"k":"a"}})",
                                     R"({"sub":"u"})", QByteArray("\0\xff\xfe", 3));
    const auto jwt = Jwt::decode(token);
    QVERIFY(jwt);
    QCOMPARE(jwt->algorithm, JwtAlgorithm::Es256);
    QCOMPARE(jwt->keyId, QByteArray("k1"));
    QCOMPARE(jwt->payload, QByteArray(R"({"sub":"u"})"));
    QCOMPARE(jwt->signature, QByteArray("\0\xff\xfe", 3));
    QCOMPARE(jwt->signingInput, token.left(token.lastIndexOf('.')));
}

/// The signature covers the text of the header: white space counts, and nothing is encoded again.
void TestJwt::signsTheTextAsSent()
{
    const QByteArray header = "{ \"alg\" :\r\n\"HS256\" }";
    const auto jwt = Jwt::decode(tokenOf(header, "not JSON"));
    QVERIFY(jwt);
    QCOMPARE(jwt->signingInput, encodeBase64Url(header) + '.' + encodeBase64Url("not JSON"));
    QCOMPARE(jwt->payload, QByteArray("not JSON")); // read later, after verification
}

void TestJwt::readsTheKeyId_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("keyId");
    QTest::newRow("none") << hs256 << QByteArray();
    QTest::newRow("empty") << headerWithKeyId(R"("")") << QByteArray();
    QTest::newRow("a path") << headerWithKeyId(R"("../../etc/passwd")")
                            << QByteArray("../../etc/passwd");
    QTest::newRow("with an escape") << headerWithKeyId(R"("a\u002fb")") << QByteArray("a/b");
    QTest::newRow("256 bytes") << headerWithKeyId('"' + QByteArray(256, 'k') + '"')
                               << QByteArray(256, 'k');
    QTest::newRow("256 bytes in 128 characters")
        << headerWithKeyId('"' + QByteArray("\xc3\xa9").repeated(128) + '"')
        << QByteArray("\xc3\xa9").repeated(128);
}

void TestJwt::readsTheKeyId()
{
    QFETCH(QByteArray, header);
    const auto jwt = Jwt::decode(tokenOf(header));
    QVERIFY(jwt);
    QTEST(jwt->keyId, "keyId");
}

void TestJwt::acceptsTokensUpToTheLimit()
{
    const QByteArray longest = tokenOfSize(Jwt::mostBytes);
    QCOMPARE(longest.size(), 8192);
    const auto jwt = Jwt::decode(longest);
    QVERIFY(jwt);
    QVERIFY(jwt->payload.size() > 6000);
    const auto longer = Jwt::decode(tokenOfSize(Jwt::mostBytes + 1));
    QVERIFY(!longer);
    QCOMPARE(longer.error(),
             (Error{"bad_token", QStringLiteral("the token is longer than 8192 bytes")}));
}

void TestJwt::refusesMalformedTokens_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("why");
    const QByteArray header = encodeBase64Url(hs256);
    const auto parts = QStringLiteral("the token must have three parts separated by dots");
    QTest::newRow("nothing") << QByteArray() << parts;
    QTest::newRow("one part") << header << parts;
    QTest::newRow("two parts") << header + ".e30" << parts;
    const auto encoding = QStringLiteral("the token must have three parts of base64url");
    QTest::newRow("four parts") << header + ".e30.c2ln.c2ln" << encoding;
    QTest::newRow("an encrypted token") << header + ".a2V5.aXY.dGV4dA.dGFn" << encoding;
    QTest::newRow("padding") << header + ".e30=.c2ln" << encoding;
    QTest::newRow("the standard alphabet") << header + ".e30.//79" << encoding;
    QTest::newRow("a space") << header + ".e30.c2ln " << encoding;
    QTest::newRow("a line end") << header + ".e30\n.c2ln" << encoding;
    QTest::newRow("unused bits that are set") << header + ".e31.c2ln" << encoding;
    const auto unsignedToken = QStringLiteral("the token has no signature");
    QTest::newRow("no signature") << header + ".e30." << unsignedToken;
    QTest::newRow("only dots") << QByteArray("..") << unsignedToken;
}

void TestJwt::refusesMalformedTokens()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, why);
    const auto jwt = Jwt::decode(token);
    QVERIFY(!jwt);
    QCOMPARE(jwt.error(), badToken(why));
}

void TestJwt::refusesHeaders_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("why"); // the start of the message
    const auto row = [](const char *name, const QByteArray &header, const char *why) {
        QTest::newRow(name) << header << QString::fromLatin1(why);
    };
    row("empty", "", "header: ");
    row("not an object", "[]", "header: ");
    row("alg twice", R"({"alg":"HS256","alg":"HS256"})", "header: a member name occurs twice");
    row("crit", R"({"alg":"HS256","crit":["exp"]})", "header: crit: ");
    row("crit that is empty", R"({"alg":"HS256","crit":[]})", "header: crit: ");
    row("crit that is null", R"({"alg":"HS256","crit":null})", "header: crit: ");
    row("no alg", "{}", "header: alg: ");
    row("alg that is none", R"({"alg":"none"})", "header: alg: ");
    row("alg that is null", R"({"alg":null})", "header: alg: ");
    row("alg in an array", R"({"alg":["HS256"]})", "header: alg: ");
    row("kid that is a number", headerWithKeyId("1"), "header: kid: ");
    row("kid that is null", headerWithKeyId("null"), "header: kid: ");
    row("kid of 257 bytes", headerWithKeyId('"' + QByteArray(257, 'k') + '"'),
        "header: kid: must be a string of at most 256 bytes");
    row("kid of 258 bytes in 129 characters",
        headerWithKeyId('"' + QByteArray("\xc3\xa9").repeated(129) + '"'), "header: kid: ");
}

void TestJwt::refusesHeaders()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, why);
    const auto jwt = Jwt::decode(tokenOf(header));
    QVERIFY(!jwt);
    QCOMPARE(jwt.error().code, QByteArray("bad_token"));
    QVERIFY2(jwt.error().message.startsWith(why), qPrintable(jwt.error().message));
}

QTEST_GUILESS_MAIN(TestJwt)
#include "tst_jwt.moc"
