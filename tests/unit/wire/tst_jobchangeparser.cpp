// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/jobchangeparser.h"

#include <QTest>

using namespace hub;

class TestJobChangeParser : public QObject
{
    Q_OBJECT

private slots:
    void readsAPublish();
    void carriesForeignJsonUnchanged();
    void boundsUnknownMembers();
    void takesExecutionNames_data();
    void takesExecutionNames();
    void readsPercentages_data();
    void readsPercentages();
    void namesTheBadField_data();
    void namesTheBadField();
    void readsACreation();
    void namesTheBadFieldOfACreation_data();
    void namesTheBadFieldOfACreation();
};

void TestJobChangeParser::readsAPublish()
{
    const auto change = parsePublish(
        R"({"job_id":"j1","type":"log","progress":50,"step":{"current":1,"total":4,"unit":"tile"},)"
        R"("message":"hi","level":"warning","restore_id":"r1","attempt":2,"external_id":81,)"
        R"("error":null,"frame":12})");
    QVERIFY(change);
    QCOMPARE(change->jobId, "j1");
    QVERIFY(change->type == EventType::Log);
    QVERIFY(change->progress == 50.0);
    QVERIFY((change->step == Step{1, 4}));
    QVERIFY(change->message == QStringLiteral("hi"));
    QCOMPARE(change->level, "warning");
    QCOMPARE(change->restoreId, "r1");
    QVERIFY(change->attempt == 2);
    QCOMPARE(change->externalId, "81");
    QVERIFY(change->error.isEmpty() && change->name.isEmpty() && !change->kind);
    QCOMPARE(change->extra.decoded(), (QJsonObject{{QStringLiteral("frame"), 12}}));
}

void TestJobChangeParser::carriesForeignJsonUnchanged()
{
    const auto change = parsePublish(
        R"({"type":"completed","result": {"z":1, "a":12345678901234567890},"error":{"code":"E","message":"x\u00e4"},"data":[ 1.0 ]})");
    QVERIFY(change);
    QCOMPARE(change->result, R"({"z":1, "a":12345678901234567890})");
    QCOMPARE(change->error, R"({"code":"E","message":"x\u00e4"})");
    QCOMPARE(change->data, "[ 1.0 ]");
    QVERIFY(change->extra.isEmpty());
    const auto unknown = parsePublish(
        R"({"z":12345678901234567890123, "type":"log","\u0061" :1.10,"n":[1e400, 1e-400],"s":"\ud800"})");
    QVERIFY(unknown);
    QCOMPARE(unknown->extra.text(),
             R"({"z":12345678901234567890123,"\u0061":1.10,"n":[1e400, 1e-400],"s":"\ud800"})");
}

/// The last of repeated names counts, and the limit applies to the members that are kept.
void TestJobChangeParser::boundsUnknownMembers()
{
    QByteArray body(R"({"type":"log","message":"one","0":0)");
    for (int i = 1; i < 64; ++i)
        body += ",\"" + QByteArray::number(i) + "\":" + QByteArray::number(i);
    body += R"(,"0":"again","message":"two")";
    const auto change = parsePublish(body + '}');
    QVERIFY(change);
    QCOMPARE(change->extra.decoded().size(), 64);
    QCOMPARE(change->extra.decoded().value(QStringLiteral("0")),
             QJsonValue(QStringLiteral("again")));
    QVERIFY(change->message == QStringLiteral("two"));
    const auto refused = parsePublish(body + R"(,"64":64})");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QByteArray("too_many_members"));
    const QByteArray large = R"({"x":")" + QByteArray(20'000, 'x') + "\"}";
    QCOMPARE(parseCreateJob(large).error().code, QByteArray("too_many_members"));
}

void TestJobChangeParser::takesExecutionNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("canonical");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("dotted") << QByteArray("pod.created") << QByteArray("pod.created")
                            << QByteArray("queued");
    QTest::newRow("underscored") << QByteArray("execution_failed") << QByteArray("execution.failed")
                                 << QByteArray("failed");
    QTest::newRow("completed is 100 %")
        << QByteArray("execution.completed") << QByteArray("execution.completed")
        << QByteArray("progress");
    QTest::newRow("result") << QByteArray("result.stored") << QByteArray("result_stored")
                            << QByteArray("completed");
}

void TestJobChangeParser::takesExecutionNames()
{
    QFETCH(QByteArray, name);
    const auto change = parsePublish("{\"type\":\"" + name + "\"}");
    QVERIFY(change);
    QTEST(change->name, "canonical");
    QTEST(toString(change->type), "type");
    QVERIFY(change->kind == JobKind::Execution);
    QCOMPARE(change->progress.has_value(), change->type == EventType::Progress);
}

void TestJobChangeParser::readsPercentages_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("expected");
    const auto row = [](const char *text, double expected) {
        QTest::newRow(text) << QByteArray(text) << expected;
    };
    row("50", 50);
    row("\"50\"", 50);
    row("\"50%\"", 50);
    row("\" 12.5 % \"", 12.5);
    row("100.00000000000003", 100);
    row("-0.1", 0);
    row("101", 100);
    row("1e400", 100);
    row("-1e400", 0);
    row("1e-400", 0);
}

void TestJobChangeParser::readsPercentages()
{
    QFETCH(QByteArray, text);
    const auto change = parsePublish(R"({"type":"progress","progress":)" + text + '}');
    QVERIFY2(change, change ? "" : qPrintable(change.error().message));
    QTEST(change->progress.value_or(-1), "expected");
    QVERIFY(!parsePublish(R"({"type":"completed","progress":null})")->progress);
}

void TestJobChangeParser::namesTheBadField_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("start");
    const auto row = [](const char *body, const char *field) {
        QTest::newRow(body) << QByteArray(body) << QByteArray("bad_field")
                            << QString::fromLatin1(field) + QStringLiteral(": must ");
    };
    row(R"({})", "type");
    row(R"({"type":1})", "type");
    row(R"({"type":"done"})", "type");
    row(R"({"type":"notification"})", "type");
    row(R"({"type":"progress","progress":"half"})", "progress");
    row(R"({"type":"progress","progress":true})", "progress");
    row(R"({"type":"progress","progress":"1e999"})", "progress");
    row(R"({"type":"progress","step":3})", "step");
    row(R"({"type":"progress","step":{"current":1}})", "step");
    row(R"({"type":"progress","step":{"current":1.5,"total":2}})", "step");
    row(R"({"type":"progress","step":{"current":1,"total":3000000000}})", "step");
    row(R"({"type":"log","message":{}})", "message");
    row(R"({"type":"log","level":"loud"})", "level");
    row(R"({"type":"queued","attempt":0})", "attempt");
    row(R"({"type":"queued","attempt":1.5})", "attempt");
    row(R"({"type":"queued","restore_id":"a\nb"})", "restore_id");
    row(R"({"type":"queued","external_id":true})", "external_id");
    row(R"({"type":"queued","job_id":"a/b"})", "job_id");
    QTest::newRow("long message") << QByteArray("{\"type\":\"log\",\"message\":\""
                                                + QByteArray(1'048'577, 'x') + "\"}")
                                  << QByteArray("bad_field") << QStringLiteral("message: must ");
    QTest::newRow("form") << QByteArray("type=progress") << QByteArray("bad_json")
                          << QStringLiteral("not JSON");
    QTest::newRow("array") << QByteArray("[]") << QByteArray("bad_json")
                           << QStringLiteral("not a ");
}

void TestJobChangeParser::namesTheBadField()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, start);
    const auto change = parsePublish(body);
    QVERIFY(!change);
    QTEST(change.error().code, "code");
    QVERIFY2(change.error().message.startsWith(start), qPrintable(change.error().message));
}

void TestJobChangeParser::readsACreation()
{
    const auto job =
        parseCreateJob(R"({"job_id":"job-1","kind":"restore","owner":"u@x.org",)"
                       R"("labels":{"team":"a"},"external_id":"rp-1","restore_id":"r",)"
                       R"("source":"farm","priority":9})");
    QVERIFY(job);
    QCOMPARE(job->id, "job-1");
    QVERIFY(job->kind == JobKind::Restore && job->status == JobStatus::Queued);
    QCOMPARE(job->owner, "u@x.org");
    QCOMPARE(job->labels.value(QLatin1String("team")).toString(), QStringLiteral("a"));
    QCOMPARE(job->externalId, "rp-1");
    QCOMPARE(job->restoreId, "r");
    QCOMPARE(job->source, "farm");
    QCOMPARE(job->extra.decoded(), (QJsonObject{{QStringLiteral("priority"), 9}}));

    const auto number = parseCreateJob(R"({"job_id":9007199254740993})");
    QVERIFY(number);
    QCOMPARE(number->id, "9007199254740993"); // not rounded through a double
    const auto least = parseCreateJob("{}");
    QVERIFY(least && least->id.isEmpty() && least->kind == JobKind::Generic);
}

void TestJobChangeParser::namesTheBadFieldOfACreation_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("start");
    const auto row = [](const char *body, const char *field) {
        QTest::newRow(body) << QByteArray(body)
                            << QString::fromLatin1(field) + QStringLiteral(": must ");
    };
    row(R"({"job_id":""})", "job_id");
    row(R"({"job_id":"a b"})", "job_id");
    row(R"({"kind":"video"})", "kind");
    row(R"({"owner":5.5})", "owner");
    row(R"({"owner":true})", "owner");
    row(R"({"labels":[]})", "labels");
    row(R"({"labels":{"a":1}})", "labels");
    row(R"({"labels":{"":"x"}})", "labels");
    QByteArray many("{\"labels\":{");
    for (int i = 0; i < 65; ++i)
        many += (i ? ",\"l" : "\"l") + QByteArray::number(i) + "\":\"x\"";
    QTest::newRow("65 labels") << QByteArray(many + "}}") << QStringLiteral("labels: must ");
}

void TestJobChangeParser::namesTheBadFieldOfACreation()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, start);
    const auto job = parseCreateJob(body);
    QVERIFY(!job);
    QCOMPARE(job.error().code, "bad_field");
    QVERIFY2(job.error().message.startsWith(start), qPrintable(job.error().message));
}

QTEST_GUILESS_MAIN(TestJobChangeParser)
#include "tst_jobchangeparser.moc"
