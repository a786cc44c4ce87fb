// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/keyfiles.h"
#include "hub/auth/tokenwriter.h"
#include "hub/crypto/privatekey.h"
#include "tests/support/josevectors.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace hub;
using namespace test;

class TestKeyFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readsPemAndJwks();
    void readsAFolder();
    void takesLineEndsOffASecret_data();
    void takesLineEndsOffASecret();
    void refuses_data();
    void refuses();
    void doesNotWaitForAPipe();

private:
    QString write(const char *name, const QByteArray &text)
    {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size()); }();
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {
QByteArray okp()
{
    return QByteArray(R"({"kty":"OKP","crv":"Ed25519","kid":"k","x":")") + jose::ed25519X + "\"}";
}

QByteArray pem()
{
    return PrivateKey::generateP256()->publicKey().toPem();
}
} // namespace

void TestKeyFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestKeyFiles::readsPemAndJwks()
{
    const auto keys = loadKeys({write("a", pem()), write("b", okp()),
                                write("c", "{\"keys\":[" + okp() + ',' + okp() + "]}\n")});
    QVERIFY2(keys.ok(), keys ? "" : qPrintable(keys.error().message));
    QCOMPARE(keys->size(), 4);
    QCOMPARE(loadKeys({})->size(), 0);
}

void TestKeyFiles::readsAFolder()
{
    write("one.pem", pem());
    write("two.jwk", okp());
    write("readme.txt", "not a key");
    write(".hidden.pem", "not a key");
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("more.pem")));
    const auto keys = loadKeys({m_folder->path()});
    QVERIFY2(keys.ok(), keys ? "" : qPrintable(keys.error().message));
    QCOMPARE(keys->size(), 2);
    write("three.pem", "not a key");
    QVERIFY(loadKeys({m_folder->path()}).error().message.contains(QLatin1String("three.pem")));
}

void TestKeyFiles::takesLineEndsOffASecret_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("size"); // 0 = refused
    QTest::newRow("as it is") << QByteArray(32, 's') << 32;
    QTest::newRow("a newline") << QByteArray(32, 's') + '\n' << 32;
    QTest::newRow("line ends") << QByteArray(32, 's') + "\r\n\n" << 32;
    QTest::newRow("a newline inside") << QByteArray(32, 's') + "\ns" << 34;
    QTest::newRow("a space") << QByteArray(32, 's') + ' ' << 33;
    QTest::newRow("zeros") << QByteArray(32, '\0') << 32;
    QTest::newRow("31 bytes and a newline") << QByteArray(31, 's') + '\n' << 0;
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("huge") << QByteArray(4097, 's') << 0;
}

void TestKeyFiles::takesLineEndsOffASecret()
{
    QFETCH(QByteArray, text);
    const QString path = write("secret", text);
    const auto secret = readSecretFile(path);
    QTEST(secret ? int(secret->size()) : 0, "size");
    const auto key = loadSecret(path);
    QCOMPARE(key.ok(), secret.ok());
    if (!secret)
        return;
    const auto token = TokenWriter::withSecret(text.first(secret->size()))->write(TokenClaims());
    const auto jwt = Jwt::decode(*token);
    QVERIFY(key->verify(jwt->algorithm, jwt->signingInput, jwt->signature));
}

void TestKeyFiles::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a word") << QByteArray("SECRET");
    QTest::newRow("a private key") << PrivateKey::generateEd25519()->toPem();
    QTest::newRow("a broken key") << QByteArray("-----BEGIN PUBLIC KEY-----\nSECRET\n");
    QTest::newRow("too large") << QByteArray(256 * 1024 + 1, ' ');
    QTest::newRow("too many") << QByteArray(R"({"keys":[)" + (okp() + ',').repeated(64) + okp()
                                            + "]}");
}

void TestKeyFiles::refuses()
{
    QFETCH(QByteArray, text);
    const QString path = write("bad.pem", text);
    for (const QString &given : {path, m_folder->path()}) {
        const auto keys = loadKeys({given});
        QVERIFY(!keys);
        QCOMPARE(keys.error().code, QByteArray("bad_key_file"));
        QVERIFY(keys.error().message.startsWith(path));
        QVERIFY(!keys.error().message.contains(QLatin1String("SECRET")));
    }
}

void TestKeyFiles::doesNotWaitForAPipe()
{
    const QString pipe = m_folder->filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    for (const QString &path :
         {pipe, m_folder->filePath(QStringLiteral("missing")), m_folder->path(), QString()})
        QCOMPARE(loadKeys({path}).error().code, QByteArray("bad_key_file"));
}

QTEST_GUILESS_MAIN(TestKeyFiles)
#include "tst_keyfiles.moc"
