// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/http/testserver.h"
#include "tests/support/httpcall.h"
#include "tests/support/hubprocess.h"
#include "tests/support/processfigures.h"
#include "tests/support/rawclient.h"

#include <QTemporaryDir>

using namespace hub;
using namespace test;
using namespace std::chrono_literals;

namespace {

constexpr int clients = 60;
constexpr int jobs = 16; ///< Each has a result of almost 1 MiB.

const QByteArray getJobs = "GET /api/v1/jobs?limit=1000 HTTP/1.1\r\nHost: localhost\r\n\r\n";

const QByteArray getLarge = "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n";

void fill(const QUrl &hub)
{
    const QByteArray body =
        R"({"type":"completed","result":{"log":")" + QByteArray(1'000'000, 'r') + "\"}}";
    for (int i = 0; i < jobs; ++i)
        QCOMPARE(httpCall(hub, "POST", "/api/v1/jobs/j" + QByteArray::number(i) + "/events", body)
                     .status,
                 202);
}

/// A client that sends a request and does not read the answer.
std::unique_ptr<RawClient> silentReader(quint16 port, const QByteArray &request)
{
    auto client = std::make_unique<RawClient>(port, 4096);
    client->stopReading();
    client->send(request);
    return client;
}

} // namespace

/// Answers that their clients do not read.
class TestUnreadAnswers : public QObject
{
    Q_OBJECT

private slots:
    void costLittleMemory();
    void shareABudget();
    void endTheConnection();
};

/// The attack: 60 clients list 15 MiB of jobs each and read nothing.
void TestUnreadAnswers::costLittleMemory()
{
    const QTemporaryDir dir;
    HubProcess hub(dir.path());
    fill(hub.url());
    QCOMPARE(httpCall(hub.url(), "GET", "/api/v1/jobs?limit=1000").status, 200);
    const qint64 pid = hub.process().processId();
    const qint64 before = residentKiB(pid);
    std::vector<std::unique_ptr<RawClient>> crowd;
    crowd.reserve(clients);
    for (int i = 0; i < clients; ++i)
        crowd.push_back(silentReader(static_cast<quint16>(hub.url().port()), getJobs));
    QCOMPARE(httpCall(hub.url(), "GET", "/healthz").status, 200);
    const qint64 grown = residentKiB(pid) - before;
    // One address's share of the budget, plus one page while it is built and copied. Without the
    // budget: 900 MiB.
    QVERIFY2(grown < 40 * 1024, qPrintable(QStringLiteral("grew by %1 KiB").arg(grown)));
    crowd.clear(); // the budget is free again
    QTRY_COMPARE(httpCall(hub.url(), "GET", "/api/v1/jobs?limit=1000").status, 200);
}

void TestUnreadAnswers::shareABudget()
{
    HttpOptions options;
    options.limits.answerBudgetBytes = 24 * 1024 * 1024; // 6 MiB per address
    TestServer server(options);
    std::vector<std::unique_ptr<RawClient>> crowd;
    std::optional<RawAnswer> answer;
    do {
        crowd.push_back(silentReader(server.port, getLarge)); // 4 MiB
        RawClient other(server.port);
        other.send(getLarge);
        answer = other.readAnswer();
        QVERIFY(answer);
    } while (answer->status == 200 && crowd.size() < clients);
    QVERIFY(crowd.size() <= 2); // the system's buffers hold little of each answer
    QCOMPARE(answer->status, 503);
    QCOMPARE(answer->code(), QByteArray("busy"));
    QCOMPARE(answer->headers.value("retry-after"), QByteArray("1"));
    RawClient brief(server.port);
    brief.send("GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QCOMPARE(brief.readAnswer().value_or(RawAnswer()).status, 200); // short answers are still sent
    crowd.clear();
    QTRY_COMPARE(server.server().connectionCount(), 1);
    brief.send(getLarge);
    QCOMPARE(brief.readAnswer().value_or(RawAnswer()).status, 200);
}

/// The peer takes no byte of the answer until the write deadline.
void TestUnreadAnswers::endTheConnection()
{
    HttpOptions options;
    options.limits.writeDeadline = 1s;
    TestServer server(options);
    const auto silent = silentReader(server.port, getLarge);
    QTRY_COMPARE(server.requests.size(), size_t{1});
    int passes = 0; // several while the system still takes bytes
    const auto isGone = [&] {
        server.passTime(1s);
        ++passes;
        return server.server().connectionCount() == 0;
    };
    QTRY_VERIFY(isGone());
    QVERIFY2(passes <= 20, QByteArray::number(passes).constData());
}

QTEST_GUILESS_MAIN(TestUnreadAnswers)
#include "tst_unreadanswers.moc"
