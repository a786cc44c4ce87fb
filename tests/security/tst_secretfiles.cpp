// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/secretexposure.h"
#include "tests/support/hubprocess.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace test;

/// A secret file that other users of the machine can read causes a warning, and still works.
class TestSecretFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void warnsOfEachSecret_data();
    void warnsOfEachSecret();
    void judgesTheMode_data();
    void judgesTheMode();
    void leavesCredentialsAlone();
    void programsWarn_data();
    void programsWarn();
    void theHubWarnsWhenItStarts();

private:
    QString place(const char *name, const QByteArray &content, QFile::Permissions more = {}) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestSecretFiles::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

/// A file with permissions for its owner and `more`.
QString TestSecretFiles::place(const char *name, const QByteArray &content,
                               QFile::Permissions more) const
{
    QFile file(m_dir->filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | more))
        qFatal("cannot write %s", name);
    return file.fileName();
}

void TestSecretFiles::warnsOfEachSecret_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("warned");
    const QByteArray secret(32, 's');
    QTest::newRow("token secret") << secret << QByteArray("auth.hs_secret_file") << true;
    QTest::newRow("source") << secret << QByteArray("sources: ci: secrets_file") << true;
    QTest::newRow("TLS key") << secret << QByteArray("tls.key") << true;
    QTest::newRow("symmetric JWK")
        << QByteArray(R"({"kty":"oct","k":"c2Vj"})") << QByteArray("auth.keys") << true;
    QTest::newRow("private JWK") << QByteArray(R"({"kty":"OKP","crv":"Ed25519","x":"a","d":"b"})")
                                 << QByteArray("auth.keys") << true;
    QTest::newRow("public JWK") << QByteArray(R"({"kty":"OKP","crv":"Ed25519","x":"a"})")
                                << QByteArray("auth.keys") << false;
    QTest::newRow("public PEM") << QByteArray("-----BEGIN PUBLIC KEY-----\n")
                                << QByteArray("auth.keys") << false;
}

void TestSecretFiles::warnsOfEachSecret()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, key);
    QFETCH(const bool, warned);
    const QString file = place("a.json", content, QFile::ReadOther);
    app::Config config;
    if (key == "auth.hs_secret_file")
        config.hsSecretFile = file;
    else if (key == "tls.key")
        config.tlsKey = file;
    else if (key == "auth.keys")
        config.keys = QStringList{m_dir->path()};
    else
        config.sources = {{QStringLiteral("ci"), QStringLiteral("github"), {}, {}, {file}}};
    const QStringList warnings = app::exposedSecrets(config);
    QCOMPARE(warnings.size(), warned ? 1 : 0);
    if (!warned)
        return;
    QVERIFY2(warnings.first().startsWith(QString::fromLatin1(key) + QStringLiteral(": ") + file),
             qPrintable(warnings.first()));
    QVERIFY(!warnings.first().contains(QString::fromLatin1(content)));
    place("a.json", content);
    QCOMPARE(app::exposedSecrets(config), QStringList());
}

void TestSecretFiles::judgesTheMode_data()
{
    QTest::addColumn<QFile::Permissions>("more");
    QTest::addColumn<QString>("mode"); // empty = no warning
    QTest::newRow("owner") << QFile::Permissions() << QString();
    QTest::newRow("owner runs it") << QFile::Permissions(QFile::ExeOwner) << QString();
    QTest::newRow("group reads") << QFile::Permissions(QFile::ReadGroup)
                                 << QStringLiteral("mode 0640");
    QTest::newRow("group writes") << QFile::Permissions(QFile::WriteGroup)
                                  << QStringLiteral("mode 0620");
    QTest::newRow("all read") << (QFile::ReadGroup | QFile::ReadOther)
                              << QStringLiteral("mode 0644");
}

void TestSecretFiles::judgesTheMode()
{
    QFETCH(const QFile::Permissions, more);
    QFETCH(const QString, mode);
    app::Config config;
    config.hsSecretFile = place("secret", QByteArray(32, 's'), more);
    const QStringList warnings = app::exposedSecrets(config);
    QCOMPARE(warnings.size(), mode.isEmpty() ? 0 : 1);
    QVERIFY(mode.isEmpty() || warnings.first().contains(mode));
}

void TestSecretFiles::leavesCredentialsAlone()
{
    app::Config config;
    config.hsSecretFile = place("secret", QByteArray(32, 's'), QFile::ReadGroup);
    QCOMPARE(app::exposedSecrets(config).size(), 1);
    qputenv("CREDENTIALS_DIRECTORY", m_dir->path().toUtf8());
    const QStringList warnings = app::exposedSecrets(config);
    qunsetenv("CREDENTIALS_DIRECTORY");
    QCOMPARE(warnings, QStringList());
}

void TestSecretFiles::programsWarn_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("heliographd --check")
        << QStringLiteral("/heliographd")
        << QStringList{QStringLiteral("--check"), QStringLiteral("--config")};
    QTest::newRow("helio check") << QStringLiteral("/helio")
                                 << QStringList{QStringLiteral("check")};
}

void TestSecretFiles::programsWarn()
{
    QFETCH(const QString, program);
    QFETCH(const QStringList, arguments);
    place("secret", QByteArray(32, 's'), QFile::ReadOther);
    const QString toml = place("hub.toml", "[auth]\nhs_secret_file = \"secret\"\n");
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(qEnvironmentVariable("HELIOGRAPH_BIN") + program, arguments + QStringList{toml});
    QVERIFY(process.waitForFinished());
    const QByteArray output = process.readAll();
    QCOMPARE(process.exitCode(), 0);
    QVERIFY2(output.contains("warning: auth.hs_secret_file: "), output.constData());
    QVERIFY(output.contains("configuration is good"));
}

void TestSecretFiles::theHubWarnsWhenItStarts()
{
    place("secret", QByteArray(32, 's'), QFile::ReadOther);
    const QString toml = place("hub.toml", "[auth]\nhs_secret_file = \"secret\"\n");
    HubProcess hub(m_dir->path(), 0, {QStringLiteral("--config"), toml});
    QVERIFY2(hub.output().contains("auth.hs_secret_file: "), hub.output().constData());
    QVERIFY(!hub.output().contains("sssss"));
}

QTEST_GUILESS_MAIN(TestSecretFiles)
#include "tst_secretfiles.moc"
