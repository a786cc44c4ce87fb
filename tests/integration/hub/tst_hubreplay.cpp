// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hubrunner.h"
#include "tests/support/streamreader.h"

#include <QJsonArray>
#include <QTest>

using test::httpCall;
using test::StreamReader;

namespace {

void publish(const test::HubRunner &hub, const QByteArray &job, int from, int to)
{
    QByteArray lines;
    for (int i = from; i <= to; ++i)
        lines += R"({"job_id":")" + job + R"(","type":"log","message":")" + QByteArray::number(i)
                 + "\"}\n";
    QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/events:batch", lines).status, 207);
}

} // namespace

/// Replay, gaps and snapshots across disconnects, restarts and lost history. See
/// resources/docs/streams.md#rely-on-a-stream.
class TestHubReplay : public QObject
{
    Q_OBJECT

private slots:
    void continuesExactlyAfterTheCursor_data();
    void continuesExactlyAfterTheCursor();
    void continuesWhileEventsCome();
    void neverHidesAGap_data();
    void neverHidesAGap();
    void saysWhenHistoryEnds();
    void snapshotsHaveNoRace();
};

void TestHubReplay::continuesExactlyAfterTheCursor_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("restart");
    QTest::addColumn<bool>("asHeader");
    for (const bool restart : {false, true}) {
        const char *when = restart ? "after a restart" : "same process";
        QTest::addRow("job, %s", when) << QByteArray("/api/v1/events/a?") << restart << true;
        QTest::addRow("all, %s", when) << QByteArray("/api/v1/events?") << restart << true;
        QTest::addRow("jobs, %s", when)
            << QByteArray("/api/v1/events?job=a&job=b&") << restart << true;
        QTest::addRow("query, %s", when) << QByteArray("/api/v1/events?") << restart << false;
    }
}

void TestHubReplay::continuesExactlyAfterTheCursor()
{
    QFETCH(QByteArray, path);
    QFETCH(bool, restart);
    QFETCH(bool, asHeader);
    test::HubRunner hub;
    publish(hub, "a", 1, 700); // more than one page
    publish(hub, "b", 1, 5);
    publish(hub, "a", 701, 720);

    StreamReader live(hub.url(), path);
    QVERIFY(!live.next("hub.snapshot").isEmpty());
    const QByteArray epoch = live.lastEventId().split('.').front();
    StreamReader first(hub.url(), path + "last_event_id=" + epoch + ".0-0");
    const qsizetype expected = path.contains("/a?") ? 720 : 725;
    QVERIFY(first.waitForEvents(expected + 1)); // plus hub.hello
    const QByteArrayList all = first.ids();
    QCOMPARE(all.size(), expected);
    QVERIFY(std::is_sorted(all.begin(), all.end(), [](const QByteArray &a, const QByteArray &b) {
        return hub::Cursor::parse(a)->id < hub::Cursor::parse(b)->id;
    }));

    if (restart)
        hub.restart();
    const QByteArray cursor = all.at(100);
    StreamReader second(hub.url(), asHeader ? path : path + "last_event_id=" + cursor,
                        asHeader ? test::HttpHeaders{{"Last-Event-ID", cursor}}
                                 : test::HttpHeaders{});
    const QJsonObject hello = second.next("hub.hello");
    QCOMPARE(hello.value(QLatin1String("resumed")).toString(), QStringLiteral("replayed"));
    QVERIFY(second.waitForEvents(expected - 101 + 1));
    QCOMPARE(second.ids(), all.mid(101));
    QVERIFY(!second.body().contains("hub.snapshot"));
}

void TestHubReplay::continuesWhileEventsCome()
{
    test::HubRunner hub;
    publish(hub, "a", 1, 600);
    StreamReader head(hub.url(), "/api/v1/events");
    QVERIFY(!head.next("hub.snapshot").isEmpty());
    const QByteArray start = head.lastEventId().split('.').front() + ".0-0";
    hub.restart(); // the ring is empty: everything comes from the store first
    std::vector<std::unique_ptr<StreamReader>> readers;
    for (int round = 0; round < 5; ++round) {
        readers.push_back(
            std::make_unique<StreamReader>(hub.url(), "/api/v1/events?last_event_id=" + start));
        publish(hub, "a", 601 + round * 100, 700 + round * 100);
    }
    for (const auto &reader : readers) {
        QVERIFY(reader->waitForEvents(1101));
        QByteArrayList messages;
        for (const hub::SseEvent &event : reader->events())
            if (event.type == "log")
                messages << event.data.mid(event.data.indexOf("message") + 10).split('"').front();
        QCOMPARE(messages.size(), 1100);
        for (int i = 0; i < messages.size(); ++i)
            QCOMPARE(messages.at(i), QByteArray::number(i + 1));
    }
}

void TestHubReplay::neverHidesAGap_data()
{
    QTest::addColumn<QByteArray>("cursor");
    QTest::addColumn<QString>("reason");
    QTest::newRow("other epoch") << QByteArray("zzzzzz.1731000000000-0") << QStringLiteral("epoch");
    QTest::newRow("from the future")
        << QByteArray("EPOCH.99999999999999-0") << QStringLiteral("unknown");
    QTest::newRow("not ours") << QByteArray("42") << QStringLiteral("unknown");
    QTest::newRow("garbage") << QByteArray("'; drop table events") << QStringLiteral("unknown");
}

void TestHubReplay::neverHidesAGap()
{
    QFETCH(QByteArray, cursor);
    QFETCH(QString, reason);
    test::HubRunner hub;
    publish(hub, "a", 1, 3);
    const QByteArray epoch = httpCall(hub.url(), "GET", "/version")
                                 .json()
                                 .value(QLatin1String("epoch"))
                                 .toString()
                                 .toUtf8();
    cursor.replace("EPOCH", epoch);
    StreamReader stream(hub.url(), "/api/v1/events", {{"Last-Event-ID", cursor}});
    QCOMPARE(stream.next("hub.hello").value(QLatin1String("resumed")).toString(),
             QStringLiteral("gap"));
    const QJsonObject gap = stream.next("hub.gap");
    QCOMPARE(gap.value(QLatin1String("reason")).toString(), reason);
    QCOMPARE(gap.value(QLatin1String("requested")).toString().toUtf8(), cursor);
    const QJsonObject snapshot = stream.next("hub.snapshot");
    QCOMPARE(snapshot.value(QLatin1String("as_of")), gap.value(QLatin1String("resumed_from")));
    QCOMPARE(snapshot.value(QLatin1String("jobs")).toArray().size(), 1);
}

void TestHubReplay::saysWhenHistoryEnds()
{
    app::Config config;
    config.historyEvents = 100;
    config.historyPerJob = 20;
    test::HubRunner hub(config);
    publish(hub, "kept", 1, 5);
    publish(hub, "a", 1, 400);
    const QByteArray epoch = httpCall(hub.url(), "GET", "/version")
                                 .json()
                                 .value(QLatin1String("epoch"))
                                 .toString()
                                 .toUtf8();
    const QByteArray beginning = epoch + ".0-0";
    // Retention removes events in small steps after the commits.
    QVERIFY(QTest::qWaitFor(
        [&] {
            StreamReader stream(hub.url(), "/api/v1/events/a", {{"Last-Event-ID", beginning}});
            return stream.next("hub.hello").value(QLatin1String("resumed")).toString()
                   == QLatin1String("gap");
        },
        30'000));
    StreamReader gone(hub.url(), "/api/v1/events", {{"Last-Event-ID", beginning}});
    QCOMPARE(gone.next("hub.gap").value(QLatin1String("reason")).toString(),
             QStringLiteral("evicted"));
    StreamReader kept(hub.url(), "/api/v1/events/kept", {{"Last-Event-ID", beginning}});
    QCOMPARE(kept.next("hub.hello").value(QLatin1String("resumed")).toString(),
             QStringLiteral("replayed"));
    QVERIFY(kept.waitForEvents(6)); // at least the last 20 events of each job are kept
}

/// A snapshot and the events after it must add up, whatever is accepted while the stream opens.
void TestHubReplay::snapshotsHaveNoRace()
{
    test::HubRunner hub;
    publish(hub, "seed", 1, 1);
    for (int round = 0; round < 20; ++round) {
        const QByteArray job = "j" + QByteArray::number(round);
        StreamReader stream(hub.url(), "/api/v1/events?job=" + job);
        QTcpSocket producer; // its publish races with the start of the stream
        producer.connectToHost(hub.url().host(), static_cast<quint16>(hub.url().port()));
        const QByteArray body = R"({"type":"progress","progress":7})";
        producer.write("POST /api/v1/jobs/" + job
                       + "/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                       + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        const QJsonArray jobs = stream.next("hub.snapshot").value(QLatin1String("jobs")).toArray();
        if (jobs.isEmpty())
            QVERIFY(!stream.next("progress").isEmpty());
        else
            QCOMPARE(jobs.at(0).toObject().value(QLatin1String("progress")).toDouble(), 7.0);
        QCOMPARE(stream.types().count("progress"), jobs.isEmpty() ? 1 : 0);
    }
}

QTEST_GUILESS_MAIN(TestHubReplay)
#include "tst_hubreplay.moc"
