// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/certificate.h"
#include "tests/support/hubprocess.h"
#include "tests/support/hubrunner.h"
#include "tests/support/processfigures.h"
#include "tests/support/rawclient.h"

#include "hub/core/hub.h"

#include <QSslSocket>

using namespace test;
using namespace std::chrono_literals;

/// TLS handshakes that never finish, and ciphers that are too weak.
class TestTlsHandshakes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void unfinishedOnesAreClosed();
    void areBounded();
    void costLittleMemory();
    void takeStrongCiphersOnly_data();
    void takeStrongCiphersOnly();

private:
    app::Config withTls() const;
    QTemporaryDir m_dir;
};

void TestTlsHandshakes::initTestCase()
{
    makeCertificate(m_dir.path(), QStringLiteral("hub"));
}

app::Config TestTlsHandshakes::withTls() const
{
    app::Config config;
    config.tlsCertificate = m_dir.filePath(QStringLiteral("hub.crt"));
    config.tlsKey = m_dir.filePath(QStringLiteral("hub.key"));
    return config;
}

void TestTlsHandshakes::unfinishedOnesAreClosed()
{
    app::Config config = withTls();
    config.net.tlsHandshakeDeadline = 100ms;
    HubRunner hub(config);
    RawClient stalled(static_cast<quint16>(hub.url().port()));
    QVERIFY(stalled.waitForClose());
    QSslSocket good;
    good.setPeerVerifyMode(QSslSocket::VerifyNone);
    good.connectToHostEncrypted(QStringLiteral("127.0.0.1"), quint16(hub.url().port()));
    QTRY_VERIFY(good.isEncrypted());
    RawClient later(static_cast<quint16>(hub.url().port()));
    // Its deadline is later than any that the good connection could have.
    QVERIFY(later.waitForClose());
    QVERIFY(good.state() == QAbstractSocket::ConnectedState);
}

/// The attack: many connections that send nothing.
void TestTlsHandshakes::areBounded()
{
    app::Config config = withTls();
    config.net.tlsHandshakes = 4;
    HubRunner hub(config);
    const auto port = static_cast<quint16>(hub.url().port());
    std::vector<std::unique_ptr<RawClient>> stalled;
    for (int i = 0; i < 4; ++i)
        stalled.push_back(std::make_unique<RawClient>(port));
    RawClient fifth(port);
    QVERIFY(fifth.waitForClose());
    QVERIFY(stalled.front()->isOpen());
    QVERIFY(hub.service().hub()->metrics().toPrometheus().contains(
        "hub_limit_reached_total{limit=\"tls_handshakes\"}"));
    stalled.pop_back();
    QTRY_VERIFY([&] {
        QSslSocket good;
        good.setPeerVerifyMode(QSslSocket::VerifyNone);
        good.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
        return QTest::qWaitFor([&] { return good.isEncrypted(); }, 500);
    }());
}

void TestTlsHandshakes::costLittleMemory()
{
    constexpr int crowd = 2'000;
    const QTemporaryDir data;
    qputenv("HELIOGRAPH_TLS_CERTIFICATE", m_dir.filePath(QStringLiteral("hub.crt")).toUtf8());
    qputenv("HELIOGRAPH_TLS_KEY", m_dir.filePath(QStringLiteral("hub.key")).toUtf8());
    qputenv("HELIOGRAPH_LIMITS_TLS_HANDSHAKE_S", "2");
    HubProcess hub(data.path());
    for (const char *name :
         {"HELIOGRAPH_TLS_CERTIFICATE", "HELIOGRAPH_TLS_KEY", "HELIOGRAPH_LIMITS_TLS_HANDSHAKE_S"})
        qunsetenv(name);
    const qint64 pid = hub.process().processId();
    const qint64 before = residentKiB(pid);
    const qsizetype descriptors = descriptorCount(pid);
    std::vector<std::unique_ptr<QTcpSocket>> stalled;
    for (int i = 0; i < crowd; ++i) {
        stalled.push_back(std::make_unique<QTcpSocket>());
        stalled.back()->connectToHost(QStringLiteral("127.0.0.1"), quint16(hub.url().port()));
        if (i % 100 == 99)
            QVERIFY(stalled.back()->waitForConnected());
    }
    QTRY_VERIFY(hub.output().contains("limit tls_handshakes is reached"));
    qint64 most = 0;
    QTRY_VERIFY_WITH_TIMEOUT(
        (most = std::max(most, residentKiB(pid)), descriptorCount(pid) == descriptors), 60'000);
    QVERIFY2(most - before < 64 * 1024, qPrintable(QStringLiteral("%1 KiB").arg(most - before)));
    QTRY_VERIFY(residentKiB(pid) - before < 8 * 1024); // memory is returned
}

void TestTlsHandshakes::takeStrongCiphersOnly_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("taken");
    const auto row = [](const char *name, const char *options, bool taken) {
        QTest::newRow(name) << QString::fromLatin1(options) << taken;
    };
    row("TLS 1.3", "-tls1_3", true);
    row("AES-GCM", "-tls1_2 -cipher ECDHE-ECDSA-AES128-GCM-SHA256", true);
    row("ChaCha20", "-tls1_2 -cipher ECDHE-ECDSA-CHACHA20-POLY1305", true);
    row("CBC", "-tls1_2 -cipher ECDHE-ECDSA-AES128-SHA256", false);
    row("CBC and SHA-1", "-tls1_2 -cipher ECDHE-ECDSA-AES256-SHA", false);
    row("no forward secrecy", "-tls1_2 -cipher AES128-GCM-SHA256", false);
}

void TestTlsHandshakes::takeStrongCiphersOnly()
{
    QFETCH(QString, options);
    HubRunner hub(withTls());
    QProcess openssl;
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(QStringLiteral("openssl"),
                  QStringList{QStringLiteral("s_client"), QStringLiteral("-connect"),
                              QStringLiteral("127.0.0.1:%1").arg(hub.url().port())}
                      + options.split(QLatin1Char(' ')));
    openssl.closeWriteChannel();
    QTRY_COMPARE(openssl.state(), QProcess::NotRunning);
    const QByteArray said = openssl.readAll();
    QTEST(!said.contains("Cipher is (NONE)") && said.contains("Cipher is "), "taken");
}

QTEST_GUILESS_MAIN(TestTlsHandshakes)
#include "tst_tlshandshakes.moc"
