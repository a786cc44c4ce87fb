// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/eventid.h"
#include "tests/support/hubrunner.h"
#include "tests/support/rawclient.h"
#include "tests/support/streamreader.h"
#include "ui/client/eventstream.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <ctime>

using namespace std::chrono_literals;
using test::httpCall;
using test::StreamReader;

namespace {
std::atomic<time_t> jump{0}; ///< Seconds by which this process sees the wall clock shifted.
}

// Replaces the C library's clock_gettime() for the whole process, including Qt and SQLite. The wall
// clock is shifted; the other clocks are not.
extern "C" int clock_gettime(clockid_t clock, timespec *time)
{
    const auto result = static_cast<int>(::syscall(SYS_clock_gettime, clock, time));
    if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)
        time->tv_sec += jump;
    return result;
}

extern "C" int gettimeofday(timeval *time, void *) noexcept
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    *time = {now.tv_sec, now.tv_nsec / 1000};
    return 0;
}

/// A complete hub whose wall clock jumps back by an hour.
class TestHubClockJump : public QObject
{
    Q_OBJECT

private slots:
    void init() { jump = 0; }

    void historyGoesOn();
    void heartbeatsGoOn();
    void deadlinesGoOn();
    void slowReadersAreStillClosed();
    void clientsStillComeBack();

private:
    static void jumpBack() { jump = -3600; }
};

namespace {

QByteArray publish(const QUrl &hub, int number, const QByteArray &data = "null")
{
    return httpCall(hub, "POST", "/api/v1/jobs/j/events",
                    R"({"type":"log","message":")" + QByteArray::number(number) + R"(","data":)"
                        + data + '}')
        .json()
        .value(QLatin1String("event_id"))
        .toString()
        .toUtf8();
}

QByteArrayList idsOf(const StreamReader &stream)
{
    QByteArrayList ids;
    for (const hub::SseEvent &event : stream.events())
        if (event.type == "log")
            ids << event.lastEventId;
    return ids;
}

} // namespace

void TestHubClockJump::historyGoesOn()
{
    test::HubRunner hub;
    StreamReader stream(hub.url(), "/api/v1/events/j");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    QByteArrayList ids;
    for (int i = 0; i < 30; ++i) { // more than the last events of a job, which are always kept
        if (i == 10)
            jumpBack();
        if (i == 20)
            hub.restart();
        ids << publish(hub.url(), i);
    }
    QVERIFY(QDateTime::currentMSecsSinceEpoch() < before); // the jump takes effect
    hub::EventId last;
    for (const QByteArray &id : ids) {
        const auto cursor = hub::Cursor::parse(id);
        QVERIFY2(cursor && cursor->id > last, id.constData());
        last = cursor->id;
    }
    StreamReader resumed(hub.url(), "/api/v1/events/j", {{"Last-Event-ID", ids.at(4)}});
    QCOMPARE(resumed.next("hub.hello").value(QLatin1String("resumed")).toString(),
             QStringLiteral("replayed"));
    QTRY_COMPARE(idsOf(resumed), ids.mid(5));
    QCOMPARE(idsOf(stream), ids.first(20)); // the stream was live until the restart
    const QByteArray next = publish(hub.url(), 30);
    QTRY_COMPARE(idsOf(resumed).last(), next);
}

void TestHubClockJump::heartbeatsGoOn()
{
    app::Config config;
    config.heartbeat = 5s;
    test::HubRunner hub(config);
    StreamReader stream(hub.url(), "/api/v1/events/j");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    jumpBack();
    const qsizetype before = stream.body().size();
    QTRY_VERIFY_WITH_TIMEOUT(stream.body().size() > before, 20'000);
}

void TestHubClockJump::deadlinesGoOn()
{
    app::Config config;
    config.http.headerDeadline = 1s;
    test::HubRunner hub(config);
    test::RawClient client(static_cast<quint16>(hub.url().port()));
    client.send("GET /healthz HT");
    QVERIFY(client.waitUntilSent());
    // A later connection is answered, so the hub has read the first one and set its deadline.
    QCOMPARE(httpCall(hub.url(), "GET", "/healthz").status, 200);
    QVERIFY(client.isOpen());
    jumpBack();
    QCOMPARE(client.readAnswer().value_or(test::RawAnswer()).status, 408);
}

void TestHubClockJump::slowReadersAreStillClosed()
{
    app::Config config;
    config.writeDeadline = 5s;
    test::HubRunner hub(config);
    StreamReader watcher(hub.url(), "/api/v1/events/hub");
    QVERIFY(watcher.waitForHead());
    StreamReader slow(hub.url(), "/api/v1/events/j");
    QVERIFY(!slow.next("hub.snapshot").isEmpty());
    slow.pause();
    const QByteArray data = '"' + QByteArray(500'000, 'x') + '"';
    for (int i = 0; i < 40; ++i)
        publish(hub.url(), i, data);
    jumpBack(); // while the reader takes nothing
    QCOMPARE(watcher.next("hub.connection.closed").value(QLatin1String("reason")).toString(),
             QStringLiteral("slow"));
}

void TestHubClockJump::clientsStillComeBack()
{
    test::HubRunner hub;
    hub.config().listen = QStringList{QStringLiteral("127.0.0.1:%1").arg(hub.url().port())};
    QNetworkAccessManager network;
    ui::EventStream stream(&network);
    ui::StreamTimings timings;
    timings.firstBackoff = 10ms;
    timings.mostBackoff = 200ms;
    stream.setTimings(timings);
    stream.setTarget({QUrl(hub.url().toString() + QStringLiteral("/api/v1/events"))});
    QSignalSpy opened(&stream, &ui::EventStream::opened);
    QSignalSpy ended(&stream, &ui::EventStream::connectionEnded);
    stream.start();
    QTRY_COMPARE(opened.count(), 1);
    hub.stop();
    QTRY_VERIFY(ended.count() >= 2); // the client now waits between attempts
    jumpBack();
    hub.start();
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 2, 20'000);
}

QTEST_GUILESS_MAIN(TestHubClockJump)
#include "tst_hubclockjump.moc"
