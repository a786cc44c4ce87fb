// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/httpconnection.h"

#include "tests/support/fakechannel.h"
#include "tests/support/manualclock.h"

#include <QTest>

#include <vector>

using namespace hub;
using namespace test;
using namespace std::chrono_literals;

namespace {

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

AnswerParts answerOf(const QByteArray &body)
{
    const ManualClock clock;
    return responseParts(Response::text(200, "text/plain", body), {}, clock);
}

/// A connection over a FakeChannel, and what its owner was told.
class Desk final : private HttpConnection::Owner
{
public:
    bool takes = true; ///< What requestArrived() returns.
    std::vector<FramedRequest> requests;
    int ended = 0;
    ChannelRecord record;
    ManualClock clock;
    const std::shared_ptr<HttpContext> context =
        std::make_shared<HttpContext>(HttpOptions{}, clock);
    FakeChannel *const channel = new FakeChannel(&record); ///< Owned by the connection.
    HttpConnection connection{std::unique_ptr<Channel>(channel), context, this};

    void passTime(std::chrono::milliseconds time)
    {
        clock.advance(time.count());
        context->net.deadlines.check();
    }

private:
    bool requestArrived(FramedRequest request) override
    {
        requests.push_back(std::move(request));
        return takes;
    }
    void connectionEnded() override { ++ended; }
};

} // namespace

class TestHttpConnection : public QObject
{
    Q_OBJECT

private slots:
    void handsOverOneRequestAtATime();
    void answers500WithoutAHandler();
    void readsAfterThePeerHasReadTheAnswer();
    void handsItsChannelToAStream();
    void endsOnceWithItsChannel();
    void givesUpASlowReader();
    void waitsForTheFirstRequestWhileTheServerStops();
};

void TestHttpConnection::handsOverOneRequestAtATime()
{
    Desk desk;
    desk.channel->receive(get("/first") + get("/second"));
    QCOMPARE(desk.requests.size(), size_t{1});
    QCOMPARE(desk.requests.front().request.path, QByteArray("/first"));
    QCOMPARE(desk.requests.front().request.peer, QHostAddress(QHostAddress::LocalHost));
    desk.connection.answer(answerOf("one"), true);
    QTRY_COMPARE(desk.requests.size(), size_t{2});
    QCOMPARE(desk.requests.back().request.path, QByteArray("/second"));
    desk.connection.answer(answerOf("two"), true);
    QCOMPARE(desk.record.written.count("HTTP/1.1 200 "), 2);
    QVERIFY(desk.record.written.indexOf("one") < desk.record.written.indexOf("two"));
    QVERIFY(desk.connection.isConnected());
}

void TestHttpConnection::answers500WithoutAHandler()
{
    Desk desk;
    desk.takes = false;
    desk.channel->receive(get("/"));
    QVERIFY(desk.record.written.startsWith("HTTP/1.1 500 "));
    QVERIFY(desk.record.closed);
    QCOMPARE(desk.ended, 1);
}

void TestHttpConnection::readsAfterThePeerHasReadTheAnswer()
{
    Desk desk;
    desk.channel->receive(get("/first"));
    desk.record.held = 100;
    desk.connection.answer(answerOf("one"), true);
    desk.channel->receive(get("/second"));
    QVERIFY(!desk.record.watched);
    QCOMPARE(desk.requests.size(), size_t{1});
    desk.record.held = 0;
    desk.channel->progress();
    QCOMPARE(desk.requests.size(), size_t{2});
}

void TestHttpConnection::handsItsChannelToAStream()
{
    Desk desk;
    desk.channel->receive(get("/stream"));
    const std::unique_ptr<StreamSink> sink = desk.connection.becomeStream("head");
    QVERIFY(sink);
    QCOMPARE(desk.record.written, QByteArray("head"));
    QVERIFY(!desk.record.destroyed);
    QVERIFY(!desk.connection.isConnected());
    QCOMPARE(desk.ended, 1);
    desk.connection.answer(answerOf("late"), true);
    QCOMPARE(desk.record.written, QByteArray("head"));
}

void TestHttpConnection::endsOnceWithItsChannel()
{
    Desk desk;
    desk.channel->receive(get("/"));
    desk.channel->hangUp();
    QVERIFY(desk.record.destroyed);
    desk.connection.answer(answerOf("late"), true);
    desk.connection.finish();
    QVERIFY(!desk.connection.becomeStream("head"));
    QCOMPARE(desk.ended, 1);
    QVERIFY(desk.record.written.isEmpty());
}

/// Progress moves the deadline of an answer, and the time of a request does not count.
void TestHttpConnection::givesUpASlowReader()
{
    const std::chrono::milliseconds most = HttpLimits().writeDeadline;
    Desk desk;
    desk.channel->receive(get("/"));
    desk.passTime(24h);
    desk.record.held = 100;
    desk.connection.answer(answerOf("slow"), true);
    desk.passTime(most - 1ms);
    desk.record.held = 50;
    desk.channel->progress();
    desk.passTime(most - 1ms);
    QVERIFY(desk.connection.isConnected());
    desk.passTime(1ms);
    QVERIFY(!desk.connection.isConnected());
    QVERIFY(desk.record.destroyed && !desk.record.closed);
}

void TestHttpConnection::waitsForTheFirstRequestWhileTheServerStops()
{
    Desk desk;
    desk.connection.finish();
    desk.passTime(999ms);
    QVERIFY(desk.connection.isConnected());
    desk.passTime(1ms);
    QVERIFY(!desk.connection.isConnected());
    QVERIFY(desk.record.closed);
}

QTEST_GUILESS_MAIN(TestHttpConnection)
#include "tst_httpconnection.moc"
