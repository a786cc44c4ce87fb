// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hubrunner.h"
#include "tests/support/prometheustext.h"
#include "tests/support/streamreader.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace test;

/// `/metrics` as Prometheus reads it.
class TestHubMetrics : public QObject
{
    Q_OBJECT

private slots:
    void readerIsStrict_data();
    void readerIsStrict();
    void hasTheNamesOfTheContract_data();
    void hasTheNamesOfTheContract();
    void isWellFormed();
    void countsWhatHappened();
    void passesPromtool();

private:
    /// The metrics after a stream that ended, a webhook, and a webhook that could not be parsed.
    QByteArray metrics();

    std::unique_ptr<HubRunner> m_hub;
};

QByteArray TestHubMetrics::metrics()
{
    m_hub = std::make_unique<HubRunner>();
    StreamReader stream(m_hub->url(), "/api/v1/events/j");
    StreamReader open(m_hub->url(), "/api/v1/events");
    if (stream.next("hub.snapshot").isEmpty() || open.next("hub.snapshot").isEmpty())
        return {};
    httpCall(m_hub->url(), "POST", "/api/v1/webhooks/generic",
             R"({"job_id":"j","status":"processing"})");
    httpCall(m_hub->url(), "POST", "/api/v1/webhooks/generic", "no JSON");
    httpCall(m_hub->url(), "POST", "/api/v1/jobs/j/events", R"({"type":"completed"})");
    if (!stream.waitForClose())
        return {};
    return httpCall(m_hub->url(), "GET", "/metrics").body;
}

void TestHubMetrics::readerIsStrict_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("faults");
    const QByteArray head = "# HELP a_total A.\n# TYPE a_total counter\n";
    QTest::newRow("good") << head + "a_total{x=\"1\",y=\"\\\"\"} 3\n" << 0;
    QTest::newRow("no end of line") << head + "a_total 3" << 3;
    QTest::newRow("no type") << QByteArray("a_total 3\n") << 1;
    QTest::newRow("no samples") << head << 1;
    QTest::newRow("twice") << head + "a_total 3\na_total 3\n" << 1;
    QTest::newRow("bare quote") << head + "a_total{x=\"\"\"} 3\n" << 2;
    QTest::newRow("no number") << head + "a_total x\n" << 2;
    QTest::newRow("counter's name") << QByteArray("# HELP a A.\n# TYPE a counter\na 3\n") << 1;
    const QByteArray histogram = "# HELP h H.\n# TYPE h histogram\nh_bucket{le=\"1\"} 2\n";
    QTest::newRow("histogram") << histogram + "h_bucket{le=\"+Inf\"} 2\nh_sum 1\nh_count 2\n" << 0;
    QTest::newRow("not cumulative") << histogram + "h_bucket{le=\"+Inf\"} 1\nh_sum 1\nh_count 1\n"
                                    << 1;
    QTest::newRow("other count") << histogram + "h_bucket{le=\"+Inf\"} 2\nh_sum 1\nh_count 3\n"
                                 << 1;
    QTest::newRow("no infinity") << histogram + "h_sum 1\nh_count 2\n" << 1;
}

void TestHubMetrics::readerIsStrict()
{
    QFETCH(QByteArray, text);
    QFETCH(int, faults);
    const PrometheusText read(text);
    QVERIFY2(read.faults().size() == faults,
             qUtf8Printable(read.faults().join(QLatin1String("; "))));
}

/// The documented metrics that exist without Redis, Kafka and rate limits.
void TestHubMetrics::hasTheNamesOfTheContract_data()
{
    QTest::addColumn<QString>("type");
    for (const char *name :
         {"sse_connections_opened_total", "sse_connections_closed_total", "sse_messages_sent_total",
          "sse_bytes_sent_total", "sse_conflated_total", "sse_replay_total",
          "hub_events_published_total", "hub_webhooks_total"})
        QTest::newRow(name) << QStringLiteral("counter");
    for (const char *name : {"sse_connections_active", "sse_lag_events_max", "hub_loop_lag_seconds",
                             "hub_draining", "heliograph_build_info"})
        QTest::newRow(name) << QStringLiteral("gauge");
    for (const char *name :
         {"sse_connection_duration_seconds", "sse_delivery_latency_seconds", "hub_commit_seconds"})
        QTest::newRow(name) << QStringLiteral("histogram");
}

void TestHubMetrics::hasTheNamesOfTheContract()
{
    QFETCH(QString, type);
    static const PrometheusText text(metrics());
    QString name = QString::fromLatin1(QTest::currentDataTag());
    if (!name.startsWith(QLatin1String("heliograph_")))
        name.prepend(QLatin1String("heliograph_"));
    QCOMPARE(text.families().value(name), type);
}

void TestHubMetrics::isWellFormed()
{
    const PrometheusText text(metrics());
    QVERIFY2(text.faults().isEmpty(), qUtf8Printable(text.faults().join(QLatin1String("; "))));
    QVERIFY(text.families().size() >= 16);
}

void TestHubMetrics::countsWhatHappened()
{
    const PrometheusText text(metrics());
    const auto value = [&](const char *series) {
        return text.value(QLatin1String("heliograph_") + QLatin1String(series));
    };
    QCOMPARE(value("sse_connections_opened_total"), 2.0);
    QCOMPARE(value("sse_connections_active{scope=\"job\"}"), 0.0);
    QCOMPARE(value("sse_connections_active{scope=\"jobs\"}"), 1.0);
    QCOMPARE(value("sse_connections_closed_total{reason=\"job_ended\"}"), 1.0);
    QCOMPARE(value("sse_connection_duration_seconds_count"), 1.0);
    QCOMPARE(value("sse_replay_total{outcome=\"live\"}"), 2.0);
    QCOMPARE(value("sse_messages_sent_total{type=\"completed\"}"), 2.0);
    QCOMPARE(value("sse_delivery_latency_seconds_count"), 4.0);
    QCOMPARE(value("hub_events_published_total{kind=\"generic\",type=\"completed\"}"), 1.0);
    QCOMPARE(value("hub_webhooks_total{source=\"generic\",outcome=\"applied\"}"), 1.0);
    QCOMPARE(value("hub_webhooks_total{source=\"generic\",outcome=\"rejected\"}"), 1.0);
    QCOMPARE(value("hub_draining"), 0.0);
    QVERIFY(value("hub_commit_seconds_count") >= 2.0);
}

void TestHubMetrics::passesPromtool()
{
    const QString promtool = QStandardPaths::findExecutable(QStringLiteral("promtool"));
    if (promtool.isEmpty())
        QSKIP("no promtool here: ./dev setup test fetches it");
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(promtool, {QStringLiteral("check"), QStringLiteral("metrics")});
    process.write(metrics());
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAll(), QByteArray());
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestHubMetrics)
#include "tst_hubmetrics.moc"
