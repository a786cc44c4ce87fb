// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/eventid.h"
#include "tests/support/hubprocess.h"
#include "tests/support/streamreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using test::HubProcess;
using test::StreamReader;

namespace {

constexpr int senders = 8;
constexpr int webhooks = 10'000;

/// Sends webhooks on one keep-alive connection and records which were acknowledged.
class Sender
{
public:
    Sender(const QUrl &hub, int number) : m_number(number)
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] { read(); });
        QObject::connect(&m_socket, &QTcpSocket::connected, &m_socket, [this] { send(); });
        m_socket.connectToHost(hub.host(), static_cast<quint16>(hub.port()));
    }

    const QSet<int> &acknowledged() const { return m_acknowledged; }
    bool isDone() const { return m_next >= webhooks / senders; }

private:
    int serial() const { return m_next * senders + m_number; }

    void send()
    {
        if (isDone())
            return;
        const QByteArray body = R"({"event":"pod.running","execution_id":"e)"
                                + QByteArray::number(m_number) + R"(","message":"line )"
                                + QByteArray::number(serial()) + R"("})";
        m_socket.write(
            "POST /api/v1/webhooks/execution HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    void read()
    {
        m_answer += m_socket.readAll();
        const qsizetype end = m_answer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const qsizetype length = m_answer.indexOf("Content-Length: ");
        const qsizetype size =
            m_answer.mid(length + 16, m_answer.indexOf('\r', length) - length - 16).toLongLong();
        if (m_answer.size() < end + 4 + size)
            return;
        if (m_answer.startsWith("HTTP/1.1 200"))
            m_acknowledged << serial();
        m_answer.remove(0, end + 4 + size);
        ++m_next;
        send();
    }

    QTcpSocket m_socket;
    QByteArray m_answer;
    QSet<int> m_acknowledged;
    const int m_number;
    int m_next = 0;
};

/// Several senders at once.
class Senders
{
public:
    explicit Senders(const QUrl &hub)
    {
        for (int i = 0; i < senders; ++i)
            m_all.push_back(std::make_unique<Sender>(hub, i));
    }

    qsizetype count() const
    {
        qsizetype sum = 0;
        for (const auto &sender : m_all)
            sum += sender->acknowledged().size();
        return sum;
    }

    /// The serials of all acknowledged webhooks. No two senders send the same serial.
    QSet<int> acknowledged() const
    {
        QSet<int> serials;
        for (const auto &sender : m_all)
            serials.unite(sender->acknowledged());
        return serials;
    }

private:
    std::vector<std::unique_ptr<Sender>> m_all;
};

QString messageOf(const hub::SseEvent &event)
{
    return QJsonDocument::fromJson(event.data).object().value(QLatin1String("message")).toString();
}

} // namespace

/// A webhook that was answered 2xx survives a SIGKILL right after the answer.
class TestHubDurability : public QObject
{
    Q_OBJECT

private slots:
    void nothingAcknowledgedIsLost_data();
    void nothingAcknowledgedIsLost();

private:
    /// Publishes a last event and waits until `reader` has it.
    static void readToTheEnd(const HubProcess &hub, StreamReader &reader);
    /// Counts the webhooks that both streams received, by serial.
    static void countWebhooks(const StreamReader &before, const StreamReader &after,
                              QHash<int, int> &seen);
};

void TestHubDurability::nothingAcknowledgedIsLost_data()
{
    QTest::addColumn<int>("killAfter");
    QTest::newRow("early") << 300;
    QTest::newRow("in the middle") << 5'000;
    QTest::newRow("late") << 8'000;
}

void TestHubDurability::readToTheEnd(const HubProcess &hub, StreamReader &reader)
{
    QCOMPARE(test::httpCall(hub.url(), "POST", "/api/v1/jobs/last/events",
                            R"({"type":"processing","message":"end"})")
                 .status,
             202);
    QVERIFY(QTest::qWaitFor(
        [&] {
            return !reader.events().isEmpty() && reader.events().last().data.contains("\"end\"");
        },
        60'000));
}

void TestHubDurability::countWebhooks(const StreamReader &before, const StreamReader &after,
                                      QHash<int, int> &seen)
{
    hub::EventId last;
    for (const auto *reader : {&before, &after}) {
        for (const hub::SseEvent &event : reader->events()) {
            if (event.type != "processing")
                continue;
            const hub::EventId id = hub::Cursor::parse(event.lastEventId)->id;
            QVERIFY(id > last); // increasing, without duplicates, across the restart
            last = id;
            const QString message = messageOf(event);
            if (message.startsWith(QLatin1String("line ")))
                ++seen[message.mid(5).toInt()];
        }
    }
}

void TestHubDurability::nothingAcknowledgedIsLost()
{
    QFETCH(int, killAfter);
    const QTemporaryDir data;
    auto hub = std::make_unique<HubProcess>(data.path());
    StreamReader before(hub->url(), "/api/v1/events?types=processing");
    QVERIFY(!before.next("hub.snapshot").isEmpty());
    const Senders all(hub->url());
    QVERIFY(QTest::qWaitFor([&] { return all.count() >= killAfter; }, 120'000));
    hub->process().kill();
    QVERIFY(hub->waitForExit(10'000));
    QVERIFY(before.waitForClose());
    const QSet<int> acknowledged = all.acknowledged();
    QVERIFY(acknowledged.size() < webhooks);

    hub = std::make_unique<HubProcess>(data.path());
    StreamReader after(hub->url(), "/api/v1/events?types=processing",
                       {{"Last-Event-ID", before.lastEventId()}});
    QCOMPARE(after.next("hub.hello").value(QLatin1String("resumed")).toString(),
             QStringLiteral("replayed"));
    readToTheEnd(*hub, after);
    QVERIFY(!QTest::currentTestFailed());
    QHash<int, int> seen;
    countWebhooks(before, after, seen);
    QVERIFY(!QTest::currentTestFailed());
    for (const int serial : acknowledged)
        QCOMPARE(seen.value(serial), 1);
    // The surplus was committed but not yet acknowledged.
    QVERIFY(seen.size() - acknowledged.size() <= senders);
}

QTEST_GUILESS_MAIN(TestHubDurability)
#include "tst_hubdurability.moc"
