// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/tokenoptions.h"

#include <QTest>

using namespace helio;
using namespace std::chrono_literals;
using hub::JwtAlgorithm;

namespace {

/// Parses `options`, after a key and a user that are valid.
hub::Result<TokenOptions> parseWith(const QStringList &options)
{
    return parseToken(QStringList{QStringLiteral("--key=f"), QStringLiteral("--sub=ann")}
                      + options);
}

} // namespace

/// The options of `helio token`.
class TestTokenOptions : public QObject
{
    Q_OBJECT

private slots:
    void hasDefaults();
    void takesOneKey_data();
    void takesOneKey();
    void developmentKeysHaveMoreDefaults_data();
    void developmentKeysHaveMoreDefaults();
    void cleansTheScope_data();
    void cleansTheScope();
    void takesSeveralJobs();
    void takesAlgorithms_data();
    void takesAlgorithms();
    void boundsTheLifetime_data();
    void boundsTheLifetime();
    void boundsTheUser();
    void passesOtherClaimsOn();
};

void TestTokenOptions::hasDefaults()
{
    const auto options = parseWith({});
    QVERIFY(options);
    QVERIFY(!options->algorithm);
    QVERIFY(options->lifetime == 1h);
    QVERIFY(options->keyId.isEmpty());
    const hub::TokenClaims &claims = options->claims;
    QCOMPARE(claims.subject, QByteArray("ann"));
    QCOMPARE(claims.scope, QByteArray("read"));
    QVERIFY(!claims.jobs);
    QVERIFY(claims.issuer.isEmpty() && claims.audience.isEmpty() && claims.tokenId.isEmpty());
    QVERIFY(claims.issuedS == 0 && claims.expiresS == 0);
}

void TestTokenOptions::takesOneKey_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("place"); // empty = refused
    const QString key = QStringLiteral("--key=f");
    const QString secret = QStringLiteral("--secret-file=f");
    const QString dev = QStringLiteral("--dev=f");
    QTest::newRow("key") << QStringList{key} << QStringLiteral("f,,");
    QTest::newRow("secret") << QStringList{secret} << QStringLiteral(",f,");
    QTest::newRow("folder") << QStringList{dev} << QStringLiteral(",,f");
    QTest::newRow("none") << QStringList() << QString();
    QTest::newRow("empty name") << QStringList{QStringLiteral("--key=")} << QString();
    QTest::newRow("key and secret") << QStringList{key, secret} << QString();
    QTest::newRow("secret and folder") << QStringList{secret, dev} << QString();
    QTest::newRow("all") << QStringList{key, secret, dev} << QString();
}

void TestTokenOptions::takesOneKey()
{
    QFETCH(const QStringList, options);
    const auto parsed = parseToken(options + QStringList{QStringLiteral("--sub=ann")});
    const QString place =
        parsed
            ? QStringList{parsed->key.keyFile, parsed->key.secretFile, parsed->key.devFolder}.join(
                QLatin1Char(','))
            : QString();
    QTEST(place, "place");
    if (!parsed)
        QCOMPARE(parsed.error().code, QByteArray("usage"));
}

void TestTokenOptions::developmentKeysHaveMoreDefaults_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("scope");
    const QString user = QStringLiteral("--sub=ann");
    QTest::newRow("nothing") << QStringList() << QByteArray("dev")
                             << QByteArray("read publish admin");
    QTest::newRow("user") << QStringList{user} << QByteArray("ann")
                          << QByteArray("read publish admin");
    // An administrator is not limited to jobs.
    QTest::newRow("jobs") << QStringList{QStringLiteral("--job=a*")} << QByteArray("dev")
                          << QByteArray("read publish");
    QTest::newRow("scope") << QStringList{QStringLiteral("--scope=notify"), user}
                           << QByteArray("ann") << QByteArray("notify");
}

void TestTokenOptions::developmentKeysHaveMoreDefaults()
{
    QFETCH(const QStringList, options);
    const auto parsed = parseToken(QStringList{QStringLiteral("--dev=d")} + options);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    QTEST(parsed->claims.subject, "user");
    QTEST(parsed->claims.scope, "scope");
}

void TestTokenOptions::cleansTheScope_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("scope"); // empty = refused
    const auto row = [](const char *text, const char *scope) {
        QTest::newRow(text) << QString::fromLatin1(text) << QByteArray(scope);
    };
    row("read", "read");
    row("notify publish read admin", "notify publish read admin");
    row("  publish\t read ", "publish read");
    row("", "");
    row(" ", "");
    row("READ", "");
    row("read,publish", "");
    row("read write", "");
}

void TestTokenOptions::cleansTheScope()
{
    QFETCH(const QString, text);
    const auto parsed = parseWith({QStringLiteral("--scope"), text});
    QTEST(parsed ? parsed->claims.scope : QByteArray(), "scope");
}

void TestTokenOptions::takesSeveralJobs()
{
    const auto parsed = parseWith({QStringLiteral("--job=b*"), QStringLiteral("--job"),
                                   QStringLiteral("a"), QStringLiteral("--job=*")});
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    QCOMPARE(parsed->claims.jobs.value(), (QByteArrayList{"b*", "a", "*"}));
    QVERIFY(!parseWith({QStringLiteral("--job=a"), QStringLiteral("--job=a/b")}));
    QVERIFY(!parseWith({QStringLiteral("--job=")}));
}

void TestTokenOptions::takesAlgorithms_data()
{
    QTest::addColumn<std::optional<JwtAlgorithm>>("algorithm"); // nullopt = refused
    using Row = std::optional<JwtAlgorithm>;
    QTest::newRow("HS256") << Row(JwtAlgorithm::Hs256);
    QTest::newRow("RS256") << Row(JwtAlgorithm::Rs256);
    QTest::newRow("PS256") << Row(JwtAlgorithm::Ps256);
    QTest::newRow("ES256") << Row(JwtAlgorithm::Es256);
    QTest::newRow("EdDSA") << Row(JwtAlgorithm::EdDsa);
    QTest::newRow("") << Row();
    QTest::newRow("hs256") << Row();
    QTest::newRow("HS512") << Row();
    QTest::newRow("none") << Row();
}

void TestTokenOptions::takesAlgorithms()
{
    QFETCH(const std::optional<JwtAlgorithm>, algorithm);
    const auto parsed =
        parseWith({QStringLiteral("--alg"), QString::fromLatin1(QTest::currentDataTag())});
    QCOMPARE(parsed.ok(), algorithm.has_value());
    if (parsed)
        QVERIFY(parsed->algorithm == algorithm);
}

void TestTokenOptions::boundsTheLifetime_data()
{
    QTest::addColumn<qint64>("ms"); // 0 = refused
    const auto row = [](const char *text, qint64 ms) { QTest::newRow(text) << ms; };
    row("1s", 1000);
    row("1", 1000);
    row("1000ms", 1000);
    row("366d", 366 * 86'400'000LL);
    row("999ms", 0);
    row("0", 0);
    row("367d", 0);
    row("", 0);
}

void TestTokenOptions::boundsTheLifetime()
{
    const auto parsed =
        parseWith({QStringLiteral("--expires"), QString::fromLatin1(QTest::currentDataTag())});
    QTEST(parsed ? qint64(parsed->lifetime.count()) : 0, "ms");
}

void TestTokenOptions::boundsTheUser()
{
    const auto parsed = [](const QString &user) {
        return parseToken({QStringLiteral("--key=f"), QStringLiteral("--sub"), user});
    };
    QVERIFY(!parsed({}));
    const QString longest(256, QLatin1Char('u'));
    QCOMPARE(parsed(longest)->claims.subject, longest.toUtf8());
    QVERIFY(!parsed(longest + QLatin1Char('u')));
    // The limit counts bytes of UTF-8.
    QVERIFY(parsed(QString(128, QChar(0xe4))));
    QVERIFY(!parsed(QString(129, QChar(0xe4))));
}

void TestTokenOptions::passesOtherClaimsOn()
{
    const auto parsed = parseWith({QStringLiteral("--aud=hub \u00e4"), QStringLiteral("--iss=me"),
                                   QStringLiteral("--kid=k-1")});
    QVERIFY(parsed);
    QCOMPARE(parsed->claims.audience, QByteArray("hub \xc3\xa4"));
    QCOMPARE(parsed->claims.issuer, QByteArray("me"));
    QCOMPARE(parsed->keyId, QByteArray("k-1"));
}

QTEST_GUILESS_MAIN(TestTokenOptions)
#include "tst_tokenoptions.moc"
