// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/keyedhub.h"
#include "tests/support/streamreader.h"

#include <QTest>

using namespace test;

/// A ticket from a log is used for something other than a stream.
class TestTicketMisuse : public QObject
{
    Q_OBJECT

private slots:
    void opensNothingButAStream_data();
    void opensNothingButAStream();

private:
    KeyedHub m_hub;
};

void TestTicketMisuse::opensNothingButAStream_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("list") << QByteArray("GET") << QByteArray("/api/v1/jobs");
    QTest::newRow("read") << QByteArray("GET") << QByteArray("/api/v1/jobs/a");
    QTest::newRow("ticket") << QByteArray("POST") << QByteArray("/api/v1/tickets");
    QTest::newRow("create") << QByteArray("POST") << QByteArray("/api/v1/jobs");
    QTest::newRow("deliveries") << QByteArray("GET") << QByteArray("/api/v1/deliveries");
    QTest::newRow("the hub") << QByteArray("GET") << QByteArray("/api/v1/events/hub");
    QTest::newRow("metrics") << QByteArray("GET") << QByteArray("/metrics");
}

void TestTicketMisuse::opensNothingButAStream()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    const QByteArray ticket =
        httpCall(m_hub.url(), "POST", "/api/v1/tickets", {},
                 {{"Authorization", "Bearer " + m_hub.token("root", "read publish admin")}})
            .json()
            .value(QLatin1String("ticket"))
            .toString()
            .toLatin1();
    QVERIFY(!ticket.isEmpty());
    const HttpAnswer answer =
        httpCall(m_hub.url(), method, path + "?ticket=" + ticket, R"({"job_id":"a"})");
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.code(), QByteArray("no_token"));
    // The attempt did not use up the ticket.
    StreamReader stream(m_hub.url(), "/api/v1/events?ticket=" + ticket);
    QVERIFY(stream.waitForEvents(2));
    QCOMPARE(httpCall(m_hub.url(), "GET", "/api/v1/events?ticket=" + ticket).status, 401);
}

QTEST_GUILESS_MAIN(TestTicketMisuse)
#include "tst_ticketmisuse.moc"
