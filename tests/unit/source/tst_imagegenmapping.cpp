// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/imagegenmapping.h"

#include <QTest>

using namespace hub;

class TestImageGenMapping : public QObject
{
    Q_OBJECT

private slots:
    void maps_data();
    void maps();
    void keepsWhoAndWhat();
    void namesTheBadField_data();
    void namesTheBadField();
};

namespace {
Result<Mapped> mapped(const QByteArray &body)
{
    return ImageGenMapping().map({"image-gen", {}, body, 0});
}
} // namespace

void TestImageGenMapping::maps_data()
{
    QTest::addColumn<QByteArray>("body"); // members besides the request_id
    QTest::addColumn<QByteArray>("change");
    const auto row = [](const char *body, const char *change) {
        QTest::newRow(body) << QByteArray(body) << QByteArray(change);
    };
    row(R"("status":"OK","payload":{"images":[ {"url":"u"} ],"seed":1.0})",
        R"({"type":"completed","result":{"images":[ {"url":"u"} ],"seed":1.0}})");
    row(R"("status":"COMPLETED","message":"m")", R"({"type":"completed","message":"m"})");
    row(R"("status":"ERROR","message":"no GPU")",
        R"({"type":"failed","message":"no GPU","error":{"code":"ERROR","message":"no GPU"}})");
    row(R"("status":"FAILED","error":"x","payload":{"detail":[]})",
        R"({"type":"failed","error":{"code":"ERROR","message":"x"},"data":{"detail":[]}})");
    row(R"("status":"OK","payload":{"image":{"url":"u"}})",
        R"({"type":"completed","result":{"images":[{"url":"u"}],"output":{"image":{"url":"u"}}}})");
    row(R"("status":"OK","payload":null,"payload_error":"not serializable")",
        R"({"type":"completed","error":{"code":"ERROR","message":"not serializable"}})");
    row(R"("status":"ERROR","error":"status 422","payload":{"detail":[{"msg":"required"}]})",
        R"({"type":"failed","error":{"code":"ERROR","message":"status 422","detail":[{"msg":"required"}]},"data":{"detail":[{"msg":"required"}]}})");
    row(R"("status":"ERROR","payload":{"detail":"too large"})",
        R"({"type":"failed","error":{"code":"ERROR","message":"too large"},"data":{"detail":"too large"}})");
    row(R"("status":"PROGRESS","progress":"101%")", R"({"type":"progress","progress":100})");
    row(R"("status":"PROGRESS","payload":{"progress":42.5})",
        R"({"type":"progress","progress":42.5})");
    row(R"("status":"PROGRESS","progress":7)", R"({"type":"progress","progress":7})");
    row(R"("status":"PROGRESS","payload":[1])", R"({"type":"progress"})");
    row(R"("status":"IN_QUEUE")", R"({"type":"queued"})");
    row(R"("status":"IN_PROGRESS")", R"({"type":"processing"})");
    row(R"("status":"IN_PROGRESS","payload":{"progress":1})",
        R"({"type":"progress","progress":1})");
}

void TestImageGenMapping::maps()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, change);
    const auto result = mapped("{\"request_id\":\"rq\"," + body + '}');
    QVERIFY(result);
    JobChange expected = *jobChangeFromJson(change);
    expected.jobId = "rq";
    expected.kind = JobKind::Image;
    QCOMPARE(toJson(result->changes.at(0)), toJson(expected));
    QVERIFY(result->createsJobs);
    QVERIFY(!result->dedupKey.text.isEmpty());
}

void TestImageGenMapping::keepsWhoAndWhat()
{
    const auto result = mapped(R"({"request_id":7,"user_id":42,"status":"OK","gateway":"g"})");
    QVERIFY(result);
    QCOMPARE(result->changes[0].jobId, "7");
    QCOMPARE(result->changes[0].owner, "42");
    QCOMPARE(result->changes[0].extra.decoded().keys(), QStringList{QStringLiteral("gateway")});
}

void TestImageGenMapping::namesTheBadField_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("start");
    const auto row = [](const char *body, const char *start) {
        QTest::newRow(body) << QByteArray(body) << QString::fromLatin1(start);
    };
    row(R"({"status":"OK"})", "request_id: must be present");
    row(R"({"request_id":"a/b","status":"OK"})", "request_id: must be 1 to 128");
    row(R"({"request_id":"a","status":"MAYBE"})", "unknown status \"MAYBE\"");
}

void TestImageGenMapping::namesTheBadField()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, start);
    const auto result = mapped(body);
    QVERIFY(!result);
    QCOMPARE(result.error().code,
             start.startsWith(QLatin1String("unknown")) ? "unknown_word" : "bad_field");
    QVERIFY2(result.error().message.startsWith(start), qPrintable(result.error().message));
}

QTEST_GUILESS_MAIN(TestImageGenMapping)
#include "tst_imagegenmapping.moc"
