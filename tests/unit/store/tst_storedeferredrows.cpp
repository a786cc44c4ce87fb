// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/sqlite/sqlite.h"
#include "tests/support/snapshottext.h"
#include "tests/unit/store/storefixture.h"

#include <QFile>
#include <QTest>

using namespace hub;
using namespace std::chrono_literals;
using test::idsOf;
using test::StoreCalls;

/// Rows that are derived from events are written later than the events. No read may show a
/// difference.
class TestStoreDeferredRows : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void movesSurviveAKill_data();
    void movesSurviveAKill();
    void countsSurviveAKill();
    void settlesWhenIdle();
    void settlesUnderTraffic();
    void listsInOrderOfTheLastEvents();
    void listsAsItIsWhileNothingCanBeWritten();
    void rollbackKeepsWhatWasCommitted();
    void removesUnsettledEventsWithTheirJob();

private:
    /// Opens a copy of the files as a kill would leave them.
    void killAndOpen();
    void checkEvents(const QByteArray &job, qint64 count);
    qint64 integer(const QByteArray &sql) const { return Database(m->options.path).integer(sql); }
    QByteArray stateOf(const QByteArray &job)
    {
        const auto found = m->calls->job(job);
        return found ? toJson(*found, "e") : QByteArray();
    }

    std::unique_ptr<test::StoreFixture> m;
};

namespace {

Publish progressOf(const QByteArray &job, double progress, const QString &message)
{
    Publish request = StoreCalls::publishOf(job, EventType::Progress, progress);
    request.change.message = message;
    return request;
}

Publish largeLog(const QByteArray &job, qsizetype bytes)
{
    Publish request = StoreCalls::publishOf(job, EventType::Log);
    request.change.data = '"' + QByteArray(bytes, 'x') + '"';
    return request;
}

} // namespace

void TestStoreDeferredRows::init()
{
    m = std::make_unique<test::StoreFixture>();
    m->options.busyTimeout = 20ms;
    m->options.sweepPause = m->options.sweepInterval = 1h; // never idle
    QVERIFY(m->open());
}

void TestStoreDeferredRows::cleanup()
{
    m.reset();
}

void TestStoreDeferredRows::killAndOpen()
{
    const QString copy = m->options.path + QStringLiteral(".killed");
    for (const char *suffix : {"", "-wal"}) {
        const QString end = QString::fromLatin1(suffix);
        QVERIFY(QFile::copy(m->options.path + end, copy + end));
    }
    m->calls.reset();
    m->store.reset();
    m->options.path = copy;
    QVERIFY(m->open());
}

void TestStoreDeferredRows::movesSurviveAKill_data()
{
    using Publishes = std::vector<Publish>;
    QTest::addColumn<Publishes>("moves");
    Publish step = StoreCalls::publishOf("job-1", EventType::Progress, 40.125);
    step.change.step = Step{3, 7};
    Publish restart = StoreCalls::publishOf("job-1", EventType::Queued);
    restart.change.restoreId = "r-2";
    Publish ofOldAttempt = StoreCalls::publishOf("job-1", EventType::Log);
    ofOldAttempt.change.message = QStringLiteral("not the job's");
    Publish disguised = progressOf("job-1", 12, QStringLiteral("own"));
    disguised.change.extra =
        RawMembers::fromObject({{QStringLiteral("progress"), 99}, {QStringLiteral("x"), 1}});
    disguised.change.data = R"({"message":"inner"})";

    QTest::newRow("a log line") << Publishes{ofOldAttempt};
    QTest::newRow("progress") << Publishes{progressOf("job-1", 11, QStringLiteral("größer \"1\""))};
    QTest::newRow("a step") << Publishes{step};
    QTest::newRow("no message any more")
        << Publishes{progressOf("job-1", 11, QStringLiteral("a")), progressOf("job-1", 12, {})};
    QTest::newRow("fields of others") << Publishes{disguised};
    QTest::newRow("moves after a new attempt")
        << Publishes{step, restart, progressOf("job-1", 1, QStringLiteral("again")), ofOldAttempt};
    QTest::newRow("moves before the end")
        << Publishes{step, StoreCalls::publishOf("job-1", EventType::Completed)};
}

void TestStoreDeferredRows::movesSurviveAKill()
{
    QFETCH(std::vector<Publish>, moves);
    QVERIFY(m->calls->publish("job-1", EventType::Processing).ok());
    QVERIFY(m->calls->publish("other", EventType::Log).ok());
    for (const Publish &move : moves) {
        m->clock.advance(1'000);
        QVERIFY(m->calls->publish(move).ok());
    }
    m->clock.advance(-3'600'000); // an event's time may differ from the time in its id
    QVERIFY(m->calls->publish("job-2", EventType::Processing).ok());
    QVERIFY(m->calls->publish("job-2", EventType::Log).ok());
    const QByteArray before = stateOf("job-1") + stateOf("job-2");
    const auto events = m->calls->allEvents(test::oneJob("job-1"));
    killAndOpen();
    QCOMPARE(stateOf("job-1") + stateOf("job-2"), before);
    QCOMPARE(m->calls->allEvents(test::oneJob("job-1")).size(), events.size());
    killAndOpen(); // changes survive a second kill, although they were not settled
    QCOMPARE(stateOf("job-1") + stateOf("job-2"), before);
}

void TestStoreDeferredRows::countsSurviveAKill()
{
    std::vector<Publish> batch;
    batch.assign(300, StoreCalls::publishOf("job-1", EventType::Log));
    const auto written = m->calls->publishBatch(batch);
    QVERIFY(written.ok());
    QCOMPARE(integer("SELECT events FROM meta"), 0); // otherwise the test would prove nothing
    m->options.retention.events = 100;
    m->options.sweepPause = 1ms;
    killAndOpen();
    QCOMPARE(m->store->openedAt(), written->events.back().id);
    QTRY_COMPARE(integer("SELECT count(*) FROM events"), 100);
    QCOMPARE(integer("SELECT events FROM meta"), 100);
}

void TestStoreDeferredRows::settlesWhenIdle()
{
    m->options.sweepPause = 1ms;
    QVERIFY(m->open());
    QVERIFY(m->calls->publish("job-1", EventType::Processing).ok());
    const auto moved = m->calls->publish("job-1", EventType::Progress, 40);
    QVERIFY(moved.ok());
    QTRY_COMPARE(integer("SELECT progress FROM jobs"), 40);
    QTRY_COMPARE(integer("SELECT count(*) FROM topic_events WHERE topic = 'job/job-1'"), 2);
    QCOMPARE(integer("SELECT events FROM meta"), 2);
    QCOMPARE(m->calls->job("job-1")->lastEvent, moved->events[0].id);
}

void TestStoreDeferredRows::settlesUnderTraffic()
{
    constexpr int count = 3'000;
    std::vector<Publish> batch;
    for (int i = 0; i < count; ++i)
        batch.push_back(StoreCalls::publishOf("job-" + QByteArray::number(i % 7), EventType::Log));
    QVERIFY(m->calls->publishBatch(batch).ok()); // the first sweep afterwards settles it
    QVERIFY(m->calls->publishBatch(batch).ok());
    QCOMPARE(integer("SELECT count(*) FROM topic_events"), count);
    // The rows are written now; the index follows step by step.
    QVERIFY(m->calls->publishBatch(batch).ok());
    qint64 indexed = count;
    qint64 published = 3 * (count / 7 + 1);
    while (indexed <= 2 * count) {
        QVERIFY(m->calls->publish("job-3", EventType::Log).ok());
        const qint64 now = integer("SELECT count(*) FROM topic_events");
        QCOMPARE(now, indexed + 1'024);
        indexed = now;
        checkEvents("job-3", ++published);
    }
    killAndOpen(); // starts again from the last settled event
    checkEvents("job-3", published);
    QVERIFY(m->calls->publish("job-3", EventType::Log).ok());
    checkEvents("job-3", ++published);
    checkEvents("job-0", 3 * (count / 7 + 1));
    QVERIFY(m->calls->publish("job-3", EventType::Log).ok()); // the first sweep has settled
    QCOMPARE(integer("SELECT settled FROM meta"), integer("SELECT max(event) FROM topic_events"));
    QCOMPARE(integer("SELECT count(*) FROM events WHERE id <= (SELECT settled FROM meta)"),
             integer("SELECT count(*) FROM topic_events"));
}

/// Checks that pages from the index and from after it have every event once.
void TestStoreDeferredRows::checkEvents(const QByteArray &job, qint64 count)
{
    const auto events = m->calls->allEvents(test::oneJob(job), {}, 100);
    QCOMPARE(qint64(events.size()), count);
    for (size_t i = 1; i < events.size(); ++i)
        QVERIFY(events[i - 1].id < events[i].id);
    QCOMPARE(m->calls->open(test::oneJob(job), m->cursor(events[9].id)).replayCount, count - 10);
}

void TestStoreDeferredRows::listsInOrderOfTheLastEvents()
{
    for (const char *job : {"a", "b", "c"})
        QVERIFY(m->calls->publish(job, EventType::Processing).ok());
    QVERIFY(m->calls->publish("a", EventType::Log).ok());
    QVERIFY(m->calls->publish(progressOf("b", 30, QStringLiteral("found"))).ok());
    QCOMPARE(idsOf(m->calls->jobs({})->jobs), QByteArrayList({"b", "a", "c"}));
    QVERIFY(m->calls->publish("c", EventType::Log).ok());
    JobQuery query;
    query.text = QStringLiteral("FOUND");
    QCOMPARE(idsOf(m->calls->jobs(query)->jobs), QByteArrayList({"b"}));
    QCOMPARE(m->calls->open({}).snapshot->jobs(), 3);
}

void TestStoreDeferredRows::listsAsItIsWhileNothingCanBeWritten()
{
    QVERIFY(m->calls->publish("job-1", EventType::Processing).ok());
    QVERIFY(m->calls->publish("job-1", EventType::Progress, 40).ok());
    Database other(m->options.path);
    other.execute("BEGIN IMMEDIATE");
    QVERIFY(!other.failed());
    const auto page = m->calls->jobs({});
    QVERIFY(page.ok());
    QCOMPARE(page->jobs.at(0).progress, 40.0);
    QCOMPARE(test::jobsIn(m->calls->open({})).at(0).progress, 40.0);
    other.execute("ROLLBACK");
    QVERIFY(m->calls->publish("job-1", EventType::Progress, 50).ok());
    QCOMPARE(m->calls->jobs({})->jobs.at(0).progress, 50.0);
}

void TestStoreDeferredRows::rollbackKeepsWhatWasCommitted()
{
    m->options.maxValueBytes = 128 * 1024;
    m->options.busyTimeout = 30s;
    QVERIFY(m->open());
    for (const char *job : {"moved", "still", "done"})
        QVERIFY(m->calls->publish(job, EventType::Progress, 10).ok());
    for (const char *job : {"moved", "still", "done"})
        QVERIFY(m->calls->publish(job, EventType::Progress, 20).ok());
    // Separate requests would each be tried again. Items of one batch must all be rolled back.
    std::vector<Publish> poisoned;
    poisoned = {progressOf("moved", 30, QStringLiteral("gone")),
                StoreCalls::publishOf("done", EventType::Completed),
                StoreCalls::publishOf("new", EventType::Progress, 5),
                largeLog("moved", 256 * 1024)};
    const auto refused = m->calls->publishBatch(poisoned);
    QCOMPARE(refused.error().code, QByteArray("store_unavailable"));
    QVERIFY(!m->calls->job("new"));
    QCOMPARE(m->calls->job("moved")->progress, 20.0);
    QVERIFY(m->calls->job("moved")->message.isEmpty());
    QCOMPARE(m->calls->job("still")->progress, 20.0);
    QCOMPARE(m->calls->job("done")->status, JobStatus::Processing);
    QCOMPARE(m->calls->job("done")->progress, 20.0);
    QVERIFY(m->calls->publish("moved", EventType::Progress, 25).ok());
    const QByteArray before = stateOf("moved") + stateOf("still") + stateOf("done");
    killAndOpen();
    QCOMPARE(stateOf("moved") + stateOf("still") + stateOf("done"), before);
}

void TestStoreDeferredRows::removesUnsettledEventsWithTheirJob()
{
    m->options.retention.finishedJobs = 0;
    m->options.sweepInterval = 5ms;
    QVERIFY(m->open());
    QVERIFY(m->calls->publish("job-1", EventType::Progress, 10).ok());
    QVERIFY(m->calls->publish("job-1", EventType::Log).ok());
    QVERIFY(m->calls->publish("job-1", EventType::Completed).ok());
    QVERIFY(m->calls->publish("job-2", EventType::Log).ok());
    for (int i = 0; i < 200 && integer("SELECT count(*) FROM jobs") > 1; ++i)
        QVERIFY(m->calls->publish("job-2", EventType::Log).ok());
    QVERIFY(!m->calls->job("job-1"));
    QCOMPARE(integer("SELECT count(*) FROM events WHERE topic = 'job/job-1'"), 0);
    QCOMPARE(integer("SELECT count(*) FROM topic_events WHERE topic = 'job/job-1'"), 0);
}

QTEST_GUILESS_MAIN(TestStoreDeferredRows)
#include "tst_storedeferredrows.moc"
