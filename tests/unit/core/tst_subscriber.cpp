// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/subscriberfixture.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;
using test::eventAt;
using test::idsIn;
using test::snapshotOf;
using test::upTo;

class TestSubscriber : public test::SubscriberFixture
{
    Q_OBJECT

private slots:
    void init() { reset(); }
    void cleanup() { m_subscriber.reset(); }

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
    void passesThroughEarlierAttempts_data();
    void passesThroughEarlierAttempts();
    void saysWhereTheGapIs();
    void beatsWithTheHeadsId();
    void isClosedOnlyWhenItsSocketTakesNothing();
    void closesWithItsReason();
};

void TestSubscriber::writesEverythingNewAtOnce()
{
    subscribe({});
    m_record->writes = 0;
    for (int i = 1; i <= 10; ++i)
        publish(eventAt(i, "a", EventType::Progress));
    QCOMPARE(m_record->writes, 0);
    turn();
    QCOMPARE(m_record->writes, 1);
    QCOMPARE(idsIn(sent()), upTo(0, 10)); // 0 is the id of the snapshot
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
    QVERIFY(m_record->held.size() <= 1000); // at most one gathered write
    QVERIFY(m_subscriber->lagEvents() > 30);
    // The newest event has just arrived.
    QCOMPARE(m_subscriber->lag().count(), 10 * (m_subscriber->lagEvents() - 1));
    m_record->drain();
    turn();
    QCOMPARE(idsIn(sent()), upTo(0, 40));
    QCOMPARE(m_subscriber->lagEvents() + m_subscriber->lag().count(), qint64(0));
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
    turn(); // the socket holds bytes back: it lags now
    for (int i = 7; i <= 20; ++i)
        publish(eventAt(i, "a", EventType::Progress));
    m_record->drain();
    turn();
    QCOMPARE(idsIn(sent()), (QList<qint64>{0, 1, 2, 3, 4, 5, 6, 20}));
    QCOMPARE(m_subscriber->conflated(), qint64(13));
    for (int i = 21; i <= 23; ++i)
        publish(eventAt(i, "a", EventType::Progress));
    turn(); // caught up: nothing is skipped
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
    for (int i = 1; i <= 200; ++i) // none matches, and its cursor stays behind
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

/// A page may be larger than one gathered write. The socket's limit applies to pages too.
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
    QVERIFY(m_record->held.size() < 1300); // one gathered write of 1000 bytes and a frame
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
    QCOMPARE(m_storeAsked.size(), 1); // the store is read from its cursor
    servePages(160);
    turn();
    QCOMPARE(idsIn(sent()), upTo(0, 200));
}

void TestSubscriber::replaysFromTheStoreThenTheRing()
{
    *m_log = EventLog({100, 0}, {1'000'000, 50}); // events from before this process started
    StreamStart start;
    start.resume = StreamStart::Resume::Replayed;
    start.resumeAfter = {97, 0};
    start.replayCount = 3;
    subscribe({}, start);
    QCOMPARE(m_storeAsked, QList<qint64>{97});
    publish(eventAt(101, "a", EventType::Progress)); // while the page is being read
    turn();
    EventPage page;
    for (const int ms : {98, 99, 100, 101}) // the page already contains event 101
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

/// The job has run again since. The terminal event of an earlier attempt does not end the stream.
void TestSubscriber::passesThroughEarlierAttempts_data()
{
    QTest::addColumn<bool>("fromStore");
    QTest::newRow("ring") << false;
    QTest::newRow("store") << true;
}

void TestSubscriber::passesThroughEarlierAttempts()
{
    QFETCH(bool, fromStore);
    Subscription one;
    one.scope = Scope::Job;
    one.jobs = {"a"};
    StreamStart start;
    start.resume = StreamStart::Resume::Replayed;
    start.asOf = {4, 0};
    start.endsFrom = {4, 1};
    EventPage page;
    page.events = {eventAt(1, "a", EventType::Failed), eventAt(2, "a", EventType::Queued),
                   eventAt(3, "a", EventType::Failed), eventAt(4, "a", EventType::Queued)};
    page.scannedTo = {4, 0};
    *m_log = EventLog(fromStore ? EventId{4, 0} : EventId{}, {1'000'000, 50});
    if (!fromStore) {
        for (const Event &event : page.events)
            m_log->append(encodeEntry(event, "e", 0), false);
    }
    subscribe(one, start);
    while (!page.events.empty() && fromStore) {
        std::erase_if(page.events,
                      [this](const Event &event) { return event.id <= m_subscriber->cursor(); });
        m_subscriber->handlePage(page);
    }
    turn();
    QCOMPARE(idsIn(sent()), upTo(1, 4));
    QVERIFY(!sent().contains("hub.end"));
    publish(eventAt(5, "a", EventType::Completed));
    turn();
    QCOMPARE(sent().count("event: hub.end"), 1);
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
    QCOMPARE(sent(), QByteArray(": beat\n\n")); // the head has not moved
    publish(eventAt(5, "other", EventType::Progress));
    m_subscriber->beat();
    QVERIFY(sent().endsWith(": beat\nid: e.5-0\n\n"));
    publish(eventAt(6, "mine", EventType::Progress));
    m_subscriber->beat(); // event 6 is not written yet, so the heartbeat must not have its id
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
    for (int i = 0; i < 5; ++i) { // slow, but making progress
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

QTEST_GUILESS_MAIN(TestSubscriber)
#include "tst_subscriber.moc"
