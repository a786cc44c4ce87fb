// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/hubservice.h"
#include "tests/support/httpcall.h"
#include "tests/support/manualclock.h"
#include "tests/support/rawclient.h"
#include "tests/support/streamreader.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;
using test::RawClient;

/// The deadlines of a shutdown, on a clock that the test moves.
class TestHubShutdown : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void drainHasADeadline();
    void busyConnectionsHaveADeadline();
    void stoppedHubMayStartAgain();

private:
    quint16 start(app::HubService &service)
    {
        const hub::Result<QUrl> url = service.start();
        if (!url)
            qFatal("hub: %s", qUtf8Printable(url.error().message));
        m_url = *url;
        return static_cast<quint16>(m_url.port());
    }
    /// Sends a request and reads its answer, so that the connection is idle afterwards.
    static bool makeIdle(RawClient &client)
    {
        client.send("GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n");
        return client.readAnswer().value_or(test::RawAnswer()).status == 200;
    }

    /// Returns after the shutdown has looked at the clock, which it does every 20 ms.
    static void letItLook()
    {
        QTimer timer;
        const QSignalSpy looks(&timer, &QTimer::timeout);
        timer.start(20ms);
        QTRY_VERIFY(looks.size() >= 3);
    }

    /// Waits until the hub has closed the connection of `client`.
    bool closes(RawClient &client)
    {
        const bool ended = QTest::qWaitFor(
            [&] {
#ifdef HELIOGRAPH_PORTABLE // which closes a connection up to 200 ms after its last byte
                m_clock.advance(20ms);
#endif
                return !client.isOpen();
            },
            10'000);
        return ended && client.waitForClose();
    }

    std::unique_ptr<QTemporaryDir> m_data;
    test::ManualClock m_clock;
    app::Config m_config;
    QUrl m_url;
};

void TestHubShutdown::init()
{
    m_data = std::make_unique<QTemporaryDir>();
    m_config = {};
    m_config.dataDir = m_data->path();
    m_config.listen = QStringList{QStringLiteral("127.0.0.1:0")};
}

void TestHubShutdown::drainHasADeadline()
{
    m_config.drain = 1h;
    app::HubService service(m_config, m_clock);
    RawClient idle(start(service));
    QVERIFY(makeIdle(idle));
    test::StreamReader stream(m_url, "/api/v1/events");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    QSignalSpy stopped(&service, &app::HubService::stopped);
    std::chrono::milliseconds atMost{0};
    connect(&service, &app::HubService::stopBegan, this,
            [&](std::chrono::milliseconds time) { atMost = time; });
    service.stop();
    QVERIFY(service.isStopping());
    QVERIFY(atMost > m_config.drain && atMost <= m_config.drain + 3s);
    letItLook();
    QVERIFY(idle.isOpen());
    m_clock.advance((m_config.drain + 200ms).count());
    QVERIFY(closes(idle)); // other connections are closed after the drain
    m_clock.advance(2'500);
    QTRY_COMPARE(stopped.size(), 1);
    QVERIFY(!service.isStopping());
    QVERIFY(!service.hub());
    QVERIFY(stream.waitForClose());
}

void TestHubShutdown::busyConnectionsHaveADeadline()
{
    app::HubService service(m_config, m_clock);
    const quint16 port = start(service);
    RawClient idle(port);
    QVERIFY(makeIdle(idle));
    RawClient busy(port);
    QVERIFY(makeIdle(busy));
    busy.send(
        "POST /api/v1/jobs/a/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{");
    QSignalSpy stopped(&service, &app::HubService::stopped);
    QVERIFY(busy.waitUntilSent());
    QVERIFY(makeIdle(idle)); // the hub has read the beginning of the other request
    service.stop();
    const qint64 beganMs = m_clock.wallMs();
    QVERIFY(closes(idle));
    m_clock.advance(beganMs + 2'499 - m_clock.wallMs());
    letItLook();
    QVERIFY(busy.isOpen());
    QCOMPARE(stopped.size(), 0);
    m_clock.advance(1);
    QVERIFY(closes(busy));
    QTRY_COMPARE(stopped.size(), 1);
}

void TestHubShutdown::stoppedHubMayStartAgain()
{
    app::HubService service(m_config, m_clock);
    start(service);
    QSignalSpy stopped(&service, &app::HubService::stopped);
    service.stop();
    QTRY_COMPARE(stopped.size(), 1);
    RawClient client(start(service));
    QVERIFY(makeIdle(client)); // gets 200
}

QTEST_GUILESS_MAIN(TestHubShutdown)
#include "tst_hubshutdown.moc"
