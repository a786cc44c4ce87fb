// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/snapshottext.h"
#include "tests/unit/store/storefixture.h"

#include <QTest>

using namespace hub;
using test::allJobs;
using test::idsOf;
using test::ofJobs;
using test::ofKind;
using test::ofOwner;
using test::ofTypes;
using test::StoreCalls;
using Resume = StreamStart::Resume;
using GapReason = StreamStart::GapReason;

class TestStoreStreams : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void opens_data();
    void opens();
    void endedJobIsReplayedFromItsTerminalEvent();
    void resumesOverARestart();
    void anotherDatabaseIsAnotherEpoch();
    void pagesAddUpToTheHistory_data();
    void pagesAddUpToTheHistory();
    void pagesAreBoundedInBytes();

private:
    std::unique_ptr<test::StoreFixture> m;
};

namespace {

// Rows of opens(). The history is run:q, run:p, done:q, done:p, done:end, other:q, 10 ms apart.

using test::oneJob;
constexpr int beforeEnd = -1; ///< Just before the terminal event.
constexpr auto any = GapReason::Evicted;
const QByteArrayList none;
const QByteArrayList run{"run"};
const QByteArrayList done{"done"};
const QByteArrayList all{"other", "run", "done"};

void addAllJobs()
{
    QTest::newRow("all, live") << allJobs() << QByteArray() << Resume::Live << any << 5 << 0 << all;
    QTest::newRow("all, from the start")
        << allJobs() << QByteArray("E.0-0") << Resume::Replayed << any << -2 << 6 << none;
    QTest::newRow("all, at the head")
        << allJobs() << QByteArray("5") << Resume::Replayed << any << 5 << 0 << none;
    QTest::newRow("all, in the middle")
        << allJobs() << QByteArray("2") << Resume::Replayed << any << 2 << 3 << none;
    QTest::newRow("all, filtered by type") << ofTypes({EventType::Completed}) << QByteArray("0")
                                           << Resume::Replayed << any << 0 << 1 << none;
}

void addOneJob()
{
    QTest::newRow("running, live")
        << oneJob("run") << QByteArray() << Resume::Live << any << 5 << 0 << run;
    QTest::newRow("running, replayed")
        << oneJob("run") << QByteArray("0") << Resume::Replayed << any << 0 << 1 << none;
    QTest::newRow("running, caught up")
        << oneJob("run") << QByteArray("4") << Resume::Replayed << any << 4 << 0 << none;
    QTest::newRow("ended, live") << oneJob("done") << QByteArray() << Resume::Live << any
                                 << beforeEnd << 1 << done;
    QTest::newRow("ended, replayed")
        << oneJob("done") << QByteArray("2") << Resume::Replayed << any << 2 << 2 << none;
    QTest::newRow("ended, at the end")
        << oneJob("done") << QByteArray("4") << Resume::Ended << any << 5 << 0 << none;
    QTest::newRow("ended, past the end")
        << oneJob("done") << QByteArray("5") << Resume::Ended << any << 5 << 0 << none;
    QTest::newRow("ended, other epoch") << oneJob("done") << QByteArray("other.9-0") << Resume::Gap
                                        << GapReason::Epoch << beforeEnd << 1 << done;
    QTest::newRow("not there yet")
        << oneJob("later") << QByteArray() << Resume::Live << any << 5 << 0 << none;
    QTest::newRow("not there yet, resumed")
        << oneJob("later") << QByteArray("5") << Resume::Replayed << any << 5 << 0 << none;
}

void addOthers()
{
    QTest::newRow("other epoch") << allJobs() << QByteArray("zzz.1-0") << Resume::Gap
                                 << GapReason::Epoch << 5 << 0 << all;
    QTest::newRow("beyond the head") << allJobs() << QByteArray("E.9999999999999-0") << Resume::Gap
                                     << GapReason::Unknown << 5 << 0 << all;
    QTest::newRow("not a cursor") << allJobs() << QByteArray("x'; DROP TABLE events") << Resume::Gap
                                  << GapReason::Unknown << 5 << 0 << all;
    QTest::newRow("one job of a list ended")
        << ofJobs({"done", "run"}) << QByteArray("5") << Resume::Replayed << any << 5 << 0 << none;
    QTest::newRow("notifications")
        << test::notificationsOf("bob") << QByteArray() << Resume::Live << any << 5 << 0 << none;
}

} // namespace

void TestStoreStreams::init()
{
    m = std::make_unique<test::StoreFixture>();
    QVERIFY(m->open());
}

void TestStoreStreams::cleanup()
{
    m.reset();
}

void TestStoreStreams::opens_data()
{
    QTest::addColumn<Subscription>("subscription");
    // A digit is the index of an event; other texts are used as given.
    QTest::addColumn<QByteArray>("cursor");
    QTest::addColumn<Resume>("resume");
    QTest::addColumn<GapReason>("reason");
    QTest::addColumn<int>("resumeAfter"); // index of an event; or beforeEnd
    QTest::addColumn<int>("replayCount");
    QTest::addColumn<QByteArrayList>("snapshot");
    addAllJobs();
    addOneJob();
    addOthers();
}

void TestStoreStreams::opens()
{
    QFETCH(Subscription, subscription);
    QFETCH(QByteArray, cursor);
    QFETCH(int, resumeAfter);
    std::vector<EventId> ids = {
        m->publish("run", EventType::Queued),     m->publish("run", EventType::Progress, 10),
        m->publish("done", EventType::Queued),    m->publish("done", EventType::Progress, 10),
        m->publish("done", EventType::Completed), m->publish("other", EventType::Queued)};
    if (cursor.size() == 1)
        cursor = m->cursor(ids[size_t(cursor.toInt())]);
    cursor.replace("E", m->store->epoch());
    const StreamStart start = m->calls->open(subscription, cursor);
    QTEST(start.resume, "resume");
    if (start.resume == Resume::Gap)
        QTEST(start.gapReason, "reason");
    QCOMPARE(start.asOf, ids[5]);
    if (resumeAfter >= 0) {
        QCOMPARE(start.resumeAfter, ids[size_t(resumeAfter)]);
    } else if (resumeAfter == beforeEnd) {
        QVERIFY(start.resumeAfter >= ids[3] && start.resumeAfter < ids[4]);
    } else {
        QCOMPARE(start.resumeAfter, EventId());
    }
    QTEST(int(start.replayCount), "replayCount");
    QTEST(idsOf(test::jobsIn(start)), "snapshot");
    QCOMPARE(start.snapshot != nullptr,
             start.resume == Resume::Live || start.resume == Resume::Gap);
}

void TestStoreStreams::endedJobIsReplayedFromItsTerminalEvent()
{
    m->publish("done", EventType::Progress, 10);
    // Both events get the same millisecond: their ids `<ms>-<n>` differ only in n.
    QVERIFY(m->calls->publish("done", EventType::Log).ok());
    QVERIFY(m->calls->publish("done", EventType::Completed).ok());
    const StreamStart start = m->calls->open(test::oneJob("done"));
    const auto events = m->calls->allEvents(test::oneJob("done"), start.resumeAfter);
    QCOMPARE(events.size(), size_t{1});
    QCOMPARE(events[0].type, EventType::Completed);
    QCOMPARE(events[0].id, m->calls->job("done")->terminalEvent);
}

void TestStoreStreams::resumesOverARestart()
{
    const EventId seen = m->publish("run", EventType::Progress, 10);
    const EventId missed = m->publish("run", EventType::Progress, 20);
    const QByteArray cursor = m->cursor(seen);
    const QByteArray epoch = m->store->epoch();
    QVERIFY(m->open());
    QCOMPARE(m->store->epoch(), epoch);
    QCOMPARE(m->store->openedAt(), missed);
    const StreamStart start = m->calls->open(test::oneJob("run"), cursor);
    QCOMPARE(start.resume, Resume::Replayed);
    const auto events = m->calls->allEvents(test::oneJob("run"), start.resumeAfter);
    QCOMPARE(events.size(), size_t{1});
    QCOMPARE(events[0].id, missed);
}

void TestStoreStreams::anotherDatabaseIsAnotherEpoch()
{
    const QByteArray epoch = m->store->epoch();
    QVERIFY(Cursor::parse(Cursor{epoch, {1, 0}}.toWire()));
    m->options.path = m->folder.filePath(QStringLiteral("second.db"));
    QVERIFY(m->open());
    QVERIFY(m->store->epoch() != epoch);
    QCOMPARE(m->store->openedAt(), EventId());
}

void TestStoreStreams::pagesAddUpToTheHistory_data()
{
    QTest::addColumn<Subscription>("subscription");
    QTest::addColumn<int>("limit");
    Subscription mixed = ofOwner("alice");
    mixed.types = {EventType::Progress, EventType::Completed};
    mixed.jobs = {"job-1", "job-3"};
    for (const int limit : {1, 7, 1'000}) {
        const auto row = [&](const char *name, const Subscription &subscription) {
            QTest::addRow("%s, %d", name, limit) << subscription << limit;
        };
        row("all", allJobs());
        row("one", test::oneJob("job-2"));
        row("list", ofJobs({"job-1", "job-4"}));
        row("types", ofTypes({EventType::Completed}));
        row("kind", ofKind(JobKind::Image));
        row("nobody's", ofOwner("nobody"));
        row("mixed", mixed);
        row("user", test::notificationsOf("bob"));
    }
}

void TestStoreStreams::pagesAddUpToTheHistory()
{
    QFETCH(Subscription, subscription);
    QFETCH(int, limit);
    std::vector<Event> history;
    const auto keep = [&](const auto &answer) {
        QVERIFY(answer.ok());
        history.insert(history.end(), answer->events.begin(), answer->events.end());
    };
    for (int round = 0; round < 10; ++round) {
        m->clock.advance(round % 3);
        std::vector<Publish> batch;
        for (int job = 0; job < 5; ++job) {
            Publish item = StoreCalls::publishOf(
                "job-" + QByteArray::number(job),
                round == 9 ? EventType::Completed : EventType::Progress, round);
            item.change.kind = job % 2 ? JobKind::Image : JobKind::Generic;
            item.publisher = job % 3 ? "alice" : "bob";
            batch.push_back(item);
        }
        keep(m->calls->publishBatch(batch));
        keep(m->calls->notify({round % 2 ? "bob" : "eve", "{}", {}}));
    }
    std::erase_if(history, [&](const Event &event) { return !subscription.matches(event); });
    const auto read = m->calls->allEvents(subscription, {}, limit);
    QCOMPARE(read.size(), history.size());
    for (size_t i = 0; i < read.size(); ++i) {
        QCOMPARE(read[i].id, history[i].id);
        QCOMPARE(read[i].data, history[i].data);
        QCOMPARE(read[i].topic, history[i].topic);
        QCOMPARE(read[i].type, history[i].type);
        QCOMPARE(read[i].kind, history[i].kind);
        QCOMPARE(read[i].owner, history[i].owner);
    }
    const EventPage last = m->calls->eventsAfter(subscription, {}, 1'000);
    QCOMPARE(last.scannedTo, m->calls->open(subscription).asOf);
}

void TestStoreStreams::pagesAreBoundedInBytes()
{
    Publish large = StoreCalls::publishOf("job-1", EventType::Log);
    large.change.data = '"' + QByteArray(100 * 1024, 'x') + '"';
    std::vector<Publish> batch;
    batch.assign(12, large);
    QVERIFY(m->calls->publishBatch(batch).ok());
    const EventPage page = m->calls->eventsAfter(test::oneJob("job-1"), {}, 1'000);
    QCOMPARE(page.events.size(), size_t{3}); // the page ends with the first event beyond 256 KiB
    QCOMPARE(page.scannedTo, page.events.back().id);
    QCOMPARE(m->calls->allEvents(test::oneJob("job-1")).size(), size_t{12});
}

QTEST_GUILESS_MAIN(TestStoreStreams)
#include "tst_storestreams.moc"
