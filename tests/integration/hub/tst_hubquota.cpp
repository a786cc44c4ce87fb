// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/hub.h"
#include "tests/support/httpcall.h"
#include "tests/support/keyedhub.h"
#include "tests/support/streamreader.h"

#include <QJsonArray>
#include <QTest>

using test::httpCall;
using test::StreamReader;

/// Limits per user as clients see them. A refusal is never an HTTP error that stops an EventSource
/// for good, except where the client should stop.
class TestHubQuota : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_hub.reset(); }
    void theOldestStreamGoes();
    void anAdminHasMore();
    void anEvictedClientIsSentAway();
    void startsAreRefusedByAStream();
    void nobodyIsLimitedWithoutKeys();
    void proxiesNameTheirClients();

private:
    /// Opens a stream as `user`.
    std::unique_ptr<StreamReader> open(const QByteArray &user, const QByteArray &query = {},
                                       const test::HttpHeaders &more = {})
    {
        const test::HttpHeaders headers = tokenOf(*m_hub, user) + more;
        return std::make_unique<StreamReader>(m_hub->url(), "/api/v1/events" + query, headers);
    }
    /// A token header. `root` gets an admin token, every other user a read token.
    static test::HttpHeaders tokenOf(const test::KeyedHub &hub, const QByteArray &user)
    {
        return {{"Authorization", "Bearer " + hub.token(user, user == "root" ? "admin" : "read")}};
    }
    bool begins(StreamReader &stream) { return !stream.next("hub.hello").isEmpty(); }
    QByteArray metrics()
    {
        return httpCall(m_hub->url(), "GET", "/metrics", {}, tokenOf(*m_hub, "root")).body;
    }

    app::Config m_config;
    std::unique_ptr<test::KeyedHub> m_hub;
};

void TestHubQuota::init()
{
    m_config.quota = {2, 3, 6, 64};
    m_config.trustedProxies = QStringList{QStringLiteral("127.0.0.1")};
    m_hub = std::make_unique<test::KeyedHub>(m_config);
}

void TestHubQuota::theOldestStreamGoes()
{
    std::vector<std::unique_ptr<StreamReader>> anns;
    for (int i = 0; i < 3; ++i) {
        anns.push_back(open("ann", "?client=" + QByteArray::number(i)));
        QVERIFY(begins(*anns.back()));
    }
    const auto bob = open("bob");
    QVERIFY(begins(*bob));
    const QJsonObject closing = anns[0]->next("hub.closing");
    QCOMPARE(closing.value(QLatin1String("reason")).toString(), QStringLiteral("evicted"));
    QCOMPARE(closing.value(QLatin1String("reconnect")).toBool(true), false);
    QCOMPARE(closing.value(QLatin1String("retry_ms")).toInt(), 300'000);
    QVERIFY(anns[0]->body().contains("retry: 300000\n"));
    QVERIFY(anns[0]->waitForClose());
    QVERIFY(metrics().contains("sse_connections_closed_total{reason=\"evicted\"} 1\n"));
    QCOMPARE(anns[1]->socket().state(), QAbstractSocket::ConnectedState);
    QCOMPARE(bob->socket().state(), QAbstractSocket::ConnectedState);
}

void TestHubQuota::anAdminHasMore()
{
    std::vector<std::unique_ptr<StreamReader>> roots;
    for (int i = 0; i < 4; ++i) {
        roots.push_back(open("root"));
        QVERIFY(begins(*roots.back()));
        if (i == 2)
            QCOMPARE(roots[0]->socket().state(), QAbstractSocket::ConnectedState);
    }
    QVERIFY(!roots[0]->next("hub.closing").isEmpty());
}

void TestHubQuota::anEvictedClientIsSentAway()
{
    const auto first = open("ann", "?client=first");
    QVERIFY(begins(*first));
    const QByteArray lastId = first->lastEventId();
    const auto second = open("ann", "?client=second");
    const auto third = open("ann", "?client=third");
    QVERIFY(begins(*second) && begins(*third) && first->waitForClose());
    const test::HttpHeaders resumes{{"Last-Event-ID", lastId.isEmpty() ? "x.1-1" : lastId}};
    const auto again = open("ann", "?client=first", resumes);
    QVERIFY(again->waitForHead());
    QCOMPARE(again->status(), 204);
    QVERIFY(metrics().contains("hub_rate_limited_total{bucket=\"streams_per_user\"} 1\n"));
    // This is another user's client of the same name.
    const auto other = open("bob", "?client=first", resumes);
    QVERIFY(begins(*other));
    QCOMPARE(second->socket().state(), QAbstractSocket::ConnectedState);
    QCOMPARE(third->socket().state(), QAbstractSocket::ConnectedState);
}

void TestHubQuota::startsAreRefusedByAStream()
{
    for (int i = 0; i < 6; ++i) {
        const auto stream = open("ann");
        QVERIFY(begins(*stream));
        stream->socket().abort();
    }
    int least = 2000;
    for (int i = 0; i < 3; ++i, least *= 2) {
        const auto refused = open("ann");
        const QJsonObject data = refused->next("hub.refused");
        QCOMPARE(refused->status(), 200);
        QCOMPARE(data.value(QLatin1String("bucket")).toString(),
                 QStringLiteral("stream_starts_per_minute"));
        const int retry = data.value(QLatin1String("retry_ms")).toInt();
        QVERIFY2(retry >= least, qPrintable(QString::number(retry)));
        QVERIFY(refused->body().contains("retry: " + QByteArray::number(retry) + '\n'));
        QVERIFY(refused->waitForClose());
        QCOMPARE(refused->events().size(), 1);
    }
    QVERIFY(metrics().contains("hub_rate_limited_total{bucket=\"stream_starts_per_minute\"} 3\n"));
    const auto bob = open("bob");
    QVERIFY(begins(*bob));
}

void TestHubQuota::nobodyIsLimitedWithoutKeys()
{
    test::HubRunner keyless(m_config);
    std::vector<std::unique_ptr<StreamReader>> streams;
    for (int i = 0; i < 30; ++i)
        streams.push_back(std::make_unique<StreamReader>(keyless.url(), "/api/v1/events"));
    for (const auto &stream : streams)
        QVERIFY(begins(*stream));
    QCOMPARE(keyless.service().hub()->streams().count(), std::size_t(30));
}

/// Clients behind a proxy are told apart and listed by their forwarded address.
void TestHubQuota::proxiesNameTheirClients()
{
    const auto stream = open("ann", {}, {{"X-Forwarded-For", "203.0.113.9, 198.51.100.7"}});
    QVERIFY(begins(*stream));
    const auto connections = [](const test::KeyedHub &hub) {
        return httpCall(hub.url(), "GET", "/api/v1/admin/connections", {}, tokenOf(hub, "root"))
            .json()
            .value(QLatin1String("connections"))
            .toArray();
    };
    const QJsonObject listed = connections(*m_hub).first().toObject();
    QCOMPARE(listed.value(QLatin1String("remote")).toString(), QStringLiteral("198.51.100.7"));
    QCOMPARE(listed.value(QLatin1String("user")).toString(), QStringLiteral("ann"));
    m_config.trustedProxies.clear();
    const test::KeyedHub trustsNone(m_config);
    const StreamReader direct(trustsNone.url(), "/api/v1/events",
                              tokenOf(trustsNone, "ann")
                                  + test::HttpHeaders{{"X-Forwarded-For", "198.51.100.7"}});
    QTRY_COMPARE(connections(trustsNone).size(), 1);
    QVERIFY(connections(trustsNone)
                .first()
                .toObject()
                .value(QLatin1String("remote"))
                .toString()
                .startsWith(QLatin1String("127.0.0.1:")));
}

QTEST_GUILESS_MAIN(TestHubQuota)
#include "tst_hubquota.moc"
