// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "tests/support/scriptedserver.h"
#include "tests/unit/client/frames.h"
#include "ui/client/hubfeed.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace test::frames;
using namespace ui;
using namespace std::chrono_literals;

namespace {
const QByteArray connection =
    R"({"id":7,"scope":"job","topic":"job/a","remote":"127.0.0.1:5","user_agent":"curl",)"
    R"("client":"c1","opened_at":"2026-01-31T12:00:00.000Z","lag_events":1,)"
    R"("backlog_bytes":2,"bytes_sent":3,"events_sent":4,"conflated":5})";

/// Lets the server answer with a list of one connection, and with a stream that reports figures, an
/// opened and a closed connection.
void describeHub(ScriptedServer &server)
{
    server.respond([&server](int n, const ScriptedRequest &request) {
        if (request.path() == "/api/v1/admin/connections")
            return server.answer(n, 200, "application/json",
                                 R"({"connections":[)" + connection + "]}");
        server.stream(
            n,
            hello()
                + frame(
                    "hub.stats",
                    R"({"connections":3,"connections_peak":9,"connections_by_scope":{"jobs":2,"job":1},)"
                    R"("events_per_s":1.5,"deliveries_per_s":2,"bytes_per_s":3,"uptime_s":60,"store":"degraded"})")
                + frame("hub.connection.opened", connection)
                + frame("hub.connection.closed",
                        R"({"id":7,"reason":"slow","seconds":1,"events":2})"));
    });
}
} // namespace

class TestHubFeed : public QObject
{
    Q_OBJECT

private slots:
    void tellsAboutTheHub();
    void readsTheListAgain();
    void stops();
};

void TestHubFeed::tellsAboutTheHub()
{
    ScriptedServer server;
    QNetworkAccessManager network;
    HubFeed feed(&network);
    QSignalSpy stats(&feed, &HubFeed::statsReceived);
    QSignalSpy lists(&feed, &HubFeed::connectionsReceived);
    QSignalSpy opened(&feed, &HubFeed::connectionOpened);
    QSignalSpy closed(&feed, &HubFeed::connectionClosed);
    describeHub(server);
    feed.start(server.url());
    QTRY_COMPARE(closed.size(), 1);
    QTRY_COMPARE(lists.size(), 1);
    QCOMPARE(server.request(0).path(), QByteArray("/api/v1/events/hub"));

    const auto figures = stats.first().first().value<HubFigures>();
    QCOMPARE(figures.connections, 3);
    QCOMPARE(figures.connectionsPeak, 9);
    QCOMPARE(figures.eventsPerSecond, 1.5);
    QCOMPARE(figures.uptime, 60s);
    QVERIFY(!figures.storeHealthy);

    const auto info = opened.first().first().value<ConnectionInfo>();
    QCOMPARE(info.id, 7);
    QCOMPARE(info.topic, QByteArray("job/a"));
    QCOMPARE(info.openedMs, 1769860800000);
    QCOMPARE(info.conflated, 5);
    QCOMPARE(lists.first().first().value<QList<ConnectionInfo>>().size(), 1);
    QCOMPARE(closed.first().at(0).toLongLong(), 7);
    QCOMPARE(closed.first().at(1).toByteArray(), QByteArray("slow"));
}

void TestHubFeed::readsTheListAgain()
{
    test::ManualClock clock;
    ScriptedServer server;
    QNetworkAccessManager network;
    HubFeed feed(&network, clock);
    LinkState status = LinkState::Stopped;
    connect(&feed, &HubFeed::statusChanged, this,
            [&](const LinkStatus &changed) { status = changed.state; });
    QSignalSpy lists(&feed, &HubFeed::connectionsReceived);
    server.respond([&](int n, const ScriptedRequest &request) {
        if (request.path() == "/api/v1/admin/connections")
            server.answer(n, 200, "application/json", R"({"connections":[]})");
        else
            server.stream(n, hello());
    });
    feed.start(server.url());
    QTRY_COMPARE(lists.size(), 1);
    clock.advance(1'999);
    const int before = clock.readings();
    QTRY_VERIFY(clock.readings() >= before + 4); // the timers of the list and of the stream
    QCOMPARE(server.requestsFor("/api/v1/admin/connections").size(), 1);
    clock.advance(1);
    QTRY_COMPARE(lists.size(), 2);
    server.close(0);
    // The stream reconnects by itself, after at most a second.
    QTRY_COMPARE(status, LinkState::Reconnecting);
    clock.advance(1'000);
    QTRY_COMPARE(server.requestsFor("/api/v1/events/hub").size(), 2);
}

void TestHubFeed::stops()
{
    ScriptedServer server;
    QNetworkAccessManager network;
    HubFeed feed(&network);
    QList<LinkState> states;
    connect(&feed, &HubFeed::statusChanged, this,
            [&](const LinkStatus &status) { states << status.state; });
    server.respond([&](int n, const ScriptedRequest &request) {
        if (request.path() == "/api/v1/events/hub")
            server.stream(n, hello());
    });
    feed.start(server.url());
    QTRY_COMPARE(server.count(), 2); // the request for the list gets no answer
    feed.stop();
    QCOMPARE(states.last(), LinkState::Stopped);
    QTRY_VERIFY(!server.isOpen(0) && !server.isOpen(1));
}

QTEST_GUILESS_MAIN(TestHubFeed)
#include "tst_hubfeed.moc"
