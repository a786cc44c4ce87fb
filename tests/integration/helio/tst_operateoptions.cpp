// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/helio/operateoptions.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace helio;
using namespace std::chrono_literals;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// The options of the commands for operators: doctor, check, top and replay.
class TestOperateOptions : public QObject
{
    Q_OBJECT

private slots:
    void doctorHasDefaults();
    void doctorTakesAnAddressAndASource();
    void doctorReadsTheKeyOfASecret_data();
    void doctorReadsTheKeyOfASecret();
    void doctorNamesAnUnusableSecret_data();
    void doctorNamesAnUnusableSecret();
    void checkTakesAFile();
    void topHasSwitches();
    void replayTakesIds_data();
    void replayTakesIds();
    void replayTakesABoundedNumberOfIds();
    void replayMakesAQuery_data();
    void replayMakesAQuery();
    void replayBoundsItsLimit_data();
    void replayBoundsItsLimit();
    void replayHasDefaults();

private:
    QString secretFile(const QByteArray &content) const
    {
        QFile file(m_folder.filePath(QStringLiteral("secret")));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(content) >= 0;
        return written ? file.fileName() : QString();
    }

    QTemporaryDir m_folder;
};

void TestOperateOptions::doctorHasDefaults()
{
    const auto options = parseDoctor({});
    QVERIFY(options);
    QVERIFY(options->hub.isEmpty());
    QCOMPARE(options->source, QByteArray("generic"));
    QVERIFY(options->signingKey.isEmpty());
    QVERIFY(!options->json);
}

void TestOperateOptions::doctorTakesAnAddressAndASource()
{
    const auto options = parseDoctor(words("--json https://x:1/hub --source ci"));
    QVERIFY(options);
    QCOMPARE(options->hub, QUrl(QStringLiteral("https://x:1/hub")));
    QCOMPARE(options->source, QByteArray("ci"));
    QVERIFY(options->json);
}

void TestOperateOptions::doctorReadsTheKeyOfASecret_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("with the prefix") << QByteArray("whsec_AAH/gA==");
    QTest::newRow("base64 alone") << QByteArray("AAH/gA==");
    QTest::newRow("end of line") << QByteArray("whsec_AAH/gA==\n");
    QTest::newRow("end of line of Windows") << QByteArray("whsec_AAH/gA==\r\n");
}

void TestOperateOptions::doctorReadsTheKeyOfASecret()
{
    QFETCH(const QByteArray, content);
    const auto options = parseDoctor({QStringLiteral("--secret-file"), secretFile(content)});
    QVERIFY2(options, options ? "" : qPrintable(options.error().message));
    QCOMPARE(options->signingKey, QByteArray::fromHex("0001ff80"));
}

void TestOperateOptions::doctorNamesAnUnusableSecret_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("end of line only") << QByteArray("\n");
    QTest::newRow("prefix only") << QByteArray("whsec_");
    QTest::newRow("not base64") << QByteArray("whsec_hunter2!");
    QTest::newRow("other prefix") << QByteArray("whpk_AAH/gA==");
    QTest::newRow("no padding") << QByteArray("whsec_AAH/gA");
    QTest::newRow("two lines") << QByteArray("whsec_AAH/gA==\n\n");
    QTest::newRow("too long") << QByteArray(4100, 'A'); // base64, but more than 4 KiB
}

void TestOperateOptions::doctorNamesAnUnusableSecret()
{
    QFETCH(const QByteArray, content);
    const QString file = secretFile(content);
    const auto options = parseDoctor({QStringLiteral("--secret-file"), file});
    QVERIFY(!options);
    const QString message = options.error().message;
    QVERIFY2(message.contains(file), qPrintable(message));
    // The message never shows the content.
    QVERIFY2(!message.contains(QLatin1String("hunter2")), qPrintable(message));
    QVERIFY2(!message.contains(QLatin1String("AAH/gA")), qPrintable(message));
}

void TestOperateOptions::checkTakesAFile()
{
    QCOMPARE(parseCheck(words("hub.toml"))->file, QStringLiteral("hub.toml"));
    const auto error = parseCheck({}).error();
    QCOMPARE(error.code, QByteArray("usage"));
    QCOMPARE(parseCheck(words("a --once")).error().code, QByteArray("usage"));
}

void TestOperateOptions::topHasSwitches()
{
    QVERIFY(!parseTop({})->once && !parseTop({})->json);
    QVERIFY(parseTop(words("--once"))->once && !parseTop(words("--once"))->json);
    QVERIFY(!parseTop(words("--json"))->once && parseTop(words("--json"))->json);
    QVERIFY(!parseTop(words("--once=yes"))); // a switch has no value
}

void TestOperateOptions::replayTakesIds_data()
{
    QTest::addColumn<QList<qint64>>("ids"); // empty = refused
    const auto row = [](const char *line, const QList<qint64> &ids) { QTest::newRow(line) << ids; };
    row("1", {1});
    row("7 8 7", {7, 8, 7});
    row("9223372036854775807", {std::numeric_limits<qint64>::max()});
    row("7 --limit 5", {7});
    row("9223372036854775808", {});
    row("0", {});
    row("-- -1", {});
    row("1.5", {});
    row("7x", {});
    row("7 x", {});
    row("7 --job j", {});
    row("7 --since 1h", {});
}

void TestOperateOptions::replayTakesIds()
{
    QFETCH(const QList<qint64>, ids);
    const auto options = parseReplay(words(QTest::currentDataTag()));
    QCOMPARE(options.ok(), !ids.isEmpty());
    if (!options) {
        QCOMPARE(options.error().code, QByteArray("usage"));
        return;
    }
    QCOMPARE(options->ids, ids);
    QVERIFY(options->query.isEmpty());
}

void TestOperateOptions::replayTakesABoundedNumberOfIds()
{
    QStringList ids(10'000, QStringLiteral("7"));
    QCOMPARE(parseReplay(ids)->ids.size(), qsizetype(10'000));
    ids << QStringLiteral("7");
    QVERIFY(!parseReplay(ids));
}

void TestOperateOptions::replayMakesAQuery_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<qint64>("sinceMs");
    const auto row = [](const char *line, const char *query, qint64 sinceMs) {
        QTest::newRow(line) << QByteArray(query) << sinceMs;
    };
    row("--source ci", "source=ci", 0);
    row("--job j", "job=j", 0);
    row("--job j --source ci", "source=ci&job=j", 0);
    row("--since 500ms", "", 500);
    row("--since 2h --job j", "job=j", 7'200'000);
    // In a URL, the characters of an id that a query gives another meaning are encoded.
    row("--job a:b+c=d@e~f", "job=a%3Ab%2Bc%3Dd%40e~f", 0);
}

void TestOperateOptions::replayMakesAQuery()
{
    const auto options = parseReplay(words(QTest::currentDataTag()));
    QVERIFY2(options, options ? "" : qPrintable(options.error().message));
    QTEST(options->query, "query");
    QTEST(qint64(options->since.count()), "sinceMs");
    QVERIFY(options->ids.isEmpty());
}

void TestOperateOptions::replayBoundsItsLimit_data()
{
    QTest::addColumn<int>("limit"); // 0 = refused
    const auto row = [](const char *line, int limit) { QTest::newRow(line) << limit; };
    row("--limit=1", 1);
    row("--limit=10000", 10'000);
    row("--limit=3 --limit=4", 4);
    row("--limit=0", 0);
    row("--limit=-1", 0);
    row("--limit=10001", 0);
    row("--limit=4294967297", 0); // 1 in the lower 32 bits
    row("--limit=x", 0);
    row("--limit=", 0);
}

void TestOperateOptions::replayBoundsItsLimit()
{
    QFETCH(const int, limit);
    const auto options = parseReplay(words("--job j") + words(QTest::currentDataTag()));
    QCOMPARE(options ? options->limit : 0, limit);
}

void TestOperateOptions::replayHasDefaults()
{
    const auto plain = parseReplay(words("--job j"));
    QVERIFY(plain);
    QCOMPARE(plain->limit, 100);
    QVERIFY(plain->since == 0ms);
    QVERIFY(!plain->dryRun && !plain->json);
    QVERIFY(parseReplay(words("--job j --dry-run"))->dryRun);
    QVERIFY(parseReplay(words("7 --json"))->json);
}

QTEST_GUILESS_MAIN(TestOperateOptions)
#include "tst_operateoptions.moc"
