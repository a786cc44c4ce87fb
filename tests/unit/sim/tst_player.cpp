// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/hublink.h"
#include "app/sim/player.h"
#include "app/sim/producer.h"
#include "tests/support/scriptedserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

/// Tests how a simulated producer reacts to the hub's answers.
class TestPlayer : public QObject
{
    Q_OBJECT

private slots:
    void repeatsWhatMayStillSucceed_data();
    void repeatsWhatMayStillSucceed();
    void playsInOrder();
};

void TestPlayer::repeatsWhatMayStillSucceed_data()
{
    QTest::addColumn<bool>("webhook");
    QTest::addColumn<QList<int>>("answers");
    QTest::addColumn<int>("calls");
    QTest::newRow("webhook taken") << true << QList<int>{200} << 1;
    QTest::newRow("webhook: 202 is no 200") << true << QList<int>{202, 200} << 2;
    QTest::newRow("webhook given up") << true << QList<int>{500, 500, 500, 200} << 3;
    QTest::newRow("publish taken") << false << QList<int>{202} << 1;
    QTest::newRow("publish refused") << false << QList<int>{409, 202} << 1;
    QTest::newRow("publish deferred") << false << QList<int>{503, 503, 503, 503, 202} << 5;
}

void TestPlayer::repeatsWhatMayStillSucceed()
{
    QFETCH(bool, webhook);
    QFETCH(QList<int>, answers);
    QFETCH(int, calls);
    ScriptedServer server;
    server.respond([&](int number, const ScriptedRequest &) {
        server.answer(number, answers.value(number, 200), "application/json", "{}");
    });
    sim::HubLink link(server.url());
    const sim::Step step = webhook ? sim::webhook(QStringLiteral("runpod-completion"), 0ms, {})
                                   : sim::publish(QStringLiteral("a"), 0ms, {});
    sim::Player player({QStringLiteral("a"), {step}}, &link, 1000);
    QSignalSpy finished(&player, &sim::Player::finished);
    player.start();
    QVERIFY(finished.wait());
    QCOMPARE(server.count(), calls);
}

void TestPlayer::playsInOrder()
{
    ScriptedServer server;
    server.respond([&](int number, const ScriptedRequest &) {
        server.answer(number, 200, "application/json", "{}");
    });
    sim::HubLink link(server.url());
    sim::Player player({QStringLiteral("a"),
                        {sim::create({{QStringLiteral("job_id"), QStringLiteral("a")}}),
                         sim::publish(QStringLiteral("a"), 5ms, {}),
                         sim::webhook(QStringLiteral("execution"), 1ms, {})}},
                       &link, 1);
    QSignalSpy finished(&player, &sim::Player::finished);
    player.start();
    QVERIFY(finished.wait());
    QCOMPARE(server.count(), 3);
    QCOMPARE(server.request(0).target, QByteArray("/api/v1/jobs"));
    QCOMPARE(server.request(0).body, QByteArray(R"({"job_id":"a"})"));
    QCOMPARE(server.request(1).target, QByteArray("/api/v1/jobs/a/events"));
    QCOMPARE(server.request(2).target, QByteArray("/api/v1/webhooks/execution"));
}

QTEST_GUILESS_MAIN(TestPlayer)
#include "tst_player.moc"
