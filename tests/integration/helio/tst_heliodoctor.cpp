// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/helio/doctorreport.h"
#include "tests/support/certificate.h"
#include "tests/support/hubrunner.h"
#include "tests/support/nginx.h"

#include <QSslSocket>

#include <csignal>

using namespace test;

namespace {

QByteArray proxyConfig(quint16 port, const QUrl &hub, const QByteArray &more)
{
    return "server { listen 127.0.0.1:" + QByteArray::number(port) + "; location / { proxy_pass "
           + hub.toString().toUtf8()
           + "; proxy_http_version 1.1; proxy_set_header Connection \"\"; " + more + " } }";
}

/// The status of a GET over TLS; the path is sent exactly as given. 0 when there is no answer.
int statusOf(const QUrl &url, const char *path, const QString &keys)
{
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates(certificateIn(keys, QStringLiteral("localhost")));
    QSslSocket socket;
    socket.setSslConfiguration(trusting);
    socket.connectToHostEncrypted(url.host(), static_cast<quint16>(url.port()));
    socket.write(QByteArray("GET ") + path
                 + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    const bool answered = QTest::qWaitFor(
        [&] {
            answer += socket.readAll();
            return answer.contains("\r\n");
        },
        10'000);
    return answered ? answer.split(' ').value(1).toInt() : 0;
}

const QStringList allChecks{
    QStringLiteral("auth"),   QStringLiteral("buffering"), QStringLiteral("clock"),
    QStringLiteral("dns"),    QStringLiteral("event"),     QStringLiteral("heartbeat"),
    QStringLiteral("host"),   QStringLiteral("ready"),     QStringLiteral("resume"),
    QStringLiteral("stream"), QStringLiteral("tcp"),       QStringLiteral("webhook"),
};

} // namespace

/// `helio doctor` against a hub directly, through nginx, and without a hub.
class TestHelioDoctor : public QObject
{
    Q_OBJECT

private slots:
    void findsAHubHealthy();
    void findsAProxyThatStreams();
    void findsAProxyThatBuffers();
    void findsAProxyThatDropsTheCursor();
    void saysWhatIsNotThere_data();
    void saysWhatIsNotThere();
    void endsItsJobWhenInterrupted();
    void passesTheSampleOfNginx();

private:
    /// Reads the sample configuration into `text`, with the ports of this test and the certificate
    /// in m_keys.
    void readSample(quint16 hub, quint16 port, QByteArray &text);
    /// Checks that `helio` trusts the certificate only with --ca-file.
    void checkTrust(const QUrl &url);

    const QTemporaryDir m_keys;
};

void TestHelioDoctor::findsAHubHealthy()
{
    HubRunner hub;
    Helio doctor(hub.url(), {QStringLiteral("doctor")});
    QCOMPARE(doctor.exitCode(), 0);
    QCOMPARE(doctor.lines().size(), allChecks.size());
    for (const QByteArray &line : doctor.lines())
        QVERIFY2(line.startsWith("good  "), line.constData());
    QCOMPARE(testJobs(hub.url()), QStringList{QStringLiteral("completed")});
}

void TestHelioDoctor::findsAProxyThatStreams()
{
    if (Nginx::program().isEmpty())
        QSKIP("no nginx here: ./dev setup test fetches it");
    HubRunner hub;
    const quint16 port = Nginx::freePort();
    Nginx nginx(proxyConfig(port, hub.url(), "proxy_buffering off;"));
    QVERIFY(nginx.serve(port));
    Helio doctor(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port)),
                 {QStringLiteral("doctor"), QStringLiteral("--json")});
    QCOMPARE(doctor.exitCode(), 0);
    QCOMPARE(verdicts(doctor).keys(), allChecks);
    QCOMPARE(testJobs(hub.url()), QStringList{QStringLiteral("completed")});
}

void TestHelioDoctor::findsAProxyThatBuffers()
{
    if (Nginx::program().isEmpty())
        QSKIP("no nginx here: ./dev setup test fetches it");
    HubRunner hub;
    const quint16 port = Nginx::freePort();
    Nginx nginx(proxyConfig(port, hub.url(),
                            "proxy_buffering on; proxy_ignore_headers X-Accel-Buffering;"));
    QVERIFY(nginx.serve(port));
    Helio doctor(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port)),
                 {QStringLiteral("doctor"), QStringLiteral("--json")});
    QCOMPARE(doctor.exitCode(), 1);
    QCOMPARE(verdicts(doctor).value(QStringLiteral("buffering")), QStringLiteral("fault"));
    QVERIFY2(textOf(doctor, "buffering").contains(QLatin1String("when the hub ended the stream")),
             qUtf8Printable(textOf(doctor, "buffering")));
    QCOMPARE(testJobs(hub.url()), QStringList{QStringLiteral("completed")});
}

void TestHelioDoctor::findsAProxyThatDropsTheCursor()
{
    if (Nginx::program().isEmpty())
        QSKIP("no nginx here: ./dev setup test fetches it");
    HubRunner hub;
    const quint16 port = Nginx::freePort();
    Nginx nginx(
        proxyConfig(port, hub.url(), "proxy_buffering off; proxy_set_header Last-Event-ID \"\";"));
    QVERIFY(nginx.serve(port));
    Helio doctor(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port)),
                 {QStringLiteral("doctor"), QStringLiteral("--json")});
    QCOMPARE(doctor.exitCode(), 1);
    QCOMPARE(verdicts(doctor).value(QStringLiteral("resume")), QStringLiteral("fault"));
    QCOMPARE(verdicts(doctor).value(QStringLiteral("buffering")), QStringLiteral("good"));
    QCOMPARE(testJobs(hub.url()), QStringList{QStringLiteral("completed")});
}

void TestHelioDoctor::saysWhatIsNotThere_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("check");
    QTest::newRow("name") << QStringLiteral("http://no-such-host.invalid") << QStringLiteral("dns");
    QTest::newRow("port") << QStringLiteral("http://127.0.0.1:%1").arg(Nginx::freePort())
                          << QStringLiteral("tcp");
    QTest::newRow("TLS") << QStringLiteral("https://127.0.0.1:%1") << QStringLiteral("tls");
    QTest::newRow("path") << QStringLiteral("http://127.0.0.1:%1/elsewhere")
                          << QStringLiteral("host");
}

void TestHelioDoctor::saysWhatIsNotThere()
{
    QFETCH(QString, url);
    QFETCH(QString, check);
    HubRunner hub;
    if (url.contains(QLatin1String("%1")))
        url = url.arg(hub.url().port());
    Helio doctor(hub.url(), {QStringLiteral("doctor"), url, QStringLiteral("--json")});
    QCOMPARE(doctor.exitCode(), 1);
    QCOMPARE(verdicts(doctor).value(check), QStringLiteral("fault"));
    // Later checks do not run.
    QCOMPARE(verdicts(doctor).values().count(QStringLiteral("fault")), 1);
    QVERIFY(testJobs(hub.url()).isEmpty());
}

void TestHelioDoctor::endsItsJobWhenInterrupted()
{
    HubRunner hub;
    Helio doctor(hub.url(), {QStringLiteral("doctor")});
    QTRY_COMPARE(testJobs(hub.url()), QStringList{QStringLiteral("processing")});
    ::kill(static_cast<pid_t>(doctor.process().processId()), SIGINT);
    QCOMPARE(doctor.exitCode(), 130);
    QCOMPARE(testJobs(hub.url()), QStringList{QStringLiteral("cancelled")});
}

void TestHelioDoctor::readSample(quint16 hub, quint16 port, QByteArray &text)
{
    QFile sample(QStringLiteral(HELIOGRAPH_SOURCE_DIR "/packaging/proxies/nginx.conf"));
    QVERIFY(sample.open(QIODevice::ReadOnly));
    text = sample.readAll();
    const std::pair<QByteArray, QByteArray> exchanges[]{
        {"127.0.0.1:4354", "127.0.0.1:" + QByteArray::number(hub)},
        {"listen 443 ssl", "listen 127.0.0.1:" + QByteArray::number(port) + " ssl"},
        {"listen 80", "listen 127.0.0.1:" + QByteArray::number(Nginx::freePort())},
        {"/etc/ssl/hub.example.org.pem", m_keys.filePath(QStringLiteral("localhost.crt")).toUtf8()},
        {"/etc/ssl/hub.example.org.key", m_keys.filePath(QStringLiteral("localhost.key")).toUtf8()},
        {"server_name hub.example.org", "server_name localhost"}};
    for (const auto &[from, to] : exchanges) {
        QVERIFY2(text.contains(from), from.constData());
        text.replace(from, to);
    }
}

/// Uses the sample configuration itself; only its names and ports are replaced.
void TestHelioDoctor::passesTheSampleOfNginx()
{
    if (Nginx::program().isEmpty())
        QSKIP("no nginx here: ./dev setup test fetches it");
    HubRunner hub;
    test::makeCertificate(m_keys.path(), QStringLiteral("localhost"),
                          QStringLiteral("DNS:localhost"));
    const quint16 port = Nginx::freePort();
    QByteArray text;
    readSample(static_cast<quint16>(hub.url().port()), port, text);
    QVERIFY(!QTest::currentTestFailed());
    Nginx nginx(text);
    QCOMPARE(nginx.complaints(), QByteArray());
    QVERIFY(nginx.serve(port));
    const QUrl url(QStringLiteral("https://localhost:%1").arg(port));
    checkTrust(url);
    for (const char *closed :
         {"/metrics", "/api/v1/admin/connections", "/api/v1/events/hub",
          "/api/v1/events/hub?client=a", "/api/v1/%65vents/hub", "/api/v1//events/hub",
          "/api/v1/deliveries", "/api/v1/deliveries?source=generic", "/api/v1/deliveries/1",
          "/api/v1/deliveries/1/verdict"})
        QCOMPARE(statusOf(url, closed, m_keys.path()), 404);
    QCOMPARE(statusOf(url, "/api/v1/jobs", m_keys.path()), 200);
}

void TestHelioDoctor::checkTrust(const QUrl &url)
{
    const QString certificate = m_keys.filePath(QStringLiteral("localhost.crt"));
    Helio doctor(url, {QStringLiteral("doctor"), QStringLiteral("--json"),
                       QStringLiteral("--ca-file"), certificate});
    QVERIFY2(doctor.exitCode() == 0, doctor.lines().join('\n').constData());
    QCOMPARE(verdicts(doctor).value(QStringLiteral("tls")), QStringLiteral("good"));
    QVERIFY(textOf(doctor, "tls").contains(QLatin1String("days")));
    QCOMPARE(verdicts(doctor).value(QStringLiteral("webhook")), QStringLiteral("good"));
    Helio jobs(url, {QStringLiteral("jobs"), QStringLiteral("--ca-file"), certificate});
    QVERIFY2(jobs.exitCode() == 0, jobs.complaints().constData());
    Helio untrusting(url, {QStringLiteral("jobs")});
    QCOMPARE(untrusting.exitCode(), 1);
    Helio mistaken(url, {QStringLiteral("jobs"), QStringLiteral("--ca-file=/nothing.pem")});
    QCOMPARE(mistaken.exitCode(), 1);
    QVERIFY(mistaken.complaints().contains("/nothing.pem contains no certificate"));
    // Without --ca-file the certificate is not trusted, and the report says so.
    Helio stranger(url, {QStringLiteral("doctor"), QStringLiteral("--json")});
    QCOMPARE(stranger.exitCode(), 1);
    QCOMPARE(verdicts(stranger).value(QStringLiteral("tls")), QStringLiteral("fault"));
}

QTEST_GUILESS_MAIN(TestHelioDoctor)
#include "tst_heliodoctor.moc"
