// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/hub.h"
#include "tests/support/eventtext.h"
#include "tests/support/fakestore.h"
#include "tests/support/manualclock.h"
#include "tests/support/recordingsink.h"
#include "tests/support/subscriptions.h"

#include <QTest>

using namespace hub;
using test::eventAt;

/// Writes through the hub, with a store that the test answers. tst_hub has the streams.
class TestHubWrites : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_hub.reset(); }

    void publishesBeforeItAnswers_data();
    void publishesBeforeItAnswers();
    void passesARevocationOn();
    void countsHowAWriteEnded_data();
    void countsHowAWriteEnded();
    void answersNothingAfterItsEnd();

private:
    /// Opens a stream of the job "a" that begins at the head.
    std::shared_ptr<test::SinkRecord> openStream();
    bool hasMetric(const QByteArray &line)
    {
        return m_hub->metrics().toPrometheus().contains(line);
    }

    test::ManualClock m_clock;
    test::FakeStore m_store;
    std::optional<Hub> m_hub;
};

namespace {

/// Submits one kind of write, and answers it in the store with one event.
struct Kind
{
    std::function<void(Hub &, const std::function<void()> &answered)> submit;
    std::function<QByteArray(test::FakeStore &, const Event &)> answer; ///< Returns the lane.
};

/// Returns a function that answers the first of `calls` with `result` and the event.
template<typename Calls, typename T>
auto answering(Calls test::FakeStore::*calls, const T &result)
{
    return [calls, result](test::FakeStore &store, const Event &event) {
        T answer = result;
        answer.events = {event};
        auto &call = (store.*calls).at(0);
        call.answer(std::move(answer));
        return call.lane;
    };
}

} // namespace

Q_DECLARE_METATYPE(Kind)

void TestHubWrites::init()
{
    m_store = {};
    m_hub.emplace(m_store, m_clock, Hub::Options());
}

std::shared_ptr<test::SinkRecord> TestHubWrites::openStream()
{
    auto record = std::make_shared<test::SinkRecord>();
    StreamRequest request;
    request.subscription = test::oneJob("a");
    m_hub->open(request,
                {[record] { return std::make_unique<test::RecordingSink>(record); }, [] {}});
    m_store.openings.back().answer(StreamStart());
    return record;
}

void TestHubWrites::publishesBeforeItAnswers_data()
{
    QTest::addColumn<Kind>("kind");
    using Answered = std::function<void()>;
    const auto row = [](const char *name, Kind kind) { QTest::newRow(name) << kind; };
    row("create", {[](Hub &hub, const Answered &done) {
                       hub.create(
                           {}, [done](const Result<Created> &) { done(); }, "lane");
                   },
                   answering(&test::FakeStore::creates, Created())});
    row("publish", {[](Hub &hub, const Answered &done) {
                        hub.publish(
                            {}, [done](const Result<Published> &) { done(); }, "lane");
                    },
                    answering(&test::FakeStore::publishes, Published())});
    row("batch", {[](Hub &hub, const Answered &done) {
                      hub.publishBatch(
                          {}, [done](const Result<PublishedBatch> &) { done(); }, "lane");
                  },
                  answering(&test::FakeStore::batches, PublishedBatch())});
    row("deliver", {[](Hub &hub, const Answered &done) {
                        hub.deliver(
                            {}, [done](const Result<Delivered> &) { done(); }, "lane");
                    },
                    answering(&test::FakeStore::delivers, Delivered())});
    row("notify", {[](Hub &hub, const Answered &done) {
                       hub.notify(
                           {}, [done](const Result<Notified> &) { done(); }, "lane");
                   },
                   answering(&test::FakeStore::notifies, Notified())});
}

void TestHubWrites::publishesBeforeItAnswers()
{
    QFETCH(Kind, kind);
    const auto stream = openStream();
    QList<EventId> heads; // at each answer
    kind.submit(*m_hub, [&] { heads << m_hub->streams().head(); });
    QCoreApplication::processEvents();
    QVERIFY(heads.isEmpty());
    QVERIFY(test::idsIn(stream->taken).isEmpty());
    m_clock.advance(2'000);
    QCOMPARE(kind.answer(m_store, eventAt(5, "a", EventType::Processing)), QByteArray("lane"));
    QCOMPARE(heads, QList{(EventId{5, 0})});
    QTRY_COMPARE(test::idsIn(stream->taken), QList<qint64>{5});
    QVERIFY(hasMetric("hub_commit_seconds_sum 2"));
    QVERIFY(hasMetric("hub_events_published_total{kind=\"generic\",type=\"processing\"} 1"));
}

void TestHubWrites::passesARevocationOn()
{
    bool isStored = false;
    m_hub->revoke(
        {"jti", {}, 9}, [&](const Result<void> &stored) { isStored = stored.ok(); }, "l");
    QCOMPARE(m_store.revokes.at(0).request.tokenId, QByteArray("jti"));
    QCOMPARE(m_store.revokes[0].lane, QByteArray("l"));
    QVERIFY(!isStored);
    m_store.revokes[0].answer({});
    QVERIFY(isStored);
}

void TestHubWrites::countsHowAWriteEnded_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("commits");
    QTest::addColumn<int>("notices");
    QTest::newRow("refused by the state machine") << QByteArray("illegal_transition") << 1 << 0;
    QTest::newRow("the queue is full") << QByteArray("store_busy") << 0 << 1;
    QTest::newRow("not committed") << QByteArray("store_unavailable") << 0 << 0;
}

void TestHubWrites::countsHowAWriteEnded()
{
    QFETCH(QByteArray, code);
    QFETCH(int, commits);
    QFETCH(int, notices);
    QByteArray answered;
    m_hub->publish({}, [&](const Result<Published> &result) { answered = result.error().code; });
    m_store.publishes.at(0).answer(Error{code, {}});
    QCOMPARE(answered, code);
    QVERIFY(hasMetric("hub_commit_seconds_count " + QByteArray::number(commits)));
    QCOMPARE(hasMetric("hub_limit_reached_total{limit=\"store_queue\"} 1"), notices == 1);
    QCOMPARE(m_hub->streams().head(), EventId());
}

void TestHubWrites::answersNothingAfterItsEnd()
{
    bool isAnswered = false;
    m_hub->publish({}, [&](const Result<Published> &) { isAnswered = true; });
    m_hub->open(StreamRequest(), {[&]() -> std::unique_ptr<StreamSink> {
                                      isAnswered = true;
                                      return nullptr;
                                  },
                                  [&] { isAnswered = true; }});
    m_hub.reset();
    m_store.publishes.at(0).answer(Published());
    m_store.openings.at(0).answer(StreamStart());
    QVERIFY(!isAnswered);
}

QTEST_GUILESS_MAIN(TestHubWrites)
#include "tst_hubwrites.moc"
