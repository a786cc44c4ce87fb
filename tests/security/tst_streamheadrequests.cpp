// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/keyedhub.h"
#include "tests/support/rawclient.h"
#include "tests/support/streamreader.h"

#include <QTest>

using namespace test;

/// A HEAD request on a stream's path gets only the head. It opens no stream, builds no snapshot and
/// does not count towards the caller's streams.
class TestStreamHeadRequests : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_hub.reset(); }

    void answersAsAGet_data();
    void answersAsAGet();
    void opensNothing();

private:
    RawAnswer head(const QByteArray &path, const QByteArray &token) const;
    /// Opens the stream of a GET.
    StreamReader get(const QByteArray &path, const QByteArray &token) const
    {
        return StreamReader(m_hub->url(), path, {{"Authorization", "Bearer " + token}});
    }
    QByteArray metrics() const
    {
        return httpCall(m_hub->url(), "GET", "/metrics", {},
                        {{"Authorization", "Bearer " + m_admin}})
            .body;
    }

    std::unique_ptr<KeyedHub> m_hub;
    QByteArray m_alice;
    QByteArray m_bob;
    QByteArray m_admin;
    QByteArray m_last; ///< The id of the event that ended alice's job `done`.
};

void TestStreamHeadRequests::init()
{
    app::Config config;
    config.quota.startsPerMinute = 20;
    m_hub = std::make_unique<KeyedHub>(config);
    m_alice = m_hub->token("alice", "read publish");
    m_bob = m_hub->token("bob", "read publish");
    m_admin = m_hub->token("root", "admin");
    const HttpHeaders alice{{"Authorization", "Bearer " + m_alice}};
    httpCall(m_hub->url(), "POST", "/api/v1/jobs/runs/events", R"({"type":"processing"})", alice);
    m_last =
        httpCall(m_hub->url(), "POST", "/api/v1/jobs/done/events", R"({"type":"completed"})", alice)
            .json()
            .value(QLatin1String("event_id"))
            .toString()
            .toLatin1();
    QVERIFY(!m_last.isEmpty());
}

RawAnswer TestStreamHeadRequests::head(const QByteArray &path, const QByteArray &token) const
{
    RawClient client(static_cast<quint16>(m_hub->url().port()));
    client.send("HEAD " + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                  "Authorization: Bearer "
                + token + "\r\n\r\n");
    const std::optional<RawAnswer> answer = client.readAnswer(true);
    if (!answer || !client.waitForClose() || !client.received().isEmpty())
        return {};
    return *answer;
}

void TestStreamHeadRequests::answersAsAGet_data()
{
    QTest::addColumn<QByteArray>("path"); // `@` stands for the id at the job's end
    QTest::addColumn<bool>("isBobs");
    QTest::addColumn<int>("status");
    QTest::newRow("all jobs") << QByteArray("/api/v1/events") << false << 200;
    QTest::newRow("own job") << QByteArray("/api/v1/events/runs") << false << 200;
    QTest::newRow("job to come") << QByteArray("/api/v1/events/later") << false << 200;
    QTest::newRow("job of another") << QByteArray("/api/v1/events/runs") << true << 200;
    QTest::newRow("ended job") << QByteArray("/api/v1/events/done") << false << 200;
    QTest::newRow("read to its end")
        << QByteArray("/api/v1/events/done?last_event_id=@") << false << 204;
    QTest::newRow("read beyond") << QByteArray("/api/v1/events/done?last_event_id=@9") << false
                                 << 200;
    QTest::newRow("of another kind")
        << QByteArray("/api/v1/events/executions/done?last_event_id=@") << false << 200;
    QTest::newRow("bad id") << QByteArray("/api/v1/events/a%20b") << false << 400;
    QTest::newRow("notifications")
        << QByteArray("/api/v1/events/notifications/stream") << false << 200;
}

void TestStreamHeadRequests::answersAsAGet()
{
    QFETCH(QByteArray, path);
    QFETCH(const bool, isBobs);
    QFETCH(const int, status);
    path.replace('@', m_last);
    const QByteArray token = isBobs ? m_bob : m_alice;
    const RawAnswer answer = head(path, token);
    QCOMPARE(answer.status, status);
    StreamReader stream = get(path, token);
    QVERIFY(stream.waitForHead());
    QCOMPARE(stream.status(), status);
    if (status == 200)
        QVERIFY(answer.headers.value("content-type").startsWith("text/event-stream"));
}

void TestStreamHeadRequests::opensNothing()
{
    for (int i = 0; i < 30; ++i) {
        QCOMPARE(head("/api/v1/events", m_alice).status, 200);
        QCOMPARE(head("/api/v1/events/runs", m_alice).status, 200);
    }
    const QByteArray figures = metrics();
    QVERIFY(!figures.isEmpty());
    QVERIFY(!figures.contains("sse_replay_total{")); // no stream was begun
    QVERIFY(!figures.contains("hub_rate_limited_total{"));
    StreamReader stream = get("/api/v1/events", m_alice);
    QVERIFY(!stream.next("hub.snapshot").isEmpty()); // no HEAD was counted as a stream
}

QTEST_GUILESS_MAIN(TestStreamHeadRequests)
#include "tst_streamheadrequests.moc"
