// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/hub/signinghub.h"

#include <QTest>

using namespace test;

/// Refused webhooks: they are explained, may be replayed once they verify, slow their sender down,
/// and reveal no secret.
class TestHubRefusedWebhooks : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_hub = std::make_unique<SigningHub>(); }
    void cleanup() { m_hub.reset(); }

    void explainsWhatItRefused();
    void replaysWhatItRefusedOnlyWhenItIsRight();
    void readsNoOtherCodings();
    void slowsAFastSender();
    void showsNoSecret();
    void wantsAnAdminWhereNothingIsSigned();

private:
    std::unique_ptr<SigningHub> m_hub;
};

void TestHubRefusedWebhooks::explainsWhatItRefused()
{
    Signed webhook = github(runBody);
    webhook.body += '\n';
    QCOMPARE(m_hub->send(webhook).status, 401);
    const QJsonObject verdict = m_hub->call("GET", "/api/v1/deliveries/1/verdict").json();
    QCOMPARE(text(verdict, "verdict"), QStringLiteral("refused"));
    QCOMPARE(text(verdict.value(QLatin1String("then")).toObject(), "code"),
             QStringLiteral("bad_signature"));
    const QJsonObject now = verdict.value(QLatin1String("now")).toObject();
    QCOMPARE(text(now, "canonical").toUtf8(), webhook.body);
    QCOMPARE(now.value(QLatin1String("first_difference")).toInt(-1), 0);
    QCOMPARE(now.value(QLatin1String("hints")).toArray().at(0).toString(),
             QStringLiteral("the body was changed after it was signed: the signature matches the "
                            "body without the end "
                            "of line"));
    QCOMPARE(m_hub->call("GET", "/api/v1/deliveries/99/verdict").status, 404);
    QCOMPARE(m_hub->send(gitlab("{}")).status, 200);
    QVERIFY(m_hub->call("GET", "/api/v1/deliveries/2/verdict")
                .json()
                .value(QLatin1String("now"))
                .isNull());
}

void TestHubRefusedWebhooks::replaysWhatItRefusedOnlyWhenItIsRight()
{
    QCOMPARE(m_hub->send(github(runBody, "some other secret")).status, 401);
    QCOMPARE(m_hub->call("POST", "/api/v1/deliveries/1/replay").code(),
             QByteArray("not_repeatable"));
    Signed wrong = gitlab("{}");
    wrong.headers[0].second = "some other secret";
    QCOMPARE(m_hub->send(wrong).status, 401);
    QCOMPARE(m_hub->call("POST", "/api/v1/deliveries/2/replay").status, 409);
    QCOMPARE(m_hub->send(github(runBody)).status, 200);
    QCOMPARE(m_hub->call("POST", "/api/v1/deliveries/3/replay").status, 202);
}

void TestHubRefusedWebhooks::readsNoOtherCodings()
{
    Signed webhook = github(runBody);
    webhook.headers.emplace_back("Content-Encoding", "br");
    QCOMPARE(m_hub->send(webhook).status, 415);
    webhook = cloudEvent("x");
    webhook.headers[1].second = "application/cloudevents+avro";
    QCOMPARE(m_hub->send(webhook).status, 415);
    QCOMPARE(text(m_hub->newest(), "verdict"), QStringLiteral("rejected"));
}

void TestHubRefusedWebhooks::slowsAFastSender()
{
    HttpAnswer answer;
    for (int i = 0; i < 50 && answer.status != 429; ++i)
        answer = m_hub->send(cloudEvent("{}"));
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.code(), QByteArray("rate_limited"));
    QCOMPARE(text(answer.json(), "bucket"), QStringLiteral("source:events"));
    QCOMPARE(answer.headers.value("retry-after"), QByteArray("1"));
    QVERIFY(m_hub->call("GET", "/metrics")
                .body.contains("heliograph_hub_rate_limited_total{bucket=\"source:events\"} 1"));
    QCOMPARE(m_hub->send(github(runBody)).status, 200); // other sources have their own limits
}

void TestHubRefusedWebhooks::showsNoSecret()
{
    QCOMPARE(m_hub->send(gitlab("{}")).status, 200);
    QCOMPARE(m_hub->send(cloudEvent("{}")).status, 400);
    const Signed pod = runpod(R"({"id":"rp-1","status":"FAILED"})", "pod-1");
    m_hub->send(pod);
    QByteArray all = m_hub->process().output();
    for (const char *id : {"1", "2", "3"})
        all += m_hub->call("GET", QByteArray("/api/v1/deliveries/") + id).body
               + m_hub->call("GET", QByteArray("/api/v1/deliveries/") + id + "/verdict").body;
    QVERIFY(all.contains("[redacted]"));
    QVERIFY(!all.contains(newSecret));
    QVERIFY(!all.contains(pod.path.right(64)));
}

void TestHubRefusedWebhooks::wantsAnAdminWhereNothingIsSigned()
{
    m_hub = std::make_unique<SigningHub>(SigningHub::Keys::Some);
    const QByteArray body = R"({"job_id":"j","status":"completed"})";
    QCOMPARE(m_hub->call("POST", "/api/v1/webhooks/generic", body).status, 401);
    QCOMPARE(m_hub->call("POST", "/api/v1/webhooks/runpod-completion", body).status, 401);
    QCOMPARE(m_hub->send(generic(body)).status, 200);
    // Its bearer value is the source's secret, not a token.
    QCOMPARE(m_hub->send(cloudEvent("{}")).status, 400);
    QCOMPARE(m_hub->call("GET", "/api/v1/deliveries/1/verdict").status, 401);
}

QTEST_GUILESS_MAIN(TestHubRefusedWebhooks)
#include "tst_hubrefusedwebhooks.moc"
