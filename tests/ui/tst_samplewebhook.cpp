// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/samplewebhook.h"
#include "app/monitor/sourcesecrets.h"
#include "hub/source/scheme.h"
#include "tests/support/hubrunner.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

/// Sends the example webhook of each scheme to a real hub, as the monitor and as a shell does.
class SampleWebhookTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theHubTakesIt_data();
    void theHubTakesIt();
    void theShellSendsIt_data() { theHubTakesIt_data(); }
    void theShellSendsIt();
    void secretsAreOnlyForTheirOwner();
    void secretsAreOneLine_data();
    void secretsAreOneLine();

private:
    std::unique_ptr<test::HubRunner> hubWith(const ui::WebhookSource &source,
                                             const QByteArray &secret);
    QByteArray runShell(const QString &commands, const QByteArray &secret);

    QTemporaryDir m_dir;
};

void SampleWebhookTest::initTestCase()
{
    QVERIFY(m_dir.isValid());
}

std::unique_ptr<test::HubRunner> SampleWebhookTest::hubWith(const ui::WebhookSource &source,
                                                            const QByteArray &secret)
{
    const app::SourceSecrets secrets(m_dir.path());
    app::Config config;
    app::SourceConfig one;
    one.name = source.name;
    one.scheme = source.scheme;
    if (source.isSigned) {
        if (const auto written = secrets.write(source.name, secret); !written)
            qFatal("%s", qUtf8Printable(written.error().message));
        one.secretsFile = QStringList{secrets.path(source.name)};
    }
    config.sources.push_back(one);
    return std::make_unique<test::HubRunner>(config);
}

void SampleWebhookTest::theHubTakesIt_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QByteArray>("secret"); // empty = the source has none
    for (const QString &scheme : hub::schemeNames()) {
        QTest::addRow("%s", qPrintable(scheme)) << scheme << *app::SourceSecrets::make(scheme);
        QTest::addRow("%s, not signed", qPrintable(scheme)) << scheme << QByteArray();
    }
    QTest::newRow("gitlab, signing") << QStringLiteral("gitlab") << QByteArray("whsec_c2VjcmV0");
    QTest::newRow("github, odd secret") << QStringLiteral("github") << QByteArray("a 'b' \"$c\"");
}

void SampleWebhookTest::theHubTakesIt()
{
    QFETCH(QString, scheme);
    QFETCH(QByteArray, secret);
    const ui::WebhookSource source{QStringLiteral("a.b:c"), scheme, !secret.isEmpty()};
    const auto hub = hubWith(source, secret);
    const app::SampleWebhook sample(hub->url(), source);
    QNetworkAccessManager network;
    const auto statusWith = [&](const QByteArray &used, const QByteArray &id) {
        QNetworkReply *reply =
            network.post(sample.request(used, id, hub::systemClock().wallMs()), sample.body());
        [&] { QTRY_VERIFY(reply->isFinished()); }();
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    };
    QCOMPARE(statusWith(secret, "one"), 200);
    QByteArray other = secret;
    if (!other.isEmpty()) {
        other[other.size() - 2] = other[other.size() - 2] == '0' ? '4' : '0';
        QCOMPARE(statusWith(other, "two"), 401);
    }
}

QByteArray SampleWebhookTest::runShell(const QString &commands, const QByteArray &secret)
{
    QProcess shell;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("WEBHOOK_SECRET"), QString::fromLatin1(secret));
    variables.insert(QStringLiteral("no_proxy"), QStringLiteral("*"));
    shell.setProcessEnvironment(variables);
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), commands});
    [&] { QTRY_COMPARE_WITH_TIMEOUT(shell.state(), QProcess::NotRunning, 30'000); }();
    return shell.readAllStandardOutput();
}

void SampleWebhookTest::theShellSendsIt()
{
    for (const char *tool : {"sh", "curl", "openssl", "base64", "od"}) {
        if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty())
            QSKIP("a tool of the commands is not installed");
    }
    QFETCH(QString, scheme);
    QFETCH(QByteArray, secret);
    const ui::WebhookSource source{QStringLiteral("a.b:c"), scheme, !secret.isEmpty()};
    const auto hub = hubWith(source, secret);
    const QString commands = app::SampleWebhook(hub->url(), source).commands(secret);
    QVERIFY(secret.isEmpty() || !commands.toUtf8().contains(secret));
    const QByteArray answer = runShell(commands, secret);
    QVERIFY2(answer.contains("\"delivery_id\""), answer.constData());
    if (!secret.isEmpty()) {
        const QByteArray refused =
            runShell(commands, secret.startsWith("whsec_") ? "whsec_YQ==" : "a");
        QVERIFY2(refused.contains("bad_signature"), refused.constData());
    }
}

void SampleWebhookTest::secretsAreOnlyForTheirOwner()
{
    const app::SourceSecrets secrets(m_dir.filePath(QStringLiteral("new/folder")));
    const QString name = QStringLiteral("..");
    QVERIFY(secrets.write(name, "one"));
    QVERIFY(secrets.write(name, "two"));
    QCOMPARE(secrets.read(name), QByteArray("two"));
    const QFileInfo file(secrets.path(name));
    QVERIFY(
        file.absoluteFilePath().startsWith(m_dir.filePath(QStringLiteral("new/folder/secrets/"))));
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
                        | QFileDevice::WriteOther;
    QVERIFY(!(file.permissions() & others));
    secrets.remove(name);
    QCOMPARE(secrets.read(name), QByteArray());
}

void SampleWebhookTest::secretsAreOneLine_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("two lines") << QByteArray("a\nb");
    QTest::newRow("too long") << QByteArray(4097, 'a');
}

void SampleWebhookTest::secretsAreOneLine()
{
    QFETCH(QByteArray, secret);
    const app::SourceSecrets secrets(m_dir.path());
    QVERIFY(secrets.write(QStringLiteral("a"), QByteArray(4096, 'a')));
    const auto written = secrets.write(QStringLiteral("a"), secret);
    QVERIFY(!written);
    QVERIFY(written.error().message.contains(QStringLiteral("4096")));
    QCOMPARE(secrets.read(QStringLiteral("a")), QByteArray(4096, 'a'));
}

QTEST_GUILESS_MAIN(SampleWebhookTest)
#include "tst_samplewebhook.moc"
