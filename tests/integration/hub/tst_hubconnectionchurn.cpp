// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/hubprocess.h"
#include "tests/support/processfigures.h"
#include "tests/support/rawclient.h"
#include "tests/support/streamreader.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <deque>

using test::httpCall;
using test::HubProcess;
using test::RawClient;
using test::StreamReader;

namespace {

constexpr int perSecond = 200;
constexpr int denseCount = 2'000; ///< Used unless HELIOGRAPH_STORM_SECONDS asks for a paced storm.
constexpr std::size_t atOnce = 60;
constexpr int publishEvery = 50;

/// Clients that connect and send one of several requests. When more than 60 are open, the oldest
/// one leaves.
class Storm
{
public:
    explicit Storm(quint16 port) : m_port(port) { }

    void addOne()
    {
        m_clients.push_back(std::make_unique<RawClient>(m_port));
        RawClient &client = *m_clients.back();
        switch (m_count++ % 6) {
        case 0: client.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"); break;
        case 1: // a stream that is then closed
        case 2: // or reset
            client.send("GET /api/v1/events/j HTTP/1.1\r\nHost: localhost\r\n\r\n");
            break;
        case 3: client.send("POST /api/v1/jobs/j/events HTTP/1.1\r\nHost: loc"); break;
        case 4:
            client.send("POST /api/v1/jobs/j/events HTTP/1.1\r\nHost: localhost\r\n"
                        "Content-Length: 1000\r\n\r\n{\"type\":");
            break;
        case 5: client.send("nonsense\r\n\r\n"); break;
        }
        while (m_clients.size() > atOnce)
            dropOldest();
    }
    void dropAll()
    {
        while (!m_clients.empty())
            dropOldest();
    }
    int count() const { return m_count; }

private:
    void dropOldest()
    {
        if (++m_dropped % 2 == 0)
            m_clients.front()->reset();
        m_clients.pop_front();
    }

    const quint16 m_port;
    std::deque<std::unique_ptr<RawClient>> m_clients;
    int m_count = 0;
    int m_dropped = 0;
};

} // namespace

/// Hundreds of connections per second leave no memory or descriptors behind and disturb no other
/// client.
class TestHubConnectionChurn : public QObject
{
    Q_OBJECT

private slots:
    void leavesNothingBehind();

private:
    /// Opens and closes `connections`. Publishes a log event after every `publishEvery`th.
    void storm(const HubProcess &hub, int connections, bool paced);
    /// Checks that `stream` is open and has every published event once and in order.
    void checkStream(StreamReader &stream) const;

    int m_published = 0;
};

void TestHubConnectionChurn::storm(const HubProcess &hub, int connections, bool paced)
{
    Storm storm(static_cast<quint16>(hub.url().port()));
    QElapsedTimer watch;
    watch.start();
    while (storm.count() < connections) {
        const auto isDue = [&] {
            return !paced || storm.count() < watch.elapsed() * perSecond / 1000;
        };
        QVERIFY(QTest::qWaitFor(isDue));
        storm.addOne();
        if (storm.count() % publishEvery == 0) {
            const QByteArray event =
                R"({"type":"log","message":")" + QByteArray::number(++m_published) + "\"}";
            QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/jobs/j/events", event).status, 202);
        }
    }
    storm.dropAll();
}

void TestHubConnectionChurn::checkStream(StreamReader &stream) const
{
    QTRY_COMPARE(stream.types().size(), qsizetype(m_published));
    int number = 0;
    for (const hub::SseEvent &event : stream.events()) {
        if (event.type == "log")
            QVERIFY(event.data.contains("\"message\":\"" + QByteArray::number(++number) + '"'));
    }
    QCOMPARE(stream.socket().state(), QAbstractSocket::ConnectedState);
}

void TestHubConnectionChurn::leavesNothingBehind()
{
    // A sanitizer keeps freed memory and the frames of returned functions for a while. They must
    // not be measured here.
    qputenv("ASAN_OPTIONS", qgetenv("ASAN_OPTIONS")
                                + ":quarantine_size_mb=1:thread_local_quarantine_size_kb=64"
                                  ":detect_stack_use_after_return=0");
    const int seconds = qEnvironmentVariableIntValue("HELIOGRAPH_STORM_SECONDS");
    const int count = seconds > 0 ? seconds * perSecond : denseCount;
    const QTemporaryDir dir;
    HubProcess hub(dir.path());
    const qint64 pid = hub.process().processId();
    StreamReader one(hub.url(), "/api/v1/events/j");
    StreamReader all(hub.url(), "/api/v1/events");
    QVERIFY(!one.next("hub.snapshot").isEmpty() && !all.next("hub.snapshot").isEmpty());

    const auto quiet = [&] { return test::descriptorCount(pid); };
    const qsizetype before = quiet();
    storm(hub, denseCount / 2, false); // until memory use is steady
    QTRY_COMPARE_WITH_TIMEOUT(quiet(), before, 20'000);
    const qint64 plateau = test::residentKiB(pid);
    const qint64 busy = test::processorMs(pid);
    storm(hub, count, seconds > 0);
    QTRY_COMPARE_WITH_TIMEOUT(quiet(), before, 20'000);
    const qint64 grown = test::residentKiB(pid) - plateau;
    qInfo("%d connections: plateau %lld KiB, grown by %lld KiB, %lld ms of processor", count,
          plateau, grown, test::processorMs(pid) - busy);
    QVERIFY2(grown < 4'000, qPrintable(QStringLiteral("grew by %1 KiB").arg(grown)));

    checkStream(one);
    checkStream(all);
    QVERIFY(httpCall(hub.url(), "GET", "/metrics")
                .body.contains("sse_connections_active{scope=\"job\"} 1\n"));
}

QTEST_GUILESS_MAIN(TestHubConnectionChurn)
#include "tst_hubconnectionchurn.moc"
