// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/hubrunner.h"
#include "tests/support/manualclock.h"
#include "tests/support/rawclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using test::HttpAnswer;
using test::httpCall;
using test::RawAnswer;
using test::RawClient;

namespace {

const QByteArray runpodPath = "/api/v1/webhooks/runpod-completion";

/// A completion with a picture of `bytes` bytes.
QByteArray completion(const QByteArray &id, qsizetype bytes)
{
    return "{\"id\":\"" + id + R"(","status":"COMPLETED","output":{"images":[)"
           + R"({"filename":"a.png","type":"base64","data":")" + QByteArray(bytes, 'A') + "\"}]}}";
}

QByteArray head(const QByteArray &length)
{
    return "POST " + runpodPath + " HTTP/1.1\r\nHost: localhost\r\n" + length + "\r\n\r\n";
}

QByteArray get(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

/// Sends a request over a connection of its own. Returns an answer without status when none came.
RawAnswer answerTo(const test::HubRunner &hub, const QByteArray &request)
{
    RawClient client(static_cast<quint16>(hub.url().port()));
    client.send(request);
    return client.readAnswer().value_or(RawAnswer());
}

} // namespace

/// Webhooks that contain pictures. They are accepted up to a limit; larger ones are recorded
/// without their body.
class TestHubLargeWebhooks : public QObject
{
    Q_OBJECT

private slots:
    void takesWhatRunPodSends();
    void tooLargeOnesLeaveATrace_data();
    void tooLargeOnesLeaveATrace();
    void keepsFewOfThem();
    void refusalIsReadAfterTheWholeBody();

private:
    static QJsonArray deliveries(const test::HubRunner &hub)
    {
        return httpCall(hub.url(), "GET", "/api/v1/deliveries?limit=100")
            .json()
            .value(QLatin1String("deliveries"))
            .toArray();
    }
};

void TestHubLargeWebhooks::takesWhatRunPodSends()
{
    const test::HubRunner hub;
    httpCall(hub.url(), "POST", "/api/v1/jobs",
             R"({"job_id":"j","kind":"restore","external_id":"rp-1"})");
    const HttpAnswer answer =
        httpCall(hub.url(), "POST", runpodPath, completion("rp-1", 19 * 1024 * 1024));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value(QLatin1String("effect")).toString(), QStringLiteral("applied"));
    const QJsonObject job = httpCall(hub.url(), "GET", "/api/v1/jobs/j").json();
    QCOMPARE(job.value(QLatin1String("status")).toString(), QStringLiteral("completed"));
    QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/jobs/j/events",
                      "{\"type\":\"log\",\"x\":\"" + QByteArray(1024 * 1024, 'A') + "\"}")
                 .status,
             413); // other routes keep their lower limit
}

void TestHubLargeWebhooks::tooLargeOnesLeaveATrace_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<qint64>("size");
    const QByteArray body = completion("rp-1", 20'000);
    QTest::newRow("length announced")
        << head("Content-Length: " + QByteArray::number(body.size())) + body << qint64(body.size());
    QTest::newRow("in chunks") << head("Transfer-Encoding: chunked") + "1000\r\n"
                                      + body.first(0x1000) + "\r\n4000\r\n" + body.mid(0x1000)
                               << qint64(
                                      0x1000); // bytes read before the chunk that exceeds the limit
}

void TestHubLargeWebhooks::tooLargeOnesLeaveATrace()
{
    QFETCH(QByteArray, request);
    QFETCH(qint64, size);
    app::Config config;
    config.http.webhookBodyBytes = 10'000;
    const test::HubRunner hub(config);
    RawClient client(static_cast<quint16>(hub.url().port()));
    client.send(request);
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 413);
    QCOMPARE(answer->code(), QByteArray("body_too_large"));

    QTRY_COMPARE(deliveries(hub).size(), 1);
    const QJsonObject kept = httpCall(hub.url(), "GET", "/api/v1/deliveries/1").json();
    QCOMPARE(kept.value(QLatin1String("verdict")).toString(), QStringLiteral("rejected"));
    QVERIFY(kept.value(QLatin1String("reason"))
                .toString()
                .contains(QLatin1String("webhook_body_bytes")));
    QCOMPARE(kept.value(QLatin1String("size")).toInteger(), size);
    QCOMPARE(kept.value(QLatin1String("body_kept")), QJsonValue(false));
    QCOMPARE(kept.value(QLatin1String("body")), QJsonValue(QJsonValue::Null));
    QVERIFY(kept.value(QLatin1String("headers")).toArray().size() >= 2);
    QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/deliveries/1/replay").code(),
             QByteArray("not_repeatable"));
    const QByteArray metrics = httpCall(hub.url(), "GET", "/metrics").body;
    QVERIFY(metrics.contains("hub_webhooks_total{source=\"runpod-completion\""));
    QVERIFY(metrics.contains("hub_limit_reached_total{limit=\"webhook_body_bytes\"} 1"));
}

/// Their sender is not verified, so only the first 20 of one address are recorded. The clock stands
/// still, because one more is allowed every 3 s. No client waits for a close, because some systems
/// close a connection only some time after its answer.
void TestHubLargeWebhooks::keepsFewOfThem()
{
    app::Config config;
    config.http.webhookBodyBytes = 10'000;
    const test::ManualClock clock;
    const test::HubRunner hub(config, clock);
    const QByteArray body = completion("rp-1", 20'000);
    const QByteArray request = head("Content-Length: " + QByteArray::number(body.size())) + body;
    for (int i = 0; i < 25; ++i)
        QCOMPARE(answerTo(hub, request).status, 413);
    const auto recorded = [&] {
        const QByteArray list = answerTo(hub, get("/api/v1/deliveries?limit=100")).body;
        return QJsonDocument::fromJson(list).object().value(QLatin1String("deliveries"));
    };
    QTRY_COMPARE(recorded().toArray().size(), 20);
    QVERIFY(answerTo(hub, get("/metrics"))
                .body.contains("hub_limit_reached_total{limit=\"webhook_body_bytes\"} 25"));
}

/// Most clients send the whole body before they read the answer.
void TestHubLargeWebhooks::refusalIsReadAfterTheWholeBody()
{
    const test::HubRunner hub;
    const QByteArray body = completion("rp-1", 30 * 1024 * 1024);
    RawClient client(static_cast<quint16>(hub.url().port()));
    client.stopReading();
    client.send(head("Content-Length: " + QByteArray::number(body.size())) + body);
    QVERIFY(client.waitUntilSent());
    client.resumeReading();
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 413);
    QVERIFY(client.waitForClose());
    QVERIFY(client.closedCleanly());
}

QTEST_GUILESS_MAIN(TestHubLargeWebhooks)
#include "tst_hublargewebhooks.moc"
