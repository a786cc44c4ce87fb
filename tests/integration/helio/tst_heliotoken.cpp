// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/tokenoptions.h"
#include "hub/auth/keyfiles.h"
#include "hub/auth/tokenverifier.h"
#include "hub/base/clock.h"
#include "tests/integration/helio/heliorun.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace test;

namespace {
QStringList words(const QString &line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// An address without a hub: `helio token` contacts none.
const QUrl nowhere(QStringLiteral("http://127.0.0.1:1"));

hub::Result<hub::Principal> bearerOf(const QByteArray &token, const hub::KeySet &keys,
                                     const hub::ClaimRules &rules = {})
{
    return hub::verifyToken(token, keys, rules, hub::SystemClock().wallMs());
}
} // namespace

class TestHelioToken : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void makesATokenOfAKey_data();
    void makesATokenOfAKey();
    void makesATokenOfASecret();
    void saysAllThatIsAsked();
    void makesADevKeyOnce();
    void neverOverwritesAKey();
    void complains_data();
    void complains();
    void refusesWords_data();
    void refusesWords();
    void takesUsersOfOtherSystems_data();
    void takesUsersOfOtherSystems();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    void write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    hub::KeySet keysOf(const QString &file) const
    {
        auto keys = hub::loadKeys({file});
        return keys ? *keys : hub::KeySet();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestHelioToken::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    static const QByteArray rsa = hub::PrivateKey::generateRsa()->toPem();
    write("rsa.key", rsa);
    write("secret", QByteArray(32, 's') + '\n');
    write("short", QByteArray(31, 's'));
    write("public.pem", hub::PrivateKey::generateEd25519()->publicKey().toPem());
}

void TestHelioToken::makesATokenOfAKey_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QString>("more");
    QTest::addColumn<bool>("made");
    QTest::newRow("RSA") << QByteArray("rsa") << QString() << true;
    QTest::newRow("PS256") << QByteArray("rsa") << QStringLiteral("--alg PS256") << true;
    QTest::newRow("EC") << QByteArray("ec") << QString() << true;
    QTest::newRow("Ed25519") << QByteArray("ed") << QString() << true;
    QTest::newRow("does not fit") << QByteArray("ed") << QStringLiteral("--alg RS256") << false;
    QTest::newRow("no secret") << QByteArray("ed") << QStringLiteral("--alg HS256") << false;
}

void TestHelioToken::makesATokenOfAKey()
{
    QFETCH(QByteArray, kind);
    QFETCH(QString, more);
    QFETCH(bool, made);
    const auto key = kind == "rsa"  ? hub::PrivateKey::generateRsa()
                     : kind == "ec" ? hub::PrivateKey::generateP256()
                                    : hub::PrivateKey::generateEd25519();
    write("own.key", key->toPem());
    write("own.pem", key->publicKey().toPem());
    Helio helio(nowhere,
                words(QStringLiteral("token --sub ann --key %1 %2").arg(path("own.key"), more)));
    QCOMPARE(helio.exitCode(), made ? 0 : 1);
    const QByteArrayList lines = helio.lines();
    QCOMPARE(lines.size(), made ? 1 : 0);
    if (!made)
        return;
    const auto bearer = bearerOf(lines.first(), keysOf(path("own.pem")));
    QVERIFY2(bearer.ok(), bearer ? "" : qPrintable(bearer.error().message));
    QCOMPARE(bearer->subject, QByteArray("ann"));
    QCOMPARE(bearer->permissions, hub::Permissions(hub::Permission::Read));
    QCOMPARE(helio.complaints(), QByteArray());
}

void TestHelioToken::makesATokenOfASecret()
{
    Helio helio(nowhere,
                words(QStringLiteral("token --sub ann --secret-file %1").arg(path("secret"))));
    QCOMPARE(helio.exitCode(), 0);
    hub::KeySet keys;
    QVERIFY(keys.add(*hub::loadSecret(path("secret"))));
    QCOMPARE(bearerOf(helio.lines().first(), keys)->subject, QByteArray("ann"));
}

void TestHelioToken::saysAllThatIsAsked()
{
    Helio helio(nowhere,
                words(QStringLiteral("token --sub ann --secret-file %1 --job a --job b-* --aud hub "
                                     "--iss me --kid k1 --expires 2h")
                          .arg(path("secret")))
                    + QStringList{QStringLiteral("--scope"), QStringLiteral("publish notify")});
    QCOMPARE(helio.exitCode(), 0);
    const QByteArray token = helio.lines().first();
    QCOMPARE(hub::Jwt::decode(token)->keyId, QByteArray("k1"));
    hub::KeySet keys;
    QVERIFY(keys.add(*hub::loadSecret(path("secret"))));
    const auto ann = bearerOf(token, keys, {QStringLiteral("me"), QStringLiteral("hub")});
    QVERIFY2(ann.ok(), ann ? "" : qPrintable(ann.error().message));
    QCOMPARE(ann->permissions, hub::Permission::Publish | hub::Permission::Notify);
    QVERIFY(ann->mayTouchJob("a") && ann->mayTouchJob("b-1") && !ann->mayTouchJob("c"));
    QCOMPARE(ann->tokenId.size(), 22);
    const qint64 leftMs = *ann->expiresMs - hub::SystemClock().wallMs();
    QVERIFY(leftMs > 6'000'000 && leftMs <= 7'200'000);
    QVERIFY(!bearerOf(token, keys, {QStringLiteral("me"), QStringLiteral("other")}));
}

void TestHelioToken::makesADevKeyOnce()
{
    const QStringList line = words(QStringLiteral("token --dev %1").arg(path("new/dev")));
    Helio first(nowhere, line);
    QCOMPARE(first.exitCode(), 0);
    const QFileInfo secret(path("new/dev/heliograph-dev.key"));
    QVERIFY(!(secret.permissions()
              & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    const QString shared = path("new/dev/heliograph-dev.pub.pem");
    QVERIFY2(first.complaints().contains("keys = [\"" + shared.toUtf8() + "\"]"),
             first.complaints().constData());
    const auto dev = bearerOf(first.lines().first(), keysOf(shared));
    QVERIFY(dev && dev->isAdmin());
    QCOMPARE(dev->subject, QByteArray("dev"));
    // A hub may use the whole folder, and a second call reuses the key pair.
    Helio second(nowhere, line);
    QCOMPARE(second.exitCode(), 0);
    const hub::KeySet keys = keysOf(path("new/dev"));
    QCOMPARE(keys.size(), 1);
    QVERIFY(bearerOf(first.lines().first(), keys));
    QVERIFY(bearerOf(second.lines().first(), keys));
    QVERIFY(first.lines() != second.lines());
    QVERIFY(!(first.complaints() + second.complaints()).contains("PRIVATE"));
}

void TestHelioToken::neverOverwritesAKey()
{
    write("heliograph-dev.key", "something of mine");
    Helio helio(nowhere, words(QStringLiteral("token --dev %1").arg(m_folder->path())));
    QCOMPARE(helio.exitCode(), 1);
    QVERIFY(helio.lines().isEmpty());
    QFile file(path("heliograph-dev.key"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("something of mine"));
    // A symbolic link is not followed either.
    QVERIFY(file.remove());
    QVERIFY(QFile::link(path("elsewhere"), path("heliograph-dev.key")));
    Helio again(nowhere, words(QStringLiteral("token --dev %1").arg(m_folder->path())));
    QCOMPARE(again.exitCode(), 1);
    QVERIFY(!QFile::exists(path("elsewhere")));
}

void TestHelioToken::complains_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *line, const char *says) {
        QTest::newRow(line) << QString::fromLatin1(line) << QByteArray(says);
    };
    row("--key missing", "no such file");
    row("--key public.pem", "not a PEM private key without a password");
    row("--key secret", "not a PEM private key without a password");
    row("--secret-file short", "at least 32 bytes");
    row("--secret-file rsa.key", "PEM");
    row("--secret-file secret --alg RS256", "HS256");
    row("--dev secret", "cannot create the folder");
}

void TestHelioToken::complains()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, says);
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.start(qEnvironmentVariable("HELIOGRAPH_BIN") + QStringLiteral("/helio"),
                  words(QStringLiteral("token --sub ann ") + line));
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    const QByteArray complaint = process.readAllStandardError();
    QVERIFY2(complaint.contains(says), complaint.constData());
}

void TestHelioToken::refusesWords_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"", "--sub ann", "--key f", "--key f --secret-file f --sub ann",
          "--key f --dev d --sub ann", "--key f --sub a\033b", "--key f --sub ann x",
          "--key f --sub ann --nonsense", "--key f --sub ann --scope admin --job a",
          "--key f --sub ann --scope write", "--key f --sub ann --job a*b",
          "--key f --sub ann --expires never", "--key f --sub ann --expires 5ms",
          "--key f --sub ann --alg none", "--key f --sub"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestHelioToken::refusesWords()
{
    QFETCH(QString, line);
    const auto options = helio::parseToken(words(line));
    QVERIFY(!options);
    QVERIFY(!options.error().message.isEmpty());
    QVERIFY(helio::parseToken(words(QStringLiteral("--key f --sub ann"))));
}

void TestHelioToken::takesUsersOfOtherSystems_data()
{
    QTest::addColumn<QString>("user");
    QTest::newRow("pipe") << QStringLiteral("auth0|5f7c");
    QTest::newRow("slash") << QStringLiteral("repo:org/name:ref:refs/heads/main");
    QTest::newRow("spaces") << QStringLiteral(" Ann Smith ");
    QTest::newRow("not ASCII") << QStringLiteral("\u00e4\u20ac");
}

void TestHelioToken::takesUsersOfOtherSystems()
{
    QFETCH(QString, user);
    const auto options = helio::parseToken(
        {QStringLiteral("--key"), QStringLiteral("f"), QStringLiteral("--sub"), user});
    QVERIFY2(options, options ? "" : qPrintable(options.error().message));
    QCOMPARE(options->claims.subject, user.toUtf8());
}

QTEST_GUILESS_MAIN(TestHelioToken)
#include "tst_heliotoken.moc"
