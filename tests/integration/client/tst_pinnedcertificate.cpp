// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/certificate.h"
#include "tests/support/hubrunner.h"
#include "ui/client/doctor/doctor.h"
#include "ui/client/hubapi.h"
#include "ui/client/hubnetwork.h"
#include "ui/client/joblink.h"

#include <QSignalSpy>
#include <QTest>

using namespace ui;

/// A client and a hub whose certificate no authority signed.
class PinnedCertificateTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_hub.reset(); }

    void refusesAnUnknownCertificate();
    void acceptsThePinnedOne();
    void aPinCountsForItsHubOnly();
    void refusesAReplacedOne();
    void aPinRefusesACertificateOfAnAuthority();
    void theLinkSaysUntrusted();
    void theDoctorShowsTheCertificate();
    void theDoctorAcceptsThePinnedOne();
    void readsFingerprints_data();
    void readsFingerprints();

private:
    app::Config configWith(const QString &name) const;
    QByteArray fingerprint(const QString &name) const
    {
        return fingerprintOf(test::certificateIn(m_folder, name).value(0));
    }
    QByteArray ask(HubNetwork &network) const;

    QTemporaryDir m_dir;
    QDir m_folder;
    std::unique_ptr<test::HubRunner> m_hub;
};

namespace {
const QString first = QStringLiteral("first");
const QString second = QStringLiteral("second");
} // namespace

void PinnedCertificateTest::initTestCase()
{
    m_folder = QDir(m_dir.path());
    test::makeCertificate(m_folder, first, QStringLiteral("IP:127.0.0.1"));
    test::makeCertificate(m_folder, second, QStringLiteral("IP:127.0.0.1"));
}

void PinnedCertificateTest::init()
{
    m_hub = std::make_unique<test::HubRunner>(configWith(first));
}

app::Config PinnedCertificateTest::configWith(const QString &name) const
{
    app::Config config;
    config.tlsCertificate = m_folder.filePath(name + QStringLiteral(".crt"));
    config.tlsKey = m_folder.filePath(name + QStringLiteral(".key"));
    return config;
}

/// Returns the name in the hub's answer to `GET /version`, or the error.
QByteArray PinnedCertificateTest::ask(HubNetwork &network) const
{
    HubApi api(&network, m_hub->url());
    QByteArray answered;
    api.get("/version", &api, [&answered](const hub::Result<QJsonObject> &answer) {
        answered = answer ? answer->value(QLatin1String("name")).toString().toUtf8()
                          : answer.error().message.toUtf8();
    });
    return QTest::qWaitFor([&answered] { return !answered.isEmpty(); }, 20'000) ? answered
                                                                                : "no answer";
}

void PinnedCertificateTest::refusesAnUnknownCertificate()
{
    HubNetwork network;
    network.setToken(m_hub->url(), "token");
    QSignalSpy refused(&network, &HubNetwork::certificateRefused);
    QVERIFY(ask(network).startsWith("the certificate is not trusted: "));
    QCOMPARE(refused.size(), 1);
    const auto certificate = refused.first().first().value<Certificate>();
    QCOMPARE(certificate.subject, first);
    QCOMPARE(certificate.issuer, first);
    QCOMPARE(certificate.hub.host(), QStringLiteral("127.0.0.1"));
    QCOMPARE(certificate.fingerprint, fingerprint(first));
    QVERIFY(certificate.validFrom <= QDateTime::currentDateTimeUtc());
    QVERIFY(certificate.validUntil > QDateTime::currentDateTimeUtc());
    QVERIFY(!certificate.replaced);
}

void PinnedCertificateTest::acceptsThePinnedOne()
{
    HubNetwork network;
    network.setToken(m_hub->url(), {});
    QVERIFY(ask(network).startsWith("the certificate is not trusted"));
    network.setPin(m_hub->url(), fingerprint(first));
    QSignalSpy refused(&network, &HubNetwork::certificateRefused);
    QCOMPARE(ask(network), QByteArray("heliograph"));
    QCOMPARE(refused.size(), 0);
    network.setPin(m_hub->url(), {});
    QVERIFY(ask(network).startsWith("the certificate is not trusted"));
}

void PinnedCertificateTest::aPinCountsForItsHubOnly()
{
    HubNetwork network;
    QUrl other = m_hub->url();
    other.setPort(other.port() - 1);
    network.setPin(other, fingerprint(first));
    QVERIFY(ask(network).startsWith("the certificate is not trusted"));
}

void PinnedCertificateTest::refusesAReplacedOne()
{
    HubNetwork network;
    network.setToken(m_hub->url(), "token");
    network.setPin(m_hub->url(), fingerprint(second));
    QSignalSpy refused(&network, &HubNetwork::certificateRefused);
    QVERIFY(ask(network).startsWith("the hub's certificate is not the trusted one"));
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().value<Certificate>().replaced);
}

void PinnedCertificateTest::aPinRefusesACertificateOfAnAuthority()
{
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QVERIFY(trustAuthorities(m_folder.filePath(QStringLiteral("first.crt"))));
    HubNetwork network;
    const QByteArray trusted = ask(network);
    network.setPin(m_hub->url(), fingerprint(second));
    const QByteArray pinned = ask(network);
    QSslConfiguration::setDefaultConfiguration(before);
    QCOMPARE(trusted, QByteArray("heliograph"));
    QVERIFY(pinned.startsWith("the hub's certificate is not the trusted one"));
}

void PinnedCertificateTest::theLinkSaysUntrusted()
{
    HubNetwork network;
    network.setToken(m_hub->url(), {});
    JobLink link(&network);
    link.start(m_hub->url());
    QTRY_COMPARE(link.status().cause, LinkCause::Untrusted);
    QCOMPARE(link.status().state, LinkState::Reconnecting);
    QVERIFY(link.status().reason.startsWith(QStringLiteral("the certificate is not trusted")));
    network.setPin(m_hub->url(), fingerprint(first));
    link.retryNow();
    QTRY_COMPARE(link.status().state, LinkState::Live);
    QVERIFY(link.status().cause != LinkCause::Untrusted);
}

void PinnedCertificateTest::theDoctorShowsTheCertificate()
{
    HubNetwork network;
    Patient patient;
    patient.hub = m_hub->url();
    Doctor doctor(&network, patient);
    QSignalSpy refused(&doctor, &Doctor::certificateRefused);
    QSignalSpy finished(&doctor, &Doctor::finished);
    doctor.start();
    QVERIFY(finished.wait(20'000));
    QVERIFY(!doctor.isHealthy());
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().value<Certificate>().fingerprint, fingerprint(first));
    QVERIFY(doctor.findings().last().text.contains(QStringLiteral("is not trusted")));
}

void PinnedCertificateTest::theDoctorAcceptsThePinnedOne()
{
    HubNetwork network;
    network.setPin(m_hub->url(), fingerprint(first));
    Patient patient;
    patient.hub = m_hub->url();
    patient.pin = fingerprint(first);
    Doctor doctor(&network, patient);
    QSignalSpy finished(&doctor, &Doctor::finished);
    connect(&doctor, &Doctor::found, &doctor, [&doctor](const Finding &finding) {
        if (finding.check == "auth")
            doctor.stop(); // the checks of the stream take seconds
    });
    doctor.start();
    QVERIFY(finished.wait(20'000));
    QVERIFY(doctor.isHealthy());
    QStringList texts;
    for (const Finding &finding : doctor.findings())
        texts << finding.text;
    QVERIFY(
        texts.join(QLatin1Char('\n')).contains(QStringLiteral("the certificate is the pinned")));
}

void PinnedCertificateTest::readsFingerprints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    const QString hex(64, QLatin1Char('a'));
    QTest::newRow("digits") << hex << true;
    QTest::newRow("colons") << fingerprintText(QByteArray(32, 'x')) << true;
    QTest::newRow("spaces around") << QStringLiteral(" ") + hex << true;
    QTest::newRow("too short") << hex.left(62) << false;
    QTest::newRow("too long") << hex + QStringLiteral("aa") << false;
    QTest::newRow("not hexadecimal") << hex.left(63) + QStringLiteral("g") << false;
    QTest::newRow("space inside") << hex.left(32) + QStringLiteral(" ") + hex.left(32) << false;
    QTest::newRow("empty") << QString() << false;
}

void PinnedCertificateTest::readsFingerprints()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const QByteArray read = parseFingerprint(text);
    QCOMPARE(read.size(), valid ? 32 : 0);
    if (valid)
        QCOMPARE(parseFingerprint(fingerprintText(read)), read);
}

QTEST_GUILESS_MAIN(PinnedCertificateTest)
#include "tst_pinnedcertificate.moc"
