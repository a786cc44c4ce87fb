// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/response.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace hub;

class TestResponse : public QObject
{
    Q_OBJECT

private slots:
    void knowsReasonPhrases_data();
    void knowsReasonPhrases();
    void jsonEndsInALineFeed();
    void describesProblems();
    void hasNoBodyWhenEmpty();
    void addsHeadersInOrder();
    void busyCallersMayTryAgain();
};

void TestResponse::knowsReasonPhrases_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("phrase");
    QTest::newRow("the first") << 100 << QByteArray("Continue");
    QTest::newRow("success") << 200 << QByteArray("OK");
    QTest::newRow("of WebDAV") << 207 << QByteArray("Multi-Status");
    QTest::newRow("client error") << 404 << QByteArray("Not Found");
    QTest::newRow("of RFC 6585") << 431 << QByteArray("Request Header Fields Too Large");
    QTest::newRow("the last") << 505 << QByteArray("HTTP Version Not Supported");
    QTest::newRow("none") << 0 << QByteArray("Unknown");
    QTest::newRow("between") << 418 << QByteArray("Unknown");
    QTest::newRow("above") << 999 << QByteArray("Unknown");
}

void TestResponse::knowsReasonPhrases()
{
    QFETCH(int, status);
    QTEST(reasonPhrase(status), "phrase");
}

void TestResponse::jsonEndsInALineFeed()
{
    const Response response = Response::json(201, R"({"a":1})");
    QCOMPARE(response.status, 201);
    QCOMPARE(response.contentType, QByteArray("application/json"));
    QCOMPARE(response.body, QByteArray("{\"a\":1}\n"));
}

void TestResponse::describesProblems()
{
    const Response response =
        Response::problem(409, {"job_exists", QStringLiteral("ein „größerer“ Fehler")});
    QCOMPARE(response.status, 409);
    QCOMPARE(response.contentType, QByteArray("application/problem+json"));
    const QJsonObject expected{{QStringLiteral("type"), QStringLiteral("about:blank")},
                               {QStringLiteral("title"), QStringLiteral("Conflict")},
                               {QStringLiteral("status"), 409},
                               {QStringLiteral("detail"), QStringLiteral("ein „größerer“ Fehler")},
                               {QStringLiteral("code"), QStringLiteral("job_exists")}};
    QCOMPARE(QJsonDocument::fromJson(response.body).object(), expected);
}

void TestResponse::hasNoBodyWhenEmpty()
{
    const Response response = Response::empty(204);
    QCOMPARE(response.status, 204);
    QVERIFY(response.contentType.isEmpty() && response.body.isEmpty());
    QVERIFY(response.headers.isEmpty());
}

void TestResponse::addsHeadersInOrder()
{
    const Response response = Response::empty(204).with("B", "2").with("A", "1").with("B", "3");
    const QList<std::pair<QByteArray, QByteArray>> expected{{"B", "2"}, {"A", "1"}, {"B", "3"}};
    QCOMPARE(response.headers, expected);
}

void TestResponse::busyCallersMayTryAgain()
{
    const Response response = busyResponse();
    QCOMPARE(response.status, 503);
    QCOMPARE(QJsonDocument::fromJson(response.body).object().value(QLatin1String("code")),
             QJsonValue(QStringLiteral("busy")));
    QVERIFY(response.headers.contains({"Retry-After", "1"}));
}

QTEST_GUILESS_MAIN(TestResponse)
#include "tst_response.moc"
