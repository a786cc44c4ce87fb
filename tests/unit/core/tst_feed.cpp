// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/feed.h"
#include "tests/support/eventtext.h"

#include <QTest>

using namespace hub;
using test::eventAt;
using test::idsIn;
using test::upTo;

/// The segments that a feed prepares for its subscribers.
class TestFeed : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_log = EventLog({}, {1'000'000, 50}); }

    void joinsWhatMatches();
    void keepsASegmentUntilTheNextEvent();
    void cutsAtItsSize();
    void endsAtTheTerminalEvent();
    void leavesOutWhatAMemberHad();
    void leavesOutTheSupersededForTheLagging();
    void countsByType();
    void remembersTheFirstMark();

private:
    void publish(const Event &event) { m_log.append(encodeEntry(event, "e", 1), conflates(event)); }
    static Subscription job(const QByteArray &id)
    {
        Subscription subscription;
        subscription.scope = Scope::Job;
        subscription.jobs = {id};
        return subscription;
    }

    EventLog m_log{{}, {1'000'000, 50}};
    PackerPool m_pool;
};

void TestFeed::joinsWhatMatches()
{
    for (int i = 1; i <= 9; ++i)
        publish(eventAt(i, i % 3 ? "a" : "b", EventType::Progress));
    Feed feed(job("b"), m_log, m_pool, 10'000);
    const Segment &segment = feed.segmentFrom(1);
    QCOMPARE(segment.frames.size(), std::size_t(1));
    QCOMPARE(idsIn(segment.frames.front()), (QList<qint64>{3, 6, 9}));
    QCOMPARE(segment.bytes, segment.frames.front().size());
    QCOMPARE(segment.first, (EventId{3, 0}));
    QCOMPARE(segment.last, (EventId{9, 0}));
    QCOMPARE(segment.next, m_log.end());
    QVERIFY(feed.segmentFrom(segment.next).isEmpty());
}

void TestFeed::keepsASegmentUntilTheNextEvent()
{
    publish(eventAt(1, "a", EventType::Log));
    publish(eventAt(2, "a", EventType::Log));
    Feed feed(job("a"), m_log, m_pool, 10'000);
    const QByteArray shared = feed.segmentFrom(1).frames.front();
    QVERIFY(feed.segmentFrom(1).frames.front().isSharedWith(shared));
    publish(eventAt(3, "a", EventType::Log));
    QCOMPARE(idsIn(feed.segmentFrom(1).frames.front()), upTo(1, 3));
}

void TestFeed::cutsAtItsSize()
{
    for (int i = 1; i <= 10; ++i)
        publish(eventAt(i, "a", EventType::Log, QByteArray(300, 'x')));
    Feed feed(job("a"), m_log, m_pool, 1000);
    quint64 position = 1;
    QList<qint64> ids;
    for (int i = 0; i < 10 && position < m_log.end(); ++i) {
        const Segment &segment = feed.segmentFrom(position);
        QVERIFY(segment.bytes <= 1000);
        ids += idsIn(segment.frames.front());
        position = segment.next;
    }
    QCOMPARE(ids, upTo(1, 10));
    // A segment has at least one frame, or a stream could not move on.
    Feed narrow(job("a"), m_log, m_pool, 10);
    QCOMPARE(narrow.segmentFrom(1).next, quint64(2));
}

void TestFeed::endsAtTheTerminalEvent()
{
    publish(eventAt(1, "a", EventType::Failed));
    publish(eventAt(2, "a", EventType::Log));
    Feed one(job("a"), m_log, m_pool, 10'000);
    const Segment &segment = one.segmentFrom(1);
    QCOMPARE(idsIn(segment.frames.front()), QList<qint64>{1});
    QCOMPARE(segment.terminal, std::optional(JobStatus::Failed));
    QCOMPARE(segment.terminalJob, QByteArray("a"));
    Feed all({}, m_log, m_pool, 10'000); // a stream of all jobs does not end with one of them
    QCOMPARE(idsIn(all.segmentFrom(1).frames.front()), upTo(1, 2));
    QVERIFY(!all.segmentFrom(1).terminal);
}

void TestFeed::leavesOutWhatAMemberHad()
{
    for (int i = 1; i <= 4; ++i)
        publish(eventAt(i, "a", EventType::Log));
    Feed feed({}, m_log, m_pool, 10'000);
    const Segment segment = feed.segmentFor(1, {2, 0}, false);
    QCOMPARE(segment.frames.size(), std::size_t(2)); // the log's own frames, not joined
    QCOMPARE(segment.first, (EventId{3, 0}));
    QVERIFY(segment.frames.front().isSharedWith(m_log.at(3).frame));
}

void TestFeed::leavesOutTheSupersededForTheLagging()
{
    for (int i = 1; i <= 5; ++i)
        publish(eventAt(i, "a", i == 2 ? EventType::Log : EventType::Progress));
    Feed feed({}, m_log, m_pool, 10'000);
    QCOMPARE(feed.segmentFor(1, {}, true).frames.size(), std::size_t(2));
    QCOMPARE(feed.segmentFor(1, {}, true).conflated, quint32(3));
    QCOMPARE(feed.segmentFor(1, {}, false).frames.size(), std::size_t(5));
}

void TestFeed::countsByType()
{
    publish(eventAt(1, "a", EventType::Log));
    publish(eventAt(2, "a", EventType::Log));
    publish(eventAt(3, "a", EventType::Completed));
    Feed feed({}, m_log, m_pool, 10'000);
    const Segment &segment = feed.segmentFrom(1);
    QCOMPARE(segment.events[static_cast<std::size_t>(EventType::Log)], quint32(2));
    QCOMPARE(segment.events[static_cast<std::size_t>(EventType::Completed)], quint32(1));
    QCOMPARE(segment.eventCount(), qint64(3));
}

void TestFeed::remembersTheFirstMark()
{
    Feed feed({}, m_log, m_pool, 10'000);
    QVERIFY(feed.mark(7, {3, 0}));
    QVERIFY(!feed.mark(8, {4, 0})); // already marked
    const Feed::Mark mark = feed.takeMark();
    QCOMPARE(mark.position, quint64(7));
    QCOMPARE(mark.before, (EventId{3, 0}));
    QVERIFY(!feed.isMarked());
    QVERIFY(feed.mark(9, {5, 0}));
}

QTEST_GUILESS_MAIN(TestFeed)
#include "tst_feed.moc"
