// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/intruder.h"
#include "tests/support/keyedhub.h"
#include "tests/support/rawclient.h"

#include <QJsonDocument>
#include <QTest>

using test::HttpAnswer;
using test::httpCall;
using test::RawClient;

/// A publisher does not have to wait for all batches of another one.
class TestStoreFairness : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_hub = std::make_unique<test::KeyedHub>(); }
    void cleanup() { m_hub.reset(); }

    void aPublishDoesNotWaitForBatches();
    void aBatchKeepsItsOrder();
    void aLineIsNoLargerThanAPublish();
    void aFullQueueMeetsWhoFillsIt();

private:
    HttpAnswer call(const QByteArray &user, const QByteArray &method, const QByteArray &path,
                    const QByteArray &body = {})
    {
        return httpCall(m_hub->url(), method, path, body,
                        {{"Authorization", "Bearer " + m_hub->token(user, "read publish")}});
    }

    std::unique_ptr<test::KeyedHub> m_hub;
};

namespace {

QByteArray batchOf(const QByteArray &job, int lines)
{
    QByteArray batch;
    for (int i = 0; i < lines; ++i)
        batch += R"({"job_id":")" + job + R"(","type":"log","message":"line )"
                 + QByteArray::number(i) + R"(","data":")" + QByteArray(300, 'x') + "\"}\n";
    return batch;
}

} // namespace

void TestStoreFairness::aPublishDoesNotWaitForBatches()
{
    constexpr int batches = 4;
    const QByteArray token = m_hub->token("alice", "publish");
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < batches; ++i) {
        const QByteArray body = batchOf("alice-" + QByteArray::number(i), 10'000);
        clients.push_back(std::make_unique<RawClient>(quint16(m_hub->url().port())));
        clients.back()->send("POST /api/v1/events:batch HTTP/1.1\r\nHost: localhost\r\n"
                             "Authorization: Bearer "
                             + token + "\r\nContent-Length: " + QByteArray::number(body.size())
                             + "\r\n\r\n" + body);
    }
    // The batches have begun.
    QTRY_COMPARE(call("alice", "GET", "/api/v1/jobs/alice-0").status, 200);
    QCOMPARE(call("bob", "POST", "/api/v1/jobs/bobs/events", R"({"type":"processing"})").status,
             202);
    const auto unanswered = std::count_if(clients.begin(), clients.end(), [](const auto &client) {
        return client->received().isEmpty();
    });
    QVERIFY2(unanswered > 0, "all batches were done before it");
    for (const auto &client : clients) {
        const auto answer = client->readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 207);
        QCOMPARE(answer->body.count("\"status\":202"), 10'000);
    }
}

void TestStoreFairness::aBatchKeepsItsOrder()
{
    QByteArray body;
    constexpr int lines = 1'000; // more than one slice
    for (int i = 0; i < lines; ++i) {
        body += i % 100 == 50 ? QByteArray("not json")
                              : R"({"job_id":"j","type":"progress","progress":)"
                                    + QByteArray::number(i / 10.0) + '}';
        body += '\n';
    }
    const HttpAnswer answer = call("alice", "POST", "/api/v1/events:batch", body);
    QCOMPARE(answer.status, 207);
    const QByteArrayList answers = answer.body.trimmed().split('\n');
    QCOMPARE(answers.size(), lines);
    for (int i = 0; i < lines; ++i) {
        const QJsonObject line = QJsonDocument::fromJson(answers[i]).object();
        QCOMPARE(line.value(QLatin1String("line")).toInt(), i + 1);
        QCOMPARE(line.value(QLatin1String("status")).toInt(), i % 100 == 50 ? 400 : 202);
        // Each progress is later than the one before.
        QVERIFY(!line.contains(QLatin1String("ignored")));
    }
}

void TestStoreFairness::aLineIsNoLargerThanAPublish()
{
    const QByteArray small = R"({"job_id":"j","type":"log","message":"x"})";
    const QByteArray large =
        R"({"job_id":"j","type":"log","data":")" + QByteArray(1024 * 1024, 'x') + "\"}";
    const HttpAnswer answer =
        call("alice", "POST", "/api/v1/events:batch", small + '\n' + large + '\n' + small);
    QCOMPARE(answer.status, 207);
    QCOMPARE(answer.body.count("\"status\":202"), 2);
    QVERIFY2(answer.body.contains(R"("line":2,"status":413,"code":"body_too_large")"), answer.body);
}

/// A lock on the database blocks the writer, so that all requests queue up.
void TestStoreFairness::aFullQueueMeetsWhoFillsIt()
{
    app::Config config;
    config.storeQueue.requests = 100;
    config.storeQueue.sharePercent = 10;
    test::KeyedHub hub(config);
    const auto post = [&](const QByteArray &user) {
        auto client = std::make_unique<RawClient>(quint16(hub.url().port()));
        client->send("POST /api/v1/jobs/of-" + user + "/events HTTP/1.1\r\nHost: localhost\r\n"
                     + "Authorization: Bearer " + hub.token(user, "publish")
                     + "\r\nContent-Length: 14\r\n\r\n{\"type\":\"log\"}");
        return client;
    };
    std::vector<std::unique_ptr<RawClient>> greedy;
    std::unique_ptr<RawClient> modest;
    {
        const test::Intruder intruder(hub.dataDir() + QStringLiteral("/heliograph.db"),
                                      "BEGIN EXCLUSIVE");
        for (int i = 0; i < 40; ++i)
            greedy.push_back(post("alice"));
        QTRY_VERIFY(std::any_of(greedy.begin(), greedy.end(), [](const auto &client) {
            return client->received().contains("store_busy");
        }));
        modest = post("bob");
    }
    const auto answer = modest->readAnswer();
    QVERIFY(answer);
    QVERIFY2(answer->code() != "store_busy", answer->body);
    const QByteArray metrics = httpCall(hub.url(), "GET", "/metrics", {},
                                        {{"Authorization", "Bearer " + hub.token("root", "admin")}})
                                   .body;
    QVERIFY2(metrics.contains("hub_limit_reached_total{limit=\"store_queue\"}"), metrics);
}

QTEST_GUILESS_MAIN(TestStoreFairness)
#include "tst_storefairness.moc"
