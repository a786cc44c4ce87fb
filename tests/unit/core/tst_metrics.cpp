// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/streammetrics.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;

class TestMetrics : public QObject
{
    Q_OBJECT

private slots:
    void writesPrometheusText();
    void countsInBuckets();
    void followsStreams();
};

void TestMetrics::writesPrometheusText()
{
    Metrics metrics;
    metrics.counter("hub_things_total", "Things.", "kind=\"a\"").add(3);
    metrics.counter("hub_things_total", "Things.", "kind=\"b\"").add();
    metrics.gauge("heliograph_up", "Up.").set(1);
    QCOMPARE(metrics.toPrometheus(), QByteArray("# HELP heliograph_hub_things_total Things.\n"
                                                "# TYPE heliograph_hub_things_total counter\n"
                                                "heliograph_hub_things_total{kind=\"a\"} 3\n"
                                                "heliograph_hub_things_total{kind=\"b\"} 1\n"
                                                "# HELP heliograph_up Up.\n"
                                                "# TYPE heliograph_up gauge\n"
                                                "heliograph_up 1\n"));
}

void TestMetrics::countsInBuckets()
{
    Histogram histogram({0.1, 1});
    histogram.observe(100ms); // an upper bound is part of its bucket
    histogram.observe(500ms, 2);
    histogram.observe(7s);
    QCOMPARE(histogram.counts(), (std::vector<qint64>{1, 2, 1}));
    QCOMPARE(histogram.count(), qint64(4));
    QCOMPARE(histogram.sum(), 8.1);
}

void TestMetrics::followsStreams()
{
    Metrics metrics;
    StreamMetrics streams(metrics);
    streams.opened(Scope::Job);
    streams.opened(Scope::Job);
    streams.opened(Scope::Hub);
    streams.closed(Scope::Job, CloseReason::Slow, 2s);
    QCOMPARE(streams.active(), qint64(2));
    QCOMPARE(streams.peak(), qint64(3));
    const QByteArray text = metrics.toPrometheus();
    QVERIFY(text.contains("heliograph_sse_connections_active{scope=\"job\"} 1\n"));
    QVERIFY(text.contains("heliograph_sse_connections_closed_total{reason=\"slow\"} 1\n"));
    QVERIFY(text.contains("heliograph_sse_connection_duration_seconds_count 1\n"));
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
