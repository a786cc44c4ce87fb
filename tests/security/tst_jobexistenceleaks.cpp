// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/hub.h"
#include "tests/support/httpcall.h"
#include "tests/support/keyedhub.h"
#include "tests/support/streamreader.h"

#include <QTest>

using namespace test;

/// A user asks for jobs of others and tries to learn from the answers which jobs exist.
class TestJobExistenceLeaks : public QObject
{
    Q_OBJECT

private slots:
    void aStreamTellsNothing_data();
    void aStreamTellsNothing();
    void anAwaitedJobThatIsAnothersTellsNothing();
    void anEtagTellsNothing();
    void whatIsReadTellsNothing_data();
    void whatIsReadTellsNothing();

private:
    HttpAnswer call(const QByteArray &token, const QByteArray &method, const QByteArray &path,
                    const QByteArray &body = {}, HttpHeaders headers = {})
    {
        headers.append({"Authorization", "Bearer " + token});
        return httpCall(m_hub.url(), method, path, body, headers);
    }
    QByteArray epoch() { return m_hub.service().hub()->store().epoch(); }

    KeyedHub m_hub;
    const QByteArray m_alice = m_hub.token("alice", "read publish");
    const QByteArray m_mallory = m_hub.token("mallory", "read publish");
};

namespace {

/// The first events of a stream, without the id of the job asked for.
QByteArray beginning(const StreamReader &stream, const QByteArray &job)
{
    return QByteArray(stream.body()).replace(job, "JOB");
}

} // namespace

void TestJobExistenceLeaks::aStreamTellsNothing_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("finished");
    for (const bool finished : {false, true}) {
        const auto row = [&](const char *path) {
            QTest::addRow("%s, %s", path, finished ? "finished" : "running")
                << QByteArray(path) << finished;
        };
        row("/api/v1/events/JOB?");
        row("/api/v1/events/JOB?last_event_id=EPOCH.0-0&");
        row("/api/v1/events/JOB?last_event_id=EPOCH.1-0&");
        row("/api/v1/events/JOB?last_event_id=HEAD&");
        row("/api/v1/events/executions/JOB?");
        row("/api/v1/events?job=JOB&job=c&last_event_id=EPOCH.1-0&");
        row("/api/image-gen/events?request_id=JOB&");
    }
}

void TestJobExistenceLeaks::aStreamTellsNothing()
{
    QFETCH(QByteArray, path);
    QFETCH(bool, finished);
    const QByteArray taken = "taken" + QByteArray::number(finished);
    call(m_alice, "POST", "/api/v1/jobs/" + taken + "/events", R"({"type":"queued"})");
    if (finished)
        call(m_alice, "POST", "/api/v1/jobs/" + taken + "/events", R"({"type":"completed"})");
    const QByteArray head = call(m_mallory, "GET", "/api/v1/jobs")
                                .json()
                                .value(QLatin1String("as_of"))
                                .toString()
                                .toLatin1();
    path.replace("EPOCH", epoch()).replace("HEAD", head);
    const auto pathOf = [&](const QByteArray &job) {
        return QByteArray(path).replace("JOB", job) + "token=" + m_mallory;
    };
    StreamReader ofTaken(m_hub.url(), pathOf(taken));
    StreamReader ofFree(m_hub.url(), pathOf("free"));
    QVERIFY(ofTaken.waitForEvents(1) && ofFree.waitForEvents(1));
    QCOMPARE(ofTaken.status(), 200);
    QCOMPARE(ofFree.status(), 200);
    QCOMPARE(call(m_mallory, "GET", "/api/v1/jobs").status, 200); // by now everything is sent
    QTRY_COMPARE(beginning(ofTaken, taken), beginning(ofFree, "free"));
    QCOMPARE(ofTaken.socket().state(), QAbstractSocket::ConnectedState);
}

void TestJobExistenceLeaks::anAwaitedJobThatIsAnothersTellsNothing()
{
    StreamReader early(m_hub.url(), "/api/v1/events/later?token=" + m_mallory);
    StreamReader bystander(m_hub.url(), "/api/v1/events/later?token=" + m_alice);
    QVERIFY(early.waitForEvents(2) && bystander.waitForEvents(2));
    const QByteArray before = early.body();
    for (const char *type : {"queued", "processing", "completed"})
        QCOMPARE(call(m_alice, "POST", "/api/v1/jobs/later/events",
                      R"({"type":")" + QByteArray(type) + R"("})")
                     .status,
                 202);
    QVERIFY(bystander.waitForClose());
    // By now a stream event would have been sent.
    QCOMPARE(call(m_mallory, "GET", "/api/v1/jobs").status, 200);
    QCOMPARE(early.body(), before);
    QCOMPARE(early.socket().state(), QAbstractSocket::ConnectedState);
}

void TestJobExistenceLeaks::anEtagTellsNothing()
{
    QCOMPARE(call(m_mallory, "POST", "/api/v1/jobs", R"({"job_id":"m"})").status, 201);
    const auto etag = [&] { return call(m_mallory, "GET", "/api/v1/jobs").headers.value("etag"); };
    const QByteArray before = etag();
    QVERIFY(before.startsWith("W/\""));
    QCOMPARE(call(m_alice, "POST", "/api/v1/jobs", R"({"job_id":"a"})").status, 201);
    QCOMPARE(etag(), before);
    const HttpAnswer same = call(m_mallory, "GET", "/api/v1/jobs", {}, {{"If-None-Match", before}});
    QCOMPARE(same.status, 304);
    QCOMPARE(same.headers.value("etag"), before);
    QCOMPARE(call(m_mallory, "POST", "/api/v1/jobs/m/events", R"({"type":"processing"})").status,
             202);
    QCOMPARE(call(m_mallory, "GET", "/api/v1/jobs", {}, {{"If-None-Match", before}}).status, 200);
}

void TestJobExistenceLeaks::whatIsReadTellsNothing_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("read") << QByteArray("GET") << QByteArray("/api/v1/jobs/JOB");
    QTest::newRow("cancel") << QByteArray("POST") << QByteArray("/api/v1/jobs/JOB/cancel");
    QTest::newRow("callback") << QByteArray("POST") << QByteArray("/api/v1/jobs/JOB/callback");
    QTest::newRow("search") << QByteArray("GET") << QByteArray("/api/v1/jobs?q=JOB");
    QTest::newRow("deliveries") << QByteArray("GET") << QByteArray("/api/v1/deliveries?job=JOB");
}

void TestJobExistenceLeaks::whatIsReadTellsNothing()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    call(m_alice, "POST", "/api/v1/jobs", R"({"job_id":"hers"})");
    QByteArrayList answers;
    for (const QByteArray &job : {QByteArray("hers"), QByteArray("free")}) {
        const HttpAnswer answer = call(m_mallory, method, QByteArray(path).replace("JOB", job));
        answers << QByteArray::number(answer.status) + answer.headers.value("etag")
                       + QByteArray(answer.body).replace(job, "JOB");
    }
    QCOMPARE(answers.at(0), answers.at(1));
}

QTEST_GUILESS_MAIN(TestJobExistenceLeaks)
#include "tst_jobexistenceleaks.moc"
