// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/keyedhub.h"

#include <QTest>

using namespace test;

/// A token with the scope `admin` that is limited to some jobs must not be valid, because admin
/// rights exceed the limit.
class TestLimitedAdminToken : public QObject
{
    Q_OBJECT

private slots:
    void isNoToken_data();
    void isNoToken();
};

void TestLimitedAdminToken::isNoToken_data()
{
    QTest::addColumn<QByteArray>("request");
    for (const char *request :
         {"GET /api/v1/jobs", "GET /api/v1/deliveries", "POST /api/v1/admin/revoke",
          "GET /api/v1/events/notifications/stream?user=v", "POST /api/v1/webhooks/generic",
          "POST /api/v1/tickets", "GET /metrics"})
        QTest::newRow(request) << QByteArray(request);
}

void TestLimitedAdminToken::isNoToken()
{
    QFETCH(QByteArray, request);
    const QByteArrayList words = request.split(' ');
    const KeyedHub hub; // a new hub, because an address may fail only a few times
    const QByteArrayList claims[] = {QByteArrayList{"mine-*"}, QByteArrayList{"mine-*"},
                                     QByteArrayList{"*"}, QByteArrayList{}};
    for (const QByteArrayList &jobs : claims) {
        const HttpAnswer answer = httpCall(
            hub.url(), words.at(0), words.at(1), R"({"job_id":"a","sub":"v"})",
            {{"Authorization", "Bearer " + hub.token("u", "read publish admin", 600, jobs)}});
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.code(), QByteArray("bad_token"));
        QVERIFY2(answer.body.contains("scope: admin must not be combined with jobs"), answer.body);
    }
}

QTEST_GUILESS_MAIN(TestLimitedAdminToken)
#include "tst_limitedadmintoken.moc"
