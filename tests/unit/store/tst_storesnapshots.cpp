// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/snapshottext.h"
#include "tests/unit/store/storefixture.h"

#include <QTest>

#include <algorithm>

using namespace hub;
using test::allJobs;
using test::idsOf;
using test::ofJobs;
using test::ofKind;
using test::ofOwner;
using test::ofTypes;
using test::StoreCalls;

/// The jobs in the snapshot at the beginning of a stream.
class TestStoreSnapshots : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m.reset(); }
    void snapshotsShowWhatIsSubscribedTo_data();
    void snapshotsShowWhatIsSubscribedTo();
    void snapshotLeavesOldFinishedJobsOut();
    void snapshotsAreBounded_data();
    void snapshotsAreBounded();
    void snapshotFindsOwnJobsAmongMany();

private:
    std::unique_ptr<test::StoreFixture> m;
};

void TestStoreSnapshots::init()
{
    m = std::make_unique<test::StoreFixture>();
    QVERIFY(m->open());
}

void TestStoreSnapshots::snapshotsShowWhatIsSubscribedTo_data()
{
    QTest::addColumn<Subscription>("subscription");
    QTest::addColumn<QByteArrayList>("expected");
    Subscription images;
    images.scope = Scope::Image;
    QTest::newRow("all") << allJobs() << QByteArrayList{"a", "b", "c", "d"};
    QTest::newRow("kind") << ofKind(JobKind::Restore) << QByteArrayList{"b"};
    QTest::newRow("owner") << ofOwner("bob") << QByteArrayList{"b", "d"};
    QTest::newRow("types do not count")
        << ofTypes({EventType::Log}) << QByteArrayList{"a", "b", "c", "d"};
    QTest::newRow("list") << ofJobs({"c", "nobody", "a"}) << QByteArrayList{"a", "c"};
    QTest::newRow("images") << images << QByteArrayList{"c"};
    QTest::newRow("notifications") << test::notificationsOf("bob") << QByteArrayList{};
}

void TestStoreSnapshots::snapshotsShowWhatIsSubscribedTo()
{
    QFETCH(Subscription, subscription);
    const auto create = [&](const QByteArray &id, JobKind kind, const QByteArray &owner) {
        CreateJob request = StoreCalls::createOf(id);
        request.job.kind = kind;
        request.job.owner = owner;
        return m->calls->create(request).ok();
    };
    QVERIFY(create("a", JobKind::Generic, "alice"));
    QVERIFY(create("b", JobKind::Restore, "bob"));
    QVERIFY(create("c", JobKind::Image, "alice"));
    QVERIFY(create("d", JobKind::Generic, "bob"));
    m->publish("d", EventType::Completed);
    QByteArrayList ids = idsOf(test::jobsIn(m->calls->open(subscription)));
    std::sort(ids.begin(), ids.end());
    QTEST(ids, "expected");
}

void TestStoreSnapshots::snapshotLeavesOldFinishedJobsOut()
{
    std::vector<Publish> batch;
    for (int i = 0; i < 205; ++i)
        batch.push_back(
            StoreCalls::publishOf("done-" + QByteArray::number(i), EventType::Completed));
    batch.push_back(StoreCalls::publishOf("run", EventType::Progress, 1));
    QVERIFY(m->calls->publishBatch(batch).ok());
    const StreamStart start = m->calls->open(allJobs());
    QCOMPARE(start.snapshot->jobs(), 201);
    QVERIFY(start.snapshot->isTruncated());
    const QByteArrayList ids = idsOf(test::jobsIn(start));
    QVERIFY(ids.contains("run") && ids.contains("done-204") && !ids.contains("done-4"));
}

void TestStoreSnapshots::snapshotsAreBounded_data()
{
    QTest::addColumn<Subscription>("subscription");
    QTest::addColumn<SnapshotLimits>("limits");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::addColumn<bool>("truncated");
    const Subscription list =
        ofJobs({"run-0", "end-0", "run-1", "end-1", "big", "end-2", "fat-end"});
    const QByteArrayList everything{"big", "run-1", "run-0", "fat-end", "end-2", "end-1", "end-0"};
    const auto row = [](const char *name, const Subscription &subscription, int jobs, qint64 bytes,
                        const QByteArrayList &expected, bool truncated) {
        QTest::newRow(name) << subscription << SnapshotLimits{jobs, bytes} << expected << truncated;
    };
    // A running job is shown without its large result, which counts as truncated too.
    row("all", allJobs(), 100, 1'000'000, everything, true);
    row("running jobs first, the newest change first", allJobs(), 2, 1'000'000, {"big", "run-1"},
        true);
    row("then finished ones", allJobs(), 5, 1'000'000, everything.mid(0, 5), true);
    row("bytes", allJobs(), 100, 700, {"big", "run-1"}, true);
    row("the last job goes past the bound", allJobs(), 100, 2'000, everything.mid(0, 4), true);
    row("named", list, 100, 1'000'000,
        {"run-0", "run-1", "big", "fat-end", "end-2", "end-1", "end-0"}, true);
    row("named, running ones first", list, 4, 1'000'000, {"run-0", "run-1", "big", "fat-end"},
        true);
    row("an owner's", ofOwner("alice"), 100, 1'000'000, {"run-1", "end-0"}, false);
    row("exactly as many", ofOwner("alice"), 2, 1'000'000, {"run-1", "end-0"}, false);
    row("one job is shown whole", test::oneJob("big"), 1, 10, {"big"}, false);
}

void TestStoreSnapshots::snapshotsAreBounded()
{
    QFETCH(Subscription, subscription);
    QFETCH(SnapshotLimits, limits);
    const QByteArray large = R"({"x":")" + QByteArray(40'000, 'x') + R"("})";
    const auto publish = [&](const QByteArray &id, EventType type, const QByteArray &result = {}) {
        Publish item = StoreCalls::publishOf(id, type, 10);
        item.change.result = result;
        item.publisher = id == "end-0" || id == "run-1" ? "alice" : "bob";
        QVERIFY(m->calls->publish(item).ok());
    };
    for (const char *id : {"end-0", "end-1", "end-2"})
        publish(id, EventType::Completed);
    publish("fat-end", EventType::Completed, large);
    publish("run-0", EventType::Progress);
    publish("run-1", EventType::Progress);
    publish("big", EventType::Progress, large);
    const StreamStart start = m->calls->open(subscription, {}, limits);
    QTEST(idsOf(test::jobsIn(start)), "expected");
    QTEST(start.snapshot->isTruncated(), "truncated");
    QCOMPARE(qsizetype(start.snapshot->bytes()), test::textOf(*start.snapshot).size());
    for (const Job &job : test::jobsIn(start)) {
        const bool whole =
            job.id == "fat-end" || (job.id == "big" && subscription.jobs.size() == 1);
        QCOMPARE(job.result, whole ? large : QByteArray());
    }
}

/// A publisher with more jobs than one search examines must not delay the snapshots of others.
void TestStoreSnapshots::snapshotFindsOwnJobsAmongMany()
{
    Publish mine = StoreCalls::publishOf("mine", EventType::Progress, 1);
    mine.publisher = "alice";
    QVERIFY(m->calls->publish(mine).ok());
    std::vector<Publish> batch;
    for (int i = 0; i < 25'000; ++i) {
        batch.push_back(
            StoreCalls::publishOf("other-" + QByteArray::number(i), EventType::Progress, 1));
        batch.back().publisher = "bob";
    }
    QVERIFY(m->calls->publishBatch(batch).ok());
    Subscription subscription;
    subscription.visible.everybodys = false;
    subscription.visible.owner = "alice";
    const StreamStart start = m->calls->open(subscription);
    QCOMPARE(idsOf(test::jobsIn(start)), QByteArrayList{"mine"});
    QVERIFY(!start.snapshot->isTruncated());
    QCOMPARE(m->calls->open(allJobs()).snapshot->jobs(), SnapshotLimits{}.jobs);
}

QTEST_GUILESS_MAIN(TestStoreSnapshots)
#include "tst_storesnapshots.moc"
