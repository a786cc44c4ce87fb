// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/cipayload.h"

#include <QTest>

#include <limits>

using namespace hub;

class TestCiPayload : public QObject
{
    Q_OBJECT

private slots:
    void formsJobIds_data();
    void formsJobIds();
    void refusesJobIds_data();
    void refusesJobIds();
    void keepsTexts_data();
    void keepsTexts();
    void cutsLongTexts();
    void keepsTheRepository_data();
    void keepsTheRepository();
    void countsSteps_data();
    void countsSteps();
    void ignoresNoSteps();
    void describesOutcomes_data();
    void describesOutcomes();
    void describesOnlyEnds_data();
    void describesOnlyEnds();
};

namespace {

const QLatin1String idField("id");

/// Reads `body` as the mappings of webhooks do.
FieldReader readerOf(const QByteArray &body)
{
    return *FieldReader::open(body, FieldReader::Details::Dropped);
}

Inbound inboundOf(const QByteArray &source)
{
    Inbound inbound;
    inbound.source = source;
    return inbound;
}

} // namespace

void TestCiPayload::formsJobIds_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("id");
    const QByteArray longest(128 - 11, '7'); // "github.run." has 11 bytes
    const auto row = [](const char *name, const QByteArray &value, const QByteArray &number) {
        QTest::newRow(name) << R"({"id":)" + value + '}' << "github.run." + number;
    };
    row("a number", "42", "42");
    row("zero", "0", "0");
    row("a number that no double holds", "9007199254740993", "9007199254740993");
    row("a text", R"("42")", "42");
    row("the longest", '"' + longest + '"', longest);
}

void TestCiPayload::formsJobIds()
{
    QFETCH(QByteArray, body);
    FieldReader fields = readerOf(body);
    QTEST(ciJobId(fields, idField, inboundOf("github"), "run"), "id");
    QVERIFY(!fields.error());
}

void TestCiPayload::refusesJobIds_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("why"); // the start of the message
    const auto form = QStringLiteral("id: must form a valid job id with the name of the source");
    const auto row = [](const char *name, const QByteArray &value, const QString &why) {
        QTest::newRow(name) << QByteArray("github") << R"({"id":)" + value + '}' << why;
    };
    QTest::newRow("absent") << QByteArray("github") << QByteArray("{}")
                            << QStringLiteral("id: must be present");
    row("null", "null", QStringLiteral("id: must be present"));
    row("an empty text", R"("")", QStringLiteral("id: must be 1 to 128 characters"));
    row("a fraction", "1.5", QStringLiteral("id: must be 1 to 128 characters"));
    row("an object", "{}", QStringLiteral("id: must be 1 to 128 characters"));
    row("a slash", R"("1/2")", QStringLiteral("id: must be 1 to 128 characters"));
    row("valid alone, but too long with the source", '"' + QByteArray(128 - 10, '7') + '"', form);
    QTest::newRow("a source that no id can contain")
        << QByteArray("my source") << QByteArray(R"({"id":1})") << form;
}

/// The id is needed, so the reader has an error even where details are dropped.
void TestCiPayload::refusesJobIds()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, body);
    QFETCH(QString, why);
    FieldReader fields = readerOf(body);
    QCOMPARE(ciJobId(fields, idField, inboundOf(source), "run"), QByteArray());
    QVERIFY(fields.error());
    QCOMPARE(fields.error()->code, QByteArray("bad_field"));
    QVERIFY2(fields.error()->message.startsWith(why), qPrintable(fields.error()->message));
}

void TestCiPayload::keepsTexts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("extra");
    const auto row = [](const char *name, const char *body, const char *extra) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(extra);
    };
    row("in the order asked for", R"({"b":"2","a":"1"})", R"({"old":"x","a":"1","b":"2"})");
    row("one is absent", R"({"b":"2"})", R"({"old":"x","b":"2"})");
    row("an empty text", R"({"a":"","b":"2"})", R"({"old":"x","b":"2"})");
    row("values that are no texts", R"({"a":1,"b":["2"]})", R"({"old":"x"})");
    row("null", R"({"a":null,"b":null})", R"({"old":"x"})");
    row("a name that was not asked for", R"({"c":"3"})", R"({"old":"x"})");
    row("escapes", R"({"a":"\u0031\/\n"})", R"({"old":"x","a":"1/\n"})");
    row("a field that is there already", R"({"old":"y"})", R"({"old":"y"})");
}

void TestCiPayload::keepsTexts()
{
    QFETCH(QByteArray, body);
    FieldReader fields = readerOf(body);
    JobChange change;
    change.extra.insert(QLatin1String("old"), QStringLiteral("x"));
    keepTexts(fields, change, {QLatin1String("a"), QLatin1String("b"), QLatin1String("old")});
    QTEST(change.extra.text(), "extra");
    QVERIFY(!fields.error());
}

void TestCiPayload::cutsLongTexts()
{
    const QByteArray fits = QByteArray("\xc3\xa9").repeated(1024); // characters, not bytes
    FieldReader fields = readerOf(R"({"a":")" + fits + R"(","b":")" + fits + "x\"}");
    JobChange change;
    keepTexts(fields, change, {QLatin1String("a"), QLatin1String("b")});
    QCOMPARE(change.extra.string(QLatin1String("a")), QString::fromUtf8(fits));
    QCOMPARE(change.extra.string(QLatin1String("b")), QString::fromUtf8(fits));
}

void TestCiPayload::keepsTheRepository_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("extra");
    const auto row = [](const char *name, const char *body, const char *extra) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(extra);
    };
    row("the name", R"({"project":{"id":1,"path":"group/app"}})", R"({"repository":"group/app"})");
    row("no project", R"({"path":"group/app"})", "");
    row("no name", R"({"project":{"id":1}})", "");
    row("a name that is no text", R"({"project":{"path":7}})", "");
    row("a project that is a text", R"({"project":"group/app"})", "");
    row("a project that is null", R"({"project":null})", "");
}

void TestCiPayload::keepsTheRepository()
{
    QFETCH(QByteArray, body);
    FieldReader fields = readerOf(body);
    JobChange change;
    keepRepository(fields, change, QLatin1String("project"), QLatin1String("path"));
    QTEST(change.extra.text(), "extra");
    QVERIFY(!fields.error());
}

void TestCiPayload::countsSteps_data()
{
    QTest::addColumn<EventType>("type");
    QTest::addColumn<int>("done");
    QTest::addColumn<int>("total");
    QTest::addColumn<double>("percent"); // below zero = none
    QTest::addColumn<EventType>("expected");
    const auto row = [](const char *name, EventType type, int done, int total, double percent,
                        EventType expected) {
        QTest::newRow(name) << type << done << total << percent << expected;
    };
    constexpr int most = std::numeric_limits<int>::max();
    row("begun", EventType::Processing, 0, 4, 0.0, EventType::Progress);
    row("a part", EventType::Processing, 1, 4, 25.0, EventType::Progress);
    row("all, but still running", EventType::Processing, 4, 4, 100.0, EventType::Progress);
    row("very many", EventType::Processing, most, most, 100.0, EventType::Progress);
    row("queued", EventType::Queued, 0, 4, -1.0, EventType::Queued);
    row("completed", EventType::Completed, 4, 4, -1.0, EventType::Completed);
    row("failed", EventType::Failed, 3, 4, -1.0, EventType::Failed);
    row("cancelled", EventType::Cancelled, 2, 4, -1.0, EventType::Cancelled);
}

void TestCiPayload::countsSteps()
{
    QFETCH(EventType, type);
    QFETCH(int, done);
    QFETCH(int, total);
    JobChange change;
    change.type = type;
    adoptStepCount(change, done, total);
    QVERIFY(change.step == std::optional(Step{done, total}));
    QTEST(change.progress.value_or(-1.0), "percent");
    QTEST(change.type, "expected");
}

void TestCiPayload::ignoresNoSteps()
{
    JobChange change;
    change.type = EventType::Processing;
    adoptStepCount(change, 0, 0);
    QVERIFY(!change.step);
    QVERIFY(!change.progress);
    QCOMPARE(change.type, EventType::Processing);
}

void TestCiPayload::describesOutcomes_data()
{
    QTest::addColumn<EventType>("type");
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<QString>("message"); // null = none
    QTest::addColumn<QByteArray>("result");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *name, EventType type, const char *extra, const QString &message,
                        const char *result, const char *error) {
        QTest::newRow(name) << type << QByteArray(extra) << message << QByteArray(result)
                            << QByteArray(error);
    };
    row("completed", EventType::Completed, R"({"conclusion":"success"})", {},
        R"({"conclusion":"success"})", "");
    row("completed, with a page", EventType::Completed,
        R"({"conclusion":"neutral","html_url":"https://a/1"})", QStringLiteral("build"),
        R"({"conclusion":"neutral","url":"https://a/1"})", "");
    row("failed", EventType::Failed, R"({"conclusion":"failure","html_url":"https://a/1"})",
        QStringLiteral("build"), "", R"({"code":"failure","message":"build"})");
    row("failed, without a message", EventType::Failed, R"({"conclusion":"failure"})", {}, "",
        R"({"code":"failure","message":"failure"})");
    row("failed, with a reason", EventType::Failed,
        R"({"conclusion":"failed","build_failure_reason":"script_failure"})",
        QStringLiteral("build"), "", R"({"code":"script_failure","message":"build"})");
    row("failed, without anything", EventType::Failed, "", {}, "",
        R"({"code":"unknown","message":""})");
    row("cancelled", EventType::Cancelled, R"({"conclusion":"cancelled"})", QStringLiteral("b"), "",
        R"({"code":"cancelled","message":"b"})");
    row("timed out", EventType::TimedOut, R"({"conclusion":"timed_out"})", QStringLiteral("b"), "",
        R"({"code":"timed_out","message":"b"})");
}

void TestCiPayload::describesOutcomes()
{
    QFETCH(EventType, type);
    QFETCH(QByteArray, extra);
    QFETCH(QString, message);
    JobChange change;
    change.type = type;
    change.extra = RawMembers::fromText(extra);
    if (!message.isNull())
        change.message = message;
    describeOutcome(change);
    QTEST(change.result, "result");
    QTEST(change.error, "error");
    QCOMPARE(change.extra.text(), extra);
}

void TestCiPayload::describesOnlyEnds_data()
{
    QTest::addColumn<EventType>("type");
    QTest::newRow("queued") << EventType::Queued;
    QTest::newRow("processing") << EventType::Processing;
    QTest::newRow("progress") << EventType::Progress;
    QTest::newRow("log") << EventType::Log;
}

void TestCiPayload::describesOnlyEnds()
{
    QFETCH(EventType, type);
    JobChange change;
    change.type = type;
    change.extra.insert(QLatin1String("conclusion"), QStringLiteral("success"));
    describeOutcome(change);
    QCOMPARE(change.result, QByteArray());
    QCOMPARE(change.error, QByteArray());
}

QTEST_GUILESS_MAIN(TestCiPayload)
#include "tst_cipayload.moc"
