// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/security/guardedhub.h"

#include <QTest>

using namespace test;

/// A user creates a job with an id that a webhook is going to use.
class TestReservedIds : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_hub = std::make_unique<GuardedHub>(); }
    void cleanup() { m_hub.reset(); }

    void usersCreateNoJobOfASource_data();
    void usersCreateNoJobOfASource();
    void anIdIsNoOracle();
    void nobodyTakesTheIdOfAKey();
    void noWebhookFillsAJobThatAUserMade();
    void aUserMayLinkAJob();
    void noSourceTakesTheIdsOfAnother();
    void spacesAreChecked_data();
    void spacesAreChecked();

private:
    const QByteArray m_alice = GuardedHub::token("alice");
    const QByteArray m_mallory = GuardedHub::token("mallory");
    const QByteArray m_admin = GuardedHub::token("root", "admin");
    std::unique_ptr<GuardedHub> m_hub;
};

namespace {

QByteArray lineOf(const HttpAnswer &answer, const QByteArray &member)
{
    const auto value = answer.json().value(QLatin1String(member));
    return value.isDouble() ? QByteArray::number(value.toInt()) : value.toString().toUtf8();
}

} // namespace

void TestReservedIds::usersCreateNoJobOfASource_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("create") << QByteArray("/api/v1/jobs") << QByteArray(R"({"job_id":"ci.run.7"})");
    QTest::newRow("create and link")
        << QByteArray("/api/v1/jobs") << QByteArray(R"({"job_id":"ci.run.7","source":"ci"})");
    QTest::newRow("publish") << QByteArray("/api/v1/jobs/ci.run.7/events")
                             << QByteArray(R"({"type":"queued"})");
    QTest::newRow("batch") << QByteArray("/api/v1/events:batch")
                           << QByteArray(R"({"job_id":"ci.run.7","type":"queued"})");
}

void TestReservedIds::usersCreateNoJobOfASource()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const HttpAnswer answer = m_hub->call(m_mallory, "POST", path, body);
    QCOMPARE(path.endsWith("batch") ? lineOf(answer, "status") : QByteArray::number(answer.status),
             QByteArray("403"));
    QCOMPARE(lineOf(answer, "code"), QByteArray("reserved_job_id"));
    QCOMPARE(m_hub->effect(github(runBody)), QByteArray("applied"));
    QCOMPARE(m_hub->status(m_mallory, "ci.run.7"), QByteArray());
    QCOMPARE(m_hub->status(m_admin, "ci.run.7"), QByteArray("completed"));
}

/// The answer does not reveal whether the job exists.
void TestReservedIds::anIdIsNoOracle()
{
    QCOMPARE(m_hub->effect(github(runBody)), QByteArray("applied"));
    for (const QByteArray &id : {QByteArray("ci.run.7"), QByteArray("ci.run.8")}) {
        const QByteArray named = "\"job_id\":\"" + id + '"';
        QCOMPARE(m_hub->create(m_mallory, named).code(), QByteArray("reserved_job_id"));
        QCOMPARE(m_hub->publish(m_mallory, id, R"("type":"queued")").code(),
                 QByteArray("reserved_job_id"));
    }
}

/// The id made from an idempotency key can be predicted by a user who knows the key.
void TestReservedIds::nobodyTakesTheIdOfAKey()
{
    const HttpAnswer created =
        m_hub->call(m_alice, "POST", "/api/v1/jobs", "{}", {{"Idempotency-Key", "order-7"}});
    QCOMPARE(created.status, 201);
    QVERIFY(lineOf(created, "job_id").startsWith("key~"));
    const QByteArray squatted = "key~" + QByteArray(32, '0');
    QCOMPARE(m_hub->create(m_mallory, "\"job_id\":\"" + squatted + '"').code(),
             QByteArray("reserved_job_id"));
    QCOMPARE(m_hub->publish(m_mallory, squatted, R"("type":"queued")").code(),
             QByteArray("reserved_job_id"));
    QCOMPARE(m_hub->publish(m_alice, lineOf(created, "job_id"), R"("type":"processing")").status,
             202);
}

void TestReservedIds::noWebhookFillsAJobThatAUserMade()
{
    QCOMPARE(m_hub->create(m_mallory, R"("job_id":"render-42","external_id":"x")").status, 201);
    const QByteArray body = R"({"job_id":"render-42","status":"completed","result":{"s":1}})";
    QCOMPARE(m_hub->effect(generic(body)), QByteArray("ignored: not_linked"));
    QCOMPARE(m_hub->status(m_mallory, "render-42"), QByteArray("queued"));
    // A webhook that names another job does not match this one by its external id either.
    QCOMPARE(
        m_hub->effect(generic(R"({"job_id":"render-43","external_id":"x","status":"completed"})")),
        QByteArray("applied"));
    QCOMPARE(m_hub->status(m_mallory, "render-42"), QByteArray("queued"));
    QCOMPARE(m_hub->status(m_admin, "render-43"), QByteArray("completed"));
    QVERIFY(m_hub->call(m_admin, "GET", "/api/v1/deliveries/1").body.contains("not_linked"));
}

void TestReservedIds::aUserMayLinkAJob()
{
    QCOMPARE(m_hub->create(m_alice, R"("job_id":"render-42","source":"nobody")").code(),
             QByteArray("bad_field"));
    const HttpAnswer created = m_hub->create(m_alice, R"("job_id":"render-42","source":"farm")");
    QCOMPARE(created.status, 201);
    QCOMPARE(lineOf(created, "source"), QByteArray("farm"));
    const auto completed = [](const QByteArray &owner) {
        return generic(R"({"job_id":"render-42","owner":")" + owner + R"(","status":"completed"})");
    };
    QCOMPARE(m_hub->effect(completed("bob")), QByteArray("ignored: not_linked"));
    QCOMPARE(m_hub->effect(completed("alice")), QByteArray("applied"));
    QCOMPARE(m_hub->status(m_alice, "render-42"), QByteArray("completed"));
}

void TestReservedIds::noSourceTakesTheIdsOfAnother()
{
    QVERIFY(m_hub->configure("[[sources]]\nname = \"frames\"\nscheme = \"generic\"\n"
                             "jobs = \"frame-\"\nsecrets_file = [\"new\"]\n"));
    const auto send = [&](const QByteArray &job) {
        return m_hub->effect({"/api/v1/webhooks/frames",
                              R"({"job_id":")" + job + R"(","status":"completed"})",
                              {{"Authorization", "Bearer " + newSecret}}});
    };
    QCOMPARE(m_hub->create(m_mallory, R"("job_id":"frame-1")").code(),
             QByteArray("reserved_job_id"));
    QCOMPARE(m_hub->effect(generic(R"({"job_id":"frame-1","status":"completed"})")),
             QByteArray("unmatched"));
    QCOMPARE(send("frame-1"), QByteArray("applied"));
    // A foreign id in a batch does not prevent the creation of the other jobs.
    const QByteArray event = R"({"specversion":"1.0","id":"ID","source":"/s","type":"t",)"
                             R"("subject":"ID","data":{"status":"completed"}})";
    const QByteArray batch = '[' + QByteArray(event).replace("ID", "frame-2") + ','
                             + QByteArray(event).replace("ID", "free-2") + ']';
    Signed events = cloudEvent(batch);
    events.headers.last().second = "application/cloudevents-batch+json";
    QCOMPARE(m_hub->effect(events), QByteArray("applied"));
    QCOMPARE(m_hub->status(m_admin, "free-2"), QByteArray("completed"));
    QCOMPARE(m_hub->status(m_admin, "frame-2"), QByteArray());
    // A user's id: the user has to link the job first.
    QCOMPARE(send("other"), QByteArray("unmatched"));
    QCOMPARE(m_hub->create(m_alice, R"("job_id":"other","source":"frames")").status, 201);
    QCOMPARE(m_hub->status(m_alice, "other"), QByteArray("completed"));
}

void TestReservedIds::spacesAreChecked_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<bool>("good");
    QTest::newRow("fine") << QByteArray("jobs = \"frame-\"\nowner = \"alice\"") << true;
    QTest::newRow("within another's") << QByteArray("jobs = \"ci.run.\"") << true;
    QTest::newRow("of another") << QByteArray("jobs = \"ci.\"") << false;
    QTest::newRow("no id") << QByteArray("jobs = \"a b\"") << false;
    QTest::newRow("no user") << QByteArray("owner = \"a\\nb\"") << false;
}

void TestReservedIds::spacesAreChecked()
{
    QFETCH(QByteArray, keys);
    QFETCH(bool, good);
    QCOMPARE(m_hub->configure("[[sources]]\nname = \"new\"\nscheme = \"generic\"\n"
                              "secrets_file = [\"new\"]\n"
                              + keys + '\n'),
             good);
}

QTEST_GUILESS_MAIN(TestReservedIds)
#include "tst_reservedids.moc"
