// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/hub.h"
#include "tests/support/certificate.h"
#include "tests/support/hubrunner.h"

#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>

using namespace hub;

/// A hub with its own TLS certificate.
class TestHubTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_hub.reset(); }

    void answersAndStreams();
    void speaksTls12AndNoPlainText();
    void refusesOldVersions_data();
    void refusesOldVersions();
    void aStalledHandshakeHurtsNobody();
    void aSlowReaderIsHeldBack();
    void changesItsCertificateUnderOpenStreams();
    void refusesAWrongPair_data();
    void refusesAWrongPair();

private:
    std::unique_ptr<QSslSocket> connected(QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater);
    QByteArray ask(QSslSocket &socket, const QByteArray &request, const QByteArray &until);
    app::Config configWith(const char *name) const;
    QString path(const QByteArray &name) const { return m_dir.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_dir;
    std::unique_ptr<test::HubRunner> m_hub;
};

/// Makes two self-signed certificates.
void TestHubTls::initTestCase()
{
    for (const char *name : {"first", "second"})
        test::makeCertificate(m_dir.path(), QString::fromLatin1(name));
}

app::Config TestHubTls::configWith(const char *name) const
{
    app::Config config;
    config.tlsCertificate = path(QByteArray(name) + ".crt");
    config.tlsKey = path(QByteArray(name) + ".key");
    return config;
}

void TestHubTls::init()
{
    m_hub = std::make_unique<test::HubRunner>(configWith("first"));
    QCOMPARE(m_hub->url().scheme(), QStringLiteral("https"));
}

/// Connects and completes the handshake. Returns null when the handshake fails.
std::unique_ptr<QSslSocket> TestHubTls::connected(QSsl::SslProtocol protocol)
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->setProtocol(protocol);
    socket->connectToHostEncrypted(m_hub->url().host(), static_cast<quint16>(m_hub->url().port()));
    const bool done = QTest::qWaitFor([&] {
        return socket->isEncrypted() || socket->state() == QAbstractSocket::UnconnectedState;
    });
    return done && socket->isEncrypted() ? std::move(socket) : nullptr;
}

/// Sends `request` and returns the received bytes once they contain `until`.
QByteArray TestHubTls::ask(QSslSocket &socket, const QByteArray &request, const QByteArray &until)
{
    socket.write(request);
    QByteArray came;
    const bool all = QTest::qWaitFor([&] {
        came += socket.readAll();
        return came.contains(until);
    });
    return all ? came : QByteArray();
}

void TestHubTls::answersAndStreams()
{
    const auto socket = connected();
    QVERIFY(socket);
    QVERIFY(ask(*socket, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", "ok")
                .startsWith("HTTP/1.1 200"));
    const auto publisher = connected();
    QVERIFY(publisher);
    QVERIFY(
        !ask(*socket, "GET /api/v1/events/a HTTP/1.1\r\nHost: localhost\r\n\r\n", "hub.snapshot")
             .isEmpty());
    const QByteArray body = R"({"type":"completed"})";
    QVERIFY(ask(*publisher,
                "POST /api/v1/jobs/a/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                    + QByteArray::number(body.size()) + "\r\n\r\n" + body,
                "event_id")
                .startsWith("HTTP/1.1 202"));
    QVERIFY(ask(*socket, {}, "event: hub.end").contains("event: completed"));
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
}

void TestHubTls::speaksTls12AndNoPlainText()
{
    QVERIFY(connected(QSsl::TlsV1_2));
    QTcpSocket plain;
    plain.connectToHost(m_hub->url().host(), static_cast<quint16>(m_hub->url().port()));
    plain.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QByteArray came;
    QVERIFY(QTest::qWaitFor([&] {
        came += plain.readAll();
        return plain.state() == QAbstractSocket::UnconnectedState;
    }));
    QVERIFY(!came.contains("HTTP/1.1"));
    QVERIFY(m_hub->service().hub());
}

void TestHubTls::refusesOldVersions_data()
{
    QTest::addColumn<bool>("taken");
    QTest::newRow("-tls1") << false;
    QTest::newRow("-tls1_1") << false;
    QTest::newRow("-tls1_2") << true;
    QTest::newRow("-tls1_3") << true;
}

/// The client itself would accept any version and cipher.
void TestHubTls::refusesOldVersions()
{
    QFETCH(bool, taken);
    QProcess client;
    client.setProcessChannelMode(QProcess::MergedChannels);
    client.start(QStringLiteral("openssl"),
                 {QStringLiteral("s_client"), QString::fromLatin1(QTest::currentDataTag()),
                  QStringLiteral("-cipher"), QStringLiteral("DEFAULT:@SECLEVEL=0"),
                  QStringLiteral("-connect"),
                  QStringLiteral("%1:%2").arg(m_hub->url().host()).arg(m_hub->url().port())});
    client.closeWriteChannel(); // makes the client leave after the handshake
    QTRY_COMPARE(client.state(), QProcess::NotRunning);
    const QByteArray output = client.readAll();
    QVERIFY2(client.exitCode() == (taken ? 0 : 1), output);
    QCOMPARE(output.contains("alert protocol version"), !taken);
    QCOMPARE(output.contains("Cipher is (NONE)"), !taken);
}

void TestHubTls::aStalledHandshakeHurtsNobody()
{
    QTcpSocket stalled;
    stalled.connectToHost(m_hub->url().host(), static_cast<quint16>(m_hub->url().port()));
    stalled.write("\x16\x03\x01", 3);
    QTRY_COMPARE(stalled.bytesToWrite(), 0);
    const auto socket = connected();
    QVERIFY(socket);
    QVERIFY(!ask(*socket, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", "ok").isEmpty());
}

void TestHubTls::aSlowReaderIsHeldBack()
{
    const auto reader = connected();
    QVERIFY(reader);
    reader->setReadBufferSize(4096);
    reader->write("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE(m_hub->service().hub()->streams().count(), std::size_t(1));
    const QByteArray line =
        R"({"job_id":"a","type":"log","message":")" + QByteArray(64'000, 'x') + "\"}\n";
    const auto publisher = connected();
    QVERIFY(publisher);
    const QByteArray body = line.repeated(100);
    for (int i = 0; i < 3; ++i)
        QVERIFY(!ask(*publisher,
                     "POST /api/v1/events:batch HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                         + QByteArray::number(body.size()) + "\r\n\r\n" + body,
                     "\"line\":100")
                     .isEmpty());
    qint64 backlog = 0;
    m_hub->service().hub()->streams().forEach(
        [&](const Subscriber &subscriber) { backlog = subscriber.backlog(); });
    QVERIFY(backlog > 0);
    QVERIFY2(backlog < 2'000'000, QByteArray::number(backlog)); // of 19 MB published
}

void TestHubTls::changesItsCertificateUnderOpenStreams()
{
    m_hub->service().setOperated([this]() -> Result<app::Config> {
        app::Config next = m_hub->config();
        next.tlsCertificate = path("second.crt");
        next.tlsKey = path("second.key");
        return next;
    });
    const auto before = connected();
    QVERIFY(before);
    QCOMPARE(before->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0),
             QStringLiteral("first"));
    QVERIFY(
        !ask(*before, "GET /api/v1/events/a HTTP/1.1\r\nHost: localhost\r\n\r\n", "hub.snapshot")
             .isEmpty());
    QVERIFY(m_hub->service().reload().ok());
    const auto after = connected();
    QVERIFY(after);
    QCOMPARE(after->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0),
             QStringLiteral("second"));
    const QByteArray body = R"({"type":"completed"})";
    after->write("POST /api/v1/jobs/a/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QVERIFY(!ask(*before, {}, "event: hub.end").isEmpty());
}

void TestHubTls::refusesAWrongPair_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("why");

    QTest::newRow("another's key")
        << QByteArray("first.crt") << QByteArray("second.key")
        << QStringLiteral("the private key does not belong to the certificate");
    QTest::newRow("the key in both")
        << QByteArray("first.key") << QByteArray("first.key")
        << QStringLiteral("the certificate file holds no PEM certificate");
    QTest::newRow("the certificate in both")
        << QByteArray("first.crt") << QByteArray("first.crt")
        << QStringLiteral("the key file holds no PEM private key without a password");
    QTest::newRow("no such file") << QByteArray("third.crt") << QByteArray("first.key")
                                  << QStringLiteral("third.crt");
    QTest::newRow("only one") << QByteArray("first.crt") << QByteArray()
                              << QStringLiteral("tls: certificate and key must be set together");
}

void TestHubTls::refusesAWrongPair()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(QString, why);
    app::Config config;
    config.tlsCertificate = path(certificate);
    config.tlsKey = key.isEmpty() ? QString() : path(key);
    const Result<void> checked = app::check(config);
    QVERIFY(!checked);
    QVERIFY2(checked.error().message.contains(why), qUtf8Printable(checked.error().message));
}

QTEST_GUILESS_MAIN(TestHubTls)
#include "tst_hubtls.moc"
