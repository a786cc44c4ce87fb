// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/executionmapping.h"

#include <QTest>

using namespace hub;

class TestExecutionMapping : public QObject
{
    Q_OBJECT

private slots:
    void maps_data();
    void maps();
    void prefersTheOwnNames();
    void dropsDetailsThatCannotBeRead();
    void namesTheBadField_data();
    void namesTheBadField();
};

namespace {
Result<Mapped> mapped(const QByteArray &body)
{
    return ExecutionMapping().map({"execution", {}, body, 0});
}
} // namespace

void TestExecutionMapping::maps_data()
{
    QTest::addColumn<QByteArray>("body"); // members besides the execution_id
    QTest::addColumn<QByteArray>("change");
    const auto row = [](const char *body, const char *change) {
        QTest::newRow(body) << QByteArray(body) << QByteArray(change);
    };
    row(R"("event":"execution.requested","user_id":"u")",
        R"({"type":"queued","name":"execution.requested","owner":"u"})");
    row(R"("type":"pod_created","owner":"u","pod":"p-1")",
        R"({"type":"queued","name":"pod.created","owner":"u","extra":{"pod":"p-1"}})");
    row(R"("event_type":"pod.running","progress":10,"message":"m")",
        R"({"type":"processing","name":"pod.running","progress":10,"message":"m"})");
    row(R"("event":"execution.completed")",
        R"({"type":"progress","name":"execution.completed","progress":100})");
    row(R"("event":"execution_failed","error":"x")",
        R"({"type":"failed","name":"execution.failed","error":{"code":"execution.failed","message":"x"}})");
    row(R"("event":"execution.timeout","attempt":2)",
        R"({"type":"timed_out","name":"execution.timeout","attempt":2})");
    row(R"("event":"result_stored","result":{"n": 1.0})",
        R"({"type":"completed","name":"result_stored","result":{"n": 1.0}})");
    row(R"("event":"progress","progress":3,"data":[ ])",
        R"({"type":"progress","progress":3,"data":[ ]})");
}

void TestExecutionMapping::maps()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, change);
    const auto result = mapped("{\"execution_id\":\"ex\"," + body + '}');
    QVERIFY(result);
    JobChange expected = *jobChangeFromJson(change);
    expected.jobId = "ex";
    expected.kind = JobKind::Execution;
    QCOMPARE(toJson(result->changes.at(0)), toJson(expected));
    QVERIFY(result->createsJobs);
}

void TestExecutionMapping::prefersTheOwnNames()
{
    const auto both =
        mapped(R"({"id":"evt-9","execution_id":"ex","event":"pod.created","type":"event"})");
    QVERIFY(both);
    QCOMPARE(both->changes[0].jobId, "ex");
    QCOMPARE(both->changes[0].extra.decoded().value(QLatin1String("id")).toString(),
             QStringLiteral("evt-9"));
    QCOMPARE(mapped(R"({"id":"a","type":"pod.created"})")->changes[0].jobId, "a");
    QCOMPARE(mapped(R"({"job_id":"b","type":"pod.created"})")->changes[0].jobId, "b");
}

void TestExecutionMapping::dropsDetailsThatCannotBeRead()
{
    const auto result = mapped(R"({"id":"a","type":"result_stored","progress":"most","step":5,)"
                               R"("attempt":"two","user_id":"a\u001b","message":["x"]})");
    QVERIFY(result);
    const JobChange &change = result->changes.at(0);
    QCOMPARE(change.type, EventType::Completed);
    QVERIFY(!change.progress && !change.step && !change.attempt && !change.message);
    QCOMPARE(change.owner, QByteArray());
    QCOMPARE(result->notes.size(), 5);
    QVERIFY(result->notes.contains(QStringLiteral("progress: must be a number from 0 to 100")));
}

void TestExecutionMapping::namesTheBadField_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *body, const char *message) {
        QTest::newRow(body) << QByteArray(body) << QString::fromLatin1(message);
    };
    row(R"({"event":"pod.running"})", "execution_id: must be present");
    row(R"({"id":"a"})", "unknown event \"\"");
    row(R"({"id":"a","type":"pod.exploded"})", "unknown type \"pod.exploded\"");
    row(R"({"id":"a","type":"notification"})", "unknown type \"notification\"");
    row(R"({"id":"a/b","type":"pod.running"})",
        "id: must be 1 to 128 characters of A-Z a-z 0-9 . _ ~ : @ + = -");
}

void TestExecutionMapping::namesTheBadField()
{
    QFETCH(QByteArray, body);
    const auto result = mapped(body);
    QVERIFY(!result);
    QCOMPARE(result.error().code, result.error().message.startsWith(QLatin1String("unknown"))
                                      ? "unknown_word"
                                      : "bad_field");
    QTEST(result.error().message, "message");
}

QTEST_GUILESS_MAIN(TestExecutionMapping)
#include "tst_executionmapping.moc"
