// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hubprocess.h"
#include "tests/support/processfigures.h"
#include "tests/support/streamreader.h"

#include <QTemporaryDir>
#include <QTest>

using test::httpCall;
using test::residentKiB;
using test::StreamReader;

namespace {

void publish(const QUrl &url, int from, int to)
{
    QByteArray lines;
    for (int i = from; i <= to; ++i)
        lines += R"({"job_id":"a","type":"log","message":")" + QByteArray::number(i)
                 + R"(","data":")" + QByteArray(1000, 'x') + "\"}\n";
    QCOMPARE(httpCall(url, "POST", "/api/v1/events:batch", lines).status, 207);
}

} // namespace

/// A subscriber that stops reading harms neither other subscribers nor the hub's memory. It can
/// still catch up later.
class TestHubSlowReader : public QObject
{
    Q_OBJECT

private slots:
    void othersGoOnAndMemoryStaysFlat();
};

void TestHubSlowReader::othersGoOnAndMemoryStaysFlat()
{
    constexpr int count = 120'000; // 130 MB per subscriber, far more than any socket buffer
    constexpr int step = 1000;
    qputenv("HELIOGRAPH_LIMITS_RING_BYTES", QByteArray::number(4 * 1024 * 1024));
    // A sanitizer keeps freed memory for a while, which must not be measured here.
    qputenv("ASAN_OPTIONS",
            qgetenv("ASAN_OPTIONS") + ":quarantine_size_mb=1:thread_local_quarantine_size_kb=64");
    const QTemporaryDir dir;
    test::HubProcess hub(dir.path());
    StreamReader slow(hub.url(), "/api/v1/events");
    StreamReader quick(hub.url(), "/api/v1/events");
    QVERIFY(!slow.next("hub.snapshot").isEmpty() && !quick.next("hub.snapshot").isEmpty());
    slow.pause();

    for (int i = 0; i < count / 2; i += step) {
        publish(hub.url(), i + 1, i + step);
        QVERIFY(quick.waitForEvents(2 + i + step)); // the slow stream does not hold it up
    }
    const qint64 before = residentKiB(hub.process().processId());
    for (int i = count / 2; i < count; i += step) {
        publish(hub.url(), i + 1, i + step);
        QVERIFY(quick.waitForEvents(2 + i + step));
    }
    const qint64 grown = residentKiB(hub.process().processId()) - before;
    QVERIFY2(grown < 15'000,
             qPrintable(QStringLiteral("grew by %1 KiB while 30 MB were not read").arg(grown)));

    slow.resume(); // continues where it was: ring and store supply the missed events
    for (int i = 0; i < count; i += step)
        QVERIFY(slow.waitForEvents(2 + i + step));
    for (int i = 0; i < count; ++i)
        QVERIFY(slow.events().at(2 + i).data.contains("\"message\":\"" + QByteArray::number(i + 1)
                                                      + '"'));
}

QTEST_GUILESS_MAIN(TestHubSlowReader)
#include "tst_hubslowreader.moc"
