// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/helio/heliorun.h"
#include "tests/support/httpcall.h"
#include "tests/support/hubrunner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace test;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QByteArray publish(const QUrl &hub, const QByteArray &job, const QByteArray &body)
{
    return httpCall(hub, "POST", "/api/v1/jobs/" + job + "/events", body)
        .json()
        .value(QLatin1String("event_id"))
        .toString()
        .toUtf8();
}

QString field(const QByteArray &line, const char *name)
{
    return QJsonDocument::fromJson(line).object().value(QLatin1String(name)).toString();
}

/// The number of streams that are open on the hub.
qsizetype streams(const QUrl &hub)
{
    return httpCall(hub, "GET", "/api/v1/admin/connections")
        .json()
        .value(QLatin1String("connections"))
        .toArray()
        .size();
}

void pinPort(HubRunner &hub)
{
    hub.config().listen = QStringList{QStringLiteral("127.0.0.1:%1").arg(hub.url().port())};
}

} // namespace

class TestHelio : public QObject
{
    Q_OBJECT

private slots:
    void publishes();
    void repeatsWithAKey();
    void saysWhyItWasRefused();
    void tailsOneJobToItsEnd();
    void tailsFromTheBeginning();
    void tailsThroughARestart();
    void showsGaps();
    void filtersByType();
    void waits_data();
    void waits();
    void waitsForTheAttemptThatRuns();
    void waitsThroughARestart();
    void waitsNoLongerThanToldTo();
    void listsJobs();
    void saysWhenThereIsNoHub_data();
    void saysWhenThereIsNoHub();
    void explainsItself_data();
    void explainsItself();
    void endsWithItsReader();
    void isInterrupted();
};

void TestHelio::publishes()
{
    HubRunner hub;
    Helio created(hub.url(), words("publish j1 processing --message up --create image"));
    QCOMPARE(created.exitCode(), 0);
    QVERIFY(created.lines().value(0).startsWith("accepted  "));
    Helio data(hub.url(), words("publish j1 log --json --data {\"n\":12345678901234567890}"));
    QCOMPARE(data.exitCode(), 0);
    QVERIFY(!field(data.lines().value(0), "event_id").isEmpty());
    const QJsonObject job = httpCall(hub.url(), "GET", "/api/v1/jobs/j1").json();
    QCOMPARE(job.value(QLatin1String("kind")).toString(), QStringLiteral("image"));
    QCOMPARE(job.value(QLatin1String("message")).toString(), QStringLiteral("up"));
}

void TestHelio::repeatsWithAKey()
{
    HubRunner hub;
    Helio first(hub.url(), words("publish j1 log --message x --idempotency-key k1 --json"));
    QCOMPARE(first.exitCode(), 0);
    Helio second(hub.url(), words("publish j1 log --message x --idempotency-key k1"));
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(second.lines().value(0),
             "duplicate  " + field(first.lines().value(0), "event_id").toUtf8());
}

void TestHelio::saysWhyItWasRefused()
{
    HubRunner hub;
    publish(hub.url(), "j1", R"({"type":"completed"})");
    Helio late(hub.url(), words("publish j1 failed"));
    QCOMPARE(late.exitCode(), 1);
    QVERIFY(late.complaints().startsWith("helio: HTTP 409: "));
    QVERIFY(late.lines().isEmpty());
}

void TestHelio::tailsOneJobToItsEnd()
{
    HubRunner hub;
    Helio tail(hub.url(), words("tail j1"));
    QTRY_COMPARE(streams(hub.url()), 1); // the job need not exist yet
    publish(hub.url(), "j1", R"({"type":"progress","progress":50})");
    QTRY_COMPARE(tail.lines().size(), 1); // each line is flushed at once
    publish(hub.url(), "other", R"({"type":"progress","progress":50})");
    publish(hub.url(), "j1", R"({"type":"completed"})");
    QCOMPARE(tail.exitCode(), 0);
    QCOMPARE(tail.lines().size(), 2);
    QVERIFY(tail.lines().at(0).contains("50.0%"));
    QVERIFY(tail.lines().at(1).contains("completed"));
    QCOMPARE(tail.complaints(), QByteArray());
}

void TestHelio::tailsFromTheBeginning()
{
    HubRunner hub;
    QByteArrayList ids;
    for (const char *type : {"processing", "log", "failed"})
        ids << publish(hub.url(), "j1", R"({"type":")" + QByteArray(type) + R"("})");
    for (const char *since : {"all", "10m"}) {
        Helio tail(hub.url(), words("tail j1 --json --since") << QString::fromLatin1(since));
        QCOMPARE(tail.exitCode(), 0);
        QByteArrayList seen;
        for (const QByteArray &line : tail.lines())
            seen << field(line, "id").toUtf8();
        QCOMPARE(seen, ids);
    }
    for (const char *filter : {"-event:log -event:processing", "level>=warning"}) {
        Helio failure(hub.url(), words("tail j1 --json --since all --filter")
                                     << QString::fromLatin1(filter));
        QCOMPARE(failure.exitCode(), 0);
        QCOMPARE(failure.lines().size(), 1);
        QCOMPARE(field(failure.lines().first(), "type"), QStringLiteral("failed"));
    }
    Helio rest(hub.url(), words("tail j1 --json --since") << QString::fromUtf8(ids.at(1)));
    QCOMPARE(rest.exitCode(), 0);
    QCOMPARE(rest.lines().size(), 1);
    Helio nothing(hub.url(), words("tail j1 --json --since") << QString::fromUtf8(ids.at(2)));
    QCOMPARE(nothing.exitCode(), 0); // 204: the job has ended and there are no more events
    QVERIFY(nothing.lines().isEmpty());
}

void TestHelio::tailsThroughARestart()
{
    HubRunner hub;
    pinPort(hub);
    Helio tail(hub.url(), words("tail --json"));
    QTRY_COMPARE(streams(hub.url()), 1);
    QByteArrayList ids{publish(hub.url(), "j1", R"({"type":"log","message":"1"})")};
    QTRY_COMPARE(tail.lines().size(), 1);
    hub.restart();
    ids << publish(hub.url(), "j1", R"({"type":"log","message":"2"})");
    ids << publish(hub.url(), "j2", R"({"type":"log","message":"3"})");
    QTRY_COMPARE_WITH_TIMEOUT(tail.lines().size(), 3, 30'000);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(field(tail.lines().at(i), "id").toUtf8(), ids.at(i));
    QVERIFY(tail.complaints().contains("trying again"));
    QVERIFY(tail.complaints().contains("connected again"));
}

void TestHelio::showsGaps()
{
    HubRunner hub;
    publish(hub.url(), "j1", R"({"type":"log","message":"1"})");
    Helio json(hub.url(), words("tail --json --since other.1-0"));
    QTRY_VERIFY(!json.lines().isEmpty());
    QCOMPARE(field(json.lines().first(), "type"), QStringLiteral("hub.gap"));
    QCOMPARE(field(json.lines().first(), "requested"), QStringLiteral("other.1-0"));
    Helio plain(hub.url(), words("tail --since other.1-0"));
    QTRY_VERIFY(!plain.lines().isEmpty());
    QVERIFY(plain.lines().first().contains("GAP"));
}

void TestHelio::filtersByType()
{
    HubRunner hub;
    publish(hub.url(), "j1", R"({"type":"processing"})");
    publish(hub.url(), "j1", R"({"type":"log","message":"1"})");
    publish(hub.url(), "j1", R"({"type":"failed"})");
    Helio one(hub.url(), words("tail j1 --since all --types log,completed --json"));
    QCOMPARE(one.exitCode(), 0);
    QCOMPARE(one.lines().size(), 1);
    QCOMPARE(field(one.lines().first(), "type"), QStringLiteral("log"));
    Helio all(hub.url(), words("tail --since all --types failed --json"));
    QTRY_COMPARE(all.lines().size(), 1);
    QCOMPARE(field(all.lines().first(), "type"), QStringLiteral("failed"));
}

void TestHelio::waits_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("before"); // whether the job ends before helio starts
    QTest::addColumn<int>("exitCode");
    for (bool before : {false, true}) {
        const auto row = [before](const char *type, int exitCode) {
            QTest::addRow("%s %s", type, before ? "before" : "after")
                << QByteArray(type) << before << exitCode;
        };
        row("completed", 0);
        row("failed", 2);
        row("timed_out", 2);
        row("lost", 2);
        row("cancelled", 3);
    }
}

void TestHelio::waits()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, before);
    QFETCH(int, exitCode);
    HubRunner hub;
    const QByteArray body = R"({"type":")" + type + R"("})";
    if (before)
        publish(hub.url(), "j1", body);
    Helio wait(hub.url(), words("wait j1 --json"));
    if (!before) {
        QTRY_COMPARE(streams(hub.url()), 1);
        publish(hub.url(), "j1", body);
    }
    QCOMPARE(wait.exitCode(), exitCode);
    QCOMPARE(wait.lines().size(), 1);
    QCOMPARE(field(wait.lines().first(), "type").toUtf8(), type);
}

void TestHelio::waitsForTheAttemptThatRuns()
{
    HubRunner hub;
    publish(hub.url(), "j1", R"({"type":"failed"})");
    publish(hub.url(), "j1", R"({"type":"queued","attempt":2})");
    Helio wait(hub.url(), words("wait j1 --json"));
    QTRY_COMPARE(streams(hub.url()), 1);
    publish(hub.url(), "j1", R"({"type":"completed"})");
    QCOMPARE(wait.exitCode(), 0);
    QCOMPARE(field(wait.lines().first(), "type"), QStringLiteral("completed"));
}

void TestHelio::waitsThroughARestart()
{
    HubRunner hub;
    pinPort(hub);
    Helio wait(hub.url(), words("wait j1 --timeout 1h"));
    QTRY_COMPARE(streams(hub.url()), 1);
    hub.stop();
    QTRY_VERIFY(wait.complaints().contains("trying again"));
    hub.start();
    publish(hub.url(), "j1", R"({"type":"completed"})");
    QCOMPARE(wait.exitCode(), 0);
}

void TestHelio::waitsNoLongerThanToldTo()
{
    HubRunner hub;
    Helio wait(hub.url(), words("wait j1 --timeout 100ms"));
    QCOMPARE(wait.exitCode(), 124);
    QVERIFY(wait.complaints().contains("has not ended yet"));
}

void TestHelio::listsJobs()
{
    HubRunner hub;
    for (const char *job : {"a", "b", "c"})
        publish(hub.url(), job, R"({"type":"progress","progress":25})");
    publish(hub.url(), "b", R"({"type":"failed"})");
    Helio table(hub.url(), words("jobs"));
    QCOMPARE(table.exitCode(), 0);
    QCOMPARE(table.lines().size(), 4);
    QVERIFY(table.lines().at(0).startsWith("JOB"));
    QVERIFY(table.lines().at(1).startsWith("b")
            && table.lines().at(1).contains("failed")); // the job changed last comes first
    QVERIFY(!table.lines().join().contains('\x1b'));
    Helio failed(hub.url(), words("jobs --status failed --json"));
    QCOMPARE(failed.exitCode(), 0);
    QCOMPARE(failed.lines().size(), 1);
    QCOMPARE(field(failed.lines().first(), "job_id"), QStringLiteral("b"));
    Helio filtered(hub.url(), words("jobs --json --filter")
                                  << QStringLiteral("is:active id:[a-c] OR state:fail"));
    QCOMPARE(filtered.exitCode(), 0);
    QCOMPARE(filtered.lines().size(), 1);
    Helio wrong(hub.url(), words("jobs --filter") << QStringLiteral("a state:x"));
    QCOMPARE(wrong.exitCode(), 1);
    QVERIFY(wrong.complaints().contains("--filter: character 9: x is no value of state"));
    Helio two(hub.url(), words("jobs --limit 2 --json"));
    QCOMPARE(two.exitCode(), 0);
    QCOMPARE(two.lines().size(), 2);
}

void TestHelio::saysWhenThereIsNoHub_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"tail", "tail j1", "tail --since all", "publish j1 log", "wait j1", "jobs"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestHelio::saysWhenThereIsNoHub()
{
    QFETCH(QString, line);
    QTcpServer port;
    QVERIFY(port.listen(QHostAddress::LocalHost));
    const QUrl nobody(QStringLiteral("http://127.0.0.1:%1").arg(port.serverPort()));
    port.close();
    Helio helio(nobody, line.split(QLatin1Char(' ')));
    QCOMPARE(helio.exitCode(), 1);
    QVERIFY2(helio.complaints().contains("connection refused"), helio.complaints());
    QVERIFY(helio.lines().isEmpty());
}

void TestHelio::explainsItself_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *line, int exitCode, const char *says) {
        QTest::newRow(line) << QString::fromLatin1(line) << exitCode << QByteArray(says);
    };
    row("--help", 0, "Usage: helio [--hub URL] COMMAND");
    row("tail --help", 0, "Usage: helio tail");
    row("wait j1 -h", 0, "Usage: helio wait");
    row("token --help", 0, "Usage: helio token");
    row("token", 1, "try: helio token --help");
    row("--version", 0, "running on Qt ");
    row("", 1, "a command is missing");
    row("dance", 1, "there is no command \"dance\"");
    row("tail --nonsense", 1, "try: helio tail --help");
    row("--hub nonsense jobs", 1, "\"nonsense\" is not an http or https address");
}

void TestHelio::explainsItself()
{
    QFETCH(QString, line);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, says);
    Helio helio(QUrl(QStringLiteral("http://127.0.0.1:1")),
                line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QCOMPARE(helio.exitCode(), exitCode);
    QVERIFY((exitCode == 0 ? helio.lines().join('\n') : helio.complaints()).contains(says));
}

void TestHelio::endsWithItsReader()
{
    HubRunner hub;
    QProcess head; // helio tail | head -n 1
    QProcess tail;
    tail.setStandardOutputProcess(&head);
    tail.start(qEnvironmentVariable("HELIOGRAPH_BIN") + QStringLiteral("/helio"),
               {QStringLiteral("tail"), QStringLiteral("--hub"), hub.url().toString()});
    head.start(QStringLiteral("head"), {QStringLiteral("-n"), QStringLiteral("1")});
    QTRY_COMPARE(streams(hub.url()), 1);
    publish(hub.url(), "j1", R"({"type":"log","message":"first"})");
    QTRY_COMPARE(head.state(), QProcess::NotRunning);
    QVERIFY(head.readAll().endsWith("first\n"));
    publish(hub.url(), "j1", R"({"type":"log","message":"for nobody"})");
    QTRY_COMPARE(tail.state(), QProcess::NotRunning);
    QCOMPARE(tail.exitStatus(), QProcess::NormalExit);
    QCOMPARE(tail.exitCode(), 0);
}

void TestHelio::isInterrupted()
{
    HubRunner hub;
    Helio tail(hub.url(), words("tail"));
    QTRY_COMPARE(streams(hub.url()), 1);
    ::kill(static_cast<pid_t>(tail.process().processId()), SIGINT);
    QCOMPARE(tail.exitCode(), 130);
}

QTEST_GUILESS_MAIN(TestHelio)
#include "tst_helio.moc"
