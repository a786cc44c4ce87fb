// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/duration.h"
#include "app/helio/globaloptions.h"
#include "app/helio/help.h"
#include "app/helio/joboptions.h"

#include <QTest>

using namespace helio;
using namespace std::chrono_literals;

class TestHelioOptions : public QObject
{
    Q_OBJECT

private slots:
    void durations_data();
    void durations();
    void tail();
    void publishBodies_data();
    void publishBodies();
    void jobs();
    void refusals_data();
    void refusals();
    void findsTheHub();
    void helpFitsAScreen_data();
    void helpFitsAScreen();
};

void TestHelioOptions::durations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms"); // -1 = refused
    const auto row = [](const char *text, qint64 ms) {
        QTest::newRow(text) << QString::fromLatin1(text) << ms;
    };
    row("500ms", 500);
    row("30", 30'000);
    row("30s", 30'000);
    row("10m", 600'000);
    row("2h", 7'200'000);
    row("7d", 604'800'000);
    row("0", -1);
    row("-1s", -1);
    row("1.5h", -1);
    row("10 m", -1);
    row("10m\n", -1);
    row("9999999999s", -1);
    row("999999999d", -1);
    row("", -1);
}

void TestHelioOptions::durations()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    const auto duration = parseDuration(text);
    QCOMPARE(duration ? duration->count() : -1, ms);
}

void TestHelioOptions::tail()
{
    const auto plain = parseTail({});
    QVERIFY(plain && plain->job.isEmpty() && plain->types.isEmpty() && !plain->json);
    const auto full = parseTail({QStringLiteral("--types"), QStringLiteral("progress,timed_out"),
                                 QStringLiteral("job-1"), QStringLiteral("--since=all"),
                                 QStringLiteral("--json")});
    QVERIFY(full);
    QCOMPARE(full->job, QByteArray("job-1"));
    QCOMPARE(full->types, (QSet{hub::EventType::Progress, hub::EventType::TimedOut}));
    QVERIFY(full->since.kind == Since::Kind::All && full->json);
    QVERIFY(parseTail({QStringLiteral("--since=e1.5-0")})->since.kind == Since::Kind::Id);
    QVERIFY(parseTail({QStringLiteral("--since=5m")})->since.ago == 5min);
}

void TestHelioOptions::publishBodies_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QStringList &words, const char *body) {
        QTest::newRow(name) << words << QByteArray(body);
    };
    row("plain", {}, R"({"type":"log"})");
    row("progress", {QStringLiteral("--progress"), QStringLiteral("42.5")},
        R"({"type":"log","progress":42.5})");
    row("text", {QStringLiteral("--message=a \"b\""), QStringLiteral("--level=info")},
        R"({"type":"log","message":"a \"b\"","level":"info"})");
    row("json as it is", {QStringLiteral(R"(--data={"n":12345678901234567890,"a":1.0})")},
        R"({"type":"log","data":{"n":12345678901234567890,"a":1.0}})");
    row("any json", {QStringLiteral("--data=3"), QStringLiteral("--result=null")},
        R"({"type":"log","result":null,"data":3})");
    row("error text", {QStringLiteral("--error=out of memory")},
        R"({"type":"log","error":{"message":"out of memory"}})");
    row("error object", {QStringLiteral(R"(--error={"code":"OOM"})")},
        R"({"type":"log","error":{"code":"OOM"}})");
}

void TestHelioOptions::publishBodies()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, body);
    const auto options =
        parsePublish(QStringList{QStringLiteral("j"), QStringLiteral("log")} + words);
    QVERIFY(options);
    QCOMPARE(options->body, body);
}

void TestHelioOptions::jobs()
{
    const auto options = parseJobs({QStringLiteral("--status=failed,lost"),
                                    QStringLiteral("--kind=image"), QStringLiteral("--limit=5")});
    QVERIFY(options);
    QCOMPARE(options->query, QByteArray("status=failed&status=lost&kind=image"));
    QCOMPARE(options->limit, 5);
}

void TestHelioOptions::refusals_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"tail a b",
                             "tail a/b",
                             "tail --types nonsense",
                             "tail --types notification",
                             "tail --since yesterday",
                             "tail --since",
                             "tail --nonsense",
                             "publish",
                             "publish j",
                             "publish j nonsense",
                             "publish j notification",
                             "publish j log x",
                             "publish j log --progress 101",
                             "publish j log --progress nan",
                             "publish j log --data {",
                             "publish j log --data 1,2",
                             "publish j log --result {} --create nothing",
                             "wait",
                             "wait a b",
                             "wait a --timeout soon",
                             "jobs x",
                             "jobs --status nonsense",
                             "jobs --kind nonsense",
                             "jobs --limit 0",
                             "jobs --limit 1000000",
                             "callback",
                             "callback a/b",
                             "callback a b",
                             "callback a --source b/c"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestHelioOptions::refusals()
{
    QFETCH(QString, line);
    QStringList words = line.split(QLatin1Char(' '));
    const QString command = words.takeFirst();
    if (command == QLatin1String("tail"))
        QVERIFY(!parseTail(words));
    else if (command == QLatin1String("publish"))
        QVERIFY(!parsePublish(words));
    else if (command == QLatin1String("wait"))
        QVERIFY(!parseWait(words));
    else if (command == QLatin1String("callback"))
        QVERIFY(!parseCallback(words));
    else
        QVERIFY(!parseJobs(words));
}

void TestHelioOptions::findsTheHub()
{
    const auto take = [](QStringList words, const QStringList &rest) {
        const auto hub = takeHub(&words);
        return words != rest ? QStringLiteral("left: ") + words.join(QLatin1Char(' '))
               : hub         ? hub->toString()
                             : QStringLiteral("refused");
    };
    const QString a = QStringLiteral("a");
    qunsetenv("HELIOGRAPH_URL");
    QCOMPARE(take({a}, {a}), QStringLiteral("http://127.0.0.1:4354"));
    qputenv("HELIOGRAPH_URL", "http://env:1");
    QCOMPARE(take({a}, {a}), QStringLiteral("http://env:1"));
    QCOMPARE(take({a, QStringLiteral("--hub"), QStringLiteral("https://x/hub")}, {a}),
             QStringLiteral("https://x/hub"));
    QCOMPARE(take({QStringLiteral("--hub=http://y"), a}, {a}), QStringLiteral("http://y"));
    QCOMPARE(take({QStringLiteral("--hub=file:///etc")}, {}), QStringLiteral("refused"));
    QCOMPARE(take({a, QStringLiteral("--hub")}, {a, QStringLiteral("--hub")}),
             QStringLiteral("refused"));
    qunsetenv("HELIOGRAPH_URL");
}

void TestHelioOptions::helpFitsAScreen_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"", "tail", "publish", "wait", "jobs", "callback", "token"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TestHelioOptions::helpFitsAScreen()
{
    QFETCH(QString, command);
    const QStringList lines = helpText(command).split(QLatin1Char('\n'));
    QVERIFY(lines.size() > 8);
    QVERIFY(lines.size() <= 24);
    for (const QString &line : lines)
        QVERIFY2(line.size() <= 80, qPrintable(line));
    QVERIFY(helpText(command).contains(QStringLiteral("Exit codes:")));
}

QTEST_GUILESS_MAIN(TestHelioOptions)
#include "tst_heliooptions.moc"
