// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/httpconnection.h"

#include "tests/support/fakechannel.h"

#include <QTest>

#include <vector>

using namespace hub;
using namespace test;

namespace {

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

AnswerParts answerOf(const QByteArray &body)
{
    return responseParts(Response::text(200, "text/plain", body), {});
}

/// A connection over a FakeChannel, and what its owner was told.
class Desk final : private HttpConnection::Owner
{
public:
    bool takes = true; ///< What requestArrived() returns.
    std::vector<FramedRequest> requests;
    int ended = 0;
    ChannelRecord record;
    FakeChannel *const channel = new FakeChannel(&record); ///< Owned by the connection.
    HttpConnection connection{std::unique_ptr<Channel>(channel),
                              std::make_shared<HttpContext>(HttpOptions{}), this};

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

QTEST_GUILESS_MAIN(TestHttpConnection)
#include "tst_httpconnection.moc"
