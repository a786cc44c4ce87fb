// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/onehub.h"
#include "tests/support/streamreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using test::HttpAnswer;
using test::StreamReader;
using test::text;

namespace {

const QByteArray runpodPath = "/api/v1/webhooks/runpod-completion";

} // namespace

/// Webhooks of the built-in sources: matched, repeated, late, unknown, recorded, replayed.
class TestHubWebhooks : public QObject, protected test::OneHub
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_hub.reset(); }

    void completesAJobOnce();
    void sameBytesAfterAnotherAreNoRepeat();
    void lateOnesNeverMoveAJobBack();
    void waitsForItsJob();
    void keepsExactBytes();
    void keepsWhatItRejects();
    void replays();
    void mapsByPointers();

private:
    QString status(const QByteArray &job)
    {
        return text(call("GET", "/api/v1/jobs/" + job).json(), "status");
    }
};

void TestHubWebhooks::init()
{
    app::Config config;
    app::SourceConfig ci;
    ci.name = QStringLiteral("ci");
    ci.scheme = QStringLiteral("generic");
    ci.map = {{QStringLiteral("job"), QStringLiteral("/job/id")},
              {QStringLiteral("status"), QStringLiteral("/state")},
              {QStringLiteral("progress"), QStringLiteral("/percent")}};
    ci.statuses = {{QStringLiteral("done"), QStringLiteral("completed")},
                   {QStringLiteral("busy"), QStringLiteral("processing")}};
    config.sources.push_back(ci);
    m_hub = std::make_unique<test::HubRunner>(config);
}

void TestHubWebhooks::completesAJobOnce()
{
    call("POST", "/api/v1/jobs", R"({"job_id":"j","kind":"restore","external_id":"rp-1"})");
    const QByteArray body =
        R"({"delayTime":4736,"executionTime":157,"id":"rp-1","input":{},)"
        R"("output":{"files":["/out/a.png"]},"status":"COMPLETED","webhook":"http://x"})";
    const HttpAnswer first = call("POST", runpodPath, body);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.json().value(QLatin1String("matched")).toBool(), true);
    QCOMPARE(status("j"), QStringLiteral("completed"));
    const QJsonArray images = call("GET", "/api/v1/jobs/j")
                                  .json()
                                  .value(QLatin1String("result"))
                                  .toObject()
                                  .value(QLatin1String("images"))
                                  .toArray();
    QCOMPARE(text(images.at(0).toObject(), "file_name"), QStringLiteral("a.png"));
    const HttpAnswer second = call("POST", runpodPath, body);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.json().value(QLatin1String("duplicate")).toBool(), true);
    StreamReader stream(m_hub->url(), "/api/v1/events/j");
    QVERIFY(stream.waitForClose());
    QCOMPARE(stream.types(), QByteArrayList{"completed"});
}

void TestHubWebhooks::sameBytesAfterAnotherAreNoRepeat()
{
    const auto say = [this](const char *message) {
        const QByteArray body = R"({"event":"pod.running","execution_id":"e","message":")"
                                + QByteArray(message) + "\"}";
        return text(call("POST", "/api/v1/webhooks/execution", body).json(), "effect");
    };
    QCOMPARE(say("downloading"), QStringLiteral("applied"));
    QCOMPARE(say("downloading"), QStringLiteral("duplicate"));
    QCOMPARE(say("rendering"), QStringLiteral("applied"));
    QCOMPARE(say("downloading"), QStringLiteral("applied"));
    QCOMPARE(text(call("GET", "/api/v1/jobs/e").json(), "message"), QStringLiteral("downloading"));
}

void TestHubWebhooks::lateOnesNeverMoveAJobBack()
{
    call("POST", "/api/v1/jobs", R"({"job_id":"j","kind":"restore","external_id":"rp-1"})");
    call("POST", runpodPath, R"({"id":"rp-1","status":"COMPLETED","output":{"files":[]}})");
    const HttpAnswer late = call("POST", runpodPath, R"({"id":"rp-1","status":"IN_PROGRESS"})");
    QCOMPARE(late.status, 200);
    QCOMPARE(text(late.json(), "effect"), QStringLiteral("ignored: terminal"));
    QCOMPARE(status("j"), QStringLiteral("completed"));
}

void TestHubWebhooks::waitsForItsJob()
{
    const HttpAnswer early =
        call("POST", runpodPath, R"({"id":"rp-9","status":"FAILED","error":"CUDA OOM"})");
    QCOMPARE(early.status, 200);
    QCOMPARE(early.json().value(QLatin1String("matched")).toBool(true), false);
    m_hub->restart();
    StreamReader stream(m_hub->url(), "/api/v1/events/j");
    QVERIFY(!stream.next("hub.snapshot").isEmpty());
    QCOMPARE(call("POST", "/api/v1/jobs", R"({"job_id":"j","kind":"restore","external_id":"rp-9"})")
                 .status,
             201);
    const QJsonObject failed = stream.next("failed");
    QCOMPARE(text(failed.value(QLatin1String("error")).toObject(), "message"),
             QStringLiteral("CUDA OOM"));
    QCOMPARE(stream.types(), (QByteArrayList{"queued", "failed"}));
    const QJsonArray list =
        call("GET", "/api/v1/deliveries").json().value(QLatin1String("deliveries")).toArray();
    QCOMPARE(text(list.at(0).toObject(), "effect"), QStringLiteral("applied"));
}

void TestHubWebhooks::keepsExactBytes()
{
    const QByteArray body = "{\"id\":\"rp-1\",  \"status\":\"COMPLETED\", \"n\":1.0e0}\r\n";
    call("POST", runpodPath, body, {{"Authorization", "Bearer hunter2"}, {"X-Custom", "kept"}});
    const QJsonObject shown = call("GET", "/api/v1/deliveries/1").json();
    QCOMPARE(QByteArray::fromBase64(text(shown, "body_base64").toLatin1()), body);
    const QByteArray all = QJsonDocument(shown).toJson();
    QVERIFY(all.contains("kept"));
    QVERIFY(!all.contains("hunter2"));
    QVERIFY(all.contains("[redacted]"));
}

void TestHubWebhooks::keepsWhatItRejects()
{
    const HttpAnswer answer = call("POST", runpodPath, R"({"id":"rp-1","status":"EXPLODED"})");
    QCOMPARE(answer.status, 400);
    QVERIFY(text(answer.json(), "detail").contains(QLatin1String("status")));
    QCOMPARE(call("POST", runpodPath, "not json").code(), QByteArray("bad_json"));
    const QJsonArray list = call("GET", "/api/v1/deliveries?source=runpod-completion")
                                .json()
                                .value(QLatin1String("deliveries"))
                                .toArray();
    QCOMPARE(list.size(), 2);
    for (const QJsonValue &delivery : list) {
        QCOMPARE(text(delivery.toObject(), "verdict"), QStringLiteral("rejected"));
        QVERIFY(!text(delivery.toObject(), "reason").isEmpty());
    }
}

void TestHubWebhooks::replays()
{
    call("POST", runpodPath, R"({"id":"rp-1","status":"IN_PROGRESS"})");
    call("POST", "/api/v1/jobs", R"({"job_id":"j","kind":"restore","external_id":"rp-2"})");
    const QByteArray body = R"({"id":"rp-2","status":"COMPLETED"})";
    call("POST", runpodPath, body);
    const HttpAnswer replayed = call("POST", "/api/v1/deliveries/2/replay");
    QCOMPARE(replayed.status, 202);
    QCOMPARE(text(replayed.json(), "effect"), QStringLiteral("duplicate"));
    const QJsonObject newest = call("GET", "/api/v1/deliveries?limit=1")
                                   .json()
                                   .value(QLatin1String("deliveries"))
                                   .toArray()
                                   .at(0)
                                   .toObject();
    QCOMPARE(newest.value(QLatin1String("replay_of")).toInt(), 2);
}

void TestHubWebhooks::mapsByPointers()
{
    QCOMPARE(call("POST", "/api/v1/webhooks/ci",
                  R"({"job":{"id":"build-1"},"state":"busy","percent":10})")
                 .status,
             200);
    QCOMPARE(status("build-1"), QStringLiteral("processing"));
    QCOMPARE(
        call("POST", "/api/v1/webhooks/ci", R"({"job":{"id":"build-1"},"state":"done"})").status,
        200);
    QCOMPARE(status("build-1"), QStringLiteral("completed"));
    QCOMPARE(call("POST", "/api/v1/webhooks/ci", R"({"job":{"id":"build-2"},"state":"??"})").status,
             400);
}

QTEST_GUILESS_MAIN(TestHubWebhooks)
#include "tst_hubwebhooks.moc"
