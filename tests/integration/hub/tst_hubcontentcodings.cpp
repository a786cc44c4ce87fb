// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/hub/signinghub.h"
#include "tests/support/coded.h"

#include <QTest>

using test::HttpAnswer;
using test::HttpHeaders;
using test::Signed;
using test::SigningHub;

namespace {

/// The body in the content coding that `header` names.
QByteArray codedAs(const QByteArray &header, const QByteArray &plain)
{
    if (header == "identity")
        return plain;
    return header == "deflate" ? test::deflated(plain) : test::gzipped(plain);
}

HttpHeaders encoding(const QByteArray &header)
{
    return {{"Content-Encoding", header}};
}

} // namespace

/// Request bodies with a content coding. Every route decodes them; signatures cover the bytes as
/// sent.
class TestHubContentCodings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_hub = std::make_unique<SigningHub>(); }
    void cleanupTestCase() { m_hub.reset(); }

    void everyRouteReads_data();
    void everyRouteReads();
    void refuses_data();
    void refuses();
    void signaturesAreOfWhatCame();
    void keepsWhatCameAndReplaysIt();
    void corruptWebhooksLeaveATrace();

private:
    std::unique_ptr<SigningHub> m_hub;
};

void TestHubContentCodings::everyRouteReads_data()
{
    QTest::addColumn<QByteArray>("header");
    for (const char *header : {"gzip", "x-gzip", "GZIP", "deflate", "identity"})
        QTest::newRow(header) << QByteArray(header);
}

void TestHubContentCodings::everyRouteReads()
{
    QFETCH(QByteArray, header);
    const auto post = [&](const QByteArray &path, const QByteArray &plain) {
        return m_hub->call("POST", path, codedAs(header.toLower(), plain), encoding(header)).status;
    };
    const QByteArray job = "of-" + header;
    QCOMPARE(post("/api/v1/jobs", R"({"job_id":")" + job + R"(","kind":"restore"})"), 201);
    QCOMPARE(post("/api/v1/jobs/" + job + "/events", R"({"type":"processing"})"), 202);
    const QByteArray line = R"({"job_id":")" + job + R"(","type":"log","message":"m"})" + '\n';
    // The body is so large that it is decoded in several turns of the loop.
    QCOMPARE(post("/api/v1/events:batch", line.repeated(5'000)), 207);
    QCOMPARE(m_hub->status(job), QStringLiteral("processing"));
}

void TestHubContentCodings::refuses_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const QByteArray event = R"({"type":"log","message":"m"})";
    const auto row = [](const char *name, const char *header, const QByteArray &body, int status,
                        const char *code) {
        QTest::newRow(name) << QByteArray(header) << body << status << QByteArray(code);
    };
    row("a coding nobody knows", "br", event, 415, "unsupported_media_type");
    row("several", "gzip, gzip", test::gzipped(test::gzipped(event)), 415,
        "unsupported_media_type");
    row("not what it says", "gzip", event, 400, "bad_encoding");
    row("cut off", "gzip", test::gzipped(event).chopped(3), 400, "bad_encoding");
    row("too large once decoded", "gzip", test::gzipped(QByteArray(1024 * 1024 + 1, ' ')), 413,
        "body_too_large");
}

void TestHubContentCodings::refuses()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    const HttpAnswer answer =
        m_hub->call("POST", "/api/v1/jobs/refused/events", body, encoding(header));
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.code(), code);
    if (status == 415)
        QCOMPARE(answer.headers.value("accept-encoding"), QByteArray("gzip, deflate"));
    QCOMPARE(m_hub->call("GET", "/api/v1/jobs/refused").status, 404);
}

void TestHubContentCodings::signaturesAreOfWhatCame()
{
    Signed webhook = test::github(test::gzipped(test::runBody));
    webhook.headers += encoding("gzip");
    QCOMPARE(m_hub->send(webhook).status, 200);
    QCOMPARE(m_hub->status("ci.run.7"), QStringLiteral("completed"));
    Signed wrong = test::github(test::runBody);
    wrong.body = test::gzipped(test::runBody);
    wrong.headers += encoding("gzip");
    QCOMPARE(m_hub->send(wrong).code(), QByteArray("bad_signature"));
}

void TestHubContentCodings::keepsWhatCameAndReplaysIt()
{
    const QByteArray coded = test::gzipped(R"({"workflow_run":{"id":8,"status":"in_progress"}})");
    Signed webhook = test::github(coded);
    webhook.headers += encoding("gzip");
    QCOMPARE(m_hub->send(webhook).status, 200);
    const QByteArray path =
        "/api/v1/deliveries/"
        + QByteArray::number(m_hub->newest().value(QLatin1String("id")).toInteger());
    const QJsonObject kept = m_hub->call("GET", path).json();
    QCOMPARE(QByteArray::fromBase64(kept.value(QLatin1String("body_base64")).toString().toLatin1()),
             coded);
    const HttpAnswer replayed = m_hub->call("POST", path + "/replay");
    QCOMPARE(replayed.status, 202);
    QCOMPARE(replayed.json().value(QLatin1String("job_id")).toString(), QStringLiteral("ci.run.8"));
}

void TestHubContentCodings::corruptWebhooksLeaveATrace()
{
    Signed webhook = test::github(test::gzipped(test::runBody).chopped(3));
    webhook.headers += encoding("gzip");
    QCOMPARE(m_hub->send(webhook).code(), QByteArray("bad_encoding"));
    QCOMPARE(m_hub->newest().value(QLatin1String("verdict")).toString(),
             QStringLiteral("rejected"));
}

QTEST_GUILESS_MAIN(TestHubContentCodings)
#include "tst_hubcontentcodings.moc"
