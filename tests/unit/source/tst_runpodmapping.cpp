// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/runpodmapping.h"

#include <QTest>

using namespace hub;

class TestRunpodMapping : public QObject
{
    Q_OBJECT

private slots:
    void mapsStatuses_data();
    void mapsStatuses();
    void mapsTheCompletion();
    void mapsOutputs_data();
    void mapsOutputs();
    void mapsErrors_data();
    void mapsErrors();
    void keepsTheErrorOfACompletedJob();
    void namesTheBadField_data();
    void namesTheBadField();
    void keysRepeatsAlike();
};

namespace {
Result<Mapped> mapped(const QByteArray &body)
{
    return RunpodMapping().map({"runpod-completion", {}, body, 0});
}
} // namespace

void TestRunpodMapping::mapsStatuses_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("type");
    const auto row = [](const char *status, const char *type) {
        QTest::newRow(status) << QByteArray(status) << QByteArray(type);
    };
    row("IN_QUEUE", "queued");
    row("IN_PROGRESS", "processing");
    row("COMPLETED", "completed");
    row("FAILED", "failed");
    row("CANCELLED", "cancelled");
    row("TIMED_OUT", "timed_out");
}

void TestRunpodMapping::mapsStatuses()
{
    QFETCH(QByteArray, status);
    const auto result = mapped("{\"id\":\"rp-1\",\"status\":\"" + status + "\"}");
    QVERIFY(result);
    QCOMPARE(result->changes.size(), size_t(1));
    QTEST(toString(result->changes[0].type), "type");
    QVERIFY(result->changes[0].jobId.isEmpty());
    QCOMPARE(result->changes[0].externalId, "rp-1");
    QCOMPARE(result->externalId, "rp-1");
    QVERIFY(!result->createsJobs);
}

void TestRunpodMapping::mapsTheCompletion()
{
    const auto result = mapped(
        R"({"delayTime":4736,"executionTime":157,"id":"1b2c-e1","input":{"image":"AAAA"},)"
        R"("output":{"files":["/workspace/outputs/restored.jpg"], "seed":12345678901234567890},)"
        R"("status":"COMPLETED","webhook":"https://hub.example.org/x?key=secret","extra":1})");
    QVERIFY(result);
    const JobChange &change = result->changes[0];
    QCOMPARE(
        change.result,
        R"({"images":[{"url":"/workspace/outputs/restored.jpg","file_name":"restored.jpg",)"
        R"("content_type":"image/jpeg"}],)"
        R"("output":{"files":["/workspace/outputs/restored.jpg"], "seed":12345678901234567890}})");
    // The request and the signed callback URL must not reach subscribers.
    QCOMPARE(change.extra.decoded().keys(),
             QStringList({QStringLiteral("delayTime"), QStringLiteral("executionTime"),
                          QStringLiteral("extra")}));
}

void TestRunpodMapping::mapsOutputs_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("result");
    QTest::addColumn<QByteArray>("data");
    const auto row = [](const char *name, const char *body, const char *result, const char *data) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(result) << QByteArray(data);
    };
    row("URL",
        R"({"id":"a","status":"COMPLETED","output":{"files":["https://s3/b/x.PNG?sig=a/b#f","y"]}})",
        R"({"images":[{"url":"https://s3/b/x.PNG?sig=a/b#f","file_name":"x.PNG","content_type":"image/png"},{"url":"y","file_name":"y"}],"output":{"files":["https://s3/b/x.PNG?sig=a/b#f","y"]}})",
        "");
    row("objects", R"({"id":"a","status":"COMPLETED","output":{"files":[ {"url":"u","n":1.0} ]}})",
        R"({"images":[ {"url":"u","n":1.0} ],"output":{"files":[ {"url":"u","n":1.0} ]}})", "");
    row("other things among files",
        R"({"id":"a","status":"COMPLETED","output":{"files":[1,null,"z"]}})",
        R"({"images":[{"url":"z","file_name":"z"}],"output":{"files":[1,null,"z"]}})", "");
    row("one picture", R"({"id":"a","status":"COMPLETED","output":{"image":{"url":"u"}}})",
        R"({"images":[{"url":"u"}],"output":{"image":{"url":"u"}}})", "");
    row("pictures as URLs",
        R"({"id":"a","status":"COMPLETED","output":{"images":["https://s3/x.png"]}})",
        R"({"images":[{"url":"https://s3/x.png","file_name":"x.png","content_type":"image/png"}],"output":{"images":["https://s3/x.png"]}})",
        "");
    row("a list of URLs", R"({"id":"a","status":"COMPLETED","output":["https://s3/x.png"]})",
        R"({"images":[{"url":"https://s3/x.png","file_name":"x.png","content_type":"image/png"}],"output":["https://s3/x.png"]})",
        "");
    row("a list of words", R"({"id":"a","status":"COMPLETED","output":["a","b"]})",
        R"({"output":["a","b"]})", "");
    row("base64 of a worker",
        R"({"id":"a","status":"COMPLETED","output":{"images":[{"filename":"c.webp","type":"base64","data":"UklG"}]}})",
        R"({"images":[{"url":"data:image/webp;base64,UklG","file_name":"c.webp","content_type":"image/webp"}],"output":{"images":[{"filename":"c.webp","type":"base64","data":"UklG"}]}})",
        "");
    row("URL of a worker",
        R"({"id":"a","status":"COMPLETED","output":{"images":[{"filename":"c.png","type":"s3_url","data":"https://s3/k"}]}})",
        R"({"images":[{"url":"https://s3/k","file_name":"c.png","content_type":"image/png"}],"output":{"images":[{"filename":"c.png","type":"s3_url","data":"https://s3/k"}]}})",
        "");
    row("our own words", R"({"id":"a","status":"COMPLETED","output":{"images":[ {"url":"u"} ]}})",
        R"({"images":[ {"url":"u"} ]})", "");
    row("text", R"({"id":"a","status":"COMPLETED","output":"done"})", R"({"output":"done"})", "");
    row("none", R"({"id":"a","status":"COMPLETED","output":null})", "", "");
    row("partial", R"({"id":"a","status":"IN_PROGRESS","output":{"p": 1}})", "", R"({"p": 1})");
}

void TestRunpodMapping::mapsOutputs()
{
    QFETCH(QByteArray, body);
    const auto result = mapped(body);
    QVERIFY(result);
    QTEST(result->changes[0].result, "result");
    QTEST(result->changes[0].data, "data");
}

void TestRunpodMapping::mapsErrors_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *error, const char *expected) {
        QTest::newRow(error) << QByteArray(error) << QByteArray(expected);
    };
    row(R"("out of memory")", R"({"code":"FAILED","message":"out of memory"})");
    row(R"({"message":"m", "trace":[]})", R"({"message":"m", "trace":[]})");
    row(R"({"type":"X"})", R"({"code":"FAILED","message":"{\"type\":\"X\"}"})");
    row("null", "");
    row(R"("{\"error_type\":\"<class 'E'>\",\"error_message\":\"boom\"}")",
        R"({"code":"<class 'E'>","message":"boom"})");
    row(R"("{not JSON")", R"({"code":"FAILED","message":"{not JSON"})");
    row(R"(null,"output":{"error":"no face found"})",
        R"({"code":"FAILED","message":"no face found"})");
}

void TestRunpodMapping::mapsErrors()
{
    QFETCH(QByteArray, error);
    const auto result = mapped("{\"id\":\"a\",\"status\":\"FAILED\",\"error\":" + error + "}");
    QVERIFY(result);
    QTEST(result->changes[0].error, "expected");
}

void TestRunpodMapping::keepsTheErrorOfACompletedJob()
{
    const auto result = mapped(R"({"id":"a","status":"COMPLETED","output":{"error":"no face"}})");
    QVERIFY(result);
    QCOMPARE(result->changes[0].type, EventType::Completed);
    QCOMPARE(result->changes[0].error, R"({"code":"COMPLETED","message":"no face"})");
}

void TestRunpodMapping::namesTheBadField_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *body, const char *error) {
        QTest::newRow(body) << QByteArray(body) << QString::fromLatin1(error);
    };
    row(R"({"status":"COMPLETED"})", "bad_field id: must be present");
    row(R"({"id":"","status":"COMPLETED"})", "bad_field id: must be present");
    row(R"({"id":"a","status":"EXPLODED"})", "unknown_word unknown status \"EXPLODED\"");
    row(R"({"id":"a","status":"completed"})", "unknown_word unknown status \"completed\"");
    row(R"({"id":"a","status":7})", "unknown_word unknown status \"\"");
    row(R"({"id":"a"})", "unknown_word unknown status \"\"");
    row("id=a", "bad_json not JSON: unexpected byte at offset 0");
    row("", "bad_json not JSON: unexpected byte at offset 0");
}

void TestRunpodMapping::namesTheBadField()
{
    QFETCH(QByteArray, body);
    const auto result = mapped(body);
    QVERIFY(!result);
    QTEST(QString(QString::fromLatin1(result.error().code) + QLatin1Char(' ')
                  + result.error().message),
          "error");
}

void TestRunpodMapping::keysRepeatsAlike()
{
    const QByteArray body = R"({"id":"a","status":"COMPLETED"})";
    const DedupKey key = mapped(body)->dedupKey;
    QCOMPARE(key.text.size(), 64);
    QVERIFY(!key.isId);
    QCOMPARE(mapped(body)->dedupKey, key);
    QVERIFY(mapped(body + ' ')->dedupKey != key);
    QVERIFY(RunpodMapping().map({"other", {}, body, 0})->dedupKey != key);
}

QTEST_GUILESS_MAIN(TestRunpodMapping)
#include "tst_runpodmapping.moc"
