// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/hubprocess.h"
#include "tests/support/keyedhub.h"
#include "tests/support/processfigures.h"
#include "tests/support/rawclient.h"

#include "hub/core/hub.h"

#include <QTcpServer>

#include <algorithm>

using namespace test;

namespace {

constexpr int connections = 64; ///< The limit per address.
constexpr qsizetype batchBytes = 16 * 1024 * 1024;
constexpr qsizetype chunk = 256 * 1024;
const QByteArray secret(32, 'k'); ///< The token secret of the hub that runs as a process.

QByteArray head(const QByteArray &path, qsizetype length, const QByteArray &more = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
           + QByteArray::number(length) + "\r\n" + more + "\r\n";
}

QByteArray bearer(const QByteArray &token)
{
    return "Authorization: Bearer " + token + "\r\n";
}

quint16 portOf(const QUrl &url)
{
    return static_cast<quint16>(url.port());
}

/// Starts `heliographd` with tokens required.
std::unique_ptr<HubProcess> startKeyed(const QTemporaryDir &dir)
{
    QFile file(dir.filePath(QStringLiteral("secret")));
    if (!file.open(QIODevice::WriteOnly) || file.write(secret) != secret.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    file.close();
    qputenv("HELIOGRAPH_AUTH_HS_SECRET_FILE", file.fileName().toUtf8());
    auto hub = std::make_unique<HubProcess>(dir.filePath(QStringLiteral("data")));
    qunsetenv("HELIOGRAPH_AUTH_HS_SECRET_FILE");
    return hub;
}

} // namespace

/// Request bodies that never end, from strangers and from users.
class TestUnfinishedBodies : public QObject
{
    Q_OBJECT

private slots:
    void ofStrangersAreNotRead();
    void ofStrangersWebhooksHaveASmallBudget();
    void ofOneUserLeaveRoomForOthers();
    void ofOneUserCostOneShare();
    void shortOnesOfStrangersKeepTheConnection();
    void aHeadWaitsForItsKeysUnread();
    void unfinishedHeadsHaveABudget();

private:
    static bool isReached(KeyedHub &hub, const QByteArray &limit);
};

/// Many connections that each send the same bytes and then wait.
class Crowd
{
public:
    Crowd(const QUrl &hub, int count, const QByteArray &bytes)
    {
        for (int i = 0; i < count; ++i) {
            m_clients.push_back(std::make_unique<RawClient>(portOf(hub)));
            m_clients.back()->send(bytes);
            // The answer comes after the hub has read the bytes above.
            QCOMPARE(httpCall(hub, "GET", "/healthz").status, 200);
        }
    }
    int refused() const
    {
        return static_cast<int>(
            std::count_if(m_clients.begin(), m_clients.end(), [](const auto &client) {
                return client->received().contains("\r\nRetry-After: 1\r\n")
                       && client->received().contains("\"busy\"");
            }));
    }
    void leave() { m_clients.clear(); }

private:
    std::vector<std::unique_ptr<RawClient>> m_clients;
};

bool TestUnfinishedBodies::isReached(KeyedHub &hub, const QByteArray &limit)
{
    return hub.service().hub()->metrics().toPrometheus().contains("hub_limit_reached_total{limit=\""
                                                                  + limit + "\"}");
}

/// The attack: 64 connections without a token, each with a batch of 16 MiB.
void TestUnfinishedBodies::ofStrangersAreNotRead()
{
    const QTemporaryDir dir;
    const auto hub = startKeyed(dir);
    const qint64 pid = hub->process().processId();
    const qint64 before = residentKiB(pid);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < connections; ++i) {
        clients.push_back(std::make_unique<RawClient>(portOf(hub->url())));
        clients.back()->send(head("/api/v1/events:batch", batchBytes));
    }
    for (const auto &client : clients) {
        client->send(QByteArray(chunk, 'b'));
        const auto answer = client->readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->code(), QByteArray("no_token"));
        QCOMPARE(answer->headers.value("connection"), QByteArray("close"));
    }
    const qint64 grown = residentKiB(pid) - before;
    QVERIFY2(grown < 8 * 1024, qPrintable(QStringLiteral("grew by %1 KiB").arg(grown)));
}

/// A webhook's signature covers the body, so the body of an unknown sender must be read.
void TestUnfinishedBodies::ofStrangersWebhooksHaveASmallBudget()
{
    app::Config config;
    config.http.unverifiedBudgetBytes = 2 * 1024 * 1024;
    config.http.webhookBodyBytes = 1024 * 1024;
    app::SourceConfig source;
    source.name = QStringLiteral("ci");
    source.scheme = QStringLiteral("github");
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("secret")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a secret of ours") > 0);
    file.close();
    source.secretsFile = QStringList{file.fileName()};
    config.sources.push_back(source);
    KeyedHub hub(config);
    const Crowd crowd(hub.url(), 8,
                      head("/api/v1/webhooks/ci", 1024 * 1024) + QByteArray(chunk, 'b'));
    QTRY_COMPARE(crowd.refused(), 4); // of 8 × 256 KiB, the share of 1 MiB fits
    QVERIFY(isReached(hub, "unverified_budget_bytes"));
    // Callers with a token use the other budget.
    RawClient user(portOf(hub.url()));
    user.send(head("/api/v1/jobs/j/events", 1000, bearer(hub.token("ann", "publish"))) + ' ');
    user.send(QByteArray(999, ' '));
    QCOMPARE(user.readAnswer().value_or(RawAnswer()).status, 400);
}

/// The attack: one user begins many large batches and finishes none.
void TestUnfinishedBodies::ofOneUserLeaveRoomForOthers()
{
    app::Config config;
    config.http.batchBodyBytes = config.http.webhookBodyBytes = 1024 * 1024;
    config.http.requestBudgetBytes = 4 * 1024 * 1024;
    KeyedHub hub(config);
    const QByteArray ann = bearer(hub.token("ann", "publish"));
    Crowd crowd(hub.url(), 8,
                head("/api/v1/events:batch", 1024 * 1024, ann) + QByteArray(chunk, 'b'));
    QTRY_COMPARE(crowd.refused(), 7); // the user's share is 1 MiB, and each body announces 1 MiB
    QVERIFY(isReached(hub, "request_budget_bytes"));
    RawClient other(portOf(hub.url()));
    other.send(head("/api/v1/events:batch", 600'000, bearer(hub.token("ben", "publish"))));
    for (int i = 0; i < 6; ++i)
        other.send(QByteArray(100'000, '\n'));
    QCOMPARE(other.readAnswer().value_or(RawAnswer()).code(), QByteArray("bad_batch"));
    crowd.leave(); // returns the reserved bytes
    QTRY_VERIFY([&] {
        RawClient again(portOf(hub.url()));
        again.send(head("/api/v1/events:batch", 600'000, ann));
        again.send(QByteArray(600'000, '\n'));
        return again.readAnswer().value_or(RawAnswer()).code() == "bad_batch";
    }());
}

/// The same attack on a hub in a process of its own, whose memory is measured.
void TestUnfinishedBodies::ofOneUserCostOneShare()
{
    const QTemporaryDir dir;
    const auto hub = startKeyed(dir);
    const qint64 pid = hub->process().processId();
    hub::TokenClaims claims;
    claims.subject = "ann";
    claims.scope = "publish";
    claims.expiresS = QDateTime::currentSecsSinceEpoch() + 600;
    const auto token = hub::TokenWriter::withSecret(secret)->write(claims);
    QVERIFY(token);
    const qint64 before = residentKiB(pid);
    const Crowd crowd(hub->url(), connections,
                      head("/api/v1/events:batch", batchBytes, bearer(*token))
                          + QByteArray(4 * chunk, 'b'));
    // The user's share is 16 MiB, and each body announces 16 MiB.
    QTRY_VERIFY(crowd.refused() >= connections - 16);
    const qint64 grown = residentKiB(pid) - before;
    QVERIFY2(grown < 32 * 1024, qPrintable(QStringLiteral("grew by %1 KiB").arg(grown)));
}

void TestUnfinishedBodies::shortOnesOfStrangersKeepTheConnection()
{
    KeyedHub hub;
    RawClient client(portOf(hub.url()));
    for (int i = 0; i < 3; ++i) {
        client.send(head("/api/v1/jobs", 10) + "01234");
        client.send("56789");
        const auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 401);
        QCOMPARE(answer->headers.value("connection"), QByteArray("keep-alive"));
    }
    client.send(head("/api/v1/jobs", 10, "Expect: 100-continue\r\n"));
    const auto answer = client.readAnswer(); // without a 100 (Continue) before it
    QVERIFY(answer);
    QCOMPARE(answer->status, 401);
    QVERIFY(client.waitForClose());
}

/// The hub does not read the body of a request while it fetches the key for its token.
void TestUnfinishedBodies::aHeadWaitsForItsKeysUnread()
{
    QTcpServer keyServer; // accepts connections and never answers
    QVERIFY(keyServer.listen(QHostAddress::LocalHost));
    app::Config config;
    config.jwksUrl = QStringLiteral("http://127.0.0.1:%1/keys").arg(keyServer.serverPort());
    HubRunner hub(config);
    const hub::PrivateKey key = *hub::PrivateKey::generateEd25519();
    RawClient client(portOf(hub.url()));
    client.send(head("/api/v1/events:batch", batchBytes, bearer(userToken(key, "ann", "publish"))));
    for (int i = 0; i < 16; ++i)
        client.send(QByteArray(chunk, 'b'));
    QTRY_VERIFY(keyServer.hasPendingConnections());
    QVERIFY(client.received().isEmpty());
    const auto hangUp = [&keyServer] {
        while (QTcpSocket *fetcher = keyServer.nextPendingConnection())
            fetcher->abort();
    };
    QObject::connect(&keyServer, &QTcpServer::newConnection, &keyServer, hangUp);
    hangUp(); // also on each further attempt
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->code(), QByteArray("keys_unavailable"));
}

/// The attack: request heads that never end.
void TestUnfinishedBodies::unfinishedHeadsHaveABudget()
{
    app::Config config;
    config.http.unverifiedBudgetBytes = 64 * 1024;
    config.http.webhookBodyBytes = 16 * 1024;
    KeyedHub hub(config);
    const Crowd crowd(hub.url(), 4,
                      "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + QByteArray(10'000, 'x'));
    QTRY_COMPARE(crowd.refused(), 3); // 16 KiB fit, so one head of 10 KB
}

QTEST_GUILESS_MAIN(TestUnfinishedBodies)
#include "tst_unfinishedbodies.moc"
