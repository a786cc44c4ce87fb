// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/streams.h"
#include "tests/support/eventtext.h"
#include "tests/support/fakestore.h"
#include "tests/support/manualclock.h"
#include "tests/support/recordingsink.h"
#include "tests/support/subscriptions.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;
using test::eventAt;
using test::oneJob;

/// All streams of a hub, with a store and sockets that the test plays.
class TestStreams : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m.reset(); }

    void writesOnceATurn();
    void countsMatchingStreams();
    void sharesASnapshotWhileItIsSent();
    void sharesNoSnapshotThatIsFarBehind();
    void readsALimitedNumberOfPages();
    void readsOnUntilTheLogReaches();
    void closesAStreamThatCannotBeRead();
    void closesSlowStreams();
    void beats();
    void drainsEvenly();
    void asksClientsToReturnAfterTheDrain();
    void closesOneStreamOnce();
    void configuresLaterStreams();
    void publishesHubEventsOnlyWhenWatched();

private:
    using Record = std::shared_ptr<test::SinkRecord>;

    struct Parts
    {
        explicit Parts(EventId openedAt)
        {
            store.opened = openedAt;
            streams.emplace(store, clock, metrics, options);
        }

        test::ManualClock clock;
        test::FakeStore store;
        Metrics metrics;
        Streams::Options options;
        std::optional<Streams> streams;
        ByteBudget budget{{1'000'000, 1'000'000}};
    };

    /// Opens a stream. Its socket takes `room` bytes; -1 = no limit.
    Record open(const Subscription &subscription, const StreamStart &start = {}, qint64 room = -1,
                const QByteArray &user = {});
    void start(EventId openedAt);
    int publish(qint64 ms, const QByteArray &job, EventType type = EventType::Log)
    {
        return m->streams->publish(eventAt(ms, job, type));
    }

    std::unique_ptr<Parts> m;
    QByteArrayList m_closed; ///< Why streams were closed, in order.
};

namespace {

StreamStart startAfter(qint64 ms)
{
    StreamStart start;
    start.resume = StreamStart::Resume::Replayed;
    start.resumeAfter = {ms, 0};
    return start;
}

StreamStart startWithSnapshot()
{
    const auto snapshot = std::make_shared<Snapshot>("fake.0-0", true);
    for (int i = 0; i < 300; ++i) // several parts: a slow stream keeps it
        snapshot->add("{\"x\":\"" + QByteArray(1'000, 'x') + "\"}");
    snapshot->finish(false);
    StreamStart start;
    start.snapshot = snapshot;
    return start;
}

Subscription ofHub()
{
    Subscription subscription;
    subscription.scope = Scope::Hub;
    return subscription;
}

/// Returns the `retry_ms` of the last `hub.closing` frame.
qint64 retryIn(const QByteArray &stream)
{
    const qsizetype at = stream.lastIndexOf("\"retry_ms\":") + 11;
    return stream.mid(at, stream.indexOf('}', at) - at).toLongLong();
}

} // namespace

void TestStreams::init()
{
    start({});
}

void TestStreams::start(EventId openedAt)
{
    m = std::make_unique<Parts>(openedAt);
    m_closed.clear();
    connect(&*m->streams, &Streams::closed, this,
            [this](const Subscriber &, CloseReason reason) { m_closed << toString(reason); });
}

TestStreams::Record TestStreams::open(const Subscription &subscription, const StreamStart &start,
                                      qint64 room, const QByteArray &user)
{
    StreamRequest request;
    request.subscription = subscription;
    request.user = user;
    auto record = std::make_shared<test::SinkRecord>();
    record->room = room;
    std::shared_ptr<SharedSnapshot> snapshot;
    if (start.snapshot)
        snapshot = std::make_shared<SharedSnapshot>(
            start, *m->budget.take("client", start.snapshot->bytes()));
    m->streams->open(request, std::make_unique<test::RecordingSink>(record), start, snapshot);
    return record;
}

void TestStreams::writesOnceATurn()
{
    const Record record = open(oneJob("a"));
    const int before = record->writes;
    for (int ms = 1; ms <= 3; ++ms)
        publish(ms, "a");
    QCOMPARE(record->writes, before); // not within publish()
    QTRY_COMPARE(test::idsIn(record->taken), test::upTo(1, 3));
    QCOMPARE(record->writes, before + 1);
    QCOMPARE(m->streams->head(), (EventId{3, 0}));
}

void TestStreams::countsMatchingStreams()
{
    const Record ofA = open(oneJob("a"));
    const Record ofAToo = open(oneJob("a"));
    const Record ofAll = open({});
    const Record ofB = open(oneJob("b"));
    QCOMPARE(publish(1, "a"), 3);
    QCOMPARE(publish(2, "b"), 2);
    QCOMPARE(publish(3, "c"), 1);
    QTRY_COMPARE(test::idsIn(ofAll->taken), test::upTo(1, 3));
    QCOMPARE(test::idsIn(ofA->taken), QList<qint64>{1});
    QCOMPARE(test::idsIn(ofAToo->taken), QList<qint64>{1});
    QCOMPARE(test::idsIn(ofB->taken), QList<qint64>{2});
}

void TestStreams::sharesASnapshotWhileItIsSent()
{
    const StreamStart start = startWithSnapshot();
    const Record slow = open(oneJob("a"), start, 0);
    QVERIFY(m->streams->snapshotFor(oneJob("a")));
    QVERIFY(m->streams->snapshotFor(oneJob("a"))->start().snapshot == start.snapshot);
    QVERIFY(!m->streams->snapshotFor(oneJob("b")));
    slow->drain();
    QTRY_VERIFY(!m->streams->snapshotFor(oneJob("a")));
    QVERIFY(slow->taken.endsWith(start.snapshot->parts().back()));
}

void TestStreams::sharesNoSnapshotThatIsFarBehind()
{
    const Record slow = open(oneJob("a"), startWithSnapshot(), 0);
    for (int ms = 1; ms <= 1'000; ++ms)
        publish(ms, "b");
    QVERIFY(m->streams->snapshotFor(oneJob("a")));
    publish(1'001, "b");
    QVERIFY(!m->streams->snapshotFor(oneJob("a")));
}

/// Streams read from the store where the log does not reach. The others wait for a free read.
void TestStreams::readsALimitedNumberOfPages()
{
    constexpr std::size_t most = 16;
    start({100, 0});
    std::vector<Record> records;
    for (std::size_t i = 0; i < most + 2; ++i)
        records.push_back(open(oneJob("a"), startAfter(50), -1, "ann"));
    auto &reads = m->store.pageReads;
    QCOMPARE(reads.size(), most);
    QCOMPARE(reads[0].request.after, (EventId{50, 0}));
    QCOMPARE(reads[0].request.subscription.jobs, QByteArrayList{"a"});
    QCOMPARE(reads[0].lane, QByteArray("user/ann"));
    m->streams->closeStream(qint64(most) + 1, CloseReason::Kicked); // it leaves the queue
    QCOMPARE(reads.size(), most);
    const auto answer = reads[0].answer; // a read may be added while it runs
    answer(EventPage{{eventAt(60, "a", EventType::Log)}, {100, 0}});
    QCOMPARE(test::idsIn(records[0]->taken), QList<qint64>{60});
    QCOMPARE(reads.size(), most + 1);
    reads[1].answer(EventPage{{}, {100, 0}});
    QCOMPARE(reads.size(), most + 1); // none is left
}

void TestStreams::readsOnUntilTheLogReaches()
{
    start({100, 0});
    const Record record = open(oneJob("a"), startAfter(50));
    publish(101, "a");
    auto &reads = m->store.pageReads;
    const auto first = reads.at(0).answer;
    first(EventPage{{eventAt(60, "a", EventType::Log)}, {70, 0}});
    QCOMPARE(reads.size(), std::size_t(2));
    QCOMPARE(reads[1].request.after, (EventId{70, 0}));
    const auto second = reads[1].answer;
    second(EventPage{{eventAt(80, "a", EventType::Log)}, {100, 0}});
    QTRY_COMPARE(test::idsIn(record->taken), QList<qint64>({60, 80, 101}));
    QCOMPARE(reads.size(), std::size_t(2));
}

void TestStreams::closesAStreamThatCannotBeRead()
{
    start({100, 0});
    const Record record = open(oneJob("a"), startAfter(50));
    m->store.pageReads.at(0).answer(Error{"history_evicted", {}});
    QVERIFY(record->closed);
    QVERIFY(record->taken.contains(R"("reason":"server_error","reconnect":true)"));
    QCOMPARE(m_closed, QByteArrayList{"server_error"});
    QCOMPARE(m->streams->count(), std::size_t(0));
}

void TestStreams::closesSlowStreams()
{
    const Record slow = open(oneJob("a"));
    const Record quick = open(oneJob("a"));
    slow->room = 0;
    publish(1, "a");
    QTRY_VERIFY(!slow->held.isEmpty());
    m->streams->tick();
    m->clock.advance(m->options.writeDeadline.count() - 1);
    m->streams->tick();
    QCOMPARE(m->streams->count(), std::size_t(2));
    m->clock.advance(2);
    m->streams->tick();
    QCOMPARE(m_closed, QByteArrayList{"slow"});
    QCOMPARE(publish(2, "a"), 1);
    QTRY_COMPARE(test::idsIn(quick->taken), test::upTo(1, 2));
}

void TestStreams::beats()
{
    const Record record = open(oneJob("a")); // every 15 s
    for (int i = 0; i < 14; ++i)
        m->streams->tick();
    QCOMPARE(record->taken.count(": beat"), 0);
    for (int i = 14; i < 30; ++i)
        m->streams->tick();
    QCOMPARE(record->taken.count(": beat"), 2);
}

void TestStreams::drainsEvenly()
{
    for (int i = 0; i < 4; ++i)
        open(oneJob("a"));
    m->streams->drain(4'000ms);
    m->clock.advance(1'999); // each stream leaves within a second of its own
    QTRY_COMPARE(m_closed.size(), 2);
    m->clock.advance(2'001);
    QTRY_COMPARE(m_closed, QByteArrayList(4, "drain"));
}

/// A client that leaves early waits for the rest of the drain, too.
void TestStreams::asksClientsToReturnAfterTheDrain()
{
    const Record record = open(oneJob("a"));
    m->streams->drain(10'000ms);
    const qint64 retry = m->options.retry.count();
    const qint64 returns = 1'000 + 5; // for one stream
    const qint64 early = m->streams->drainRetry().count();
    QVERIFY(early >= retry + 10'000 && early <= retry + 10'000 + returns);
    m->clock.advance(10'000);
    const qint64 late = m->streams->drainRetry().count();
    QVERIFY(late >= retry && late <= retry + returns);
    QTRY_VERIFY(record->closed);
    const qint64 told = retryIn(record->taken);
    QVERIFY(told >= retry && told <= retry + 10'000 + returns);
    QVERIFY(record->taken.contains(R"("reason":"drain","reconnect":true)"));
}

void TestStreams::closesOneStreamOnce()
{
    const Record first = open(oneJob("a"));
    const Record second = open(oneJob("a"));
    QVERIFY(m->streams->closeStream(1, CloseReason::Evicted));
    QVERIFY(!m->streams->closeStream(1, CloseReason::Evicted));
    QVERIFY(!m->streams->closeStream(99, CloseReason::Evicted));
    QCOMPARE(retryIn(first->taken), 300'000);
    QVERIFY(m->streams->closeStream(2, CloseReason::Kicked));
    QCOMPARE(retryIn(second->taken), 3'600'000);
    QCOMPARE(publish(1, "a"), 0);
}

void TestStreams::configuresLaterStreams()
{
    QVERIFY(open(oneJob("a"))->taken.contains("\"retry_ms\":2000"));
    Streams::Options options = m->options;
    options.retry = 7'000ms;
    m->streams->configure(options);
    QVERIFY(open(oneJob("a"))->taken.contains("\"retry_ms\":7000"));
}

void TestStreams::publishesHubEventsOnlyWhenWatched()
{
    const Record ofJobs = open({});
    QVERIFY(!m->streams->hubIsWatched());
    m->streams->publishHub("hub.stats", R"({"n":1})", true); // nobody gets it, now or later
    const Record watcher = open(ofHub());
    QVERIFY(m->streams->hubIsWatched());
    m->streams->publishHub("hub.stats", R"({"n":2})", true);
    QTRY_VERIFY(watcher->taken.contains(R"({"n":2})"));
    QVERIFY(!watcher->taken.contains(R"({"n":1})"));
    QVERIFY(!ofJobs->taken.contains("hub.stats"));
    QCOMPARE(m->streams->head(), EventId()); // they have no id
}

QTEST_GUILESS_MAIN(TestStreams)
#include "tst_streams.moc"
