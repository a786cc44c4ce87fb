// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/keyedhub.h"
#include "tests/support/rawclient.h"

#include <QTest>

using test::HttpAnswer;
using test::httpCall;
using test::RawClient;

namespace {

/// A batch with one event for each of `jobs` jobs.
QByteArray batchOf(int jobs)
{
    QByteArray batch;
    for (int i = 0; i < jobs; ++i)
        batch += R"({"job_id":"job-)" + QByteArray::number(i)
                 + R"(","type":"processing"})"
                   "\n";
    return batch;
}

} // namespace

/// Publishes do not wait behind searches, however many and slow these are.
class TestReadWriteSeparation : public QObject
{
    Q_OBJECT

private slots:
    void publishesPassSearches();
};

void TestReadWriteSeparation::publishesPassSearches()
{
    test::KeyedHub hub;
    const QByteArray alice = "Bearer " + hub.token("alice", "read publish");
    const QByteArray bob = "Bearer " + hub.token("bob", "read publish");
    QCOMPARE(httpCall(hub.url(), "POST", "/api/v1/events:batch", batchOf(5'000),
                      {{"Authorization", alice}})
                 .status,
             207);
    constexpr int clients = 16;
    constexpr int searches = 20; // per client, one after the other
    const QByteArray search =
        "GET /api/v1/jobs?q=no-such-text HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + alice
        + "\r\n\r\n";
    std::vector<std::unique_ptr<RawClient>> searching;
    for (int i = 0; i < clients; ++i) {
        searching.push_back(std::make_unique<RawClient>(quint16(hub.url().port())));
        searching.back()->send(search.repeated(searches));
    }
    for (const auto &client : searching)
        QVERIFY(client->waitFor("HTTP/1.1 200")); // every client is searching
    const HttpAnswer published = httpCall(hub.url(), "POST", "/api/v1/jobs/bobs/events",
                                          R"({"type":"processing"})", {{"Authorization", bob}});
    QCOMPARE(published.status, 202);
    const HttpAnswer read =
        httpCall(hub.url(), "GET", "/api/v1/jobs/bobs", {}, {{"Authorization", bob}});
    QCOMPARE(read.status, 200); // another reader does not wait for all of them either
    qsizetype answered = 0;
    for (const auto &client : searching)
        answered += client->received().count("HTTP/1.1 200");
    QVERIFY2(answered < clients * searches, "all searches were done before it");
    for (const auto &client : searching) {
        for (int i = 0; i < searches; ++i) {
            const auto answer = client->readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->status, 200);
        }
    }
}

QTEST_GUILESS_MAIN(TestReadWriteSeparation)
#include "tst_readwriteseparation.moc"
