// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/subscriber.h"
#include "tests/support/eventtext.h"
#include "tests/support/gunzip.h"
#include "tests/support/manualclock.h"
#include "tests/support/recordingsink.h"
#include "tests/support/snapshottext.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;
using test::eventAt;
using test::idsIn;
using test::upTo;

namespace {

constexpr int partJobs = 70; ///< Of 1,000 bytes each: a part of a snapshot and a little more.

std::shared_ptr<const Snapshot> snapshotOf(int jobs, const QByteArray &asOf = "e.7-0")
{
    const auto snapshot = std::make_shared<Snapshot>(asOf, true);
    for (int i = 0; i < jobs; ++i)
        snapshot->add(R"({"job_id":"j)" + QByteArray::number(i) + R"(","x":")"
                      + QByteArray(1'000, 'x') + "\"}");
    snapshot->finish(false);
    return snapshot;
}

/// Of a history without events.
StreamStart emptyStart()
{
    StreamStart start;
    start.snapshot = snapshotOf(0, "e.0-0");
    return start;
}

StreamStart startWith(int jobs)
{
    StreamStart start;
    start.asOf = start.resumeAfter = {7, 0};
    start.snapshot = snapshotOf(jobs);
    return start;
}

QJsonObject lastData(const QByteArray &stream, const QByteArray &event)
{
    const qsizetype from = stream.lastIndexOf("event: " + event);
    return from < 0 ? QJsonObject()
                    : test::dataOf(stream.mid(from, stream.indexOf("\n\n", from) + 2 - from));
}

} // namespace

/// One subscriber on a log, with a socket that takes as much as the test says.
class TestSubscriber : public QObject, private Subscriber::Host
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_subscriber.reset(); }

    void beginsWithHelloAndSnapshot();
    void writesEverythingNewAtOnce();
    void seesOnlyItsTopic();
    void lagsInsteadOfQueueing();
    void skipsSupersededProgressOnlyWhenItLagged();
    void neverSkipsStateOrLog();
    void keepsMilestonesOfExecutions();
    void staysInTheRingAfterALongQuietTime();
    void takesAPageInPieces();
    void fallsOffTheRingIntoTheStore();
    void replaysFromTheStoreThenTheRing();
    void endsWithTheJob();
    void saysWhereTheGapIs();
    void beatsWithTheHeadsId();
    void isClosedOnlyWhenItsSocketTakesNothing();
    void closesWithItsReason();
    void sendsASnapshotAsTheSocketTakesIt();
    void sendsNothingWithinASnapshot();
    void cutsASnapshotOffWhenItIsClosed();
    void packsASnapshotOnce();

private:
    void readStore(Subscriber &subscriber) override { m_storeAsked << subscriber.cursor().ms; }
    void pumpLater(Subscriber &) override { ++m_pumps; }
    void ended(Subscriber &, CloseReason reason) override { m_ended = reason; }

    Subscriber &subscribe(const Subscription &subscription,
                          const StreamStart &start = emptyStart());
    void publish(const Event &event);
    void turn();
    void servePages(qint64 last);
    QByteArray sent() const { return m_record->taken; }

    test::ManualClock m_clock;
    std::unique_ptr<Metrics> m_metrics;
    std::unique_ptr<StreamMetrics> m_figures;
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<StreamContext> m_context;
    std::shared_ptr<test::SinkRecord> m_record;
    PackerPool m_pool;
    ByteBudget m_budget{{10'000'000, 10'000'000}};
    std::shared_ptr<Feed> m_feed;
    std::unique_ptr<Subscriber> m_subscriber;
    QList<qint64> m_storeAsked;
    int m_pumps = 0;
    std::optional<CloseReason> m_ended;
};

void TestSubscriber::init()
{
    m_metrics = std::make_unique<Metrics>();
    m_figures = std::make_unique<StreamMetrics>(*m_metrics);
    m_log = std::make_unique<EventLog>(EventId{}, EventLog::Limits{1'000'000, 50});
    m_context.reset(new StreamContext{*m_log, *m_figures, m_clock, "e", 2000ms, 1000});
    m_record = std::make_shared<test::SinkRecord>();
    m_storeAsked.clear();
    m_pumps = 0;
    m_ended.reset();
}

Subscriber &TestSubscriber::subscribe(const Subscription &subscription, const StreamStart &start)
{
    StreamRequest request;
    request.subscription = subscription;
    request.cursor = "e.7-0";
    Subscriber::Host &host = *this;
    m_subscriber = std::make_unique<Subscriber>(
        1, request, std::make_unique<test::RecordingSink>(m_record), *m_context, host);
    m_feed = std::make_shared<Feed>(subscription, *m_log, m_pool, 1000);
    m_feed->join(m_subscriber.get());
    std::shared_ptr<SharedSnapshot> shared;
    if (start.snapshot) {
        shared = std::make_shared<SharedSnapshot>(
            start, *m_budget.take("client", start.snapshot->bytes()));
    }
    m_subscriber->start(m_feed, start, shared);
    return *m_subscriber;
}

void TestSubscriber::publish(const Event &event)
{
    const EventId before = m_log->head();
    const quint64 position =
        m_log->append(encodeEntry(event, "e", m_clock.steadyMs()), conflates(event));
    if (m_feed->subscription().matches(m_log->at(position).event))
        m_feed->mark(position, before);
}

void TestSubscriber::turn()
{
    if (m_feed->isMarked())
        m_subscriber->wake(m_feed->takeMark());
    while (std::exchange(m_pumps, 0) > 0)
        m_subscriber->pump();
}

/// Answers what it asks of the store, events up to `last`, until it asks no more.
void TestSubscriber::servePages(qint64 last)
{
    for (qsizetype asked = 0; asked != m_storeAsked.size();) {
        asked = m_storeAsked.size();
        EventPage page;
        for (qint64 ms = m_storeAsked.last() + 1; ms <= last; ++ms)
            page.events.push_back(eventAt(ms, "a", EventType::Log, QByteArray(100, 'x')));
        page.scannedTo = {last, 0};
        m_subscriber->handlePage(page);
    }
}

void TestSubscriber::beginsWithHelloAndSnapshot()
{
    subscribe({}, startWith(0));
    QCOMPARE(
        sent(),
        QByteArray(
            "event: hub.hello\nretry: 2000\n"
            R"(data: {"epoch":"e","heartbeat_s":15,"retry_ms":2000,"resumed":"live","replayed":0})"
            "\n\nid: e.7-0\nevent: hub.snapshot\n"
            R"(data: {"as_of":"e.7-0","jobs":[],"truncated":false})"
            "\n\n"));
    QCOMPARE(m_record->writes, 1);
}

void TestSubscriber::writesEverythingNewAtOnce()
{
    subscribe({});
    m_record->writes = 0;
    for (int i = 1; i <= 10; ++i)
        publish(eventAt(i, "a", EventType::Progress));
    QCOMPARE(m_record->writes, 0);
    turn();
    QCOMPARE(m_record->writes, 1);
    QCOMPARE(idsIn(sent()), upTo(0, 10)); // 0: the snapshot's
}

void TestSubscriber::seesOnlyItsTopic()
{
    Subscription one;
    one.scope = Scope::Job;
    one.jobs = {"b"};
    subscribe(one);
    for (int i = 1; i <= 9; ++i)
        publish(eventAt(i, i % 3 ? "a" : "b", EventType::Progress));
    turn();
    QCOMPARE(idsIn(sent()), (QList<qint64>{0, 3, 6, 9}));
    QCOMPARE(m_subscriber->lagEvents(), qint64(0));
}

void TestSubscriber::lagsInsteadOfQueueing()
{
    subscribe({});
    m_record->room = 100;
    for (int i = 1; i <= 40; ++i) {
        m_clock.advance(10);
        publish(eventAt(i, "a", EventType::Log, QByteArray(200, 'x')));
        turn();
    }
    QVERIFY(m_record->held.size() <= 1000); // never more than one gathered write
    QVERIFY(m_subscriber->lagEvents() > 30);
    QCOMPARE(m_subscriber->lagMs(), 10 * (m_subscriber->lagEvents() - 1)); // the last came just now
    m_record->drain();
    turn();
    QCOMPARE(idsIn(sent()), upTo(0, 40));
    QCOMPARE(m_subscriber->lagEvents() + m_subscriber->lagMs(), qint64(0));
}

void TestSubscriber::skipsSupersededProgressOnlyWhenItLagged()
{
    subscribe({});
    for (int i = 1; i <= 5; ++i)
        publish(eventAt(i, "a", EventType::Progress));
    turn();
    QCOMPARE(m_subscriber->conflated(), qint64(0));
    m_record->room = 10;
    publish(eventAt(6, "a", EventType::Progress));
    turn(); // held: it lags now
    for (int i = 7; i <= 20; ++i)
        publish(eventAt(i, "a", EventType::Progress));
    m_record->drain();
    turn();
    QCOMPARE(idsIn(sent()), (QList<qint64>{0, 1, 2, 3, 4, 5, 6, 20}));
    QCOMPARE(m_subscriber->conflated(), qint64(13));
    for (int i = 21; i <= 23; ++i)
        publish(eventAt(i, "a", EventType::Progress));
    turn(); // caught up: nothing is skipped any more
    QCOMPARE(m_subscriber->conflated(), qint64(13));
}

void TestSubscriber::neverSkipsStateOrLog()
{
    subscribe({});
    m_record->room = 10;
    publish(eventAt(1, "a", EventType::Log));
    turn();
    publish(eventAt(2, "a", EventType::Processing));
    publish(eventAt(3, "a", EventType::Log));
    publish(eventAt(4, "a", EventType::Log));
    publish(eventAt(5, "a", EventType::Completed));
    m_record->drain();
    turn();
    QCOMPARE(idsIn(sent()), upTo(0, 5));
}

void TestSubscriber::keepsMilestonesOfExecutions()
{
    subscribe({});
    m_record->room = 10;
    publish(eventAt(1, "a", EventType::Log));
    turn();
    Event milestone = eventAt(2, "a", EventType::Progress);
    milestone.name = "execution.completed";
    publish(milestone);
    publish(eventAt(3, "a", EventType::Progress));
    publish(eventAt(4, "a", EventType::Progress));
    m_record->drain();
    turn();
    QCOMPARE(idsIn(sent()), (QList<qint64>{0, 1, 2, 4}));
}

void TestSubscriber::staysInTheRingAfterALongQuietTime()
{
    Subscription one;
    one.scope = Scope::Job;
    one.jobs = {"mine"};
    subscribe(one);
    for (int i = 1; i <= 200; ++i) // none is for it, and its cursor stays behind
        publish(eventAt(i, "other", EventType::Log));
    m_record->room = 10;
    publish(eventAt(201, "mine", EventType::Log));
    turn();
    publish(eventAt(202, "mine", EventType::Log));
    m_record->drain();
    turn();
    QVERIFY(m_storeAsked.isEmpty());
    QCOMPARE(idsIn(sent()), (QList<qint64>{0, 201, 202}));
}

/// A page may be larger than one gathered write: the socket's bound counts there too.
void TestSubscriber::takesAPageInPieces()
{
    *m_log = EventLog({100, 0}, {1'000'000, 50});
    StreamStart start;
    start.resume = StreamStart::Resume::Replayed;
    start.resumeAfter = {50, 0};
    subscribe({}, start);
    EventPage page;
    for (int ms = 51; ms <= 100; ++ms)
        page.events.push_back(eventAt(ms, "a", EventType::Log, QByteArray(100, 'x')));
    page.scannedTo = {100, 0};
    m_record->room = 10;
    m_subscriber->handlePage(page);
    QVERIFY(m_record->held.size() < 1300); // one gather of 1000 and a frame
    m_record->drain();
    servePages(100);
    turn();
    QCOMPARE(idsIn(sent()), upTo(51, 100));
}

void TestSubscriber::fallsOffTheRingIntoTheStore()
{
    subscribe({});
    m_record->room = 10;
    for (int i = 1; i <= 200; ++i) { // the ring keeps 50
        publish(eventAt(i, "a", EventType::Log));
        turn();
    }
    QVERIFY(m_storeAsked.isEmpty());
    m_record->drain();
    turn();
    QCOMPARE(m_storeAsked.size(), 1); // from its cursor, not from the ring
    servePages(160);
    turn();
    QCOMPARE(idsIn(sent()), upTo(0, 200));
}

void TestSubscriber::replaysFromTheStoreThenTheRing()
{
    *m_log = EventLog({100, 0}, {1'000'000, 50}); // history before this process began
    StreamStart start;
    start.resume = StreamStart::Resume::Replayed;
    start.resumeAfter = {97, 0};
    start.replayCount = 3;
    subscribe({}, start);
    QCOMPARE(m_storeAsked, QList<qint64>{97});
    publish(eventAt(101, "a", EventType::Progress)); // while the page is on its way
    turn();
    EventPage page;
    for (const int ms : {98, 99, 100, 101}) // the store already had it
        page.events.push_back(eventAt(ms, "a", EventType::Progress));
    page.scannedTo = {101, 0};
    m_subscriber->handlePage(page);
    publish(eventAt(102, "a", EventType::Progress));
    turn();
    QCOMPARE(idsIn(sent()), upTo(98, 102));
    QVERIFY(sent().contains(R"("resumed":"replayed","replayed":3)"));
}

void TestSubscriber::endsWithTheJob()
{
    Subscription one;
    one.scope = Scope::Job;
    one.jobs = {"a"};
    subscribe(one);
    publish(eventAt(1, "a", EventType::Completed));
    turn();
    QVERIFY(
        sent().endsWith("event: hub.end\ndata: {\"job_id\":\"a\",\"status\":\"completed\"}\n\n"));
    QVERIFY(m_record->closed);
    QCOMPARE(*m_ended, CloseReason::JobEnded);
}

void TestSubscriber::saysWhereTheGapIs()
{
    StreamStart start;
    start.resume = StreamStart::Resume::Gap;
    start.gapReason = StreamStart::GapReason::Evicted;
    start.asOf = start.resumeAfter = {9, 0};
    start.snapshot = snapshotOf(0);
    subscribe({}, start);
    QVERIFY(sent().contains("event: hub.gap\ndata: "
                            R"({"requested":"e.7-0","resumed_from":"e.9-0","reason":"evicted"})"));
    QVERIFY(sent().indexOf("hub.hello") < sent().indexOf("hub.gap"));
    QVERIFY(sent().indexOf("hub.gap") < sent().indexOf("hub.snapshot"));
}

void TestSubscriber::beatsWithTheHeadsId()
{
    Subscription one;
    one.scope = Scope::Job;
    one.jobs = {"mine"};
    subscribe(one);
    m_record->taken.clear();
    m_subscriber->beat();
    QCOMPARE(m_subscriber->lastBeatMs(), m_clock.wallMs());
    QCOMPARE(sent(), QByteArray(": beat\n\n")); // the head did not move
    publish(eventAt(5, "other", EventType::Progress));
    m_subscriber->beat();
    QVERIFY(sent().endsWith(": beat\nid: e.5-0\n\n"));
    publish(eventAt(6, "mine", EventType::Progress));
    m_subscriber->beat(); // not written yet: its id must not be passed
    turn();
    QCOMPARE(idsIn(sent()), (QList<qint64>{5, 6}));
}

void TestSubscriber::isClosedOnlyWhenItsSocketTakesNothing()
{
    subscribe({});
    m_record->room = 10;
    publish(eventAt(1, "a", EventType::Log, QByteArray(500, 'x')));
    turn();
    m_subscriber->checkProgress(30s);
    for (int i = 0; i < 5; ++i) { // slow, but it moves
        m_clock.advance(20'000);
        m_record->drain(10);
        m_subscriber->checkProgress(30s);
    }
    QVERIFY(!m_ended);
    m_clock.advance(29'000);
    m_subscriber->checkProgress(30s);
    QVERIFY(!m_ended);
    m_clock.advance(2'000);
    m_subscriber->checkProgress(30s);
    QCOMPARE(*m_ended, CloseReason::Slow);
}

void TestSubscriber::closesWithItsReason()
{
    subscribe({});
    m_subscriber->close(CloseReason::Drain, true, 4321ms);
    QVERIFY(sent().endsWith("event: hub.closing\nretry: 4321\n"
                            R"(data: {"reason":"drain","reconnect":true,"retry_ms":4321})"
                            "\n\n"));
    const QByteArray before = sent();
    publish(eventAt(1, "a", EventType::Progress));
    turn();
    m_subscriber->beat();
    m_subscriber->close(CloseReason::Kicked, false, 1ms);
    QCOMPARE(sent(), before);
    QCOMPARE(*m_ended, CloseReason::Drain);
}

void TestSubscriber::sendsASnapshotAsTheSocketTakesIt()
{
    m_record->room = 10;
    subscribe({}, startWith(10 * partJobs));
    for (int i = 8; i <= 20; ++i) { // the stream waits within its snapshot
        publish(eventAt(i, "a", EventType::Log));
        turn();
    }
    QCOMPARE(m_record->taken.size(), 10);
    while (!m_record->held.isEmpty()) {
        QVERIFY(m_record->held.size() < 80'000); // a part and the frames before it
        m_record->drain(50'000);
        turn();
    }
    m_record->drain();
    turn();
    const QJsonObject data = lastData(sent(), "hub.snapshot");
    QCOMPARE(data.value(QLatin1String("jobs")).toArray().size(), 10 * partJobs);
    QCOMPARE(data.value(QLatin1String("truncated")).toBool(true), false);
    QCOMPARE(idsIn(sent()), QList<qint64>{7} + upTo(8, 20));
    QCOMPARE(m_budget.used(), 0); // nobody else holds it
}

void TestSubscriber::sendsNothingWithinASnapshot()
{
    m_record->room = 10;
    Subscriber &subscriber = subscribe({}, startWith(2 * partJobs));
    m_record->drain(0);
    subscriber.beat();
    subscriber.checkToken();
    m_record->drain();
    subscriber.beat(); // the rest is to be written in the next turn
    turn();
    QCOMPARE(lastData(sent(), "hub.snapshot").value(QLatin1String("jobs")).toArray().size(),
             2 * partJobs);
    subscriber.beat();
    QVERIFY(sent().endsWith(": beat\n\n"));
}

void TestSubscriber::cutsASnapshotOffWhenItIsClosed()
{
    m_record->room = 10;
    Subscriber &subscriber = subscribe({}, startWith(5 * partJobs));
    subscriber.close(CloseReason::Kicked, false, 1ms);
    m_record->drain();
    const QJsonObject data = lastData(sent(), "hub.snapshot");
    QVERIFY(data.value(QLatin1String("truncated")).toBool());
    QVERIFY(data.value(QLatin1String("jobs")).toArray().size() >= partJobs / 2);
    QCOMPARE(lastData(sent(), "hub.closing").value(QLatin1String("reason")).toString(),
             QStringLiteral("kicked"));
    QCOMPARE(*m_ended, CloseReason::Kicked);
}

void TestSubscriber::packsASnapshotOnce()
{
    const StreamStart start = startWith(3 * partJobs);
    const auto shared =
        std::make_shared<SharedSnapshot>(start, *m_budget.take("client", start.snapshot->bytes()));
    const Block first = shared->packed(1);
    QCOMPARE(shared->packed(1).bytes.constData(), first.bytes.constData());

    StreamRequest request;
    request.compressed = true;
    Subscriber::Host &host = *this;
    m_subscriber = std::make_unique<Subscriber>(
        1, request, std::make_unique<test::RecordingSink>(m_record), *m_context, host);
    m_feed = std::make_shared<Feed>(Subscription{}, *m_log, m_pool, 1000);
    m_feed->join(m_subscriber.get());
    m_subscriber->start(m_feed, start, shared);
    turn();
    test::Gunzip gunzip;
    const QByteArray plain = gunzip.take(sent());
    QVERIFY(gunzip.ok());
    QCOMPARE(lastData(plain, "hub.snapshot").value(QLatin1String("jobs")).toArray().size(),
             3 * partJobs);
}

QTEST_GUILESS_MAIN(TestSubscriber)
#include "tst_subscriber.moc"
