// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/sqlite/sqlite.h"
#include "tests/support/onehub.h"

#include <QJsonDocument>
#include <QTest>

using test::HttpAnswer;

namespace {

constexpr int manyMembers = 50'000; // a body of about 1 MiB

QByteArray members(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += ",\"m" + QByteArray::number(i) + "\":" + QByteArray::number(i);
    return text;
}

QByteArray oneLarge(qsizetype bytes)
{
    return ",\"large\":\"" + QByteArray(bytes, 'x') + '"';
}

} // namespace

/// A job with too many members or too long texts must slow down neither its events nor other jobs.
class TestLargeJobs : public QObject, protected test::OneHub
{
    Q_OBJECT

private slots:
    void init() { m_hub = std::make_unique<test::HubRunner>(); }
    void cleanup() { m_hub.reset(); }

    void isRefused_data();
    void isRefused();
    void aWebhookKeepsItsOutcome();
    void anOldOneStopsNobody();
    void aLongMessageIsNotRepeatedByEachEvent();
};

void TestLargeJobs::isRefused_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<bool>("fits");
    QTest::newRow("64 members") << members(64) << true;
    QTest::newRow("65 members") << members(65) << false;
    QTest::newRow("as many as fit into a body") << members(manyMembers) << false;
    QTest::newRow("16 KiB") << oneLarge(16 * 1024 - 7) << true;
    QTest::newRow("16 KiB and a byte") << oneLarge(16 * 1024 - 6) << false;
}

void TestLargeJobs::isRefused()
{
    QFETCH(QByteArray, rest);
    QFETCH(bool, fits);
    const HttpAnswer created = call("POST", "/api/v1/jobs", "{\"job_id\":\"j\"" + rest + '}');
    QCOMPARE(created.status, fits ? 201 : 413);
    const QByteArray event = R"({"type":"progress","progress":1)" + rest + '}';
    const HttpAnswer published = call("POST", "/api/v1/jobs/j/events", event);
    QCOMPARE(published.status, fits ? 202 : 413);
    const QByteArray line = R"({"job_id":"k","type":"log","message":"x")" + rest + '}';
    const HttpAnswer batch = call("POST", "/api/v1/events:batch", line + "\n" + line);
    QCOMPARE(batch.status, 207);
    for (const QByteArray &answer : batch.body.trimmed().split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(answer).object();
        QCOMPARE(object.value(QLatin1String("status")).toInt(), fits ? 202 : 413);
    }
    if (fits)
        return;
    QCOMPARE(created.code(), QByteArray("too_many_members"));
    QCOMPARE(published.code(), QByteArray("too_many_members"));
    QVERIFY2(created.body.contains("unknown members: must be at most 64 with 16384 bytes in all"),
             created.body);
}

void TestLargeJobs::aWebhookKeepsItsOutcome()
{
    QCOMPARE(call("POST", "/api/v1/jobs", R"({"job_id":"j","external_id":"rp-1"})").status, 201);
    const QByteArray webhook = R"({"id":"rp-1","status":"COMPLETED","output":{"n":1})";
    QCOMPARE(
        call("POST", "/api/v1/webhooks/runpod-completion", webhook + members(manyMembers) + '}')
            .status,
        200);
    QCOMPARE(call("GET", "/api/v1/jobs/j").json().value(QLatin1String("status")).toString(),
             QStringLiteral("completed"));
    const QByteArray metrics = call("GET", "/metrics").body;
    QVERIFY2(metrics.contains("hub_limit_reached_total{limit=\"unknown_members\"} 1"), metrics);
}

/// A job stored by an older version, which had no limit. Its events took 60 ms each.
void TestLargeJobs::anOldOneStopsNobody()
{
    QCOMPARE(call("POST", "/api/v1/jobs", R"({"job_id":"fat"})").status, 201);
    m_hub->stop();
    {
        hub::Database database(m_hub->dataDir() + QStringLiteral("/heliograph.db"));
        hub::Statement update(database, "UPDATE jobs SET extra = ?");
        QVERIFY(update.run(QByteArray("{\"a\":1" + members(manyMembers) + '}')));
    }
    m_hub->start();
    QByteArray batch;
    for (int i = 1; i <= 1'200; ++i) {
        const QByteArray number = QByteArray::number(i / 12.0);
        batch += R"({"job_id":"fat","type":"progress","progress":)" + number + "}\n";
    }
    const HttpAnswer answer = call("POST", "/api/v1/events:batch", batch);
    QCOMPARE(answer.status, 207);
    QCOMPARE(answer.body.count("\"status\":202"), 1'200);
    const QJsonObject job = call("GET", "/api/v1/jobs/fat").json();
    QCOMPARE(job.value(QLatin1String("progress")).toDouble(), 100.0);
    QCOMPARE(job.value(QLatin1String("m49999")).toInt(), 49'999); // unchanged
}

void TestLargeJobs::aLongMessageIsNotRepeatedByEachEvent()
{
    const QByteArray event =
        "{\"type\":\"processing\",\"message\":\"" + QByteArray(200'000, 'x') + "\"}";
    QCOMPARE(call("POST", "/api/v1/jobs/j/events", event).status, 202);
    const QJsonObject job = call("GET", "/api/v1/jobs/j").json();
    const QString kept = job.value(QLatin1String("message")).toString();
    QCOMPARE(kept.size(), 4'096);
    QVERIFY(kept.startsWith(QLatin1String("xxx")) && kept.endsWith(QChar(0x2026)));
    const QJsonObject again = call("POST", "/api/v1/jobs/j/events", event).json();
    QVERIFY(again.value(QLatin1String("duplicate")).toBool());
}

QTEST_GUILESS_MAIN(TestLargeJobs)
#include "tst_largejobs.moc"
