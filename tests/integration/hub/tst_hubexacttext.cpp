// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/hubrunner.h"
#include "tests/support/streamreader.h"

#include <QTest>

using test::HttpAnswer;
using test::httpCall;

/// What callers send comes out again to the byte, over real sockets.
class TestHubExactText : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_hub = std::make_unique<test::HubRunner>(); }
    void cleanup() { m_hub.reset(); }

    void givesEventsAsPublished_data();
    void givesEventsAsPublished();
    void givesJobsAsCreated_data();
    void givesJobsAsCreated();
    void givesWebhooksAsSent();

private:
    HttpAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
    {
        return httpCall(m_hub->url(), method, path, body);
    }

    static QByteArray dataOf(const test::StreamReader &stream, const QByteArray &type)
    {
        for (const hub::SseEvent &event : stream.events()) {
            if (event.type == type)
                return event.data;
        }
        return {};
    }

    /// The data of the first event of this type, replayed from the database.
    QByteArray fromTheBeginning(const QByteArray &type)
    {
        test::StreamReader head(m_hub->url(), "/api/v1/events/j");
        if (!head.waitForEvents(1)) // hub.hello
            return {};
        const QByteArray epoch = head.next("hub.hello")[QLatin1String("epoch")].toString().toUtf8();
        test::StreamReader replay(m_hub->url(), "/api/v1/events/j",
                                  {{"Last-Event-ID", epoch + ".0-0"}});
        (void)replay.next(type);
        return dataOf(replay, type);
    }

    std::unique_ptr<test::HubRunner> m_hub;
};

/// Members as they are sent, which is how they come out.
void TestHubExactText::givesEventsAsPublished_data()
{
    QTest::addColumn<QByteArray>("member");
    const auto row = [](const char *name, const char *member) {
        QTest::newRow(name) << QByteArray(member);
    };
    row("mark in a message", "\"message\":\"\ufeffa\ufeff\"");
    row("two marks in a message", "\"message\":\"\ufeff\ufeffa\"");
    row("mark in an unknown member", "\"frame\":\"\ufeffa\"");
    row("mark deep in an unknown member", "\"frame\":{\"\ufeffk\":[\"\ufeff\ufeffa\"]}");
    row("mark in the name of one", "\"\ufeffmessage\":1");
    row("mark in data", "\"data\":{\"\ufeffk\":\"\ufeffa\"}");
    row("mark in a result", "\"result\":{\"\ufeffk\":\"\ufeffa\"}");
}

void TestHubExactText::givesEventsAsPublished()
{
    QFETCH(QByteArray, member);
    test::StreamReader stream(m_hub->url(), "/api/v1/events/j");
    QVERIFY(stream.waitForHead());
    const QByteArray type = member.startsWith("\"result\"") ? "completed" : "progress";
    const QByteArray body = "{\"type\":\"" + type + "\",\"progress\":1," + member + '}';
    QCOMPARE(call("POST", "/api/v1/jobs", R"({"job_id":"j"})").status, 201);
    QCOMPARE(call("POST", "/api/v1/jobs/j/events", body).status, 202);
    QVERIFY(!stream.next(type).isEmpty());
    QVERIFY2(dataOf(stream, type).contains(member), dataOf(stream, type));
    if (member.startsWith("\"message\"") || member.startsWith("\"result\"")) {
        const QByteArray job = call("GET", "/api/v1/jobs/j").body;
        QVERIFY2(job.contains(member), job);
        m_hub->restart(); // from the database
        QCOMPARE(call("GET", "/api/v1/jobs/j").body, job);
    }
    const QByteArray replayed = fromTheBeginning(type);
    QVERIFY2(replayed.contains(member), replayed);
}

void TestHubExactText::givesJobsAsCreated_data()
{
    QTest::addColumn<QByteArray>("member");
    const auto row = [](const char *name, const char *member) {
        QTest::newRow(name) << QByteArray(member);
    };
    row("mark in a label", "\"labels\":{\"k\":\"\ufeffa\"}");
    row("mark in the name of a label", "\"labels\":{\"\ufeffk\":\"a\"}");
    row("mark in an unknown member", "\"frame\":[\"\ufeffa\"]");
    row("mark in the name of one", "\"\ufeffowner\":\"a\"");
}

void TestHubExactText::givesJobsAsCreated()
{
    QFETCH(QByteArray, member);
    const HttpAnswer made = call("POST", "/api/v1/jobs", R"({"job_id":"j",)" + member + '}');
    QCOMPARE(made.status, 201);
    QVERIFY2(made.body.contains(member), made.body);
    m_hub->restart();
    const QByteArray job = call("GET", "/api/v1/jobs/j").body;
    QVERIFY2(job.contains(member), job);
}

void TestHubExactText::givesWebhooksAsSent()
{
    const QByteArray body = "{\"request_id\":\"j\",\"status\":\"ERROR\",\"message\":\"\ufeffm\","
                            "\"error\":\"\ufeffe\",\"\ufeffgateway\":[\"\ufeffg\"]}";
    const HttpAnswer sent = call("POST", "/api/v1/webhooks/image-gen", body);
    QCOMPARE(sent.status, 200);
    const QByteArray job = call("GET", "/api/v1/jobs/j").body;
    QVERIFY2(job.contains("\"message\":\"\ufeffm\""), job);
    QVERIFY2(job.contains("\"message\":\"\ufeffe\""), job); // that of its error
    const QByteArray id =
        QByteArray::number(sent.json().value(QLatin1String("delivery_id")).toInteger());
    QCOMPARE(call("GET", "/api/v1/deliveries/" + id).json().value(QLatin1String("body_base64")),
             QJsonValue(QString::fromLatin1(body.toBase64())));
    const QByteArray event = fromTheBeginning("failed");
    QVERIFY2(event.contains("\"\ufeffgateway\":[\"\ufeffg\"]"), event);
}

QTEST_GUILESS_MAIN(TestHubExactText)
#include "tst_hubexacttext.moc"
