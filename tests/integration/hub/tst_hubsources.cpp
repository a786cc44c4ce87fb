// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/crypto/digest.h"
#include "hub/source/runpodverifier.h"
#include "tests/support/httpcall.h"
#include "tests/support/hubprocess.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using test::HttpAnswer;
using test::httpCall;
using test::HttpHeaders;
using test::HubProcess;

namespace {

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

const QByteArray newSecret = "a new secret of ours";
const QByteArray oldSecret = "the old secret of ours";
const QByteArray whsec = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

QByteArray nowS()
{
    return QByteArray::number(QDateTime::currentSecsSinceEpoch());
}

/// A webhook that its source verifies.
struct Signed
{
    QByteArray path;
    QByteArray body;
    HttpHeaders headers;
};

Signed github(const QByteArray &body, const QByteArray &secret = newSecret)
{
    return {"/api/v1/webhooks/ci",
            body,
            {{"X-GitHub-Event", "workflow_run"},
             {"X-Hub-Signature-256", "sha256=" + hub::hmacSha256(secret, body).toHex()}}};
}

Signed gitlab(const QByteArray &body)
{
    return {"/api/v1/webhooks/lab", body, {{"X-Gitlab-Token", newSecret}}};
}

Signed standard(const QByteArray &body, const QByteArray &id = "msg_1")
{
    const QByteArray time = nowS();
    const QByteArray mac =
        hub::hmacSha256(QByteArray::fromBase64(whsec.mid(6)), id + '.' + time + '.' + body);
    return {"/api/v1/webhooks/std",
            body,
            {{"webhook-id", id},
             {"webhook-timestamp", time},
             {"webhook-signature", "v1,AAAA v1," + mac.toBase64()}}};
}

Signed stripe(const QByteArray &body)
{
    const QByteArray time = nowS();
    const QByteArray mac = hub::hmacSha256(newSecret, time + '.' + body).toHex();
    return {"/api/v1/webhooks/shop", body, {{"Stripe-Signature", "t=" + time + ",v1=" + mac}}};
}

Signed cloudEvent(const QByteArray &body)
{
    return {"/api/v1/webhooks/events",
            body,
            {{"Authorization", "Bearer " + newSecret},
             {"Content-Type", "application/cloudevents+json"}}};
}

Signed generic(const QByteArray &body)
{
    return {"/api/v1/webhooks/farm",
            body,
            {{"X-Farm-Signature", hub::hmacSha256(newSecret, body).toBase64()}}};
}

Signed runpod(const QByteArray &body, const QByteArray &attempt)
{
    return {"/api/v1/webhooks/pods?attempt=" + attempt
                + "&mac=" + hub::runpodMac(newSecret, "pods", attempt),
            body,
            {}};
}

const QByteArray runBody = R"({"workflow_run":{"id":7,"status":"completed",)"
                           R"("conclusion":"success"}})";

} // namespace

Q_DECLARE_METATYPE(Signed)

/// `heliographd` with sources of every scheme that verifies: signed webhooks become jobs, forged
/// ones are refused, kept and explained.
class TestHubSources : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void takesSignedOnes_data();
    void takesSignedOnes();
    void refusesATamperedByte_data() { takesSignedOnes_data(); }
    void refusesATamperedByte();
    void takesEitherSecret();
    void answersRepeats();
    void knowsRepeatsByTheirSignedId();
    void runpodSpeaksForItsAttemptAlone();
    void explainsWhatItRefused();
    void replaysWhatItRefusedOnlyWhenItIsRight();
    void waitsForTheJob();
    void greetsCloudEvents();
    void readsNoCodings();
    void slowsAFastSender();
    void showsNoSecret();

private:
    HttpAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                    const HttpHeaders &headers = {})
    {
        return httpCall(m_hub->url(), method, path, body, headers);
    }
    HttpAnswer send(const Signed &webhook)
    {
        return call("POST", webhook.path, webhook.body, webhook.headers);
    }
    QString status(const QByteArray &job)
    {
        return text(call("GET", "/api/v1/jobs/" + job).json(), "status");
    }
    QJsonObject newest()
    {
        return call("GET", "/api/v1/deliveries?limit=1")
            .json()
            .value(QLatin1String("deliveries"))
            .toArray()
            .at(0)
            .toObject();
    }
    void write(const char *name, const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<HubProcess> m_hub;
};

void TestHubSources::write(const char *name, const QByteArray &bytes)
{
    QFile file(m_dir->filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void TestHubSources::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    write("new", newSecret + '\n');
    write("old", oldSecret);
    write("whsec", whsec + "\r\n");
    // Secrets beside the file that names them.
    write("hub.toml", R"(
[[sources]]
name = "ci"
scheme = "github"
secrets_file = ["new", "old"]
[[sources]]
name = "lab"
scheme = "gitlab"
secrets_file = ["old", "new"]
[[sources]]
name = "std"
scheme = "standard-webhooks"
secrets_file = ["whsec"]
[[sources]]
name = "shop"
scheme = "stripe"
secrets_file = ["new"]
[sources.map]
job = "/data/object/id"
status = "/type"
statuses = { "render.succeeded" = "completed", "*" = "ignored" }
[[sources]]
name = "events"
scheme = "cloudevents"
secrets_file = ["new"]
rate_per_s = 2
burst = 3
[[sources]]
name = "farm"
scheme = "generic"
secrets_file = ["new"]
signature_header = "X-Farm-Signature"
signature_encoding = "base64"
[[sources]]
name = "pods"
scheme = "runpod"
secrets_file = ["new"]
)");
    m_hub = std::make_unique<HubProcess>(
        m_dir->filePath(QStringLiteral("data")), quint16{0},
        QStringList{QStringLiteral("--config"), m_dir->filePath(QStringLiteral("hub.toml"))});
}

void TestHubSources::cleanup()
{
    m_hub.reset();
    m_dir.reset();
}

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
    QTest::newRow("stripe")
        << stripe(R"({"id":"evt_1","type":"render.succeeded","data":{"object":{"id":"pi_1"}}})")
        << QByteArray("pi_1");
    QTest::newRow("cloudevents")
        << cloudEvent(R"({"specversion":"1.0","id":"1","source":"/s","type":"t",)"
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
        call("POST", "/api/v1/jobs", R"({"job_id":"pod-1","external_id":"rp-1"})");
    const HttpAnswer answer = send(webhook);
    QVERIFY2(answer.status == 200, answer.body.constData());
    QCOMPARE(text(answer.json(), "effect"), QStringLiteral("applied"));
    QCOMPARE(status(job), QStringLiteral("completed"));
    const HttpAnswer verdict = call("GET", "/api/v1/deliveries/1/verdict");
    QCOMPARE(verdict.status, 200);
    const QJsonObject then = verdict.json().value(QLatin1String("then")).toObject();
    QCOMPARE(then.value(QLatin1String("accepted")).toBool(), true);
    QCOMPARE(then.value(QLatin1String("secret")).toInt(), job.startsWith("lab") ? 2 : 1);
}

void TestHubSources::refusesATamperedByte()
{
    QFETCH(Signed, webhook);
    QFETCH(QByteArray, job);
    // Of the signature where the sender signs nothing but itself.
    const bool showsSecret = webhook.path.contains("mac=") || webhook.path.endsWith("/lab")
                             || webhook.path.endsWith("/events");
    if (!showsSecret)
        webhook.body.replace("completed", "cancelled").replace("succeeded", "succeeDed");
    else if (webhook.headers.isEmpty())
        webhook.path.replace("attempt=pod-1", "attempt=pod-2");
    else
        webhook.headers[0].second.replace("secret", "secreT");
    const HttpAnswer answer = send(webhook);
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.code(), QByteArray("bad_signature"));
    QVERIFY(answer.headers.contains("www-authenticate"));
    QCOMPARE(call("GET", "/api/v1/jobs/" + job).status, 404);
    QCOMPARE(text(newest(), "verdict"), QStringLiteral("refused"));
    QCOMPARE(text(newest(), "effect"), QStringLiteral("none"));
    QCOMPARE(text(call("GET", "/api/v1/deliveries/1").json(), "body_base64").toLatin1(),
             webhook.body.toBase64());
    QVERIFY(call("GET", "/metrics").body.contains("outcome=\"refused\"} 1"));
}

void TestHubSources::takesEitherSecret()
{
    QCOMPARE(send(github(runBody, oldSecret)).status, 200);
    QCOMPARE(send(github(runBody, "some other secret")).status, 401);
    const QJsonObject now =
        call("GET", "/api/v1/deliveries/1/verdict").json().value(QLatin1String("now")).toObject();
    QCOMPARE(now.value(QLatin1String("secret")).toInt(), 2);
    QCOMPARE(now.value(QLatin1String("secrets")).toInt(), 2);
}

void TestHubSources::answersRepeats()
{
    QCOMPARE(send(github(runBody)).json().value(QLatin1String("duplicate")).toBool(true), false);
    // Signed anew with the other secret: the same webhook all the same.
    const HttpAnswer again = send(github(runBody, oldSecret));
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json().value(QLatin1String("duplicate")).toBool(), true);
}

void TestHubSources::knowsRepeatsByTheirSignedId()
{
    const QByteArray one = R"({"data":{"job_id":"j","message":"m"}})";
    const QByteArray two = R"({"data":{"job_id":"j","message":"n"}})";
    const auto isDuplicate = [&](const Signed &webhook) {
        return send(webhook).json().value(QLatin1String("duplicate")).toBool();
    };
    QVERIFY(!isDuplicate(standard(one, "msg_1")));
    QVERIFY(isDuplicate(standard(two, "msg_1")));
    QVERIFY(!isDuplicate(standard(two, "msg_2")));
}

void TestHubSources::runpodSpeaksForItsAttemptAlone()
{
    call("POST", "/api/v1/jobs", R"({"job_id":"a","external_id":"rp-a"})");
    call("POST", "/api/v1/jobs", R"({"job_id":"b","external_id":"rp-b"})");
    const HttpAnswer answer = send(runpod(R"({"id":"rp-b","status":"FAILED"})", "a"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(text(answer.json(), "effect"), QStringLiteral("ignored: not_signed"));
    QCOMPARE(status("b"), QStringLiteral("queued"));
    // Nor by a replay of it.
    QCOMPARE(text(call("POST", "/api/v1/deliveries/1/replay").json(), "effect"),
             QStringLiteral("ignored: not_signed"));
    QCOMPARE(send(runpod(R"({"id":"rp-a","status":"FAILED"})", "a")).status, 200);
    QCOMPARE(status("a"), QStringLiteral("failed"));
}

void TestHubSources::explainsWhatItRefused()
{
    Signed webhook = github(runBody);
    webhook.body += '\n';
    QCOMPARE(send(webhook).status, 401);
    const QJsonObject verdict = call("GET", "/api/v1/deliveries/1/verdict").json();
    QCOMPARE(text(verdict, "verdict"), QStringLiteral("refused"));
    QCOMPARE(text(verdict.value(QLatin1String("then")).toObject(), "code"),
             QStringLiteral("bad_signature"));
    const QJsonObject now = verdict.value(QLatin1String("now")).toObject();
    QCOMPARE(text(now, "canonical").toUtf8(), webhook.body);
    QCOMPARE(now.value(QLatin1String("first_difference")).toInt(-1), 0);
    QCOMPARE(now.value(QLatin1String("hints")).toArray().at(0).toString(),
             QStringLiteral("the body was re-serialised on its way: it was signed without the end "
                            "of line"));
    QCOMPARE(call("GET", "/api/v1/deliveries/99/verdict").status, 404);
    QCOMPARE(send(gitlab("{}")).status, 200);
    QVERIFY(call("GET", "/api/v1/deliveries/2/verdict")
                .json()
                .value(QLatin1String("now"))
                .isNull());
}

void TestHubSources::replaysWhatItRefusedOnlyWhenItIsRight()
{
    QCOMPARE(send(github(runBody, "some other secret")).status, 401);
    QCOMPARE(call("POST", "/api/v1/deliveries/1/replay").code(), QByteArray("not_repeatable"));
    Signed wrong = gitlab("{}");
    wrong.headers[0].second = "some other secret";
    QCOMPARE(send(wrong).status, 401);
    QCOMPARE(call("POST", "/api/v1/deliveries/2/replay").status, 409);
    QCOMPARE(send(github(runBody)).status, 200);
    QCOMPARE(call("POST", "/api/v1/deliveries/3/replay").status, 202);
}

void TestHubSources::waitsForTheJob()
{
    const HttpAnswer early = send(runpod(R"({"id":"rp-1","status":"FAILED"})", "pod-1"));
    QCOMPARE(text(early.json(), "effect"), QStringLiteral("unmatched"));
    // Another's webhook that waits for the same provider's id does not come through.
    send(runpod(R"({"id":"rp-1","status":"COMPLETED"})", "pod-2"));
    call("POST", "/api/v1/jobs", R"({"job_id":"pod-1","external_id":"rp-1"})");
    QCOMPARE(status("pod-1"), QStringLiteral("failed"));
    QCOMPARE(text(call("GET", "/api/v1/deliveries/1").json(), "effect"),
             QStringLiteral("applied"));
}

void TestHubSources::greetsCloudEvents()
{
    const HttpHeaders asks{{"WebHook-Request-Origin", "eventemitter.example.com"}};
    const HttpAnswer greeted = call("OPTIONS", "/api/v1/webhooks/events", {}, asks);
    QCOMPARE(greeted.status, 204);
    QCOMPARE(greeted.headers.value("webhook-allowed-origin"),
             QByteArray("eventemitter.example.com"));
    QCOMPARE(greeted.headers.value("webhook-allowed-rate"), QByteArray("120"));
    QCOMPARE(greeted.headers.value("allow"), QByteArray("OPTIONS, POST"));
    QVERIFY(!call("OPTIONS", "/api/v1/webhooks/ci", {}, asks)
                 .headers.contains("webhook-allowed-origin"));
    QVERIFY(!call("OPTIONS", "/api/v1/webhooks/events").headers.contains("webhook-allowed-origin"));
}

void TestHubSources::readsNoCodings()
{
    Signed webhook = github(runBody);
    webhook.headers.emplace_back("Content-Encoding", "gzip");
    QCOMPARE(send(webhook).status, 415);
    webhook = cloudEvent("x");
    webhook.headers[1].second = "application/cloudevents+avro";
    QCOMPARE(send(webhook).status, 415);
    QCOMPARE(text(newest(), "verdict"), QStringLiteral("rejected"));
}

void TestHubSources::slowsAFastSender()
{
    Signed forged = cloudEvent("{}");
    forged.headers[0].second = "Bearer nonsense"; // those count as well
    HttpAnswer answer;
    for (int i = 0; i < 50 && answer.status != 429; ++i)
        answer = send(forged);
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.code(), QByteArray("rate_limited"));
    QCOMPARE(text(answer.json(), "bucket"), QStringLiteral("source:events"));
    QCOMPARE(answer.headers.value("retry-after"), QByteArray("1"));
    QVERIFY(call("GET", "/metrics")
                .body.contains("heliograph_hub_rate_limited_total{bucket=\"source:events\"} 1"));
    QCOMPARE(send(github(runBody)).status, 200); // the others are their own
}

void TestHubSources::showsNoSecret()
{
    QCOMPARE(send(gitlab("{}")).status, 200);
    QCOMPARE(send(cloudEvent("{}")).status, 400);
    const Signed pod = runpod(R"({"id":"rp-1","status":"FAILED"})", "pod-1");
    send(pod);
    QByteArray all = m_hub->output();
    for (const char *id : {"1", "2", "3"})
        all += call("GET", QByteArray("/api/v1/deliveries/") + id).body
               + call("GET", QByteArray("/api/v1/deliveries/") + id + "/verdict").body;
    QVERIFY(all.contains("[redacted]"));
    QVERIFY(!all.contains(newSecret));
    QVERIFY(!all.contains(pod.path.right(64)));
}

QTEST_GUILESS_MAIN(TestHubSources)
#include "tst_hubsources.moc"
