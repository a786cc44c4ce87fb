// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/tokenwriter.h"
#include "tests/integration/helio/doctorreport.h"
#include "tests/support/hubrunner.h"

#include <QDateTime>

using namespace test;

namespace {

const QByteArray whsec = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const QByteArray hubSecret(32, 'k');

} // namespace

/// `helio doctor` against a hub that verifies webhooks and requires tokens.
class TestHelioDoctorSigning : public QObject
{
    Q_OBJECT

private slots:
    void looksAtASource_data();
    void looksAtASource();
    void showsItsToken_data();
    void showsItsToken();
    void refusesWhatIsNoSecret_data();
    void refusesWhatIsNoSecret();

private:
    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }
    /// A configuration with a source `std` that verifies its webhooks.
    app::Config verifying() const
    {
        app::SourceConfig source{
            QStringLiteral("std"), QStringLiteral("standard-webhooks"), {}, {}};
        source.secretsFile = QStringList{write("std.secret", whsec + "\n")};
        app::Config config;
        config.sources.push_back(source);
        return config;
    }
    QString tokenFile(const QByteArray &scope, qint64 seconds,
                      const std::optional<QByteArrayList> &jobs) const
    {
        hub::TokenClaims claims;
        claims.subject = "u";
        claims.scope = scope;
        claims.jobs = jobs;
        claims.issuedS = QDateTime::currentSecsSinceEpoch() - 3600;
        claims.expiresS = QDateTime::currentSecsSinceEpoch() + seconds;
        const QByteArray secret = scope == "forged" ? QByteArray(32, 'x') : hubSecret;
        return write("token", *hub::TokenWriter::withSecret(secret)->write(claims) + "\n");
    }

    const QTemporaryDir m_folder;
};

void TestHelioDoctorSigning::looksAtASource_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("secret"); // empty = not signed
    QTest::addColumn<QString>("signature"); // verdicts
    QTest::addColumn<QString>("webhook");
    QTest::addColumn<QString>("text"); // the text of the webhook check begins so
    const QString good = QStringLiteral("good");
    const QString fault = QStringLiteral("fault");
    const QString stream =
        QStringLiteral("a signed webhook to the source std reached the stream after ");
    QTest::newRow("its secret") << QByteArray("std") << whsec << good << good << stream;
    QTest::newRow("another secret")
        << QByteArray("std") << QByteArray("whsec_" + QByteArray(24, 'x').toBase64()) << good
        << fault
        << QStringLiteral("the source std refuses the test webhook: HTTP 401: no signature");
    QTest::newRow("no secret") << QByteArray("std") << QByteArray() << QString()
                               << QStringLiteral("note")
                               << QStringLiteral("the source std refuses the test webhook: ");
    QTest::newRow("a source that verifies nothing")
        << QByteArray("generic") << whsec << fault << good
        << QStringLiteral("a signed webhook to the source generic reached the stream after ");
}

void TestHelioDoctorSigning::looksAtASource()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, secret);
    QFETCH(QString, signature);
    QFETCH(QString, webhook);
    QFETCH(QString, text);
    HubRunner hub(verifying());
    QStringList words{QStringLiteral("doctor"), QStringLiteral("--json"),
                      QStringLiteral("--source"), QString::fromLatin1(source)};
    if (!secret.isEmpty())
        words << QStringLiteral("--secret-file") << write("given.secret", secret + "\r\n");
    Helio doctor(hub.url(), words);
    const bool healthy = signature != QLatin1String("fault") && webhook != QLatin1String("fault");
    QCOMPARE(doctor.exitCode(), healthy ? 0 : 1);
    QCOMPARE(verdicts(doctor).value(QStringLiteral("signature")), signature);
    QCOMPARE(verdicts(doctor).value(QStringLiteral("webhook")), webhook);
    QVERIFY2(textOf(doctor, "webhook").startsWith(text), qUtf8Printable(textOf(doctor, "webhook")));
    QCOMPARE(textOf(doctor, "webhook").endsWith(QLatin1String(" ms")),
             webhook == QLatin1String("good"));
    QCOMPARE(testJobs(hub.url()),
             QStringList{webhook == QLatin1String("good") ? QStringLiteral("completed")
                                                          : QStringLiteral("cancelled")});
    QVERIFY(secret.isEmpty() || !doctor.lines().value(0).contains(secret));
}

void TestHelioDoctorSigning::showsItsToken_data()
{
    QTest::addColumn<QByteArray>("scope"); // empty = no token
    QTest::addColumn<int>("seconds"); // lifetime of the token
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("notes");
    QTest::addColumn<QString>("fault"); // the check that fails; empty = healthy
    const QString generic = QStringLiteral("generic");
    const QString standard = QStringLiteral("std");
    const QStringList none;
    const QString auth = QStringLiteral("auth");
    QTest::newRow("publish, other jobs") << QByteArray("read publish") << 600 << standard
                                         << QStringList{QStringLiteral("event")} << QString();
    QTest::newRow("admin") << QByteArray("read admin") << 600 << generic << none << QString();
    QTest::newRow("publish") << QByteArray("read publish") << 600 << standard << none << QString();
    QTest::newRow("publish, unsigned") << QByteArray("read publish") << 600 << generic
                                       << QStringList{QStringLiteral("webhook")} << QString();
    QTest::newRow("read") << QByteArray("read") << 600 << standard
                          << QStringList{QStringLiteral("event")} << QString();
    QTest::newRow("no read") << QByteArray("publish") << 600 << standard << none << auth;
    QTest::newRow("expired") << QByteArray("admin") << -60 << standard << none << auth;
    QTest::newRow("forged") << QByteArray("forged") << 600 << standard << none << auth;
    QTest::newRow("none") << QByteArray() << 0 << standard << none << auth;
}

void TestHelioDoctorSigning::showsItsToken()
{
    QFETCH(QByteArray, scope);
    QFETCH(int, seconds);
    QFETCH(QString, source);
    QFETCH(QStringList, notes);
    QFETCH(QString, fault);
    app::Config config = verifying();
    config.hsSecretFile = write("hub.secret", hubSecret);
    HubRunner hub(config);
    QStringList words{QStringLiteral("doctor"), QStringLiteral("--json"),
                      QStringLiteral("--source"), source};
    // The file lacks the prefix `whsec_`, as some senders show the secret without it.
    if (source == QLatin1String("std"))
        words << QStringLiteral("--secret-file") << write("given.secret", whsec.mid(6));
    std::optional<QByteArrayList> jobs;
    if (QByteArray(QTest::currentDataTag()).endsWith("other jobs"))
        jobs = QByteArrayList{"render-*"};
    if (!scope.isEmpty())
        words << QStringLiteral("--token-file") << tokenFile(scope, seconds, jobs);
    Helio doctor(hub.url(), words);
    QCOMPARE(doctor.exitCode(), fault.isEmpty() ? 0 : 1);
    const auto found = verdicts(doctor);
    QCOMPARE(found.keys(QStringLiteral("note")), notes);
    QCOMPARE(found.keys(QStringLiteral("fault")),
             fault.isEmpty() ? QStringList{} : QStringList{fault});
    QVERIFY2(fault.isEmpty() || textOf(doctor, "auth").contains(QLatin1String("token")),
             qUtf8Printable(textOf(doctor, "auth")));
}

void TestHelioDoctorSigning::refusesWhatIsNoSecret_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("public key") << QByteArray("whpk_+/j9fCLWa1+7DDXNXBsigdhvYeAdLQyp/NuUErFAwP8=");
    QTest::newRow("not base64") << QByteArray("whsec_a secret!");
    QTest::newRow("left-over bits") << QByteArray("whsec_AB==");
    QTest::newRow("prefix alone") << QByteArray("whsec_");
    QTest::newRow("empty") << QByteArray();
}

void TestHelioDoctorSigning::refusesWhatIsNoSecret()
{
    QFETCH(QByteArray, secret);
    Helio doctor(
        QUrl(QStringLiteral("http://127.0.0.1:1")),
        {QStringLiteral("doctor"), QStringLiteral("--secret-file"), write("given.secret", secret)});
    QCOMPARE(doctor.exitCode(), 1);
    QVERIFY(doctor.lines().isEmpty());
    QVERIFY2(doctor.complaints().contains("given.secret"), doctor.complaints());
    QVERIFY(secret.size() < 8 || !doctor.complaints().contains(secret.mid(6)));
}

QTEST_GUILESS_MAIN(TestHelioDoctorSigning)
#include "tst_heliodoctorsigning.moc"
