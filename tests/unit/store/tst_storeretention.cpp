// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/sqlite/sqlite.h"
#include "tests/unit/store/storefixture.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;
using test::StoreCalls;
using Resume = StreamStart::Resume;

class TestStoreRetention : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void keepsTheLastEventsOfEachJob();
    void boundsTheNumberOfEvents();
    void gapsOnlyWhereEventsAreMissing();
    void readersAreToldWhenOvertaken();
    void goesOverKeptEventsAgainWhateverTheWallClock();
    void clockThatGoesBackRemovesNothing();
    void lastIdOutlivesTheEvents();
    void removesFinishedJobs();
    void newJobDoesNotHideTheHistoryOfAnOldOne();
    void removesDeliveries_data();
    void removesDeliveries();
    void boundsRefusedDeliveries_data();
    void boundsRefusedDeliveries();
    void removesWhatNeverMatched();

private:
    std::vector<EventId> log(const QByteArray &job, int count);
    /// Counts rows in the database, because a reader from the start would get an error about
    /// removed events.
    qint64 countOf(const Topic &topic) const
    {
        return Database(m->options.path)
            .integer("SELECT count(*) FROM events WHERE topic = '" + topic.toString() + "'");
    }
    qint64 countAll() const
    {
        return Database(m->options.path).integer("SELECT count(*) FROM events");
    }

    std::unique_ptr<test::StoreFixture> m;
};

namespace {
constexpr qint64 day = 24 * 3'600'000LL;
}

void TestStoreRetention::init()
{
    m = std::make_unique<test::StoreFixture>();
    m->options.sweepPause = 1ms;
    m->options.sweepInterval = 5ms;
    QVERIFY(m->open());
}

void TestStoreRetention::cleanup()
{
    m.reset();
}

std::vector<EventId> TestStoreRetention::log(const QByteArray &job, int count)
{
    std::vector<Publish> batch;
    batch.assign(size_t(count), StoreCalls::publishOf(job, EventType::Log));
    m->clock.advance(1);
    const auto answer = m->calls->publishBatch(batch);
    std::vector<EventId> ids;
    for (const Event &event : answer->events)
        ids.push_back(event.id);
    return ids;
}

void TestStoreRetention::keepsTheLastEventsOfEachJob()
{
    const auto many = log("many", 1'200); // more than two retention steps
    log("few", 5);
    QVERIFY(m->calls->publish("many", EventType::Completed).ok());
    QVERIFY(m->calls->notify(Notify{"bob", "{}", {}}).ok());
    m->clock.advance(8 * day);
    log("new", 30);
    QTRY_COMPARE(countOf(Topic::job("many")), 20);
    QTRY_COMPARE(countOf(Topic::user("bob")), 0);
    QCOMPARE(countOf(Topic::job("few")), 5);
    QCOMPARE(countOf(Topic::job("new")), 30);
    const auto kept =
        // Reads from the newest removed event on.
        m->calls->allEvents(test::oneJob("many"), many[many.size() - 20]);
    QCOMPARE(kept.front().id, many[many.size() - 19]);
    QCOMPARE(kept.back().type, EventType::Completed);
    // Kept events are removed once they are no longer among the last ones.
    log("few", 30);
    m->clock.advance(8 * day);
    QTRY_COMPARE(countOf(Topic::job("few")), 20);
}

void TestStoreRetention::boundsTheNumberOfEvents()
{
    m->options.retention.events = 100;
    m->options.retention.eventsPerJob = 3;
    QVERIFY(m->open());
    log("a", 60);
    log("b", 60);
    log("c", 60);
    QTRY_COMPARE(countAll(), 100);
    QCOMPARE(countOf(Topic::job("a")), 3);
    QCOMPARE(countOf(Topic::job("c")), 60);
    QVERIFY(m->open()); // the count survives a restart
    log("c", 10);
    QTRY_COMPARE(countAll(), 100);
}

void TestStoreRetention::gapsOnlyWhereEventsAreMissing()
{
    const auto few = log("few", 10);
    const auto many = log("many", 100);
    QVERIFY(m->calls->notify(Notify{"bob", "{}", {}}).ok());
    m->clock.advance(8 * day);
    const auto recent = log("recent", 1);
    QTRY_COMPARE(countOf(Topic::job("many")), 20);
    QTRY_COMPARE(countOf(Topic::user("bob")), 0);

    const auto resume = [&](const Subscription &subscription, EventId id) {
        return m->calls->open(subscription, m->cursor(id)).resume;
    };
    const EventId lastGone = many[79];
    Subscription both;
    both.jobs = {"few", "many"};
    QCOMPARE(resume(test::oneJob("few"), few[0]), Resume::Replayed);
    QCOMPARE(resume(test::oneJob("many"), lastGone), Resume::Replayed);
    QCOMPARE(resume(test::oneJob("many"), many[78]), Resume::Gap);
    QCOMPARE(m->calls->open(test::oneJob("many"), m->cursor(many[0])).gapReason,
             StreamStart::GapReason::Evicted);
    QCOMPARE(resume(both, few[9]), Resume::Gap);
    QCOMPARE(resume(both, lastGone), Resume::Replayed);
    QCOMPARE(resume({}, few[0]), Resume::Gap);
    QCOMPARE(resume({}, lastGone), Resume::Replayed);
    QCOMPARE(resume(test::notificationsOf("bob"), many[99]), Resume::Gap);
    QCOMPARE(resume(test::notificationsOf("eve"), few[0]), Resume::Replayed);
    QCOMPARE(resume(test::oneJob("recent"), recent[0]), Resume::Replayed);
}

void TestStoreRetention::readersAreToldWhenOvertaken()
{
    QVERIFY(m->calls->publish("short", EventType::Completed).ok());
    const auto many = log("many", 100);
    const auto few = log("few", 10);
    const auto read = [&](const Subscription &subscription, EventId after) {
        std::optional<Result<EventPage>> page;
        m->store->eventsAfter(subscription, after, 10, [&](const auto &answer) { page = answer; });
        if (!QTest::qWaitFor([&] { return page.has_value(); }))
            return QByteArrayLiteral("no answer");
        return page->ok() ? QByteArray::number(qint64((*page)->events.size())) : page->error().code;
    };
    const StreamStart start = m->calls->open(test::oneJob("many"), m->cursor(many[10]));
    QCOMPARE(start.resume, Resume::Replayed);
    QCOMPARE(read(test::oneJob("many"), many[20]), QByteArray("10"));
    m->clock.advance(8 * day);
    QTRY_COMPARE(countOf(Topic::job("many")), 20);
    QCOMPARE(read(test::oneJob("many"), many[20]), QByteArray("history_evicted"));
    QCOMPARE(read(test::oneJob("many"), many[78]), QByteArray("history_evicted"));
    QCOMPARE(read(test::oneJob("many"), many[79]), QByteArray("10"));
    QCOMPARE(read({}, many[78]), QByteArray("history_evicted"));
    QCOMPARE(read({}, many[79]), QByteArray("10"));
    QCOMPARE(read(test::oneJob("few"), few[0]), QByteArray("9"));
    // A job whose only event is terminal can be read from before it existed without a gap.
    const EventId beforeShort = m->calls->open(test::oneJob("short")).resumeAfter;
    QCOMPARE(read(test::oneJob("short"), beforeShort), QByteArray("1"));
}

void TestStoreRetention::goesOverKeptEventsAgainWhateverTheWallClock()
{
    m->options.retention.events = 25;
    m->options.retention.eventsPerJob = 20;
    QVERIFY(m->open());
    log("a", 20);
    log("b", 20);
    QVERIFY(m->calls->notify(Notify{"bob", "{}", {}}).ok());
    QTRY_COMPARE(countOf(Topic::user("bob")), 0); // all older events were examined and kept
    QCOMPARE(countAll(), 40);
    m->clock.setWall(m->clock.wallMs() - day);
    log("a", 20);
    m->clock.advance(3'600'000);
    QTRY_COMPARE(countOf(Topic::job("a")), 20);
}

void TestStoreRetention::clockThatGoesBackRemovesNothing()
{
    constexpr qint64 hour = day / 24;
    m->options.retention.eventsPerJob = 1;
    QVERIFY(m->open());
    const auto keys = [&] {
        return Database(m->options.path).integer("SELECT count(*) FROM keys");
    };
    QVERIFY(m->calls->publish("a", EventType::Log, {}, "key").ok());
    std::vector<EventId> ids = log("a", 10);
    m->clock.setWall(m->clock.wallMs() - hour);
    QVERIFY(m->calls->publish("a", EventType::Log, {}, "key")->receipt.duplicate);
    const std::vector<EventId> later = log("a", 10);
    QVERIFY(later.front() > ids.back());
    ids.insert(ids.end(), later.begin(), later.end());

    m->clock.advance(26 * hour);
    QTRY_COMPARE(keys(), 0); // a whole retention round has passed
    QCOMPARE(countAll(), qint64(1 + ids.size()));
    m->clock.advance(7 * day);
    QTRY_COMPARE(countAll(), 1); // in the end the events are removed as usual
    QCOMPARE(m->calls->job("a")->lastEvent, ids.back());
}

void TestStoreRetention::lastIdOutlivesTheEvents()
{
    QVERIFY(m->calls->notify(Notify{"bob", "{}", {}}).ok());
    const EventId last = m->calls->open({}).asOf;
    m->clock.advance(8 * day);
    QTRY_COMPARE(countOf(Topic::user("bob")), 0);
    m->clock.advance(-9 * day);
    QVERIFY(m->open());
    QCOMPARE(m->store->openedAt(), last);
    QVERIFY(log("a", 1)[0] > last);
}

void TestStoreRetention::removesFinishedJobs()
{
    const auto ids = log("old", 10);
    QVERIFY(m->calls->publish("old", EventType::Completed).ok());
    log("running", 1);
    m->clock.advance(91 * day);
    QVERIFY(m->calls->publish("young", EventType::Failed).ok());
    QTRY_VERIFY(!m->calls->job("old"));
    QCOMPARE(countOf(Topic::job("old")), 0);
    Database beside(m->options.path);
    QCOMPARE(beside.integer("SELECT count(*) FROM attempts WHERE job_id = 'old'"), 0);
    QCOMPARE(beside.integer("SELECT count(*) FROM attempts"), 2);
    QVERIFY(m->calls->job("running") && m->calls->job("young"));
    // Its history is removed too, and the stream reports a gap.
    QCOMPARE(m->calls->open(test::oneJob("old"), m->cursor(ids[0])).resume, Resume::Gap);

    m->options.retention.finishedJobs = 2;
    QVERIFY(m->open());
    for (const char *id : {"x", "y", "z"})
        QVERIFY(m->calls->publish(id, EventType::Completed).ok());
    QTRY_VERIFY(!m->calls->job("x"));
    QVERIFY(!m->calls->job("young"));
    QVERIFY(m->calls->job("y") && m->calls->job("z") && m->calls->job("running"));
}

void TestStoreRetention::newJobDoesNotHideTheHistoryOfAnOldOne()
{
    const auto old = log("again", 10);
    QVERIFY(m->calls->publish("again", EventType::Completed).ok());
    m->clock.advance(91 * day);
    QTRY_VERIFY(!m->calls->job("again"));
    const auto fresh = log("again", 3);
    const auto resume = [&](EventId id) {
        return m->calls->open(test::oneJob("again"), m->cursor(id)).resume;
    };
    QCOMPARE(resume(old[5]), Resume::Gap);
    QCOMPARE(resume(fresh[0]), Resume::Replayed);
}

void TestStoreRetention::removesDeliveries_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("left");
    QTest::newRow("nothing due") << 100 << 100'000 << 0 << 10;
    QTest::newRow("number") << 4 << 100'000 << 0 << 4;
    QTest::newRow("bytes") << 100 << 5'000 << 0 << 4; // each has 1 010 bytes
    QTest::newRow("age") << 100 << 100'000 << 8 << 0;
}

void TestStoreRetention::removesDeliveries()
{
    QFETCH(int, count);
    QFETCH(int, bytes);
    QFETCH(int, days);
    QFETCH(int, left);
    m->options.retention.deliveries = count;
    m->options.retention.deliveryBytes = bytes;
    QVERIFY(m->open());
    for (int i = 0; i < 10; ++i) {
        Deliver request;
        request.delivery.source = "s";
        request.delivery.receivedMs = m->clock.wallMs();
        request.delivery.verdict = DeliveryVerdict::Rejected;
        request.delivery.headers = QByteArray("gr\xc3\xb6\xc3\x9f: 1\n").leftJustified(10);
        request.delivery.body = QByteArray(1'000, 'x');
        QVERIFY(m->calls->deliver(request).ok());
    }
    m->clock.advance(days * day);
    QTRY_COMPARE(m->calls->deliveries().size(), size_t(left));
    if (left > 0)
        QCOMPARE(m->calls->deliveries().front().id, 10); // the newest ones are kept
}

void TestStoreRetention::boundsRefusedDeliveries_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("bytes");
    QTest::newRow("number") << 3 << 100'000;
    QTest::newRow("bytes") << 100 << 3'000;
}

/// Old refused deliveries are removed at once, without removing accepted ones.
void TestStoreRetention::boundsRefusedDeliveries()
{
    QFETCH(int, count);
    QFETCH(int, bytes);
    m->options.retention.refused = count;
    m->options.retention.refusedBytes = bytes;
    m->options.retention.deliveries = 4;
    QVERIFY(m->open());
    const auto deliver = [&](DeliveryVerdict verdict) {
        Deliver request;
        request.delivery.source = "s";
        request.delivery.receivedMs = m->clock.wallMs();
        request.delivery.verdict = verdict;
        request.delivery.explanation = "{\"code\":\"x\"}";
        request.delivery.body = QByteArray(1'000, 'x');
        return m->calls->deliver(request).ok();
    };
    for (int i = 0; i < 4; ++i)
        QVERIFY(deliver(DeliveryVerdict::Accepted));
    for (int i = 0; i < 10; ++i)
        QVERIFY(deliver(DeliveryVerdict::Refused));
    QVERIFY(m->open());
    QVERIFY(deliver(DeliveryVerdict::Refused));
    const auto left = m->calls->deliveries();
    QCOMPARE(left.size(), size_t{7});
    QCOMPARE(left.front().id, 15);
    QCOMPARE(left[2].id, 13);
    QCOMPARE(left[3].id, 4);
    QCOMPARE(m->calls->delivery(15)->explanation, QByteArray("{\"code\":\"x\"}"));
    m->clock.advance(8 * day);
    QTRY_COMPARE(m->calls->deliveries().size(), size_t{0});
}

void TestStoreRetention::removesWhatNeverMatched()
{
    const auto deliver = [&](const QByteArray &key) {
        Deliver request;
        request.delivery.source = "s";
        request.delivery.verdict = DeliveryVerdict::Accepted;
        request.delivery.dedupKey = {key};
        // The delivery itself stays, because its time is in the future.
        request.delivery.receivedMs = m->clock.wallMs() + 100 * day;
        JobChange change;
        change.externalId = "rp-1";
        change.type = EventType::Completed;
        request.changes.push_back(change);
        return toString(m->calls->deliver(request)->delivery.effect);
    };
    QCOMPARE(deliver("k"), QByteArray("unmatched"));
    QCOMPARE(deliver("k"), QByteArray("duplicate"));
    Database beside(m->options.path);
    const auto rows = [&](const char *table) {
        return beside.integer(QByteArray(QByteArrayLiteral("SELECT count(*) FROM ") + table));
    };
    QCOMPARE(rows("unmatched"), 1);
    QCOMPARE(rows("keys"), 1);
    m->clock.advance(8 * day);
    QTRY_COMPARE(rows("unmatched"), 0);
    QTRY_COMPARE(rows("keys"), 0);
    QCOMPARE(toString(m->calls->delivery(1)->effect), QByteArray("ignored: expired"));
    QCOMPARE(beside.integer("SELECT sum(waiting) FROM delivery_accounts"), 0);
    QCOMPARE(m->calls->create(StoreCalls::createOf("job-1", "rp-1"))->job.status,
             JobStatus::Queued);
    QCOMPARE(deliver("k"), QByteArray("applied")); // its idempotency key was removed
}

QTEST_GUILESS_MAIN(TestStoreRetention)
#include "tst_storeretention.moc"
