// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/certificate.h"
#include "tests/support/manualclock.h"
#include "tests/unit/client/streamfixture.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace test;

/// Why there is no connection, and how long the client waits before it tries again.
class TestLinkCause : public QObject
{
    Q_OBJECT

private slots:
    void answersNameTheirCause_data();
    void answersNameTheirCause();
    void unreachableHubsNameTheirCause_data();
    void unreachableHubsNameTheirCause();
    void untrustedCertificateIsNamed();
    void ownBackoffToALoopbackHubIsAtMostFiveSeconds_data();
    void ownBackoffToALoopbackHubIsAtMostFiveSeconds();
    void ownBackoffToOtherHubsGrows();
};

void TestLinkCause::answersNameTheirCause_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<LinkState>("state");
    QTest::addColumn<LinkCause>("cause");
    const QByteArray html = "\r\nContent-Type: text/html\r\nContent-Length: 0";
    QTest::newRow("no token") << QByteArray("401 Unauthorized\r\nContent-Length: 0")
                              << LinkState::AuthFailed << LinkCause::Unauthorized;
    QTest::newRow("no right") << QByteArray("403 Forbidden\r\nContent-Length: 0")
                              << LinkState::AuthFailed << LinkCause::Forbidden;
    QTest::newRow("no such page") << "404 Not Found" + html << LinkState::WrongAddress
                                  << LinkCause::NotFound;
    QTest::newRow("a page that is no hub")
        << "200 OK" + html << LinkState::WrongAddress << LinkCause::NotAHub;
}

void TestLinkCause::answersNameTheirCause()
{
    QFETCH(QByteArray, head);
    QFETCH(LinkCause, cause);
    ManualClock clock;
    StreamFixture f(clock);
    f.server.respond([&](int n, const ScriptedRequest &) { f.reply(n, head); });
    f.stream.start();
    QTRY_VERIFY(isFinal(f.state()));
    QTEST(f.state(), "state");
    QCOMPARE(f.stream.status().cause, cause);
    clock.advance(1h);
    f.stream.wake(); // nothing waits, so nothing is repeated
    QCOMPARE(f.server.count(), 1);
}

void TestLinkCause::unreachableHubsNameTheirCause_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<LinkCause>("cause");
    QTest::newRow("refused") << QStringLiteral("127.0.0.1") << LinkCause::Refused;
    QTest::newRow("no such host") << QStringLiteral("hub.invalid") << LinkCause::HostNotFound;
}

void TestLinkCause::unreachableHubsNameTheirCause()
{
    QFETCH(QString, host);
    QFETCH(LinkCause, cause);
    StreamFixture f;
    QUrl url = f.server.url();
    url.setHost(host);
    f.server.stopListening();
    f.stream.setTarget({url});
    f.stream.start();
    QTRY_COMPARE(f.state(), LinkState::Reconnecting);
    QCOMPARE(f.stream.status().cause, cause);
    QVERIFY(!f.stream.status().reason.isEmpty());
}

void TestLinkCause::untrustedCertificateIsNamed()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("Qt has no TLS here");
    const QTemporaryDir folder;
    makeCertificate(QDir(folder.path()), QStringLiteral("hub"), QStringLiteral("IP:127.0.0.1"));
    ScriptedServer server(identityIn(QDir(folder.path()), QStringLiteral("hub")));
    StreamFixture f;
    QUrl url = server.url();
    url.setScheme(QStringLiteral("https"));
    f.stream.setTarget({url});
    f.stream.start();
    QTRY_COMPARE(f.state(), LinkState::Reconnecting);
    QCOMPARE(f.stream.status().cause, LinkCause::Tls);
}

void TestLinkCause::ownBackoffToALoopbackHubIsAtMostFiveSeconds_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host : {"127.0.0.1", "127.1.2.3", "localhost", "::1"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

void TestLinkCause::ownBackoffToALoopbackHubIsAtMostFiveSeconds()
{
    QFETCH(QString, host);
    ManualClock clock;
    StreamFixture f(clock);
    f.stream.setTimings({});
    QUrl url = f.server.url();
    url.setHost(host);
    f.server.stopListening();
    f.stream.setTarget({url});
    f.stream.start();
    int attempt = 0;
    while (attempt < 20) {
        QTRY_VERIFY(f.stream.status().attempt > attempt); // a wait of 0 ms ends without the clock
        attempt = f.stream.status().attempt;
        QTRY_COMPARE(f.state(), LinkState::Reconnecting);
        QVERIFY(f.stream.status().retryIn <= 5s);
        clock.advance(f.stream.status().retryIn);
    }
}

/// A host that is not found stands for every hub elsewhere. The waits are drawn from up to 60 s;
/// the probability that twelve of them stay below 5 s is less than one in a billion.
void TestLinkCause::ownBackoffToOtherHubsGrows()
{
    ManualClock clock;
    StreamFixture f(clock);
    StreamTimings timings;
    timings.firstBackoff = 60s;
    f.stream.setTimings(timings);
    f.stream.setTarget({QUrl(QStringLiteral("http://hub.invalid/"))});
    f.stream.start();
    std::chrono::milliseconds longest{0};
    for (int attempt = 1; attempt <= 12; ++attempt) {
        QTRY_COMPARE(f.stream.status().attempt, attempt);
        QTRY_COMPARE(f.state(), LinkState::Reconnecting);
        longest = std::max(longest, f.stream.status().retryIn);
        clock.advance(f.stream.status().retryIn);
    }
    QVERIFY(longest > 5s && longest <= 60s);
}

QTEST_GUILESS_MAIN(TestLinkCause)
#include "tst_linkcause.moc"
