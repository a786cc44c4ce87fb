// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/hub/signinghub.h"

#include <QTest>

using namespace test;

/// Signed webhooks of every scheme become jobs. Forged ones are refused and recorded.
class TestHubSources : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_hub = std::make_unique<SigningHub>(); }
    void cleanup() { m_hub.reset(); }

    void takesSignedOnes_data();
    void takesSignedOnes();
    void refusesATamperedByte_data() { takesSignedOnes_data(); }
    void refusesATamperedByte();
    void takesEitherSecret();
    void readsItsSecretsAgain();
    void answersRepeats();
    void knowsRepeatsByTheirSignedId();
    void runpodSpeaksForItsAttemptAlone();
    void waitsForTheJob();
    void greetsCloudEvents();
    void acceptsWordsThatItDoesNotKnow();
    void notesDetailsThatItLeavesOut();

private:
    std::unique_ptr<SigningHub> m_hub;
};

void TestHubSources::takesSignedOnes_data()
{
    QTest::addColumn<Signed>("webhook");
    QTest::addColumn<QByteArray>("job");
    QTest::newRow("github") << github(runBody) << QByteArray("ci.run.7");
    QTest::newRow("gitlab") << gitlab(R"({"object_kind":"build","build_id":9,)"
                                      R"("build_status":"success"})")
                            << QByteArray("lab.job.9");
    QTest::newRow("standard-webhooks")
        << standard(R"({"type":"x","data":{"job_id":"std-1","status":"completed"}})")
        << QByteArray("std-1");
    QTest::newRow("stripe") << stripe(
        R"({"id":"evt_1","type":"render.succeeded","data":{"object":{"id":"pi_1"}}})")
                            << QByteArray("pi_1");
    QTest::newRow("cloudevents") << cloudEvent(
        R"({"specversion":"1.0","id":"1","source":"/s","type":"t",)"
        R"("subject":"ce-1","data":{"status":"completed"}})")
                                 << QByteArray("ce-1");
    QTest::newRow("generic") << generic(R"({"job_id":"farm-1","status":"completed"})")
                             << QByteArray("farm-1");
    QTest::newRow("runpod") << runpod(R"({"id":"rp-1","status":"COMPLETED"})", "pod-1")
                            << QByteArray("pod-1");
}

void TestHubSources::takesSignedOnes()
{
    QFETCH(Signed, webhook);
    QFETCH(QByteArray, job);
    if (job == "pod-1")
        m_hub->call("POST", "/api/v1/jobs", R"({"job_id":"pod-1","external_id":"rp-1"})");
    const HttpAnswer answer = m_hub->send(webhook);
    QVERIFY2(answer.status == 200, answer.body.constData());
    QCOMPARE(text(answer.json(), "effect"), QStringLiteral("applied"));
    QCOMPARE(m_hub->status(job), QStringLiteral("completed"));
    const HttpAnswer verdict = m_hub->call("GET", "/api/v1/deliveries/1/verdict");
    QCOMPARE(verdict.status, 200);
    const QJsonObject then = verdict.json().value(QLatin1String("then")).toObject();
    QCOMPARE(then.value(QLatin1String("accepted")).toBool(), true);
    QCOMPARE(then.value(QLatin1String("secret")).toInt(), job.startsWith("lab") ? 2 : 1);
}

void TestHubSources::refusesATamperedByte()
{
    QFETCH(Signed, webhook);
    QFETCH(QByteArray, job);
    // These schemes do not sign the body, so the test changes the secret or the signed attempt
    // instead.
    const bool showsSecret = webhook.path.contains("mac=") || webhook.path.endsWith("/lab")
                             || webhook.path.endsWith("/events");
    if (!showsSecret)
        webhook.body.replace("completed", "cancelled").replace("succeeded", "succeeDed");
    else if (webhook.headers.isEmpty())
        webhook.path.replace("attempt=pod-1", "attempt=pod-2");
    else
        webhook.headers[0].second.replace("secret", "secreT");
    const HttpAnswer answer = m_hub->send(webhook);
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.code(), QByteArray("bad_signature"));
    QVERIFY(answer.headers.contains("www-authenticate"));
    QCOMPARE(m_hub->call("GET", "/api/v1/jobs/" + job).status, 404);
    QCOMPARE(text(m_hub->newest(), "verdict"), QStringLiteral("refused"));
    QCOMPARE(text(m_hub->newest(), "effect"), QStringLiteral("none"));
    QCOMPARE(text(m_hub->call("GET", "/api/v1/deliveries/1").json(), "body_base64").toLatin1(),
             webhook.body.toBase64());
    QVERIFY(m_hub->call("GET", "/metrics").body.contains("outcome=\"refused\"} 1"));
}

void TestHubSources::takesEitherSecret()
{
    QCOMPARE(m_hub->send(github(runBody, oldSecret)).status, 200);
    QCOMPARE(m_hub->send(github(runBody, "some other secret")).status, 401);
    const QJsonObject now = m_hub->call("GET", "/api/v1/deliveries/1/verdict")
                                .json()
                                .value(QLatin1String("now"))
                                .toObject();
    QCOMPARE(now.value(QLatin1String("secret")).toInt(), 2);
    QCOMPARE(now.value(QLatin1String("secrets")).toInt(), 2);
}

void TestHubSources::readsItsSecretsAgain()
{
    const QByteArray third = "a third secret of ours";
    QCOMPARE(m_hub->send(github(runBody, third)).status, 401);
    m_hub->write("new", third);
    const HttpAnswer reloaded = m_hub->call("POST", "/api/v1/admin/reload");
    QVERIFY2(reloaded.status / 100 == 2, reloaded.body.constData());
    QCOMPARE(m_hub->send(github(runBody, third)).status, 200);
    QCOMPARE(m_hub->send(github(runBody, newSecret)).status, 401);
    // The verdict uses the current secrets, so the refused webhook would now be accepted.
    QCOMPARE(m_hub->call("GET", "/api/v1/deliveries/1/verdict")
                 .json()
                 .value(QLatin1String("now"))
                 .toObject()
                 .value(QLatin1String("accepted"))
                 .toBool(),
             true);
    QCOMPARE(m_hub->call("POST", "/api/v1/deliveries/1/replay").status, 202);
    m_hub->write("new", {});
    QCOMPARE(m_hub->call("POST", "/api/v1/admin/reload").status, 422);
    QCOMPARE(m_hub->send(github(runBody, third)).status, 200);
}

void TestHubSources::answersRepeats()
{
    QCOMPARE(m_hub->send(github(runBody)).json().value(QLatin1String("duplicate")).toBool(true),
             false);
    // Signed with the other secret, it is still the same webhook.
    const HttpAnswer again = m_hub->send(github(runBody, oldSecret));
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json().value(QLatin1String("duplicate")).toBool(), true);
}

void TestHubSources::knowsRepeatsByTheirSignedId()
{
    const QByteArray one = R"({"data":{"job_id":"j","message":"m"}})";
    const QByteArray two = R"({"data":{"job_id":"j","message":"n"}})";
    const auto isDuplicate = [&](const Signed &webhook) {
        return m_hub->send(webhook).json().value(QLatin1String("duplicate")).toBool();
    };
    QVERIFY(!isDuplicate(standard(one, "msg_1")));
    QVERIFY(isDuplicate(standard(two, "msg_1")));
    QVERIFY(!isDuplicate(standard(two, "msg_2")));
}

void TestHubSources::runpodSpeaksForItsAttemptAlone()
{
    m_hub->call("POST", "/api/v1/jobs", R"({"job_id":"a","external_id":"rp-a"})");
    m_hub->call("POST", "/api/v1/jobs", R"({"job_id":"b","external_id":"rp-b"})");
    const HttpAnswer answer = m_hub->send(runpod(R"({"id":"rp-b","status":"FAILED"})", "a"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(text(answer.json(), "effect"), QStringLiteral("ignored: not_signed"));
    QCOMPARE(m_hub->status("b"), QStringLiteral("queued"));
    // A replay has the same result.
    QCOMPARE(text(m_hub->call("POST", "/api/v1/deliveries/1/replay").json(), "effect"),
             QStringLiteral("ignored: not_signed"));
    QCOMPARE(m_hub->send(runpod(R"({"id":"rp-a","status":"FAILED"})", "a")).status, 200);
    QCOMPARE(m_hub->status("a"), QStringLiteral("failed"));
}

void TestHubSources::waitsForTheJob()
{
    const HttpAnswer early = m_hub->send(runpod(R"({"id":"rp-1","status":"FAILED"})", "pod-1"));
    QCOMPARE(text(early.json(), "effect"), QStringLiteral("unmatched"));
    // A waiting webhook that was signed for another job does not match, although it has the same
    // provider id.
    m_hub->send(runpod(R"({"id":"rp-1","status":"COMPLETED"})", "pod-2"));
    m_hub->call("POST", "/api/v1/jobs", R"({"job_id":"pod-1","external_id":"rp-1"})");
    QCOMPARE(m_hub->status("pod-1"), QStringLiteral("failed"));
    QCOMPARE(text(m_hub->call("GET", "/api/v1/deliveries/1").json(), "effect"),
             QStringLiteral("applied"));
}

void TestHubSources::greetsCloudEvents()
{
    const HttpHeaders asks{{"WebHook-Request-Origin", "eventemitter.example.com"}};
    const HttpAnswer greeted = m_hub->call("OPTIONS", "/api/v1/webhooks/events", {}, asks);
    QCOMPARE(greeted.status, 204);
    QCOMPARE(greeted.headers.value("webhook-allowed-origin"),
             QByteArray("eventemitter.example.com"));
    QCOMPARE(greeted.headers.value("webhook-allowed-rate"), QByteArray("120"));
    QCOMPARE(greeted.headers.value("allow"), QByteArray("OPTIONS, POST"));
    QVERIFY(!m_hub->call("OPTIONS", "/api/v1/webhooks/ci", {}, asks)
                 .headers.contains("webhook-allowed-origin"));
    QVERIFY(!m_hub->call("OPTIONS", "/api/v1/webhooks/events")
                 .headers.contains("webhook-allowed-origin"));
}

/// After a few refusals GitLab would disable the webhook.
void TestHubSources::acceptsWordsThatItDoesNotKnow()
{
    const HttpAnswer answer =
        m_hub->send(gitlab(R"({"object_kind":"build","build_id":9,"build_status":"brand_new"})"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(text(answer.json(), "effect"),
             QStringLiteral("ignored: unknown status \"brand_new\""));
    QCOMPARE(text(m_hub->call("GET", "/api/v1/deliveries/1").json(), "verdict"),
             QStringLiteral("accepted"));
    const HttpAnswer homeless =
        m_hub->send(gitlab(R"({"object_kind":"build","build_status":"success"})"));
    QCOMPARE(homeless.status, 200);
    QCOMPARE(text(homeless.json(), "effect"), QStringLiteral("ignored: build_id: must be present"));
}

void TestHubSources::notesDetailsThatItLeavesOut()
{
    const HttpAnswer answer =
        m_hub->send(generic(R"({"job_id":"farm-1","status":"completed","progress":"most"})"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(text(answer.json(), "effect"), QStringLiteral("applied"));
    QCOMPARE(m_hub->status("farm-1"), QStringLiteral("completed"));
    QCOMPARE(text(m_hub->call("GET", "/api/v1/deliveries/1").json(), "reason"),
             QStringLiteral("left out: progress: must be a number from 0 to 100"));
}

QTEST_GUILESS_MAIN(TestHubSources)
#include "tst_hubsources.moc"
