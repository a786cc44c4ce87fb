// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/genericmapping.h"

#include <QTest>

using namespace hub;

class TestGenericMapping : public QObject
{
    Q_OBJECT

private slots:
    void maps_data();
    void maps();
    void numbersAttempts_data();
    void numbersAttempts();
    void findsByExternalId();
    void ignoresStatuses();
    void dropsDetailsThatCannotBeRead();
    void namesTheBadField_data();
    void namesTheBadField();
    void refusesBadMaps_data();
    void refusesBadMaps();
};

namespace {
using Table = QMap<QString, QString>;

Table pointers(std::initializer_list<std::pair<const char *, const char *>> rows)
{
    Table table;
    for (const auto &[key, value] : rows)
        table.insert(QString::fromLatin1(key), QString::fromLatin1(value));
    return table;
}

GenericMapping source()
{
    const auto map = GenericMap::parse(
        pointers({{"job", "/job/id"},
                  {"owner", "/job/user"},
                  {"attempt", "/job/try"},
                  {"kind", "/job/kind"},
                  {"status", "/state"},
                  {"progress", "/percent"},
                  {"message", "/note"},
                  {"result", "/out"},
                  {"images", "/out/pictures"},
                  {"error", "/problem"}}),
        pointers({{"done", "completed"}, {"2", "failed"}, {"true", "processing"}}));
    return GenericMapping(*map);
}

Result<Mapped> mapped(const QByteArray &body)
{
    return source().map({"ci", {}, body, 0});
}
} // namespace

void TestGenericMapping::maps_data()
{
    QTest::addColumn<QByteArray>("body"); // members besides the job
    QTest::addColumn<QByteArray>("change");
    const auto row = [](const char *body, const char *change) {
        QTest::newRow(body) << QByteArray(body) << QByteArray(change);
    };
    row(R"("state":"done","out":{"n": 1.00})",
        R"({"type":"completed","result":{"output":{"n": 1.00}}})");
    row(R"("state":"done","out":{"pictures":["a/b.png"]})",
        R"({"type":"completed","result":{"images":[{"url":"a/b.png","file_name":"b.png","content_type":"image/png"}],"output":{"pictures":["a/b.png"]}}})");
    row(R"("state":"done","out":{"pictures":"b"})",
        R"({"type":"completed","result":{"images":[{"url":"b","file_name":"b"}],"output":{"pictures":"b"}}})");
    row(R"("state":2,"problem":"x")",
        R"({"type":"failed","error":{"code":"failed","message":"x"}})");
    row(R"("state":true)", R"({"type":"processing"})");
    row(R"("state":"processing","percent":5)", R"({"type":"progress","progress":5})");
    row(R"("state":"cancelled")", R"({"type":"cancelled"})");
    row(R"("percent":12.5,"note":"n")", R"({"type":"progress","progress":12.5,"message":"n"})");
    row(R"("state":null,"percent":null)", R"({"type":"progress"})");
}

void TestGenericMapping::maps()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, change);
    const auto result = mapped(R"({"job":{"id":"j","user":"u","kind":"restore"},)" + body + '}');
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    JobChange expected = *jobChangeFromJson(change);
    expected.jobId = "j";
    expected.owner = "u";
    expected.kind = JobKind::Restore;
    QCOMPARE(toJson(result->changes.at(0)), toJson(expected));
    QVERIFY(result->createsJobs);
}

void TestGenericMapping::numbersAttempts_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<int>("attempt"); // 0 = not given
    QTest::newRow("a number") << QByteArray("3") << 3;
    QTest::newRow("null") << QByteArray("null") << 0;
    QTest::newRow("zero") << QByteArray("0") << 0;
    QTest::newRow("a word") << QByteArray("\"third\"") << 0;
}

void TestGenericMapping::numbersAttempts()
{
    QFETCH(QByteArray, number);
    const auto result = mapped(R"({"job":{"id":"j","try":)" + number + R"(},"state":"done"})");
    QVERIFY(result);
    QTEST(result->changes.at(0).attempt.value_or(0), "attempt");
}

void TestGenericMapping::findsByExternalId()
{
    const auto map = GenericMap::parse(pointers({{"external_id", "/runs/0/id"}}), {});
    QVERIFY(map);
    const GenericMapping byRun(*map);
    const auto result = byRun.map({"runs", {}, R"({"runs":[{"id":12345678901234567}]})", 0});
    QVERIFY(result);
    QCOMPARE(result->externalId, "12345678901234567");
    QCOMPARE(result->changes[0].externalId, "12345678901234567");
    QVERIFY(!result->createsJobs);
}

void TestGenericMapping::ignoresStatuses()
{
    const auto map =
        GenericMap::parse(pointers({{"job", "/id"}, {"status", "/s"}}),
                          pointers({{"done", "completed"}, {"failed", "ignored"}, {"*", "log"}}));
    QVERIFY(map);
    const auto result = [&](const char *status) {
        const QByteArray body = R"({"id":"j","s":")" + QByteArray(status) + R"("})";
        return *GenericMapping(*map).map({"s", {}, body, 0});
    };
    QCOMPARE(result("done").changes.at(0).type, EventType::Completed);
    QVERIFY(result("failed").changes.empty()); // the map overrides the built-in word
    QVERIFY(!result("failed").createsJobs && !result("failed").dedupKey.text.isEmpty());
    QCOMPARE(result("cancelled").changes.at(0).type, EventType::Cancelled);
    QCOMPARE(result("whatever").changes.at(0).type, EventType::Log);
}

/// An unreadable detail must not prevent the end of a job.
void TestGenericMapping::dropsDetailsThatCannotBeRead()
{
    const auto result =
        mapped(R"({"job":{"id":"a","kind":"video"},"state":"done","percent":"most"})");
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QCOMPARE(result->changes.at(0).type, EventType::Completed);
    QVERIFY(!result->changes.at(0).kind && !result->changes.at(0).progress);
    QCOMPARE(result->notes.size(), 2);
}

void TestGenericMapping::namesTheBadField_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("start");
    const auto row = [](const char *body, const char *start) {
        QTest::newRow(body) << QByteArray(body) << QString::fromLatin1(start);
    };
    row(R"({"state":"done"})", "job: must be present");
    row(R"({"job":{"id":"a b"},"state":"done"})", "job: must be 1 to 128");
    row(R"({"job":{"id":"a"},"state":"gone"})", "unknown status \"gone\"");
    row(R"({"job":{"id":"a"},"state":{}})", "unknown status \"{}\"");
    row("[]", "not a JSON object");
    row(R"({"job":{"id":"a"}} x)", "not JSON: unexpected byte at offset 19");
}

void TestGenericMapping::namesTheBadField()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, start);
    const auto result = mapped(body);
    QVERIFY(!result);
    QVERIFY2(result.error().message.startsWith(start), qPrintable(result.error().message));
}

void TestGenericMapping::refusesBadMaps_data()
{
    QTest::addColumn<Table>("table");
    QTest::addColumn<Table>("statuses");
    QTest::addColumn<QString>("message");
    QTest::newRow("unknown key") << pointers({{"job", "/a"}, {"jobb", "/a"}}) << Table()
                                 << QStringLiteral("jobb: unknown key");
    QTest::newRow("no pointer") << pointers({{"job", "a"}}) << Table()
                                << QStringLiteral("job: \"a\" is not a JSON pointer");
    QTest::newRow("no job") << pointers({{"status", "/a"}}) << Table()
                            << QStringLiteral("job: must be present, or external_id instead");
    QTest::newRow("no status") << pointers({{"job", "/a"}}) << pointers({{"ok", "fine"}})
                               << QStringLiteral("statuses.ok: \"fine\" is not a status");
}

void TestGenericMapping::refusesBadMaps()
{
    QFETCH(Table, table);
    QFETCH(Table, statuses);
    const auto map = GenericMap::parse(table, statuses);
    QVERIFY(!map);
    QCOMPARE(map.error().code, "bad_map");
    QTEST(map.error().message, "message");
}

QTEST_GUILESS_MAIN(TestGenericMapping)
#include "tst_genericmapping.moc"
