// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/keyedhub.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

/// `GET /api/v1/whoami`.
class TestHubWhoAmI : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatATokenAllows_data();
    void tellsWhatATokenAllows();
    void aHubWithoutKeysAllowsEverything();
};

void TestHubWhoAmI::tellsWhatATokenAllows_data()
{
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<bool>("limited");
    QTest::addColumn<QJsonArray>("scopes");
    QTest::newRow("reader") << QByteArray("read") << false << QJsonArray{QStringLiteral("read")};
    QTest::newRow("publisher") << QByteArray("publish read") << true
                               << QJsonArray{QStringLiteral("read"), QStringLiteral("publish")};
    QTest::newRow("admin") << QByteArray("admin") << false << QJsonArray{QStringLiteral("admin")};
}

void TestHubWhoAmI::tellsWhatATokenAllows()
{
    QFETCH(QByteArray, scope);
    QFETCH(bool, limited);
    QFETCH(QJsonArray, scopes);
    const auto jobs = limited ? std::optional(QByteArrayList{"ci.*"}) : std::nullopt;
    const test::KeyedHub hub;
    const test::HttpHeaders headers{
        {"Authorization", "Bearer " + hub.token("ann", scope, 600, jobs)}};
    const auto answer = test::httpCall(hub.url(), "GET", "/api/v1/whoami", {}, headers);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("cache-control"), QByteArray("no-store"));
    const QJsonObject told = QJsonDocument::fromJson(answer.body).object();
    QCOMPARE(told.value(QLatin1String("sub")).toString(), QStringLiteral("ann"));
    QCOMPARE(told.value(QLatin1String("keyless")).toBool(true), false);
    QCOMPARE(told.value(QLatin1String("scopes")).toArray(), scopes);
    QCOMPARE(told.value(QLatin1String("limited")).toBool(!limited), limited);
    QVERIFY(told.value(QLatin1String("expires_at")).toString().endsWith(QLatin1Char('Z')));
}

void TestHubWhoAmI::aHubWithoutKeysAllowsEverything()
{
    const test::HubRunner hub;
    const auto answer = test::httpCall(hub.url(), "GET", "/api/v1/whoami");
    QCOMPARE(answer.status, 200);
    const QJsonObject told = QJsonDocument::fromJson(answer.body).object();
    QVERIFY(told.value(QLatin1String("keyless")).toBool());
    QVERIFY(told.value(QLatin1String("scopes")).toArray().contains(QLatin1String("admin")));
    QVERIFY(!told.contains(QLatin1String("expires_at")));
}

QTEST_GUILESS_MAIN(TestHubWhoAmI)
#include "tst_hubwhoami.moc"
