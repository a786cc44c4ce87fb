// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/hublink.h"
#include "app/sim/player.h"
#include "app/sim/producer.h"
#include "app/sim/simoptions.h"
#include "app/sim/simulation.h"
#include "tests/support/manualclock.h"
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
    void aForgedCallIsNotRepeated();
    void signsAsTheSenderDoes_data();
    void signsAsTheSenderDoes();
    void readsItsOptions_data();
    void readsItsOptions();
    void startsJobsAtTheRateOfTheClock();
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

void TestPlayer::aForgedCallIsNotRepeated()
{
    ScriptedServer server;
    server.respond([&](int number, const ScriptedRequest &) {
        server.answer(number, 401, "application/json", "{}");
    });
    sim::HubLink link(server.url());
    sim::Step step = sim::webhook(QStringLiteral("execution"), 0ms, {});
    step.kind = sim::Step::Kind::Forged;
    sim::Player player({QStringLiteral("a"), {step}}, &link, 1000);
    QSignalSpy finished(&player, &sim::Player::finished);
    player.start();
    QVERIFY(finished.wait());
    QCOMPARE(server.count(), 1);
}

void TestPlayer::signsAsTheSenderDoes_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("forged");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QString>("query");
    // printf 'runpod\nrunpod-completion\na' | openssl dgst -sha256 -hmac quiet
    const QString mac =
        QStringLiteral("2a92fb2fdc5d6da079bf0d138f1ae173bf4f7a0d527d1046cca0a08ec5a5117d");
    QTest::newRow("bearer") << QStringLiteral("execution") << false << QByteArray("Bearer quiet")
                            << QString();
    QTest::newRow("forged") << QStringLiteral("execution") << true
                            << QByteArray("Bearer quiet-forged") << QString();
    QTest::newRow("runpod") << QStringLiteral("runpod-completion") << false << QByteArray()
                            << QStringLiteral("attempt=a&mac=") + mac;
    QTest::newRow("no secret") << QStringLiteral("generic") << false << QByteArray() << QString();
}

void TestPlayer::signsAsTheSenderDoes()
{
    QFETCH(QString, source);
    QFETCH(bool, forged);
    QFETCH(QByteArray, authorization);
    QFETCH(QString, query);
    const sim::Signer signer(
        {{QStringLiteral("execution"), "quiet"}, {QStringLiteral("runpod-completion"), "quiet"}});
    sim::Step step = sim::webhook(source, 0ms, {});
    if (forged)
        step.kind = sim::Step::Kind::Forged;
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1/")));
    signer.sign(request, step, QStringLiteral("a"));
    QCOMPARE(request.rawHeader("Authorization"), authorization);
    QCOMPARE(request.url().query(), query);
}

void TestPlayer::readsItsOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("error"); // empty = none
    QTest::newRow("none") << QStringList() << QString();
    QTest::newRow("shares") << QStringList{QStringLiteral("--late=100"),
                                           QStringLiteral("--wrong-signatures=0")}
                            << QString();
    QTest::newRow("share") << QStringList{QStringLiteral("--failures=101")}
                           << QStringLiteral("--failures: must be a number from 0 to 100");
    QTest::newRow("hub") << QStringList{QStringLiteral("--hub=a")}
                         << QStringLiteral("--hub: must be a URL");
    QTest::newRow("secret") << QStringList{QStringLiteral("--secret-file=execution=/no/file")}
                            << QStringLiteral("--secret-file: cannot read /no/file");
    QTest::newRow("source") << QStringList{QStringLiteral("--secret-file=file")}
                            << QStringLiteral("--secret-file: must be a source, = and a file");
}

void TestPlayer::readsItsOptions()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, error);
    const auto options = sim::readOptions(QStringList{QStringLiteral("heliosim")} + arguments);
    QCOMPARE(options ? QString() : options.error().message, error);
}

void TestPlayer::startsJobsAtTheRateOfTheClock()
{
    ScriptedServer server;
    server.respond([&](int number, const ScriptedRequest &) {
        server.answer(number, 200, "application/json", "{}");
    });
    test::ManualClock clock;
    sim::Simulation::Options options;
    options.hub = server.url();
    options.rate = 60;
    sim::Simulation simulation(options, clock);
    QSignalSpy finished(&simulation, &sim::Simulation::finished);
    simulation.start();
    for (qint64 jobs = 1; jobs <= 3; ++jobs) {
        QTRY_COMPARE(simulation.counts().jobs, jobs);
        clock.advance(1s);
    }
    QTRY_COMPARE(simulation.counts().jobs, 4);
    simulation.stop();
    while (finished.isEmpty()) { // the jobs wait for the clock
        clock.advance(1s);
        QCoreApplication::processEvents(QEventLoop::AllEvents);
    }
    QCOMPARE(simulation.counts().jobs, 4);
    QCOMPARE(simulation.counts().ended, 4);
    QCOMPARE(simulation.counts().answers.value(200), simulation.counts().calls);
}

QTEST_GUILESS_MAIN(TestPlayer)
#include "tst_player.moc"
