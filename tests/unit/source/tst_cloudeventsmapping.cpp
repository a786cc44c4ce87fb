// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/cloudeventsmapping.h"

#include <QTest>

using namespace hub;

class TestCloudEventsMapping : public QObject
{
    Q_OBJECT

private slots:
    void mapsEveryMode_data();
    void mapsEveryMode();
    void mapsABatch();
    void ignoresWhatTheMapSays();
    void tellsRepeatsApart();
    void refuses_data();
    void refuses();
};

namespace {

using Fields = QList<std::pair<QByteArray, QByteArray>>;

const QByteArray envelope = R"("specversion":"1.0","id":"A234","source":"/renders",)"
                            R"("type":"org.example.render.done","subject":"job-1")";

CloudEventsMapping source()
{
    const auto map =
        GenericMap::parse({{QStringLiteral("job"), QStringLiteral("/subject")},
                           {QStringLiteral("status"), QStringLiteral("/type")},
                           {QStringLiteral("message"), QStringLiteral("/data/note")}},
                          {{QStringLiteral("org.example.render.done"), QStringLiteral("completed")},
                           {QStringLiteral("*"), QStringLiteral("ignored")}});
    return CloudEventsMapping(*map);
}

Fields binary(const char *id = "A234")
{
    return {{"ce-specversion", "1.0"}, {"ce-id", id},
            {"ce-source", "/renders"}, {"ce-type", "org.example.render.done"},
            {"ce-subject", "job%2D1"}, {"content-type", "application/json; charset=utf-8"}};
}

const Fields structured = {std::pair("content-type", "application/cloudevents+json")};
const Fields batched = {std::pair("content-type", "application/cloudevents-batch+json")};

} // namespace

void TestCloudEventsMapping::mapsEveryMode_data()
{
    QTest::addColumn<Fields>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("binary") << binary() << QByteArray(R"({"note":"n"})");
    QTest::newRow("structured") << structured << '{' + envelope + R"(,"data":{"note":"n"}})";
    QTest::newRow("structured as JSON") << Fields{{"content-type", "application/json"}}
                                        << '{' + envelope + R"(,"data":{"note":"n"}})";
    QTest::newRow("batched as JSON") << Fields{{"content-type", "application/json"}}
                                     << "[{" + envelope + R"(,"data":{"note":"n"}}])";
    Fields quoted = binary();
    quoted[4].second = "\"job%2D1\"";
    QTest::newRow("quoted") << quoted << QByteArray(R"({"note":"n"})");
    QTest::newRow("base64") << structured
                            << '{' + envelope + R"(,"data_base64":"eyJub3RlIjoibiJ9"})";
    QTest::newRow("batched") << batched << "[ {" + envelope + R"(,"data":{"note":"n"}} ])";
}

void TestCloudEventsMapping::mapsEveryMode()
{
    QFETCH(Fields, headers);
    QFETCH(QByteArray, body);
    const auto result = source().map({"events", headers, body, 0});
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QCOMPARE(result->changes.size(), size_t{1});
    QCOMPARE(result->changes[0].jobId, QByteArray("job-1"));
    QCOMPARE(result->changes[0].type, EventType::Completed);
    QCOMPARE(*result->changes[0].message, QStringLiteral("n"));
    QVERIFY(result->createsJobs);
}

void TestCloudEventsMapping::mapsABatch()
{
    const QByteArray other = QByteArray(envelope).replace("job-1", "job-2");
    const auto two = source().map({"events", batched, "[{" + envelope + "},{" + other + "}]", 0});
    QVERIFY(two);
    QCOMPARE(two->changes.size(), size_t{2});
    QCOMPARE(two->changes[1].jobId, QByteArray("job-2"));
    const QByteArray bad = QByteArray(envelope).replace(R"("subject":"job-1")", R"("subject":7)");
    QVERIFY(bad != envelope);
    const auto one = source().map({"events", batched, "[{" + bad + "},{" + other + "}]", 0});
    QVERIFY(one); // the other events of the batch are still read
    QCOMPARE(one->changes.size(), size_t{1});
    QCOMPARE(one->notes.size(), 1);
    QVERIFY(source().map({"events", batched, "[]", 0})->changes.empty());
    const QByteArray many = '[' + ('{' + envelope + "},").repeated(1000) + '{' + envelope + "}]";
    QCOMPARE(source().map({"events", batched, many, 0}).error().code, QByteArray("body_too_large"));
}

void TestCloudEventsMapping::ignoresWhatTheMapSays()
{
    Fields headers = binary();
    headers[3].second = "org.example.render.started";
    const auto result = source().map({"events", headers, "{}", 0});
    QVERIFY(result && result->changes.empty());
}

void TestCloudEventsMapping::tellsRepeatsApart()
{
    const auto key = [](const Fields &headers, const QByteArray &body, bool bodyAlone = false) {
        Inbound inbound{"events", headers, body, 0};
        inbound.bodyAloneSigned = bodyAlone;
        return source().map(inbound)->dedupKey;
    };
    QCOMPARE(key(binary(), "{}"), key(binary(), "{ }"));
    QVERIFY(key(binary(), "{}") != key(binary("B"), "{}"));
    QVERIFY(key(binary(), "{}").isId && !key(binary(), "{}", true).isId);
    // When only the body is signed, the headers may be forged and must not count.
    QCOMPARE(key(binary(), "{}", true), key(binary("B"), "{}", true));
    QVERIFY(key(binary(), "{}", true) != key(binary(), "{ }", true));
    QCOMPARE(key(structured, '{' + envelope + '}'), key(structured, '{' + envelope + " }"));
}

void TestCloudEventsMapping::refuses_data()
{
    QTest::addColumn<Fields>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const Fields &headers, const QByteArray &body,
                        const char *code, const char *message) {
        QTest::newRow(name) << headers << body << QByteArray(code) << QString::fromLatin1(message);
    };
    row("another format", {{"content-type", "application/cloudevents+avro"}}, "",
        "unsupported_media_type",
        "application/cloudevents+avro is not supported: must be a JSON format");
    row("no attributes", {{"content-type", "application/json"}}, "{}", "bad_attribute",
        "id: must be a string that is not empty");
    row("another version", structured, '{' + QByteArray(envelope).replace("1.0", "0.3") + '}',
        "bad_attribute", "specversion: must be \"1.0\"");
    row("number as id", structured, '{' + QByteArray(envelope).replace("\"A234\"", "1") + '}',
        "bad_attribute", "id: must be a string that is not empty");
    const auto bad = [&](const char *members, const char *message) {
        row(members, structured, '{' + envelope + ',' + members + '}', "bad_attribute", message);
    };
    bad(R"("time":"yesterday")", "time: must be an RFC 3339 time");
    bad(R"("dataschema":"schema")", "dataschema: must be an absolute URI");
    bad(R"("datacontenttype":"json")", "datacontenttype: must be a media type");
    bad(R"("dataschema":"")", "dataschema: must be a string that is not empty");
    bad(R"("Upper":"x")", "Upper: must have a name of a-z and 0-9 only");
    bad(R"("with_line":"x")", "with_line: must have a name of a-z and 0-9 only");
    bad(R"("extension":{})", "extension: must not be an object or an array");
    bad(R"("data":1,"data_base64":"eA==")", "data_base64: must not be combined with data");
    bad(R"("data_base64":"%")", "data_base64: must be a string in base64");
    row("bad data", binary(), "{", "bad_json", "not JSON: unexpected byte at offset 1");
    row("bad event", structured, "[]", "bad_json", "not a JSON object");
    row("bad batch", batched, "{}", "bad_json", "not a JSON array");
    row("bad element", batched, "[[]]", "bad_json", "not a JSON object");
}

void TestCloudEventsMapping::refuses()
{
    QFETCH(Fields, headers);
    QFETCH(QByteArray, body);
    const auto result = source().map({"events", headers, body, 0});
    QVERIFY(!result);
    QTEST(result.error().code, "code");
    QTEST(result.error().message, "message");
}

QTEST_GUILESS_MAIN(TestCloudEventsMapping)
#include "tst_cloudeventsmapping.moc"
