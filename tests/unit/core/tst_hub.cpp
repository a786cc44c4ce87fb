// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/hub.h"
#include "tests/support/fakestore.h"
#include "tests/support/manualclock.h"
#include "tests/support/recordingsink.h"
#include "tests/support/subscriptions.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;
using test::oneJob;

/// The opening and closing of streams, with a store that the test answers. tst_hubwrites has the
/// writes.
class TestHub : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m.reset(); }

    void streamsOfOneSubscriptionShareARead();
    void aCursorIsReadAlone();
    void endsAStreamWithoutMoreEvents();
    void opensNothingForAPeerThatLeft();
    void refusesWhenTheStoreFails();
    void refusesSnapshotsAboveTheBudget();
    void refusesWhileDraining();
    void limitsTheStartsOfAUser();
    void evictsTheOldestStreamOfAUser();
    void closesTheStreamsThatItIsTold();
    void tellsItsWatchersAboutStreams();

private:
    /// What became of a request for a stream.
    struct Client
    {
        std::shared_ptr<test::SinkRecord> record = std::make_shared<test::SinkRecord>();
        bool accepted = false;
        bool ended = false; ///< It was answered 204.
        bool isThere = true; ///< False when the peer left.
    };
    struct Parts
    {
        explicit Parts(const Hub::Options &options) : hub(store, clock, options) { }

        test::ManualClock clock;
        test::FakeStore store;
        Hub hub;
    };

    void start(const Hub::Options &options) { m = std::make_unique<Parts>(options); }
    std::shared_ptr<Client> open(const StreamRequest &request);
    /// Opens a stream for `user` that begins at the head, without a snapshot.
    std::shared_ptr<Client> openLive(const Subscription &subscription, const QByteArray &user = {});
    bool hasMetric(const QByteArray &line)
    {
        return m->hub.metrics().toPrometheus().contains(line);
    }

    std::unique_ptr<Parts> m;
};

namespace {

StreamRequest requestFor(const Subscription &subscription, const QByteArray &user = {})
{
    StreamRequest request;
    request.subscription = subscription;
    request.user = user;
    request.address = "7f000001";
    return request;
}

/// Returns a snapshot of several parts, so that a slow stream keeps it.
std::shared_ptr<const Snapshot> largeSnapshot()
{
    const auto snapshot = std::make_shared<Snapshot>("fake.0-0", true);
    for (int i = 0; i < 300; ++i)
        snapshot->add("{\"x\":\"" + QByteArray(1'000, 'x') + "\"}");
    snapshot->finish(false);
    return snapshot;
}

} // namespace

void TestHub::init()
{
    start({});
}

std::shared_ptr<TestHub::Client> TestHub::open(const StreamRequest &request)
{
    auto client = std::make_shared<Client>();
    m->hub.open(request, {[client]() -> std::unique_ptr<StreamSink> {
                              if (!client->isThere)
                                  return nullptr;
                              client->accepted = true;
                              return std::make_unique<test::RecordingSink>(client->record);
                          },
                          [client] { client->ended = true; }});
    return client;
}

std::shared_ptr<TestHub::Client> TestHub::openLive(const Subscription &subscription,
                                                   const QByteArray &user)
{
    const std::size_t before = m->store.openings.size();
    auto client = open(requestFor(subscription, user));
    if (m->store.openings.size() > before)
        m->store.openings.back().answer(StreamStart());
    return client;
}

void TestHub::streamsOfOneSubscriptionShareARead()
{
    const auto first = open(requestFor(oneJob("a"), "ann"));
    const auto second = open(requestFor(oneJob("a"), "ben"));
    const auto other = open(requestFor(oneJob("b"), "ben"));
    QCOMPARE(m->store.openings.size(), std::size_t(2));
    QCOMPARE(m->store.openings[0].lane, QByteArray("user/ann"));
    QCOMPARE(m->store.openings[1].request.subscription.jobs, QByteArrayList{"b"});
    m->store.openings[0].answer(StreamStart());
    QVERIFY(first->accepted && second->accepted && !other->accepted);
    QCOMPARE(m->hub.streams().count(), std::size_t(2));
    m->store.openings[1].answer(StreamStart());
    QVERIFY(other->accepted);
    openLive(oneJob("a")); // the read is over, and it had no snapshot to share
    QCOMPARE(m->store.openings.size(), std::size_t(3));
    QCOMPARE(m->store.openings[2].lane, QByteArray("address/7f000001"));
}

void TestHub::aCursorIsReadAlone()
{
    StreamRequest request = requestFor(oneJob("a"));
    request.cursor = "fake.3-0";
    open(request);
    open(request);
    QCOMPARE(m->store.openings.size(), std::size_t(2));
    QCOMPARE(m->store.openings[1].request.cursor, QByteArray("fake.3-0"));
    StreamStart start;
    start.resume = StreamStart::Resume::Replayed;
    m->store.openings[0].answer(start);
    QCOMPARE(m->hub.streams().count(), std::size_t(1));
    QVERIFY(hasMetric("sse_replay_total{outcome=\"replayed\"} 1"));
}

void TestHub::endsAStreamWithoutMoreEvents()
{
    StreamRequest request = requestFor(oneJob("a"));
    request.cursor = "fake.3-0";
    const auto client = open(request);
    StreamStart start;
    start.resume = StreamStart::Resume::Ended;
    m->store.openings.at(0).answer(start);
    QVERIFY(client->ended && !client->accepted);
    QCOMPARE(m->hub.streams().count(), std::size_t(0));
}

void TestHub::opensNothingForAPeerThatLeft()
{
    const auto client = open(requestFor(oneJob("a")));
    client->isThere = false;
    m->store.openings.at(0).answer(StreamStart());
    QVERIFY(!client->accepted && !client->ended);
    QCOMPARE(m->hub.streams().count(), std::size_t(0));
}

void TestHub::refusesWhenTheStoreFails()
{
    const auto client = open(requestFor(oneJob("a")));
    m->store.openings.at(0).answer(Error{"store_busy", {}});
    QVERIFY(client->record->taken.contains("event: hub.refused"));
    QVERIFY(client->record->taken.contains(R"("bucket":"store_busy")"));
    QVERIFY(client->record->closed);
    QCOMPARE(m->hub.streams().count(), std::size_t(0));
}

/// A snapshot counts until its stream has sent it. One that is larger than the share of a user fits
/// when nothing else is held.
void TestHub::refusesSnapshotsAboveTheBudget()
{
    Hub::Options options;
    options.snapshotBudget = {2'000, 1'000};
    start(options);
    StreamStart begins;
    begins.snapshot = largeSnapshot();
    const auto openSlow = [&](const char *job, const char *user) {
        const auto client = open(requestFor(oneJob(job), user));
        client->record->room = 0;
        m->store.openings.back().answer(begins);
        return client;
    };
    const auto isRefused = [](const auto &client) {
        return client->record->held.contains(R"("bucket":"snapshots")");
    };
    const auto first = openSlow("a", "ann");
    QVERIFY(!isRefused(first));
    QVERIFY(isRefused(openSlow("b", "ann"))); // her share is taken
    QVERIFY(!isRefused(openSlow("b", "ben")));
    QVERIFY(isRefused(openSlow("c", "cid"))); // the whole budget is taken
    first->record->drain();
    QTRY_VERIFY(!m->hub.streams().snapshotFor(oneJob("a")));
    QVERIFY(!isRefused(openSlow("c", "cid")));
}

void TestHub::refusesWhileDraining()
{
    Hub::Options options;
    options.drainSpread = 0ms;
    start(options);
    const auto before = openLive(oneJob("a"));
    const auto waiting = open(requestFor(oneJob("b")));
    m->hub.drain();
    QVERIFY(m->hub.draining());
    QVERIFY(before->record->closed);
    QVERIFY(before->record->taken.contains(R"("reason":"drain","reconnect":true)"));
    m->store.openings.at(1).answer(StreamStart());
    QVERIFY(waiting->record->taken.contains(R"("bucket":"draining")"));
    QCOMPARE(m->hub.streams().count(), std::size_t(0));
}

void TestHub::limitsTheStartsOfAUser()
{
    Hub::Options options;
    options.quota.startsPerMinute = 2;
    start(options);
    openLive(oneJob("a"), "ann");
    openLive(oneJob("a"), "ann");
    const auto third = openLive(oneJob("a"), "ann");
    QVERIFY(third->record->taken.contains("event: hub.refused"));
    QCOMPARE(m->store.openings.size(), std::size_t(2)); // refused without a read
    QVERIFY(openLive(oneJob("a"), "ben")->record->taken.contains("event: hub.hello"));
}

void TestHub::evictsTheOldestStreamOfAUser()
{
    Hub::Options options;
    options.quota.streamsPerUser = 2;
    start(options);
    const auto first = openLive(oneJob("a"), "ann");
    const auto second = openLive(oneJob("a"), "ann");
    openLive(oneJob("a"), "ben");
    QVERIFY(!first->record->closed);
    openLive(oneJob("a"), "ann");
    QVERIFY(first->record->closed);
    QVERIFY(first->record->taken.contains(R"("reason":"evicted","reconnect":false)"));
    QVERIFY(!second->record->closed);
    QCOMPARE(m->hub.streams().count(), std::size_t(3));
}

void TestHub::closesTheStreamsThatItIsTold()
{
    const auto first = openLive(oneJob("a"), "ann"); // stream 1
    const auto second = openLive(oneJob("a"), "ben");
    QCOMPARE(m->hub.kick(1), 1);
    QCOMPARE(m->hub.kick(1), 0);
    QVERIFY(first->record->taken.contains(R"("reason":"kicked","reconnect":false)"));
    const auto isOf = [](const QByteArray &user) {
        return [user](const Subscriber &stream) { return stream.request().user == user; };
    };
    QCOMPARE(m->hub.closeStreamsIf(CloseReason::Revoked, isOf("ann")), 0);
    QVERIFY(!second->record->closed);
    QCOMPARE(m->hub.closeStreamsIf(CloseReason::Revoked, isOf("ben")), 1);
    QVERIFY(second->record->taken.contains(R"("reason":"revoked","reconnect":false)"));
}

void TestHub::tellsItsWatchersAboutStreams()
{
    Subscription ofHub;
    ofHub.scope = Scope::Hub;
    const auto watcher = open(requestFor(ofHub));
    QVERIFY(watcher->accepted); // hub events are not stored: nothing is read
    QVERIFY(m->store.openings.empty());
    openLive(oneJob("a"), "ann");
    m->hub.kick(2);
    m->hub.announce("hub.delivery", R"({"id":7})");
    QTRY_VERIFY(watcher->record->taken.contains("event: hub.delivery\ndata: {\"id\":7}"));
    const QByteArray &told = watcher->record->taken;
    const qsizetype opened = told.indexOf(R"("user":"ann")", told.indexOf("hub.connection.opened"));
    QVERIFY(opened > 0 && told.indexOf("event: hub.connection.closed") > opened);
}

QTEST_GUILESS_MAIN(TestHub)
#include "tst_hub.moc"
