// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/eventlog.h"

#include <QTest>

using namespace hub;

namespace {

LogEntry entry(qint64 ms, const QByteArray &job, EventType type = EventType::Progress)
{
    Event event;
    event.id = {ms, 0};
    event.topic = Topic::job(job);
    event.type = type;
    event.data = "{}";
    return encodeEntry(event, "e", 0);
}

} // namespace

class TestEventLog : public QObject
{
    Q_OBJECT

private slots:
    void chainsTheEventsOfATopic();
    void marksWhatIsSuperseded();
    void evictsByCount();
    void evictsByBytes();
    void findsThePositionAfterAnId();
    void encodesTheDialectOfTheKind();
};

void TestEventLog::chainsTheEventsOfATopic()
{
    EventLog log({5, 0}, {});
    QCOMPARE(log.head(), (EventId{5, 0}));
    const quint64 a1 = log.append(entry(10, "a"), false);
    const quint64 b1 = log.append(entry(11, "b"), false);
    const quint64 a2 = log.append(entry(12, "a"), false);
    QCOMPARE(log.at(a1).nextOfTopic, a2);
    QCOMPARE(log.at(b1).nextOfTopic, quint64(0));
    QCOMPARE(log.at(a2).nextOfTopic, quint64(0));
    QCOMPARE(log.head(), (EventId{12, 0}));
    QCOMPARE(log.floor(), (EventId{5, 0}));
    QCOMPARE(log.end(), a2 + 1);
}

void TestEventLog::marksWhatIsSuperseded()
{
    EventLog log({}, {});
    const quint64 first = log.append(entry(1, "a"), true);
    const quint64 status = log.append(entry(2, "a", EventType::Processing), false);
    const quint64 other = log.append(entry(3, "b"), true);
    const quint64 second = log.append(entry(4, "a"), true);
    QVERIFY(log.at(first).superseded);
    QVERIFY(!log.at(status).superseded);
    QVERIFY(!log.at(other).superseded);
    QVERIFY(!log.at(second).superseded);
}

void TestEventLog::evictsByCount()
{
    EventLog log({}, {1'000'000, 3});
    for (int i = 1; i <= 10; ++i)
        log.append(entry(i, i % 2 ? "odd" : "even"), true);
    QCOMPARE(log.end() - log.first(), quint64(3));
    QCOMPARE(log.floor(), (EventId{7, 0}));
    QCOMPARE(log.at(log.first()).event.id, (EventId{8, 0}));
    QCOMPARE(log.at(log.first()).nextOfTopic, log.first() + 2);
    // A topic whose last entry was evicted, and which now gets a new one.
    log.append(entry(11, "third"), true);
    log.append(entry(12, "odd"), true);
    QCOMPARE(log.at(log.end() - 1).event.id, (EventId{12, 0}));
}

void TestEventLog::evictsByBytes()
{
    const qint64 one = entry(1, "a").bytes();
    EventLog log({}, {one * 4, 1000});
    for (int i = 1; i <= 9; ++i)
        log.append(entry(i, "a"), false);
    QVERIFY(log.bytes() <= one * 4);
    QCOMPARE(log.end() - log.first(), quint64(4));
}

void TestEventLog::findsThePositionAfterAnId()
{
    EventLog log({1, 0}, {});
    for (const int ms : {10, 20, 30})
        log.append(entry(ms, "a"), false);
    QCOMPARE(log.positionAfter({1, 0}), log.first());
    QCOMPARE(log.positionAfter({10, 0}), log.first() + 1);
    QCOMPARE(log.positionAfter({15, 3}), log.first() + 1);
    QCOMPARE(log.positionAfter({30, 0}), log.end());
    QCOMPARE(log.positionAfter({99, 0}), log.end());
}

void TestEventLog::encodesTheDialectOfTheKind()
{
    Event event;
    event.id = {1, 0};
    event.topic = Topic::job("x");
    event.type = EventType::Completed;
    event.name = "result_stored";
    event.kind = JobKind::Execution;
    event.data = R"({"job_id":"x","status":"completed"})";
    const LogEntry execution = encodeEntry(event, "e", 0);
    QVERIFY(execution.frameFor(Dialect::Native).contains("event: completed\n"));
    QVERIFY(execution.frameFor(Dialect::Execution).contains("event: result_stored\n"));
    QVERIFY(execution.event.data.isEmpty()); // the data is kept only once, in the frame
    event.kind = JobKind::Generic;
    QVERIFY(encodeEntry(event, "e", 0).dialectFrame.isEmpty());
}

QTEST_GUILESS_MAIN(TestEventLog)
#include "tst_eventlog.moc"
