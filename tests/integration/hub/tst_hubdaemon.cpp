// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/certificate.h"
#include "tests/support/hubprocess.h"
#include "tests/support/streamreader.h"

#include <QJsonDocument>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using test::httpCall;
using test::HubProcess;
using test::StreamReader;

namespace {

// Rows of checksItsConfiguration(): a configuration file and what the hub complains about.

void addValues()
{
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("good") << QByteArray(
        "[hub]\nlisten = [\"127.0.0.1:0\", \"[::1]:0\"]\n[limits]\nring_events = 1000\n"
        "[[sources]]\nname = \"ci\"\nscheme = \"generic\"\n[sources.map]\n"
        "job = \"/id\"\nstatus = \"/s\"\nstatuses = { done = \"completed\" }\n")
                          << QByteArray();
    QTest::newRow("unknown key") << QByteArray("[hub]\nlisten = [\"127.0.0.1:0\"]\nlisen = 1\n")
                                 << QByteArray(":3:1: hub.lisen");
    QTest::newRow("unknown section") << QByteArray("[hubb]\n") << QByteArray("hubb");
    QTest::newRow("wrong type") << QByteArray("[limits]\nring_events = \"many\"\n")
                                << QByteArray(":2:15: limits.ring_events: must be a whole number");
    QTest::newRow("out of range") << QByteArray("[limits]\nheartbeat_s = 1\n")
                                  << QByteArray("from 5 to 60");
    QTest::newRow("list of numbers")
        << QByteArray("[hub]\ncors_origins = [1]\n") << QByteArray("hub.cors_origins");
}

void addSources()
{
    const auto source = [](const char *name, const char *members, const char *complaint) {
        QTest::newRow(name) << "[[sources]]\nname = \"ci\"\n" + QByteArray(members)
                            << QByteArray(complaint);
    };
    source("unknown member of a source", "scheme = \"github\"\nsecret = \"x\"\n",
           ":4:1: sources.secret: no such key");
    source("secret in place of its file", "scheme = \"github\"\nsecrets_file = \"x\"\n",
           ":4:16: sources.secrets_file: must be a list of files");
    source("secret that is not there", "scheme = \"github\"\nsecrets_file = [\"none\"]\n",
           "sources: ci: secrets_file: ");
    source("rate out of range", "scheme = \"github\"\nrate_per_s = 0\n",
           ":4:14: sources.rate_per_s: must be a whole number from 1 to 1000000");
    source("header of its own", "scheme = \"github\"\nsignature_header = \"x\"\n",
           "signature_header, signature_prefix: must not be set for the scheme github");
    source("bad encoding", "scheme = \"generic\"\nsignature_encoding = \"rot13\"\n",
           "signature_encoding: must be hex or base64");
    source("map of its own", "scheme = \"gitlab\"\nmap = { job = \"/id\" }\n",
           "map: must not be set for the scheme gitlab");
    QTest::newRow("no scheme") << QByteArray("[[sources]]\nname = \"x\"\nscheme = \"fax\"\n")
                               << QByteArray("fax");
    QTest::newRow("bad pointer") << QByteArray(
        "[[sources]]\nname = \"x\"\nscheme = \"generic\"\nmap = { job = \"id\" }\n")
                                 << QByteArray(":1:1: sources: ");
}

void addSyntax()
{
    QTest::newRow("syntax") << QByteArray("[hub\nx") << QByteArray(":1:");
    QTest::newRow("header without a key") << QByteArray("[=]") << QByteArray(":1:2: ");
    QTest::newRow("list header without one") << QByteArray("\n[[!a]]") << QByteArray(":2:3: ");
    QTest::newRow("letter in place of white space")
        << QByteArray("[hub]\ndata_dir = '''\n\xc3\xa9'''\n\xc3\xa9") << QByteArray(":4:1: ");
    QTest::newRow("control byte in a header") << QByteArray("[\x1f]") << QByteArray(":1:2: ");
}

void addUrls()
{
    const auto publicUrl = [](const char *url, bool good) {
        QTest::newRow(url) << "[hub]\npublic_url = \"" + QByteArray(url) + "\"\n"
                           << QByteArray(good ? "" : ":2:14: hub.public_url: must be an http or");
    };
    publicUrl("https://hub.example.org", true);
    publicUrl("http://10.0.0.1:4354/hub/", true);
    for (const char *url :
         {"hub.example.org", "ftp://hub.example.org", "https:///hub", "https://u@h", "https://@h",
          "https://h/?a=b", "https://h?", "https://h/#a", "https://h:99999", "https://h/ x"})
        publicUrl(url, false);
}

void addKeys()
{
    QTest::newRow("beyond loopback")
        << QByteArray("[hub]\nlisten = [\"0.0.0.0:4354\"]\n") << QByteArray("loopback");
    const QByteArray keyed = "[auth]\nhs_secret_file = \"hub.secret\"\n";
    QTest::newRow("beyond loopback with keys")
        << "[hub]\nlisten = [\"0.0.0.0:4354\"]\ntrusted_hosts = [\"*.example.org\"]\n" + keyed
        << QByteArray();
    QTest::newRow("names without keys")
        << QByteArray("[hub]\ntrusted_hosts = [\"a.example.org\"]\n")
        << QByteArray("hub.trusted_hosts: without access keys");
    QTest::newRow("short secret") << QByteArray("[auth]\nhs_secret_file = \"short.secret\"\n")
                                  << QByteArray("auth.hs_secret_file: ");
    QTest::newRow("no such key") << QByteArray("[auth]\nkeys = [\"none.pem\"]\n")
                                 << QByteArray("auth.keys: ");
    QTest::newRow("keys by plain http")
        << QByteArray("[auth]\njwks_url = \"http://example.org/keys\"\n")
        << QByteArray("auth.jwks_url: ");
    QTest::newRow("keys from whom a file trusts")
        << QByteArray("[auth]\njwks_url = \"https://example.org/keys\"\n"
                      "jwks_ca_file = \"ca.crt\"\n")
        << QByteArray();
    QTest::newRow("no certificate to trust")
        << QByteArray("[auth]\njwks_url = \"https://example.org/keys\"\n"
                      "jwks_ca_file = \"hub.secret\"\n")
        << QByteArray("auth.jwks_ca_file: ");
    QTest::newRow("trust without an address")
        << QByteArray("[auth]\nhs_secret_file = \"hub.secret\"\njwks_ca_file = \"ca.crt\"\n")
        << QByteArray("auth.jwks_ca_file: needs a jwks_url that begins with https");
    QTest::newRow("certificate without key")
        << QByteArray("[tls]\ncertificate = \"a.crt\"\n")
        << QByteArray("tls: certificate and key must be set together");
}

} // namespace

/// `heliographd` seen from outside: flags, files, signals, exit codes.
class TestHubDaemon : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { test::makeCertificate(m_dir.path(), QStringLiteral("ca")); }
    void stopsInGoodOrder();
    void logsTheLifeOfAStream();
    void logsJson();
    void refusesABusyPort();
    void checksItsConfiguration_data();
    void checksItsConfiguration();
    void precedence();
    void takesSecretsFromVariables_data();
    void takesSecretsFromVariables();
    void keepsADamagedDatabase();

private:
    using Finished = HubProcess::Finished;
    static Finished run(const QStringList &arguments) { return HubProcess::run(arguments); }
    QString write(const QByteArray &toml) { return place("hub.toml", toml); }
    /// Writes a file beside the configuration.
    QString place(const char *name, const QByteArray &content)
    {
        const QString path = m_dir.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    QTemporaryDir m_dir;
};

void TestHubDaemon::stopsInGoodOrder()
{
    const QTemporaryDir data;
    HubProcess hub(data.path());
    StreamReader stream(hub.url(), "/api/v1/events");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    hub.process().terminate();
    const QJsonObject closing = stream.next("hub.closing");
    QCOMPARE(closing.value(QLatin1String("reason")).toString(), QStringLiteral("drain"));
    QCOMPARE(closing.value(QLatin1String("reconnect")).toBool(), true);
    QVERIFY(stream.waitForClose());
    QVERIFY(hub.waitForExit(5000));
    QCOMPARE(hub.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(hub.process().exitCode(), 0);
}

void TestHubDaemon::logsTheLifeOfAStream()
{
    const QTemporaryDir data;
    HubProcess hub(data.path());
    {
        StreamReader stream(hub.url(), "/api/v1/events/job-1?token=hunter2");
        QVERIFY(!stream.next("hub.snapshot").isEmpty());
        QCOMPARE(
            httpCall(hub.url(), "POST", "/api/v1/jobs/job-1/events", R"({"type":"processing"})")
                .status,
            202);
        QVERIFY(!stream.next("processing").isEmpty());
    }
    QTRY_VERIFY(hub.output().contains("SSE client disconnected for job job-1"));
    QVERIFY(hub.output().contains("SSE client connected for job job-1"));
    QVERIFY(hub.output().contains("notifying 1 subscribers of job/job-1: processing"));
    QVERIFY(hub.output().contains("client_left"));
    QVERIFY(!hub.output().contains("hunter2"));
}

void TestHubDaemon::logsJson()
{
    const QTemporaryDir data;
    HubProcess hub(data.path(), 0, {QStringLiteral("--log-format"), QStringLiteral("json")});
    QTRY_VERIFY(hub.output().contains("listening on"));
    for (const QByteArray &line : hub.output().trimmed().split('\n'))
        QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
}

void TestHubDaemon::refusesABusyPort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QTemporaryDir data;
    const QString address = QStringLiteral("127.0.0.1:%1").arg(other.serverPort());
    const Finished finished =
        run({QStringLiteral("--data"), data.path(), QStringLiteral("--listen"), address});
    QCOMPARE(finished.code, 1);
    QVERIFY2(finished.output.contains(QByteArray::number(other.serverPort())),
             finished.output.constData());
    QVERIFY2(finished.output.contains("in use"), finished.output.constData());
}

void TestHubDaemon::checksItsConfiguration_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QByteArray>("complaint"); // empty = valid
    addValues();
    addSources();
    addSyntax();
    addUrls();
    addKeys();
}

void TestHubDaemon::checksItsConfiguration()
{
    QFETCH(QByteArray, toml);
    QFETCH(QByteArray, complaint);
    place("hub.secret", QByteArray(32, 's'));
    place("short.secret", QByteArray(31, 's'));
    const Finished finished =
        run({QStringLiteral("--config"), write(toml), QStringLiteral("--check")});
    QVERIFY(!finished.output.contains("sssss"));
    QCOMPARE(finished.code, complaint.isEmpty() ? 0 : 1);
    QVERIFY2(finished.output.contains(complaint), finished.output.constData());
}

/// Flags override variables, and variables override the file.
void TestHubDaemon::precedence()
{
    // These folders cannot exist, so the error message names the one that was used.
    const QString file =
        write("[hub]\nlisten = [\"127.0.0.1:0\"]\ndata_dir = \"/dev/null/file\"\n");
    const QStringList arguments{QStringLiteral("--config"), file};
    QVERIFY(run(arguments).output.contains("/dev/null/file"));
    qputenv("HELIOGRAPH_HUB_DATA_DIR", "/dev/null/environment");
    QVERIFY(run(arguments).output.contains("/dev/null/environment"));
    const Finished flag =
        run(arguments + QStringList{QStringLiteral("--data"), QStringLiteral("/dev/null/flag")});
    qunsetenv("HELIOGRAPH_HUB_DATA_DIR");
    QVERIFY2(flag.output.contains("/dev/null/flag"), flag.output.constData());
    QCOMPARE(flag.code, 1);
    qputenv("HELIOGRAPH_HUB_PUBLIC_URL", "gopher://x");
    const Finished wrongUrl = run({QStringLiteral("--check")});
    qunsetenv("HELIOGRAPH_HUB_PUBLIC_URL");
    QVERIFY2(wrongUrl.output.contains("hub.public_url: "), wrongUrl.output.constData());
    QCOMPARE(wrongUrl.code, 1);
    qputenv("HELIOGRAPH_HUB_LISEN", "x");
    const Finished unknown = run({QStringLiteral("--check")});
    qunsetenv("HELIOGRAPH_HUB_LISEN");
    QVERIFY(unknown.output.contains("HELIOGRAPH_HUB_LISEN"));
    const Finished extra = run({file, QStringLiteral("--check")}); // the option --config is missing
    QCOMPARE(extra.code, 1);
}

void TestHubDaemon::takesSecretsFromVariables_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value"); // a name stands for a file beside the configuration
    QTest::addColumn<QByteArray>("complaint"); // empty = valid
    const auto row = [](const char *variable, const char *value, const char *complaint) {
        QTest::addRow("%s=%s", variable, value)
            << QByteArray(variable) << QByteArray(value) << QByteArray(complaint);
    };
    row("AUTH_HS_SECRET_FILE", "good.secret", "");
    row("AUTH_HS_SECRET_FILE", "none.secret", "auth.hs_secret_file: ");
    row("SOURCES_RUNPOD_COMPLETION_SECRETS_FILE", "good.secret", "");
    row("SOURCES_CI_A_SECRETS_FILE", "good.secret", "");
    row("SOURCES_CI_A_SECRETS_FILE", "none.secret", "sources: ci-a: secrets_file: ");
    row("SOURCES_CI_A_SECRETS_FILE", " , ", "must be a list of files");
    row("SOURCES_CI_A_SCHEME", "github", "HELIOGRAPH_SOURCES_CI_A_SCHEME: no such key");
    row("SOURCES__SECRETS_FILE", "good.secret", "no such key");
    row("SOURCES_SECRETS_FILE", "good.secret", "no such key");
    row("SOURCES_CI_C_SECRETS_FILE", "good.secret", "no such source");
    row("SOURCES_LAB_1_SECRETS_FILE", "good.secret",
        "is ambiguous: it matches the sources lab.1 and lab-1");
}

void TestHubDaemon::takesSecretsFromVariables()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, complaint);
    place("good.secret", QByteArray(32, 's'));
    const QString file = write("[[sources]]\nname = \"ci-a\"\nscheme = \"github\"\n"
                               "[[sources]]\nname = \"lab.1\"\nscheme = \"gitlab\"\n"
                               "[[sources]]\nname = \"lab-1\"\nscheme = \"gitlab\"\n");
    if (value.endsWith(".secret"))
        value = m_dir.filePath(QString::fromLatin1(value)).toUtf8();
    qputenv("HELIOGRAPH_" + variable, value);
    const Finished checked = run({QStringLiteral("--config"), file, QStringLiteral("--check")});
    qunsetenv("HELIOGRAPH_" + variable);
    QVERIFY2(checked.output.contains(complaint), checked.output.constData());
    QCOMPARE(checked.code, complaint.isEmpty() ? 0 : 1);
    QVERIFY(!checked.output.contains("sssss"));
}

void TestHubDaemon::keepsADamagedDatabase()
{
    const QTemporaryDir data;
    QFile file(data.filePath(QStringLiteral("heliograph.db")));
    const QByteArray garbage(4096, '?');
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(garbage) == garbage.size());
    file.close();
    const Finished finished = HubProcess::runOn(data.path());
    QCOMPARE(finished.code, 1);
    QVERIFY2(finished.output.contains("heliograph.db"), finished.output.constData());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), garbage);
}

QTEST_GUILESS_MAIN(TestHubDaemon)
#include "tst_hubdaemon.moc"
