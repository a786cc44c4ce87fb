// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/jwk.h"
#include "hub/auth/tokenverifier.h"
#include "hub/auth/tokenwriter.h"
#include "hub/crypto/base64.h"
#include "hub/crypto/digest.h"
#include "tests/support/josevectors.h"

#include <QTest>

using namespace hub;
using namespace test;

namespace {
constexpr qint64 nowMs = 1'731'000'000'000;
const QByteArray secret(32, 's');
const QByteArray claims = R"({"sub":"ann","exp":1731000600,"scope":"read publish"})";

PrivateKey rsa()
{
    static const PrivateKey key = *PrivateKey::generateRsa();
    return key;
}

PrivateKey ec()
{
    static const PrivateKey key = *PrivateKey::generateP256();
    return key;
}

PrivateKey ed()
{
    static const PrivateKey key = *PrivateKey::generateEd25519();
    return key;
}

VerificationKey publicHalf(const PrivateKey &key, const QByteArray &id = {})
{
    return *VerificationKey::fromPublic(key.publicKey(), id);
}

KeySet setOf(const std::vector<VerificationKey> &keys)
{
    KeySet set;
    for (const VerificationKey &key : keys)
        (void)set.add(key);
    return set;
}

/// A key set with one key of each kind.
KeySet allKeys()
{
    return setOf({*VerificationKey::fromSecret(secret), publicHalf(rsa()), publicHalf(ec()),
                  publicHalf(ed())});
}

QByteArray tokenOf(const QByteArray &header, const QByteArray &payload = claims)
{
    return *TokenWriter::withKey(ed())->sign(header, payload);
}

QByteArray unsignedToken(const QByteArray &header, const QByteArray &signature = {})
{
    return encodeBase64Url(header) + '.' + encodeBase64Url(claims) + '.' + signature;
}

QByteArray resigned(const QByteArray &token, const QByteArray &signature)
{
    return token.first(token.lastIndexOf('.') + 1) + signature;
}

/// A valid token of exactly `bytes` bytes.
QByteArray tokenOfSize(qsizetype bytes)
{
    for (int more = 0; more < 4; ++more) { // not every length is possible in base64
        const QByteArray header = R"({"alg":"EdDSA"})" + QByteArray(more, ' ');
        QByteArray payload = claims;
        while (encodeBase64Url(header).size() + encodeBase64Url(payload).size() + 88 < bytes)
            payload += ' ';
        const QByteArray token = tokenOf(header, payload);
        if (token.size() == bytes)
            return token;
    }
    return {};
}

QByteArray verdictOn(const QByteArray &token, const KeySet &keys = allKeys())
{
    const auto answer = verifyToken(token, keys, {}, nowMs);
    return answer ? "ok " + answer->subject : answer.error().code;
}

void attack(const char *name, const QByteArray &token, const char *code = "bad_token")
{
    QTest::newRow(name) << token << QByteArray(code);
}

void addParts()
{
    const QByteArray good = tokenOf(R"({"alg":"EdDSA"})");
    attack("nothing", "");
    attack("dots", "..");
    attack("two parts", "a.b");
    attack("four parts", good + ".AAAA");
    attack("five parts, as in JWE", "AAAA.AAAA.AAAA.AAAA.AAAA");
}

void addAlgorithms()
{
    attack("none", unsignedToken(R"({"alg":"none"})"));
    attack("none with a signature", unsignedToken(R"({"alg":"none"})", "AAAA"));
    attack("None", unsignedToken(R"({"alg":"nOnE"})", "AAAA"));
    attack("no signature", unsignedToken(R"({"alg":"EdDSA"})"));
    attack("no alg", unsignedToken("{}", "AAAA"));
    attack("alg is a list", unsignedToken(R"({"alg":["EdDSA"]})", "AAAA"));
    attack("ES512, RFC 7515 A.4", unsignedToken(R"({"alg":"ES512"})", "AAAA"));
    attack("hs256 in lower case", unsignedToken(R"({"alg":"hs256"})", "AAAA"));
}

void addHeaders()
{
    attack("two alg", tokenOf(R"({"alg":"EdDSA","alg":"EdDSA"})"));
    attack("two alg, one escaped", tokenOf(R"({"alg":"EdDSA","al\u0067":"none"})"));
    attack("two sub",
           tokenOf(R"({"alg":"EdDSA"})", R"({"sub":"ann","exp":1731000600,"sub":"bob"})"));
    attack("crit", tokenOf(R"({"alg":"EdDSA","crit":["b64"],"b64":false})"));
    attack("crit of nothing", tokenOf(R"({"alg":"EdDSA","crit":[]})"));
    attack("kid is a number", tokenOf(R"({"alg":"EdDSA","kid":7})"));
    attack("kid is huge", tokenOf(R"({"alg":"EdDSA","kid":")" + QByteArray(257, 'k') + "\"}"));
    attack("header is an array", tokenOf("[]"));
    attack("header is no JSON", tokenOf("alg=EdDSA"));
    attack("header goes on", tokenOf(R"({"alg":"EdDSA"}{})"));
    attack("nested deep",
           tokenOf(R"({"alg":"EdDSA","x":)" + QByteArray(40, '[') + QByteArray(40, ']') + '}'));
    attack("claims are no object", tokenOf(R"({"alg":"EdDSA"})", "7"));
}

void addTexts()
{
    const QByteArray good = tokenOf(R"({"alg":"EdDSA"})");
    attack("padding", good + "==");
    attack("padding of the header", QByteArray(good).insert(good.indexOf('.'), '='));
    attack("a space", good + ' ');
    attack("a newline", good + '\n');
    attack("standard base64", resigned(good, QByteArray(84, 'A') + "+/"));
    attack("8 KiB and a byte", tokenOfSize(Jwt::mostBytes + 1));
    attack("huge", QByteArray(10'000'000, 'A'));
}

void addSignatures()
{
    const QByteArray good = tokenOf(R"({"alg":"EdDSA"})");
    const QByteArray es = *TokenWriter::withKey(ec())->sign(R"({"alg":"ES256"})", claims);
    const QByteArray hs = *TokenWriter::withSecret(secret)->sign(R"({"alg":"HS256"})", claims);
    attack("tampered",
           good.first(good.indexOf('.')) + '.' + encodeBase64Url("{\"sub\":\"bob\"}")
               + good.sliced(good.lastIndexOf('.')),
           "bad_signature");
    attack("signature of another", resigned(good, encodeBase64Url(QByteArray(64, 'x'))),
           "bad_signature");
    attack("ECDSA of zeros", resigned(es, encodeBase64Url(QByteArray(64, '\0'))), "bad_signature");
    attack("MAC cut to one byte", resigned(hs, "AA"), "bad_signature");
    attack(
        "MAC cut",
        resigned(
            hs,
            encodeBase64Url(
                decodeBase64Url(QByteArrayView(hs).sliced(hs.lastIndexOf('.') + 1))->chopped(1))),
        "bad_signature");
}

/// An HMAC whose secret is the public key, which everyone knows.
void addConfusedKeys()
{
    for (const PrivateKey &key : {rsa(), ec(), ed()}) {
        const QByteArray pem = key.publicKey().toPem();
        for (const QByteArray &guess : {pem, pem.trimmed()}) {
            const QByteArray token = unsignedToken(R"({"alg":"HS256"})");
            QTest::addRow("confusion %d, %d", int(key.kind()), int(guess.size()))
                << QByteArray(token + encodeBase64Url(hmacSha256(guess, token.chopped(1))))
                << QByteArray("bad_signature");
        }
    }
}

} // namespace

class TestTokenVerifier : public QObject
{
    Q_OBJECT

private slots:
    void vectors_data();
    void vectors();
    void digestsTellKeysApart();
    void accepts_data();
    void accepts();
    void attacks_data();
    void attacks();
    void keepsToTheAlgorithmOfTheKey();
    void picksTheKeyByItsId_data();
    void picksTheKeyByItsId();
    void aKeySetIsBounded();
    void neverQuotesTheToken();
};

void TestTokenVerifier::vectors_data()
{
    QTest::addColumn<QByteArray>("jwk");
    QTest::addColumn<QByteArray>("token");
    const auto row = [](const char *name, const QByteArray &jwk, const char *token) {
        QTest::newRow(name) << jwk << QByteArray(token);
    };
    const QByteArray rsaJwk = QByteArray(R"({"kty":"RSA","e":"AQAB","n":")") + jose::rsaModulus;
    row("RFC 7515 A.1", QByteArray(R"({"kty":"oct","k":")") + jose::hs256Secret + "\"}",
        jose::hs256Token);
    row("RFC 7515 A.2", rsaJwk + "\"}", jose::rs256Token);
    row("PS256", rsaJwk + "\"}", jose::ps256Token);
    row("RFC 7515 A.3",
        QByteArray(R"({"kty":"EC","crv":"P-256","x":")") + jose::p256X + R"(","y":")" + jose::p256Y
            + "\"}",
        jose::es256Token);
    row("RFC 8037 A.4",
        QByteArray(R"({"kty":"OKP","crv":"Ed25519","x":")") + jose::ed25519X + "\"}",
        jose::edDsaToken);
}

void TestTokenVerifier::vectors()
{
    QFETCH(QByteArray, jwk);
    QFETCH(QByteArray, token);
    const auto keys = parseJwks(jwk, JwkOrigin::File);
    QVERIFY2(keys.ok(), keys ? "" : qPrintable(keys.error().message));
    const auto jwt = Jwt::decode(token);
    QVERIFY(jwt);
    QVERIFY(keys->verify(*jwt).signature == KeySet::Signature::Verified);
    Jwt tampered = *jwt;
    tampered.signingInput[20] = 'x';
    QVERIFY(keys->verify(tampered).signature == KeySet::Signature::Refused);
    QVERIFY(allKeys().verify(*jwt).signature == KeySet::Signature::Refused);
    // The signature is valid, but the token is not: it has no `sub` and has expired.
    QCOMPARE(verdictOn(token, *keys), QByteArray("bad_token"));
}

void TestTokenVerifier::digestsTellKeysApart()
{
    const PublicKey key = PrivateKey::generateEd25519()->publicKey();
    const QList<QByteArray> digests{
        VerificationKey::fromSecret(secret)->digest(),
        VerificationKey::fromSecret(QByteArray(32, 't'))->digest(),
        VerificationKey::fromPublic(key)->digest(),
        VerificationKey::fromPublic(PrivateKey::generateEd25519()->publicKey())->digest()};
    QCOMPARE(QSet<QByteArray>(digests.begin(), digests.end()).size(), digests.size());
    QCOMPARE(VerificationKey::fromPublic(*PublicKey::fromPem(key.toPem()), "named")->digest(),
             digests.at(2));
    QCOMPARE(VerificationKey::fromSecret(secret, "named")->digest(), digests.at(0));
    // A plain hash could be looked up in a table.
    QVERIFY(digests.at(0) != sha256(secret).first(16));
}

void TestTokenVerifier::accepts_data()
{
    QTest::addColumn<QByteArray>("token");
    const auto row = [](const char *name, const QByteArray &token) {
        QTest::newRow(name) << token;
    };
    const auto by = [](const Result<TokenWriter> &writer) {
        return *writer->sign(R"({"alg":")" + toString(writer->algorithm()) + R"("})", claims);
    };
    row("HS256", by(TokenWriter::withSecret(secret)));
    row("RS256", by(TokenWriter::withKey(rsa())));
    row("PS256", by(TokenWriter::withKey(rsa(), JwtAlgorithm::Ps256)));
    row("ES256", by(TokenWriter::withKey(ec())));
    row("EdDSA", by(TokenWriter::withKey(ed())));
    row("EdDSA by its new name", tokenOf(R"({"alg":"Ed25519"})"));
    row("white space, other members", tokenOf("{\r\n \"typ\":\"JWT\", \"alg\" : \"EdDSA\" }"));
    row("an escaped name", tokenOf(R"({"\u0061lg":"EdDSA"})"));
    // RFC 7515, section 4.1: header members that point at a key are ignored.
    row("its own key", tokenOf(R"({"alg":"EdDSA","jwk":{"kty":"oct","k":"AAAA"}})"));
    row("an address of keys", tokenOf(R"({"alg":"EdDSA","jku":"http://127.0.0.1:1/keys"})"));
    row("a certificate", tokenOf(R"({"alg":"EdDSA","x5u":"http://127.0.0.1:1/","x5c":["AAAA"]})"));
    row("8 KiB", tokenOfSize(Jwt::mostBytes));
    row("a kid that is a path", tokenOf(R"({"alg":"EdDSA","kid":"../../etc/passwd"})"));
}

void TestTokenVerifier::accepts()
{
    QFETCH(QByteArray, token);
    QCOMPARE(verdictOn(token), QByteArray("ok ann"));
}

void TestTokenVerifier::attacks_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("code");
    QCOMPARE(tokenOfSize(Jwt::mostBytes + 1).size(), Jwt::mostBytes + 1);
    addParts();
    addAlgorithms();
    addHeaders();
    addTexts();
    addSignatures();
    addConfusedKeys();
}

void TestTokenVerifier::attacks()
{
    QFETCH(QByteArray, token);
    QTEST(verdictOn(token), "code");
}

void TestTokenVerifier::keepsToTheAlgorithmOfTheKey()
{
    const QByteArray rs =
        *TokenWriter::withKey(rsa())->write({"ann", "", {}, "", "", "", 0, 1'731'000'600});
    const QByteArray ps = *TokenWriter::withKey(rsa(), JwtAlgorithm::Ps256)
                               ->write({"ann", "", {}, "", "", "", 0, 1'731'000'600});
    const KeySet both = setOf({publicHalf(rsa())});
    QCOMPARE(verdictOn(rs, both), QByteArray("ok ann"));
    QCOMPARE(verdictOn(ps, both), QByteArray("ok ann"));
    const KeySet narrowed =
        setOf({*VerificationKey::fromPublic(rsa().publicKey(), {}, JwtAlgorithm::Ps256)});
    QCOMPARE(verdictOn(rs, narrowed), QByteArray("unknown_key"));
    QCOMPARE(verdictOn(ps, narrowed), QByteArray("ok ann"));
    QVERIFY(!VerificationKey::fromPublic(rsa().publicKey(), {}, JwtAlgorithm::Hs256));
    QVERIFY(!VerificationKey::fromPublic(ec().publicKey(), {}, JwtAlgorithm::EdDsa));
    QVERIFY(!VerificationKey::fromSecret(rsa().publicKey().toPem()));
    QVERIFY(!VerificationKey::fromSecret(QByteArray(31, 's')));
}

void TestTokenVerifier::picksTheKeyByItsId_data()
{
    QTest::addColumn<QByteArray>("keyId");
    QTest::addColumn<QByteArray>("id"); // the id of the signing key; the other key's id is "other"
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *name, const char *keyId, const char *id, const char *code) {
        QTest::newRow(name) << QByteArray(keyId) << QByteArray(id) << QByteArray(code);
    };
    row("both named", "a", "a", "ok ann");
    row("token says none", "", "a", "ok ann");
    row("key has none", "a", "", "ok ann");
    row("neither", "", "", "ok ann");
    row("unknown", "b", "a", "unknown_key");
    row("case counts", "A", "a", "unknown_key");
    row("the other's", "other", "a", "bad_signature");
}

void TestTokenVerifier::picksTheKeyByItsId()
{
    QFETCH(QByteArray, keyId);
    QFETCH(QByteArray, id);
    const auto writer = TokenWriter::withKey(ed());
    const auto token = writer->write({"ann", "", {}, "", "", "", 0, 1'731'000'600}, keyId);
    const auto other = PrivateKey::generateEd25519();
    const KeySet keys = setOf({publicHalf(*other, "other"), publicHalf(ed(), id)});
    QTEST(verdictOn(*token, keys), "code");
}

void TestTokenVerifier::aKeySetIsBounded()
{
    KeySet keys;
    for (qsizetype i = 0; i < KeySet::mostKeys; ++i)
        QVERIFY(keys.add(publicHalf(ed())));
    QCOMPARE(keys.add(publicHalf(ed())).error().code, QByteArray("too_many_keys"));
    QVERIFY(!keys.add(keys));
    QCOMPARE(keys.size(), KeySet::mostKeys);
}

void TestTokenVerifier::neverQuotesTheToken()
{
    for (const QByteArray &token :
         {QByteArray("SECRET"), tokenOf(R"({"alg":"SECRET"})"), tokenOf("SECRET"),
          tokenOf(R"({"alg":"EdDSA"})", R"({"sub":"SECRET SECRET","exp":1})"),
          tokenOf(R"({"alg":"EdDSA"})", R"({"SECRET":1,"SECRET":2})")}) {
        const auto answer = verifyToken(token, allKeys(), {}, nowMs);
        QVERIFY(!answer);
        QVERIFY2(!answer.error().message.contains(QLatin1String("SECRET")),
                 qPrintable(answer.error().message));
    }
}

QTEST_GUILESS_MAIN(TestTokenVerifier)
#include "tst_tokenverifier.moc"
