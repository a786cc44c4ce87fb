// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/jwksclient.h"
#include "tests/support/certificate.h"
#include "tests/support/scriptedserver.h"
#include "tests/unit/auth/desk.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace hub;
using namespace test;

/// Keys from an https address: which certificates are trusted.
class TestJwksTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_default); }
    void trustsByFile();
    void trustsWhomTheSystemTrusts();
    void refuses_data();
    void refuses();
    void keepsItsKeysWhenTrustIsGone();
    void aReloadChangesWhomItTrusts();

private:
    QSslConfiguration identity(const char *name) const
    {
        return identityIn(m_folder.path(), QString::fromLatin1(name));
    }
    QList<QSslCertificate> authority(const char *name) const
    {
        return certificateIn(m_folder.path(), QString::fromLatin1(name));
    }
    /// Answers each request with the issuer's key and closes the connection.
    void publish(ScriptedServer &server) const
    {
        server.respond([this, &server](int number, const ScriptedRequest &) {
            server.answer(number, 200, "application/json", m_issuer.jwk(), "Connection: close\r\n");
            server.close(number);
        });
    }
    bool hasKey(const Desk &desk) const
    {
        return desk.authenticator.hasKey(m_issuer.verificationKey().digest());
    }
    static void expectDistrust(int keys)
    {
        const QString line = QStringLiteral(
            "^cannot fetch keys from https://127\\.0\\.0\\.1:\\d+/keys: its certificate is "
            "not trusted: .+; the %1 earlier keys stay in use$");
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(line.arg(keys)));
    }

    const Issuer m_issuer{"a"};
    const QSslConfiguration m_default = QSslConfiguration::defaultConfiguration();
    QTemporaryDir m_folder;
};

void TestJwksTls::initTestCase()
{
    const QDir folder(m_folder.path());
    const QString loopback = QStringLiteral("IP:127.0.0.1");
    makeCertificate(folder, QStringLiteral("root"));
    makeCertificate(folder, QStringLiteral("another-root"));
    makeCertificate(folder, QStringLiteral("good"), loopback, QStringLiteral("root"));
    makeCertificate(folder, QStringLiteral("elsewhere"), QStringLiteral("DNS:id.example.org"),
                    QStringLiteral("root"));
    makeCertificate(folder, QStringLiteral("own"), loopback);
}

void TestJwksTls::trustsByFile()
{
    ScriptedServer server(identity("good"));
    publish(server);
    Desk desk;
    desk.trust({}, server.url("/keys"), authority("root"));
    const auto said = desk.ask(m_issuer.token(desk.clock.wallMs()));
    QTRY_COMPARE(*said, QByteArray("ok"));
}

/// The default TLS configuration takes the part of the system's certificate store.
void TestJwksTls::trustsWhomTheSystemTrusts()
{
    QSslConfiguration system = m_default;
    system.addCaCertificates(authority("root"));
    QSslConfiguration::setDefaultConfiguration(system);
    ScriptedServer server(identity("good"));
    publish(server);
    Desk desk;
    desk.trust({}, server.url("/keys"));
    const auto said = desk.ask(m_issuer.token(desk.clock.wallMs()));
    QTRY_COMPARE(*said, QByteArray("ok"));
}

void TestJwksTls::refuses_data()
{
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<QByteArray>("trusted"); // empty = the system's, which include `root`
    QTest::newRow("of nobody known") << QByteArray("own") << QByteArray();
    QTest::newRow("of another") << QByteArray("good") << QByteArray("another-root");
    QTest::newRow("of itself") << QByteArray("own") << QByteArray("root");
    QTest::newRow("for another name") << QByteArray("elsewhere") << QByteArray("root");
}

void TestJwksTls::refuses()
{
    QFETCH(QByteArray, shown);
    QFETCH(QByteArray, trusted);
    QSslConfiguration system = m_default;
    system.addCaCertificates(authority("root"));
    QSslConfiguration::setDefaultConfiguration(system);
    ScriptedServer server(identity(shown));
    publish(server);
    expectDistrust(0);
    Desk desk;
    desk.trust({}, server.url("/keys"),
               trusted.isEmpty() ? QList<QSslCertificate>() : authority(trusted));
    const auto said = desk.ask(m_issuer.token(desk.clock.wallMs()));
    QTRY_COMPARE(*said, QByteArray("keys_unavailable"));
    QCOMPARE(server.count(), 0); // no request was sent
}

void TestJwksTls::keepsItsKeysWhenTrustIsGone()
{
    ScriptedServer server(identity("good"));
    publish(server);
    Desk desk;
    QSignalSpy lost(&desk.authenticator, &Authenticator::keysLost);
    desk.trust({}, server.url("/keys"), authority("root"));
    QTRY_VERIFY(hasKey(desk));
    server.setIdentity(identity("own"));
    expectDistrust(1);
    desk.clock.advance(JwksClient::mostAge);
    const auto unknown = desk.ask(Issuer("b").token(desk.clock.wallMs()));
    QTRY_COMPARE(*unknown, QByteArray("unknown_key"));
    QCOMPARE(server.count(), 1);
    QVERIFY(hasKey(desk));
    QCOMPARE(lost.size(), 0);
}

void TestJwksTls::aReloadChangesWhomItTrusts()
{
    ScriptedServer server(identity("own"));
    publish(server);
    expectDistrust(0);
    Desk desk;
    desk.trust({}, server.url("/keys"), authority("root"));
    const auto refused = desk.ask(m_issuer.token(desk.clock.wallMs()));
    QTRY_COMPARE(*refused, QByteArray("keys_unavailable"));
    desk.trust({}, server.url("/keys"), authority("own")); // a reload fetches the keys at once
    QTRY_VERIFY(hasKey(desk));
}

QTEST_GUILESS_MAIN(TestJwksTls)
#include "tst_jwkstls.moc"
