// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/hub/signinghub.h"
#include "tests/support/streamreader.h"

#include <QTest>

using namespace test;

namespace {

/// Webhooks of one GitLab pipeline by short names. The first run, with build 1, has `run1`,
/// `failed1` and `success1`. A retry, with build 2, has `pending2`, `run2` and `success2`. A manual
/// job that starts after `success1` and makes no new build has `manual` and `success1m`.
QByteArray pipelineHook(const QByteArray &id, const QByteArray &name)
{
    const auto hook = [&](const char *status, const char *finished, const char *builds) {
        return R"({"object_kind":"pipeline","object_attributes":{"id":)" + id + R"(,"status":")"
               + status + R"(","created_at":"2026-11-25 10:00:00 UTC","finished_at":)" + finished
               + R"(},"builds":[)" + builds + "]}";
    };
    const char *const end1 = R"("2026-11-25 10:05:00 UTC")";
    if (name == "run1")
        return hook("running", "null", R"({"id":1,"started_at":"2026-11-25 10:01:00 UTC"})");
    if (name == "failed1")
        return hook("failed", end1, R"({"id":1,"finished_at":"2026-11-25 10:04:59 UTC"})");
    if (name == "success1")
        return hook("success", end1, R"({"id":1,"finished_at":"2026-11-25 10:04:59 UTC"})");
    if (name == "pending2")
        return hook("pending", "null", R"({"id":2,"created_at":"2026-11-25 10:10:00 UTC"})");
    if (name == "run2")
        return hook("running", end1, R"({"id":2,"started_at":"2026-11-25 10:11:00 UTC"})");
    if (name == "success2")
        return hook("success", R"("2026-11-25 10:15:00 UTC")", R"({"id":2})");
    if (name == "manual")
        return hook("running", end1, R"({"id":1,"started_at":"2026-11-25 10:01:00 UTC"})");
    return hook("success", R"("2026-11-25 10:20:00 UTC")", R"({"id":1})");
}

QByteArray runHook(int attempt, const char *status, const char *conclusion)
{
    return R"({"workflow_run":{"id":9,"run_attempt":)" + QByteArray::number(attempt)
           + R"(,"status":")" + status + R"(","conclusion":)" + conclusion + "}}";
}

} // namespace

/// Jobs that their sender runs again under the same id, over real sockets.
class TestHubAttempts : public QObject
{
    Q_OBJECT

private slots:
    void followsARetriedPipeline_data();
    void followsARetriedPipeline();
    void followsRunAttempts();
    void aStreamEndsWithItsAttempt();
    void aPublisherNumbersAttempts();
    void takesNoIdThatAnotherHasSince();

private:
    /// The status and attempt of a job.
    QByteArray state(const QByteArray &job)
    {
        const QJsonObject found = m_hub.call("GET", "/api/v1/jobs/" + job).json();
        return found.value(QLatin1String("status")).toString().toUtf8() + ' '
               + QByteArray::number(found.value(QLatin1String("attempt")).toInt());
    }
    /// Sends the hook as a new delivery, or as a repeat of an earlier one.
    void sendHook(const QByteArray &pipeline, const QByteArray &name, bool isRepeat = false)
    {
        Signed webhook = gitlab(pipelineHook(pipeline, name));
        const QByteArray uuid = isRepeat ? name : QByteArray::number(++m_count);
        webhook.headers.append({"X-Gitlab-Event-UUID", uuid});
        QCOMPARE(m_hub.send(webhook).status, 200);
    }
    HttpAnswer publish(const QByteArray &job, const QByteArray &body)
    {
        return m_hub.call("POST", "/api/v1/jobs/" + job + "/events", body);
    }

    SigningHub m_hub;
    int m_count = 0;
};

void TestHubAttempts::followsARetriedPipeline_data()
{
    // `=` and a state: the expected state of the job at this point
    QTest::addColumn<QByteArray>("hooks");
    const auto row = [](const char *name, const char *hooks) {
        QTest::newRow(name) << QByteArray(hooks);
    };
    row("in order", "run1 failed1 =failed_1 pending2 =queued_2 run2 =processing_2 success2 "
                    "=completed_2");
    row("the end of the first run comes again", "run1 failed1 pending2 run2 failed1 run1 "
                                                "=processing_2 success2 =completed_2");
    row("and after everything", "run1 failed1 pending2 run2 success2 failed1 run1 pending2 run2 "
                                "=completed_2");
    row("the end of the first run is overtaken", "run1 pending2 run2 failed1 =failed_1 run2 "
                                                 "=processing_2 success2 =completed_2");
    row("ends alone", "failed1 success2 =completed_2");
    row("the end twice", "failed1 failed1 =failed_1");
    row("running again is told late", "failed1 success2 pending2 run2 =completed_2");
    row("a manual job", "run1 success1 =completed_1 manual =processing_2 success1 =processing_2 "
                        "success1m =completed_2 manual =completed_2");
}

void TestHubAttempts::followsARetriedPipeline()
{
    QFETCH(QByteArray, hooks);
    const QByteArray id = QByteArray::number(++m_count);
    for (const QByteArray &word : hooks.split(' ')) {
        if (word.startsWith('='))
            QCOMPARE(state("lab.pipeline." + id), word.mid(1).replace('_', ' '));
        else
            sendHook(id, word);
    }
}

void TestHubAttempts::followsRunAttempts()
{
    for (const auto &[attempt, status, conclusion, expected] :
         {std::tuple{1, "in_progress", "null", "processing 1"},
          std::tuple{1, "completed", "\"failure\"", "failed 1"},
          std::tuple{2, "queued", "null", "queued 2"},
          std::tuple{2, "in_progress", "null", "processing 2"},
          std::tuple{1, "in_progress", "\"late\"", "processing 2"},
          std::tuple{1, "completed", "\"cancelled\"", "processing 2"},
          std::tuple{2, "completed", "\"success\"", "completed 2"},
          std::tuple{1, "completed", "\"failure\"", "completed 2"},
          std::tuple{4, "completed", "\"success\"", "completed 4"}}) {
        QCOMPARE(m_hub.send(github(runHook(attempt, status, conclusion))).status, 200);
        QCOMPARE(state("ci.run.9"), QByteArray(expected));
    }
}

/// Each attempt ends its stream with one terminal event and `hub.end`. A reconnect after a new
/// attempt began continues with that attempt.
void TestHubAttempts::aStreamEndsWithItsAttempt()
{
    const QByteArray path = "/api/v1/events/lab.pipeline.700";
    sendHook("700", "run1");
    StreamReader first(m_hub.process().url(), path);
    QVERIFY(first.waitForEvents(2));
    sendHook("700", "failed1");
    QVERIFY(first.waitForClose());
    QCOMPARE(first.types(), QByteArrayList{"failed"});
    const HttpHeaders atEnd{{"Last-Event-ID", first.lastEventId()}};
    StreamReader over(m_hub.process().url(), path, atEnd);
    QVERIFY(over.waitForHead());
    QCOMPARE(over.status(), 204);

    sendHook("700", "pending2");
    StreamReader second(m_hub.process().url(), path, atEnd);
    QCOMPARE(second.next("queued").value(QLatin1String("attempt")).toInt(), 2);
    const QByteArray epoch = first.lastEventId().split('.').first();
    StreamReader whole(m_hub.process().url(), path, {{"Last-Event-ID", epoch + ".0-0"}});
    whole.next("queued");
    QVERIFY(!whole.body().contains("hub.end")); // the failed attempt is not the last one
    sendHook("700", "success2");
    for (StreamReader *stream : {&second, &whole}) {
        QVERIFY(stream->waitForClose());
        QCOMPARE(stream->types().last(), QByteArray("completed"));
        QCOMPARE(stream->body().count("event: hub.end"), 1);
    }
    QVERIFY(whole.types().contains("failed"));

    StreamReader again(m_hub.process().url(), path, {{"Last-Event-ID", epoch + ".0-0"}});
    QVERIFY(again.waitForClose());
    QCOMPARE(again.ids(), whole.ids());
    QCOMPARE(again.body().count("event: hub.end"), 1);
}

void TestHubAttempts::aPublisherNumbersAttempts()
{
    QCOMPARE(publish("numbered", R"({"type":"queued","restore_id":"r1"})").status, 202);
    QCOMPARE(publish("numbered", R"({"type":"failed"})").status, 202);
    const HttpAnswer refused = publish("numbered", R"({"type":"processing"})");
    QCOMPARE(refused.code(), QByteArray("illegal_transition"));
    QCOMPARE(publish("numbered", R"({"type":"processing","attempt":2})").status, 202);
    QCOMPARE(state("numbered"), QByteArray("processing 2"));
    QCOMPARE(publish("numbered", R"({"type":"failed","attempt":1})").status, 202); // ignored
    QCOMPARE(state("numbered"), QByteArray("processing 2"));
    QCOMPARE(publish("numbered", R"({"type":"cancelled"})").status, 202);
    QCOMPARE(publish("numbered", R"({"type":"queued","restore_id":"r2"})").status, 202);
    QCOMPARE(state("numbered"), QByteArray("queued 3"));
}

void TestHubAttempts::takesNoIdThatAnotherHasSince()
{
    QCOMPARE(publish("one", R"({"type":"queued","external_id":"x-1"})").status, 202);
    QCOMPARE(publish("one", R"({"type":"failed"})").status, 202);
    QCOMPARE(publish("two", R"({"type":"queued","external_id":"x-1"})").status, 202);
    QCOMPARE(publish("one", R"({"type":"queued","attempt":2,"external_id":"x-1"})").code(),
             QByteArray("external_id_taken"));
    QCOMPARE(publish("one", R"({"type":"queued","attempt":2})").status, 202);
    const auto idOf = [this](const char *job) {
        return m_hub.call("GET", QByteArray("/api/v1/jobs/") + job)
            .json()
            .value(QLatin1String("external_id"))
            .toString();
    };
    QCOMPARE(idOf("one"), QString());
    QCOMPARE(idOf("two"), QStringLiteral("x-1"));
}

QTEST_GUILESS_MAIN(TestHubAttempts)
#include "tst_hubattempts.moc"
