// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hubrunner.h"
#include "tests/support/streamreader.h"

#include <QTest>

using test::httpCall;
using test::StreamReader;

namespace {

const test::HttpHeaders gzip{{"Accept-Encoding", "gzip, deflate, br"}};

void log(const test::HubRunner &hub, int number)
{
    const QByteArray body = R"({"type":"log","message":"line )" + QByteArray::number(number)
                            + R"( of a program that says much the same every time"})";
    QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/jobs/a/events", body).status, 202);
}

} // namespace

/// Streams for clients that accept gzip.
class TestHubGzip : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhenAskedFor_data();
    void onlyWhenAskedFor();
    void everyEventIsThereAtOnce();
    void lateJoinersSeeTheSame();
    void replayIsCompressedToo();
    void endsInOrder();
};

void TestHubGzip::onlyWhenAskedFor_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<bool>("compressed");
    QTest::newRow("browser") << QByteArray("gzip, deflate, br, zstd") << true;
    QTest::newRow("identity") << QByteArray("identity") << false;
    QTest::newRow("refused") << QByteArray("gzip;q=0, *") << false;
    QTest::newRow("nothing said") << QByteArray() << false;
}

void TestHubGzip::onlyWhenAskedFor()
{
    QFETCH(QByteArray, accept);
    test::HubRunner hub;
    StreamReader stream(hub.url(), "/api/v1/events/a",
                        accept.isEmpty() ? test::HttpHeaders{}
                                         : test::HttpHeaders{{"Accept-Encoding", accept}});
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    QTEST(stream.isCompressed(), "compressed");
    QVERIFY(stream.head().contains("\r\nVary: Accept-Encoding"));
}

void TestHubGzip::everyEventIsThereAtOnce()
{
    test::HubRunner hub;
    StreamReader stream(hub.url(), "/api/v1/events/a", gzip);
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    for (int i = 0; i < 40; ++i) {
        log(hub, i);
        QVERIFY(stream.next("log")[QLatin1String("message")].toString().startsWith(
            QStringLiteral("line %1 of").arg(i)));
    }
    QVERIFY(stream.bytesReceived() < stream.body().size() / 2);
}

void TestHubGzip::lateJoinersSeeTheSame()
{
    test::HubRunner hub;
    StreamReader plain(hub.url(), "/api/v1/events/a");
    StreamReader early(hub.url(), "/api/v1/events/a", gzip);
    QVERIFY(!plain.next("hub.snapshot").isEmpty());
    QVERIFY(!early.next("hub.snapshot").isEmpty());
    for (int i = 0; i < 5; ++i)
        log(hub, i);
    QVERIFY(early.waitForEvents(7));
    StreamReader late(hub.url(), "/api/v1/events/a", gzip);
    QVERIFY(!late.next("hub.snapshot").isEmpty());
    for (int i = 5; i < 45; ++i)
        log(hub, i);
    QVERIFY(plain.waitForEvents(47));
    QVERIFY(early.waitForEvents(47));
    QVERIFY(late.waitForEvents(42));
    QCOMPARE(early.ids(), plain.ids());
    QCOMPARE(late.ids(), plain.ids().mid(5));
}

void TestHubGzip::replayIsCompressedToo()
{
    test::HubRunner hub;
    for (int i = 0; i < 30; ++i)
        log(hub, i);
    StreamReader plain(hub.url(), "/api/v1/events/a");
    QVERIFY(!plain.next("hub.snapshot").isEmpty());
    const QByteArray epoch = plain.lastEventId().split('.').front();
    hub.restart(); // so that events come from the store
    StreamReader stream(hub.url(), "/api/v1/events/a?last_event_id=" + epoch + ".0-0", gzip);
    QVERIFY(stream.waitForEvents(31));
    QCOMPARE(stream.ids().size(), 30);
    QVERIFY(stream.isCompressed());
}

void TestHubGzip::endsInOrder()
{
    test::HubRunner hub;
    StreamReader stream(hub.url(), "/api/v1/events/a", gzip);
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    log(hub, 1);
    QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/jobs/a/events", R"({"type":"completed"})").status,
             202);
    QVERIFY(!stream.next("hub.end").isEmpty());
    QVERIFY(stream.waitForClose());
    QVERIFY(stream.isWhole());
}

QTEST_GUILESS_MAIN(TestHubGzip)
#include "tst_hubgzip.moc"
