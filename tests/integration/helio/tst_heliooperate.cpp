// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/operateoptions.h"
#include "app/helio/toptext.h"
#include "tests/integration/helio/heliorun.h"
#include "tests/support/httpcall.h"
#include "tests/support/hubrunner.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/streamreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTemporaryFile>

using namespace helio;
using namespace test;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

qint64 deliver(const QUrl &hub, const QByteArray &source, const QByteArray &body)
{
    return httpCall(hub, "POST", "/api/v1/webhooks/" + source, body)
        .json()
        .value(QLatin1String("delivery_id"))
        .toInteger();
}

qsizetype deliveries(const QUrl &hub)
{
    return httpCall(hub, "GET", "/api/v1/deliveries")
        .json()
        .value(QLatin1String("deliveries"))
        .toArray()
        .size();
}

} // namespace

/// `helio top`, `replay` and `check`.
class TestHelioOperate : public QObject
{
    Q_OBJECT

private slots:
    void refusesOptions_data();
    void refusesOptions();
    void drawsTheTop();
    void keepsForeignTextHarmless();
    void looksOnceWithoutATerminal();
    void saysWhereOperatorsAreNotServed();
    void listsConnectionsAsJson();
#ifndef HELIOGRAPH_PORTABLE // whose `helio top` prints lines and never takes the terminal
    void givesTheTerminalBack();
#endif
    void replaysByNumber();
    void replaysByFilter();
    void knowsAllBeforeItReplays();
    void printsACallback();
    void checksAConfiguration_data();
    void checksAConfiguration();
};

void TestHelioOperate::refusesOptions_data()
{
    QTest::addColumn<bool>("refused");
    for (const char *line :
         {"replay", "replay 0", "replay x", "replay 7 --source ci", "replay --since soon",
          "replay --source a/b", "replay --since 1h --limit 0", "check", "check a b", "top x",
          "doctor ftp://x", "doctor --source a/b", "doctor --secret-file /no/such", "doctor a b"})
        QTest::newRow(line) << true;
    for (const char *line : {"replay 7 8", "replay --source ci --since 1h --dry-run", "top --once",
                             "doctor http://x --source ci", "check a"})
        QTest::newRow(line) << false;
}

void TestHelioOperate::refusesOptions()
{
    QFETCH(bool, refused);
    QStringList line = words(QTest::currentDataTag());
    const QString command = line.takeFirst();
    const bool taken = command == QLatin1String("replay")  ? parseReplay(line).ok()
                       : command == QLatin1String("check") ? parseCheck(line).ok()
                       : command == QLatin1String("top")   ? parseTop(line).ok()
                                                           : parseDoctor(line).ok();
    QCOMPARE(taken, !refused);
}

void TestHelioOperate::drawsTheTop()
{
    TopView view;
    view.hub = QStringLiteral("http://hub");
    view.nowMs = 1'000'000;
    view.stats.connections = 2;
    view.stats.eventsPerSecond = 7;
    for (int i = 1; i <= 30; ++i) {
        ui::ConnectionInfo connection;
        connection.id = i;
        connection.topic = "job/j" + QByteArray::number(i);
        connection.openedMs = view.nowMs - 90'000;
        connection.lagEvents = i == 17 ? 5 : 0;
        connection.bytesSent = 2048 * (31 - i);
        view.connections << connection;
    }
    const QStringList all = topLines(view, 0, 0);
    QCOMPARE(all.size(), 3 + 1 + 30);
    QVERIFY(all.at(0).contains(QLatin1String("http://hub")));
    QVERIFY(all.at(1).contains(QLatin1String("7 events/s in")));
    // The stream that lags furthest comes first.
    QVERIFY(all.at(4).contains(QLatin1String("job/j17")));
    QVERIFY(all.at(5).contains(QLatin1String("job/j1 "))); // then by events sent
    QVERIFY(all.at(5).contains(QLatin1String("90 s"))
            && all.at(5).contains(QLatin1String("60.0 KiB")));
    for (const int rows : {1, 3, 4, 10}) {
        const QStringList cut = topLines(view, 40, rows);
        QCOMPARE(cut.size(), rows);
        for (const QString &line : cut)
            QVERIFY(line.size() <= 40);
    }
}

void TestHelioOperate::keepsForeignTextHarmless()
{
    TopView view;
    ui::ConnectionInfo connection;
    connection.userAgent = QStringLiteral("\x1b[2Jboo");
    connection.topic = QByteArray("job/") + QByteArray(200, 'x');
    view.connections << connection;
    for (const QString &line : topLines(view, 0, 0)) {
        QVERIFY(!line.contains(QLatin1Char('\x1b')));
        QVERIFY(line.size() < 200);
    }
}

void TestHelioOperate::looksOnceWithoutATerminal()
{
    HubRunner hub;
    StreamReader stream(hub.url(), "/api/v1/events/job-9");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    Helio top(hub.url(), words("top"));
    QCOMPARE(top.exitCode(), 0);
    QVERIFY2(top.lines().join('\n').contains("job/job-9"), top.lines().join('\n').constData());
    hub.stop();
    Helio lost(hub.url(), words("top"));
    QCOMPARE(lost.exitCode(), 1);
    QVERIFY(!lost.complaints().isEmpty());
}

/// A proxy that does not forward the operators' routes answers for them itself.
void TestHelioOperate::saysWhereOperatorsAreNotServed()
{
    ScriptedServer proxy;
    proxy.respond([&](int number, const ScriptedRequest &) {
        proxy.send(number, "HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\n\r\nno\n");
    });
    Helio top(proxy.url(), words("top --once"));
    QCOMPARE(top.exitCode(), 1);
    QVERIFY2(top.complaints().contains("does not serve the admin routes"),
             top.complaints().constData());
}

void TestHelioOperate::listsConnectionsAsJson()
{
    HubRunner hub;
    StreamReader stream(hub.url(), "/api/v1/events/job-9");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    Helio top(hub.url(), words("top --json"));
    QCOMPARE(top.exitCode(), 0);
    QCOMPARE(top.lines().size(), 1);
    QCOMPARE(QJsonDocument::fromJson(top.lines().at(0))[QLatin1String("topic")].toString(),
             QStringLiteral("job/job-9"));
}

#ifndef HELIOGRAPH_PORTABLE
/// In a terminal made by script(1): the alternate screen appears, q ends it, and the terminal is
/// restored.
void TestHelioOperate::givesTheTerminalBack()
{
    const QString script = QStandardPaths::findExecutable(QStringLiteral("script"));
    if (script.isEmpty())
        QSKIP("no script(1) here to make a terminal");
    HubRunner hub;
    QProcess process;
    const QString program = qEnvironmentVariable("HELIOGRAPH_BIN") + QStringLiteral("/helio");
    process.start(script,
                  {QStringLiteral("-qec"),
                   QStringLiteral("'%1' top --hub %2; stty -a").arg(program, hub.url().toString()),
                   QStringLiteral("/dev/null")});
    QByteArray shown;
    QTRY_VERIFY_WITH_TIMEOUT((shown += process.readAll()).contains("events/s in"), 20'000);
    QVERIFY(shown.contains("\x1b[?1049h"));
    process.write("q");
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
    shown += process.readAll();
    QVERIFY(shown.indexOf("\x1b[?1049l") > shown.indexOf("events/s in"));
    QVERIFY2(shown.contains(" icanon") && shown.contains(" echo "), shown.constData());
}
#endif

void TestHelioOperate::replaysByNumber()
{
    HubRunner hub;
    const qint64 first = deliver(hub.url(), "generic", R"({"job_id":"a","status":"processing"})");
    const qint64 second = deliver(hub.url(), "generic", R"({"job_id":"b","status":"processing"})");
    Helio replay(hub.url(), {QStringLiteral("replay"), QString::number(second),
                             QString::number(first), QStringLiteral("--json")});
    QCOMPARE(replay.exitCode(), 0);
    QCOMPARE(replay.lines().size(), 2);
    const QJsonObject line = QJsonDocument::fromJson(replay.lines().at(0)).object();
    // The lines are in the order of the arguments.
    QCOMPARE(line[QLatin1String("delivery")][QLatin1String("id")].toInteger(), second);
    QVERIFY(line[QLatin1String("outcome")][QLatin1String("delivery_id")].toInteger() > second);
    QCOMPARE(deliveries(hub.url()), 4);
}

void TestHelioOperate::replaysByFilter()
{
    HubRunner hub;
    deliver(hub.url(), "generic", R"({"job_id":"a","status":"processing"})");
    deliver(hub.url(), "generic", R"({"job_id":"b","status":"processing"})");
    deliver(hub.url(), "image-gen", R"({"request_id":"i","status":"OK"})");
    Helio dry(hub.url(), words("replay --source generic --since 1h --dry-run"));
    QCOMPARE(dry.exitCode(), 0);
    QCOMPARE(dry.lines().size(), 2);
    QCOMPARE(deliveries(hub.url()), 3);
    Helio real(hub.url(), words("replay --source generic --since 1h"));
    QCOMPARE(real.exitCode(), 0);
    QCOMPARE(real.lines().size(), 2);
    QVERIFY(real.lines().at(0).contains("  a  ")); // oldest first
    QCOMPARE(deliveries(hub.url()), 5);
    Helio again(hub.url(), words("replay --source generic --since 1h"));
    QCOMPARE(again.exitCode(), 0);
    QCOMPARE(again.lines().size(), 2); // earlier replays are not replayed again
}

void TestHelioOperate::knowsAllBeforeItReplays()
{
    HubRunner hub;
    const qint64 id = deliver(hub.url(), "generic", R"({"job_id":"a","status":"processing"})");
    Helio replay(hub.url(), {QStringLiteral("replay"), QString::number(id), QStringLiteral("777")});
    QCOMPARE(replay.exitCode(), 1);
    QVERIFY(replay.complaints().contains("777"));
    QCOMPARE(deliveries(hub.url()), 1);
}

void TestHelioOperate::printsACallback()
{
    QTemporaryFile secret;
    QVERIFY(secret.open() && secret.write("a secret of ours") > 0 && secret.flush());
    app::Config config;
    config.publicUrl = QStringLiteral("https://hub.example.org/hub");
    config.sources.push_back(
        {QStringLiteral("pods"), QStringLiteral("runpod"), {}, {}, {secret.fileName()}});
    HubRunner hub(config);
    httpCall(hub.url(), "POST", "/api/v1/jobs", R"({"job_id":"j","restore_id":"one"})");
    Helio plain(hub.url(), words("callback j --source pods"));
    QCOMPARE(plain.exitCode(), 0);
    QCOMPARE(plain.lines().size(), 1);
    const QByteArray url = plain.lines().at(0);
    QVERIFY2(url.startsWith("https://hub.example.org/hub/api/v1/webhooks/pods?attempt=j/one&mac="),
             url);
    Helio json(hub.url(), words("callback j --source pods --restore-id two --json"));
    QCOMPARE(json.exitCode(), 0);
    QVERIFY2(json.lines().value(0).contains("attempt=j/two&mac="), json.lines().value(0));
    Helio none(hub.url(), words("callback j"));
    QCOMPARE(none.exitCode(), 1);
    QVERIFY(none.complaints().contains("no secrets_file"));
}

void TestHelioOperate::checksAConfiguration_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QByteArray>("complaint"); // empty = valid
    QTest::newRow("good") << QByteArray("[hub]\nadmin_listen = \"127.0.0.1:4355\"\n")
                          << QByteArray();
    QTest::newRow("key") << QByteArray("[hub]\nlisen = 1\n") << QByteArray(":2:1: hub.lisen");
    QTest::newRow("public address")
        << QByteArray("[hub]\npublic_url = \"https://h/hub\"\n") << QByteArray();
    QTest::newRow("no public address")
        << QByteArray("[hub]\npublic_url = \"h\"\n") << QByteArray(":2:14: hub.public_url: ");
    QTest::newRow("address") << QByteArray("[hub]\nadmin_listen = \"0.0.0.0:1\"\n")
                             << QByteArray("0.0.0.0:1");
}

void TestHelioOperate::checksAConfiguration()
{
    QFETCH(QByteArray, toml);
    QFETCH(QByteArray, complaint);
    QTemporaryFile file;
    QVERIFY(file.open() && file.write(toml) == toml.size() && file.flush());
    Helio check(QUrl(QStringLiteral("http://127.0.0.1:1")),
                {QStringLiteral("check"), file.fileName()});
    QCOMPARE(check.exitCode(), complaint.isEmpty() ? 0 : 1);
    QVERIFY2(check.complaints().contains(complaint), check.complaints().constData());
    QCOMPARE(check.lines().isEmpty(), !complaint.isEmpty());
}

QTEST_GUILESS_MAIN(TestHelioOperate)
#include "tst_heliooperate.moc"
