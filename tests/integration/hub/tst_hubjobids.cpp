// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/onehub.h"

#include <QTest>

using test::HttpAnswer;
using test::text;

/// Rules for job ids.
class TestHubJobIds : public QObject, protected test::OneHub
{
    Q_OBJECT

private slots:
    void init() { m_hub = std::make_unique<test::HubRunner>(); }
    void cleanup() { m_hub.reset(); }

    void createsAJobOnce();
    void createsOneJobForOneKey();
    void refusesWordsOfStreamsAsIds_data();
    void refusesWordsOfStreamsAsIds();
};

void TestHubJobIds::createsAJobOnce()
{
    const QByteArray body = R"({"job_id":"j","kind":"restore","owner":"u","labels":{"team":"a"}})";
    const HttpAnswer created = call("POST", "/api/v1/jobs", body);
    QCOMPARE(created.status, 201);
    QCOMPARE(created.headers.value("location"), QByteArray("/api/v1/jobs/j"));
    QCOMPARE(created.headers.value("link"), QByteArray("</api/v1/events/j>; rel=\"events\""));
    QCOMPARE(call("POST", "/api/v1/jobs", body).status, 200);
    const QByteArray reordered =
        R"({ "owner":"u", "kind":"restore","labels":{"team":"a"},"job_id":"j"})";
    QCOMPARE(call("POST", "/api/v1/jobs", reordered).status, 200);
    const HttpAnswer other = call("POST", "/api/v1/jobs", R"({"job_id":"j","kind":"image"})");
    QCOMPARE(other.status, 409);
    QCOMPARE(other.code(), QByteArray("job_exists"));
    const QString made = text(call("POST", "/api/v1/jobs", "{}").json(), "job_id");
    QVERIFY(!made.isEmpty());
    QCOMPARE(call("GET", "/api/v1/jobs/" + made.toUtf8()).status, 200);
}

void TestHubJobIds::createsOneJobForOneKey()
{
    const QByteArray body = R"({"kind":"restore","external_id":"rp-7"})";
    const HttpAnswer first = call("POST", "/api/v1/jobs", body, {{"Idempotency-Key", "order-7"}});
    QCOMPARE(first.status, 201);
    const HttpAnswer again = call("POST", "/api/v1/jobs", body, {{"Idempotency-Key", "order-7"}});
    QCOMPARE(again.status, 200);
    QCOMPARE(text(again.json(), "job_id"), text(first.json(), "job_id"));
    QCOMPARE(call("POST", "/api/v1/jobs", R"({"kind":"image"})", {{"Idempotency-Key", "order-7"}})
                 .code(),
             QByteArray("job_exists"));
    QCOMPARE(call("POST", "/api/v1/jobs", body, {{"Idempotency-Key", "order-8"}}).code(),
             QByteArray("external_id_taken"));
    QCOMPARE(call("POST", "/api/v1/jobs", "{}", {{"Idempotency-Key", QByteArray(257, 'k')}}).code(),
             QByteArray("bad_field"));
}

void TestHubJobIds::refusesWordsOfStreamsAsIds_data()
{
    QTest::addColumn<QByteArray>("word");
    for (const char *word : {"hub", "executions", "notifications"})
        QTest::newRow(word) << QByteArray(word);
}

/// A job with an id such as `hub` would share its stream path with another stream.
void TestHubJobIds::refusesWordsOfStreamsAsIds()
{
    QFETCH(QByteArray, word);
    const QByteArray named = "{\"type\":\"queued\",\"job_id\":\"" + word + "\"}";
    const QByteArray refused = "invalid_job_id";
    QCOMPARE(call("POST", "/api/v1/jobs", named).code(), refused);
    QCOMPARE(call("POST", "/api/v1/jobs/" + word + "/events", named).code(), refused);
    QVERIFY(call("POST", "/api/v1/events:batch", named).body.contains(refused));
    const QByteArray image = "{\"status\":\"OK\",\"request_id\":\"" + word + "\"}";
    const HttpAnswer answer = call("POST", "/api/v1/webhooks/image-gen", image);
    QCOMPARE(text(answer.json(), "effect"), QStringLiteral("unmatched"));
    QCOMPARE(call("GET", "/api/v1/jobs/" + word).status, 404);
}

QTEST_GUILESS_MAIN(TestHubJobIds)
#include "tst_hubjobids.moc"
