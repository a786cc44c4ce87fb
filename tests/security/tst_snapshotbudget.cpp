// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/hubprocess.h"
#include "tests/support/processfigures.h"
#include "tests/support/rawclient.h"
#include "tests/support/streamreader.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using test::httpCall;
using test::RawClient;
using test::StreamReader;

namespace {

constexpr int runningJobs = 20'000;
constexpr int streams = 60;
/// A socket with a buffer of this size leaves most of a snapshot in the hub.
constexpr int smallBuffer = 4'096;

/// Creates running jobs of about 1 KiB each, so many that every snapshot reaches its limits.
void fill(const QUrl &url)
{
    for (int first = 0; first < runningJobs; first += 5'000) {
        QByteArray lines;
        for (int i = first; i < first + 5'000; ++i) {
            lines += R"({"job_id":"job-)" + QByteArray::number(i)
                     + R"(","type":"processing","message":")" + QByteArray(700, 'x') + "\"}\n";
        }
        QCOMPARE(httpCall(url, "POST", "/api/v1/events:batch", lines).status, 207);
    }
}

/// A client that opens a stream and reads nothing.
std::unique_ptr<RawClient> hoarder(const QUrl &url, const QByteArray &path)
{
    auto client = std::make_unique<RawClient>(quint16(url.port()), smallBuffer);
    client->stopReading();
    client->send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    return client;
}

int openStreams(const QUrl &url)
{
    const auto answer = httpCall(url, "GET", "/api/v1/admin/connections");
    return int(answer.json().value(QLatin1String("connections")).toArray().size());
}

} // namespace

/// Clients that open streams and do not read the snapshots.
class TestSnapshotBudget : public QObject
{
    Q_OBJECT

private slots:
    void streamsOfOneSubscriptionShareOne();
    void othersHaveABudget();
};

void TestSnapshotBudget::streamsOfOneSubscriptionShareOne()
{
    const QTemporaryDir dir;
    test::HubProcess hub(dir.path());
    fill(hub.url());
    StreamReader healthy(hub.url(), "/api/v1/events/healthy");
    QVERIFY(!healthy.next("hub.snapshot").isEmpty());
    const qint64 before = test::residentKiB(hub.process().processId());
    std::vector<std::unique_ptr<RawClient>> hoarders;
    for (int i = 0; i < streams; ++i)
        hoarders.push_back(hoarder(hub.url(), "/api/v1/events"));
    QTRY_COMPARE(openStreams(hub.url()), 1 + streams);
    const qint64 grown = test::residentKiB(hub.process().processId()) - before;
    QVERIFY2(grown < 48 * 1024, qPrintable(QStringLiteral("grew by %1 KiB").arg(grown)));
    // With a snapshot for each stream they would exceed their address's share.
    QVERIFY(
        !httpCall(hub.url(), "GET", "/metrics").body.contains("limit=\"snapshot_budget_bytes\""));

    QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/jobs/healthy/events", R"({"type":"log"})").status,
             202);
    QVERIFY(!healthy.next("log").isEmpty());

    RawClient &first = *hoarders.front(); // a slow client still gets everything
    first.resumeReading();
    QVERIFY(first.waitFor("\"truncated\":true}\n\n"));
    QVERIFY(first.waitFor("event: log\n"));
}

void TestSnapshotBudget::othersHaveABudget()
{
    const QTemporaryDir dir;
    test::HubProcess hub(dir.path());
    fill(hub.url());
    const QByteArrayList types{"queued", "processing", "progress", "log",
                               "failed", "cancelled",  "timed_out"};
    std::vector<std::unique_ptr<RawClient>> hoarders;
    for (int i = 1; i <= streams; ++i) { // each has a different subscription
        QByteArrayList some;
        for (qsizetype bit = 0; bit < types.size(); ++bit) {
            if (i & (1 << bit))
                some << types[bit];
        }
        hoarders.push_back(hoarder(hub.url(), "/api/v1/events?types=" + some.join(',')));
    }
    const auto isRefused = [&] {
        return httpCall(hub.url(), "GET", "/metrics")
            .body.contains("hub_limit_reached_total{limit=\"snapshot_budget_bytes\"}");
    };
    QTRY_VERIFY(isRefused());
    QTRY_VERIFY(openStreams(hub.url()) >= 12);
    QVERIFY(openStreams(hub.url()) <= 16); // a quarter of 64 MiB, 1 MiB each
    RawClient &last = *hoarders.back();
    last.resumeReading();
    QVERIFY(last.waitFor("event: hub.refused\n"));
    QVERIFY(last.waitFor("\"bucket\":\"snapshots\""));

    for (auto &client : hoarders)
        client->reset();
    QTRY_COMPARE(openStreams(hub.url()), 0);
    StreamReader after(hub.url(), "/api/v1/events");
    QVERIFY(!after.next("hub.snapshot").isEmpty());
}

QTEST_GUILESS_MAIN(TestSnapshotBudget)
#include "tst_snapshotbudget.moc"
