// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/security/guardedhub.h"

#include <QTest>

using namespace test;

/// A user who knows the external id of another user's job tries to receive its webhook.
class TestExternalIdTheft : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_hub = std::make_unique<GuardedHub>(); }
    void cleanup() { m_hub.reset(); }

    void aTakenIdIsRefused();
    void theCallbackUrlDecides();
    void theOldestUnfinishedJobWins();
    void theOwnerInTheWebhookCounts();
    void aSourceMayBeForOneOwner();
    void waitingWebhooksStayForTheirJob();

private:
    static Signed completed(const QByteArray &id)
    {
        return generic(R"({"external_id":")" + id + R"(","status":"completed"})");
    }

    const QByteArray m_alice = GuardedHub::token("alice");
    const QByteArray m_mallory = GuardedHub::token("mallory");
    std::unique_ptr<GuardedHub> m_hub;
};

void TestExternalIdTheft::aTakenIdIsRefused()
{
    const QByteArray claim = R"("external_id":"rp-81")";
    QCOMPARE(m_hub->create(m_alice, R"("job_id":"a",)" + claim).status, 201);
    for (const QByteArray &caller : {m_mallory, m_alice}) {
        const HttpAnswer refused = m_hub->create(caller, R"("job_id":"later",)" + claim);
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.code(), QByteArray("external_id_taken"));
        QVERIFY2(!refused.body.contains("alice") && !refused.body.contains(R"("a")"), refused.body);
    }
    QCOMPARE(m_hub->publish(m_mallory, "new", R"("type":"queued",)" + claim).code(),
             QByteArray("external_id_taken"));
    QCOMPARE(m_hub->create(m_mallory, R"("job_id":"m")").status, 201);
    QCOMPARE(m_hub->publish(m_mallory, "m", R"("type":"processing",)" + claim).code(),
             QByteArray("external_id_taken"));
    QCOMPARE(m_hub->effect(completed("rp-81")), QByteArray("applied"));
    QCOMPARE(m_hub->status(m_alice, "a"), QByteArray("completed"));
    QCOMPARE(m_hub->status(m_mallory, "m"), QByteArray("queued"));
    // The id is free again.
    QCOMPARE(m_hub->create(m_mallory, R"("job_id":"later",)" + claim).status, 201);
}

/// RunPod's webhook contains only RunPod's own id; the callback URL names the job.
void TestExternalIdTheft::theCallbackUrlDecides()
{
    QCOMPARE(m_hub->create(m_mallory, R"("job_id":"m","external_id":"rp-1")").status, 201);
    QCOMPARE(m_hub->create(m_alice, R"("job_id":"a")").status, 201);
    const QByteArray body = R"({"id":"rp-2","status":"COMPLETED"})";
    QCOMPARE(m_hub->effect(runpod(body, "a")), QByteArray("applied"));
    QCOMPARE(m_hub->status(m_alice, "a"), QByteArray("completed"));
    // The publisher may report the external id later.
    QCOMPARE(m_hub->publish(m_alice, "a", R"("type":"queued","external_id":"rp-2")").status, 202);
    // A URL signed for one job changes no other job, whatever id the body contains.
    QCOMPARE(m_hub->effect(runpod(R"({"id":"rp-1","status":"FAILED"})", "a")),
             QByteArray("ignored: not_signed"));
    QCOMPARE(m_hub->status(m_mallory, "m"), QByteArray("queued"));
}

void TestExternalIdTheft::theOldestUnfinishedJobWins()
{
    const QByteArray claim = R"(,"external_id":"x-1")";
    QCOMPARE(m_hub->create(m_alice, R"("job_id":"first")" + claim).status, 201);
    QCOMPARE(m_hub->publish(m_alice, "first", R"("type":"failed")").status, 202);
    QCOMPARE(m_hub->create(m_alice, R"("job_id":"second")" + claim).status, 201);
    QCOMPARE(m_hub->effect(completed("x-1")), QByteArray("applied"));
    QCOMPARE(m_hub->status(m_alice, "first"), QByteArray("failed"));
    QCOMPARE(m_hub->status(m_alice, "second"), QByteArray("completed"));
}

void TestExternalIdTheft::theOwnerInTheWebhookCounts()
{
    QCOMPARE(m_hub->create(m_mallory, R"("job_id":"m","external_id":"x-1")").status, 201);
    QCOMPARE(m_hub->effect(generic(
                 R"({"external_id":"x-1","owner":"alice","status":"completed","result":{"s":1}})")),
             QByteArray("unmatched"));
    QCOMPARE(m_hub->status(m_mallory, "m"), QByteArray("queued"));
}

void TestExternalIdTheft::aSourceMayBeForOneOwner()
{
    QVERIFY(
        m_hub->configure("[[sources]]\nname = \"hers\"\nscheme = \"generic\"\nowner = \"alice\"\n"
                         "secrets_file = [\"new\"]\n"));
    const auto send = [&](const QByteArray &body) {
        Signed webhook{"/api/v1/webhooks/hers", body, {{"Authorization", "Bearer " + newSecret}}};
        return m_hub->effect(webhook);
    };
    QCOMPARE(m_hub->create(m_mallory, R"("job_id":"m","external_id":"x-1")").status, 201);
    QCOMPARE(send(R"({"external_id":"x-1","status":"completed"})"), QByteArray("unmatched"));
    QCOMPARE(m_hub->create(m_alice, R"("job_id":"a","external_id":"x-2")").status, 201);
    QCOMPARE(send(R"({"external_id":"x-2","status":"completed"})"), QByteArray("applied"));
    QCOMPARE(send(R"({"job_id":"new","owner":"mallory","status":"completed"})"),
             QByteArray("ignored: not_linked"));
    QCOMPARE(send(R"({"job_id":"new","status":"completed","message":"again"})"),
             QByteArray("applied"));
    QCOMPARE(m_hub->status(m_alice, "new"), QByteArray("completed"));
}

/// A job that a waiting webhook does not belong to does not consume the webhook.
void TestExternalIdTheft::waitingWebhooksStayForTheirJob()
{
    QCOMPARE(m_hub->effect(runpod(R"({"id":"rp-9","status":"COMPLETED"})", "late")),
             QByteArray("unmatched"));
    QCOMPARE(
        m_hub->effect(generic(R"({"external_id":"x-9","owner":"alice","status":"completed"})")),
        QByteArray("unmatched"));
    QCOMPARE(m_hub->create(m_mallory, R"("job_id":"m1","external_id":"rp-9")").status, 201);
    QCOMPARE(m_hub->create(m_mallory, R"("job_id":"m2","external_id":"x-9")").status, 201);
    QCOMPARE(m_hub->status(m_mallory, "m1"), QByteArray("queued"));
    QCOMPARE(m_hub->status(m_mallory, "m2"), QByteArray("queued"));
    QCOMPARE(m_hub->create(m_alice, R"("job_id":"late")").status, 201);
    QCOMPARE(m_hub->status(m_alice, "late"), QByteArray("completed"));
    QCOMPARE(m_hub->publish(m_mallory, "m2", R"("type":"failed")").status, 202);
    QCOMPARE(m_hub->create(m_alice, R"("job_id":"a","external_id":"x-9")").status, 201);
    QCOMPARE(m_hub->status(m_alice, "a"), QByteArray("completed"));
}

QTEST_GUILESS_MAIN(TestExternalIdTheft)
#include "tst_externalidtheft.moc"
