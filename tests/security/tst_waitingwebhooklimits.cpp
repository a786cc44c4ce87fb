// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/security/guardedhub.h"

#include <QTest>

using namespace test;

/// A publisher sends so many waiting webhooks that those of others could be lost.
class TestWaitingWebhookLimits : public QObject
{
    Q_OBJECT

private slots:
    void whatWasAcknowledgedStays_data();
    void whatWasAcknowledgedStays();
    void aJobHasItsOwnBound();

private:
    /// A webhook that must wait: its job has another external id.
    static Signed waiting(const QByteArray &job, int n, int size = 0)
    {
        return runpod(R"({"id":"run-)" + QByteArray::number(n) + R"(","status":"COMPLETED","pad":")"
                          + QByteArray(size, 'x') + R"("})",
                      job);
    }
    static QByteArray limits(const QByteArray &more)
    {
        return "[limits]\nwaiting_webhooks_per_job = 10000\n" + more;
    }

    const QByteArray m_alice = GuardedHub::token("alice");
    const QByteArray m_mallory = GuardedHub::token("mallory");
    const QByteArray m_admin = GuardedHub::token("root", "admin");
};

void TestWaitingWebhookLimits::whatWasAcknowledgedStays_data()
{
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("hurtsAlice"); // she shares the limit and may be refused too
    const auto row = [](const char *limit, const char *value, int size, bool hurtsAlice) {
        QTest::newRow(limit) << QByteArray(limit) << QByteArray(value) << size << hurtsAlice;
    };
    row("waiting_webhooks_per_owner", "20", 0, false);
    row("waiting_webhook_bytes_per_owner", "200000", 30'000, false);
    row("waiting_webhooks_per_source", "20", 0, true);
    row("waiting_webhook_bytes_per_source", "200000", 30'000, true);
}

void TestWaitingWebhookLimits::whatWasAcknowledgedStays()
{
    QFETCH(QByteArray, limit);
    QFETCH(QByteArray, value);
    QFETCH(int, size);
    QFETCH(bool, hurtsAlice);
    GuardedHub hub;
    QVERIFY(hub.configure(limits(limit + " = " + value + '\n')));
    QCOMPARE(hub.create(m_alice, R"("job_id":"a","external_id":"run-a")").status, 201);
    QCOMPARE(hub.create(m_mallory, R"("job_id":"m","external_id":"run-m")").status, 201);
    QCOMPARE(hub.effect(waiting("a", 1)), QByteArray("unmatched"));

    int taken = 0;
    HttpAnswer answer;
    for (int i = 0; i < 100 && answer.status != 503; ++i) {
        answer = hub.send(waiting("m", i, size));
        taken += answer.status == 200 ? 1 : 0;
    }
    QVERIFY2(taken > 0 && taken <= 20, QByteArray::number(taken));
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.code(), QByteArray("deliveries_full"));
    QCOMPARE(answer.headers.value("retry-after"), QByteArray("30"));
    QCOMPARE(hub.send(waiting("a", 2)).status, hurtsAlice && size == 0 ? 503 : 200);
    QVERIFY(hub.call(m_admin, "GET", "/metrics")
                .body.contains("hub_limit_reached_total{limit=\"" + limit + "\"}"));

    QCOMPARE(hub.publish(m_alice, "a", R"("type":"queued","external_id":"run-1")").status, 202);
    QCOMPARE(hub.status(m_alice, "a"), QByteArray("completed"));
    if (!hurtsAlice)
        return;
    // Webhooks that were applied to their jobs make room for new ones.
    QCOMPARE(hub.publish(m_mallory, "m", R"("type":"queued","external_id":"run-0")").status, 202);
    QCOMPARE(hub.create(m_alice, R"("job_id":"b","external_id":"run-b")").status, 201);
    QCOMPARE(hub.effect(waiting("b", 5)), QByteArray("unmatched"));
}

void TestWaitingWebhookLimits::aJobHasItsOwnBound()
{
    GuardedHub hub;
    QVERIFY(hub.configure("[limits]\nwaiting_webhooks_per_job = 3\n"));
    const auto send = [&](int n, const char *status) {
        return hub
            .send(runpod(R"({"id":"rp-1","status":")" + QByteArray(status) + R"(","n":)"
                             + QByteArray::number(n) + '}',
                         "later"))
            .status;
    };
    for (int i = 0; i < 3; ++i)
        QCOMPARE(send(i, "IN_PROGRESS"), 200);
    QCOMPARE(send(3, "IN_PROGRESS"), 503);
    QCOMPARE(send(4, "COMPLETED"), 200); // a webhook that ends the job is still accepted
    QCOMPARE(hub.create(m_alice, R"("job_id":"later")").status, 201);
    QCOMPARE(hub.status(m_alice, "later"), QByteArray("completed"));
}

QTEST_GUILESS_MAIN(TestWaitingWebhookLimits)
#include "tst_waitingwebhooklimits.moc"
