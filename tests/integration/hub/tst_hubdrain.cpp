// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hubprocess.h"
#include "tests/support/rawclient.h"
#include "tests/support/streamreader.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using test::httpCall;
using test::HubProcess;
using test::RawClient;
using test::StreamReader;

/// The order of a shutdown: the listening socket closes first, then the streams one by one, then
/// the rest.
class TestHubDrain : public QObject
{
    Q_OBJECT

private slots:
    void init() { qputenv("HELIOGRAPH_LIMITS_DRAIN_S", "2"); }
    void cleanupTestCase() { qunsetenv("HELIOGRAPH_LIMITS_DRAIN_S"); }
    void streamsLeaveOneByOne_data();
    void streamsLeaveOneByOne();
    void keptConnectionsAreServedMeanwhile();
    void theHubsOwnStreamSaysSo();
    void whoJustConnectedIsServed();
    void aSecondSignalEndsAtOnce();

private:
    static QByteArray get(const QByteArray &path)
    {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }
};

void TestHubDrain::streamsLeaveOneByOne_data()
{
    QTest::addColumn<bool>("bySignal");
    QTest::newRow("signal") << true;
    QTest::newRow("request") << false;
}

void TestHubDrain::streamsLeaveOneByOne()
{
    QFETCH(bool, bySignal);
    constexpr int count = 12;
    const QTemporaryDir data;
    HubProcess hub(data.path());
    std::vector<std::unique_ptr<StreamReader>> streams;
    std::vector<qint64> leftMs(count, -1);
    QElapsedTimer since;
    for (std::size_t i = 0; i < count; ++i) {
        streams.push_back(std::make_unique<StreamReader>(hub.url(), "/api/v1/events"));
        QVERIFY(!streams.back()->next("hub.snapshot").isEmpty());
        connect(&streams.back()->socket(), &QTcpSocket::disconnected, this,
                [&leftMs, &since, i] { leftMs[i] = since.elapsed(); });
    }
    since.start();
    if (bySignal)
        hub.process().terminate();
    else
        QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/admin/drain").status, 202);
    QSet<int> retries;
    for (const auto &stream : streams) {
        const QJsonObject closing = stream->next("hub.closing");
        QCOMPARE(closing.value(QLatin1String("reason")).toString(), QStringLiteral("drain"));
        QVERIFY(closing.value(QLatin1String("reconnect")).toBool());
        retries << closing.value(QLatin1String("retry_ms")).toInt();
        QVERIFY(stream->waitForClose());
    }
    QVERIFY(hub.waitForExit(10'000));
    QCOMPARE(hub.process().exitCode(), 0);
    QVERIFY2(retries.size() > count / 2, "retries are drawn for each");
    // The closing times are spread over the drain time, one in each twelfth of it; machine speed
    // does not matter.
    const auto [first, last] = std::minmax_element(leftMs.begin(), leftMs.end());
    QVERIFY(*first >= 0);
    QVERIFY2(*last - *first > 500, "all left at once");
}

/// During a drain, new connections fail. Open ones are served and learn that the hub is draining.
void TestHubDrain::keptConnectionsAreServedMeanwhile()
{
    qputenv("HELIOGRAPH_LIMITS_DRAIN_S", "3600"); // the stream stays open during the test
    const QTemporaryDir data;
    HubProcess hub(data.path());
    const auto port = static_cast<quint16>(hub.url().port());
    StreamReader stream(hub.url(), "/api/v1/events");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    std::vector<std::unique_ptr<RawClient>> inside;
    for (int i = 0; i < 3; ++i) {
        inside.push_back(std::make_unique<RawClient>(port));
        inside.back()->send(get("/readyz"));
        QCOMPARE(inside.back()->readAnswer()->status, 200);
    }
    hub.process().terminate();
    QTRY_VERIFY(hub.output().contains(", open streams: 1"));
    QTcpSocket outside;
    outside.connectToHost(QHostAddress::LocalHost, port);
    QVERIFY(!outside.waitForConnected());

    inside[0]->send(get("/readyz"));
    const auto ready = inside[0]->readAnswer();
    QVERIFY(ready);
    QCOMPARE(ready->status, 503);
    QVERIFY(ready->body.contains("draining"));
    QCOMPARE(ready->headers.value("connection"), QByteArray("close"));
    inside[1]->send(get("/metrics"));
    QVERIFY(inside[1]->readAnswer()->body.contains("\nheliograph_hub_draining 1\n"));
    const QByteArray body = R"({"type":"processing"})";
    inside[2]->send("POST /api/v1/jobs/a/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                    + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QCOMPARE(inside[2]->readAnswer()->status, 202);
}

void TestHubDrain::theHubsOwnStreamSaysSo()
{
    qputenv("HELIOGRAPH_LIMITS_DRAIN_S", "3600"); // the stream stays open during the test
    const QTemporaryDir data;
    HubProcess hub(data.path());
    StreamReader stream(hub.url(), "/api/v1/events/hub");
    const QString draining = QStringLiteral("draining");
    QCOMPARE(stream.next("hub.stats").value(draining), QJsonValue(false));
    hub.process().terminate();
    QJsonObject stats;
    do {
        stats = stream.next("hub.stats");
    } while (!stats.isEmpty() && !stats.value(draining).toBool());
    QCOMPARE(stats.value(draining), QJsonValue(true));
}

/// A connection accepted before the signal gets its first answer, however late the request comes.
void TestHubDrain::whoJustConnectedIsServed()
{
    const QTemporaryDir data;
    HubProcess hub(data.path());
    RawClient client(static_cast<quint16>(hub.url().port()));
    hub.process().terminate();
    QTRY_VERIFY(hub.output().contains(", open streams: 0"));
    client.send(get("/healthz"));
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY(hub.waitForExit(10'000));
}

void TestHubDrain::aSecondSignalEndsAtOnce()
{
    qputenv("HELIOGRAPH_LIMITS_DRAIN_S", "3600");
    const QTemporaryDir data;
    HubProcess hub(data.path());
    StreamReader stream(hub.url(), "/api/v1/events");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    hub.process().terminate();
    QTRY_VERIFY(hub.output().contains(", open streams: 1"));
    QCOMPARE(hub.process().state(), QProcess::Running);
    hub.process().terminate();
    QVERIFY(hub.waitForExit(10'000));
    QCOMPARE(hub.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(hub.process().exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestHubDrain)
#include "tst_hubdrain.moc"
