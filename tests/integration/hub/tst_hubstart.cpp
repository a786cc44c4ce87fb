// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/hubservice.h"
#include "tests/support/httpcall.h"
#include "tests/support/scriptedserver.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using test::httpCall;

/// A start that fails leaves nothing behind: no listener, no lock of the database, no timer.
class TestHubStart : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void failedStartLeavesNothing_data();
    void failedStartLeavesNothing();
    void failedStartFetchesNoKeys();
    void serviceWithoutReaderCannotReload();
    void serviceThatRunsDoesNotStartAgain();

private:
    QString at(const QTcpServer &server) const
    {
        return QStringLiteral("127.0.0.1:%1").arg(server.serverPort());
    }
    /// Returns an address that is free now.
    QString freeAddress() const
    {
        QTcpServer probe;
        return probe.listen(QHostAddress::LocalHost) ? at(probe) : QString();
    }
    static bool isFree(const QString &address)
    {
        QTcpServer probe;
        return probe.listen(QHostAddress::LocalHost,
                            static_cast<quint16>(address.section(QLatin1Char(':'), 1).toUInt()));
    }

    std::unique_ptr<QTemporaryDir> m_data;
    app::Config m_config;
};

void TestHubStart::init()
{
    m_data = std::make_unique<QTemporaryDir>();
    m_config = {};
    m_config.dataDir = m_data->path();
    m_config.listen = QStringList{freeAddress()};
}

void TestHubStart::failedStartLeavesNothing_data()
{
    QTest::addColumn<QByteArray>("obstacle");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("second address in use") << QByteArray("listen") << QByteArray("port_in_use");
    QTest::newRow("admin address in use") << QByteArray("admin") << QByteArray("port_in_use");
    QTest::newRow("database in use") << QByteArray("store") << QByteArray("store_in_use");
}

void TestHubStart::failedStartLeavesNothing()
{
    QFETCH(const QByteArray, obstacle);
    auto busy = std::make_unique<QTcpServer>();
    QVERIFY(busy->listen(QHostAddress::LocalHost));
    auto other = std::make_unique<app::HubService>(m_config);
    if (obstacle == "listen")
        m_config.listen << at(*busy);
    else if (obstacle == "admin")
        m_config.adminListen = at(*busy);
    else
        QVERIFY(other->start().ok());
    if (obstacle == "store")
        m_config.listen = QStringList{freeAddress()};

    app::HubService service(m_config);
    const hub::Result<QUrl> refused = service.start();
    QVERIFY(!refused.ok());
    QTEST(refused.error().code, "code");
    QVERIFY(!service.hub());
    QVERIFY(service.adminUrl().isEmpty());
    QVERIFY(isFree(m_config.listen.first()));

    busy.reset();
    other.reset();
    app::Config elsewhere = m_config;
    elsewhere.listen = QStringList{freeAddress()};
    elsewhere.adminListen.clear();
    {
        app::HubService next(elsewhere);
        const hub::Result<QUrl> url = next.start();
        QVERIFY2(url.ok(), url ? "" : qPrintable(url.error().message));
    }
    const hub::Result<QUrl> url = service.start();
    QVERIFY2(url.ok(), url ? "" : qPrintable(url.error().message));
    QCOMPARE(httpCall(*url, "GET", "/readyz").status, 200);
    QVERIFY(!isFree(m_config.listen.first()));
}

/// The keys are fetched only by a hub that listens.
void TestHubStart::failedStartFetchesNoKeys()
{
    ScriptedServer keys;
    QTcpServer busy;
    QVERIFY(busy.listen(QHostAddress::LocalHost));
    m_config.jwksUrl = keys.url("/keys").toString();
    m_config.listen << at(busy);
    app::HubService service(m_config);
    QVERIFY(!service.start().ok());
    // Once this later request has arrived, a fetch of the keys would have arrived too.
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> later(network.get(QNetworkRequest(keys.url("/later"))));
    QTRY_VERIFY(!keys.requestsFor("/later").isEmpty());
    QVERIFY(keys.requestsFor("/keys").isEmpty());
}

void TestHubStart::serviceWithoutReaderCannotReload()
{
    app::HubService service(m_config);
    QVERIFY(service.start().ok());
    const hub::Result<hub::Reloaded> reloaded = service.reload();
    QVERIFY(!reloaded.ok());
    QCOMPARE(reloaded.error().code, QByteArray("not_operated"));
}

void TestHubStart::serviceThatRunsDoesNotStartAgain()
{
    app::HubService service(m_config);
    const hub::Result<QUrl> url = service.start();
    QVERIFY(url.ok());
    const hub::Result<QUrl> again = service.start();
    QVERIFY(!again.ok());
    QCOMPARE(again.error().code, QByteArray("already_running"));
    QCOMPARE(httpCall(*url, "GET", "/readyz").status, 200);
}

QTEST_GUILESS_MAIN(TestHubStart)
#include "tst_hubstart.moc"
