// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/store/storefixture.h"

#include <QTest>

using namespace hub;
using test::StoreCalls;

class TestStoreDeliveries : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void deliversOnce();
    void rejectedDeliveriesDoNotBlockLaterOnes();
    void replaysADelivery();
    void unmatchedWaitsForItsJob_data();
    void unmatchedWaitsForItsJob();
    void newestChangesWaitWhenThereAreMany();
    void deliveryMayCreateItsJob();

private:
    std::unique_ptr<test::StoreFixture> m;
};

namespace {

Deliver deliverOf(const QByteArray &externalId, EventType type, const QByteArray &dedupKey)
{
    Deliver request;
    request.delivery.source = "runpod-completion";
    request.delivery.receivedMs = 1;
    request.delivery.method = "POST";
    request.delivery.path = "/api/v1/webhooks/runpod-completion";
    request.delivery.headers = "Content-Type: application/json\n";
    request.delivery.body = QByteArray("\0\xff{\"id\"", 7);
    request.delivery.verdict = "accepted";
    request.delivery.dedupKey = dedupKey;
    request.delivery.externalId = externalId;
    JobChange change;
    change.externalId = externalId;
    change.type = type;
    request.changes.push_back(change);
    return request;
}

} // namespace

void TestStoreDeliveries::init()
{
    m = std::make_unique<test::StoreFixture>();
    QVERIFY(m->open());
}

void TestStoreDeliveries::cleanup()
{
    m.reset();
}

void TestStoreDeliveries::deliversOnce()
{
    QVERIFY(m->calls->write(StoreCalls::createOf("job-1", "rp-1")).ok());
    const Deliver request = deliverOf("rp-1", EventType::Completed, "rp-1 COMPLETED");
    const auto first = m->calls->write(request);
    QVERIFY(first.ok());
    QCOMPARE(first->delivery.effect, QByteArray("applied"));
    QCOMPARE(first->delivery.jobId, QByteArray("job-1"));
    QCOMPARE(first->delivery.event, first->events[0].id);
    QCOMPARE(m->calls->delivery(first->delivery.id)->body, request.delivery.body);
    QCOMPARE(m->calls->delivery(first->delivery.id)->size, qint64(request.delivery.body.size()));

    const auto again = m->calls->write(request);
    QCOMPARE(again->delivery.effect, QByteArray("duplicate"));
    QVERIFY(again->receipts[0].duplicate);
    QCOMPARE(again->receipts[0].event, first->delivery.event);
    QVERIFY(again->events.empty());
    QVERIFY(again->delivery.id > first->delivery.id); // kept all the same

    Deliver other = request;
    other.delivery.source = "image-gen"; // its keys are its own
    QCOMPARE(m->calls->write(other)->delivery.effect, QByteArray("ignored: duplicate"));

    const auto all = m->calls->deliveries();
    QCOMPARE(all.size(), size_t{3});
    QVERIFY(all[0].id > all[1].id);
    QCOMPARE(all[2].size, qint64(request.delivery.body.size()));
    QVERIFY(all[2].body.isEmpty());
    QCOMPARE(m->calls->deliveries({.source = "image-gen", .jobId = {}}).size(), size_t{1});
    QCOMPARE(m->calls->deliveries({.source = {}, .jobId = "job-1"}).size(), size_t{3});
    QCOMPARE(m->calls->deliveries({.source = {}, .jobId = {}, .before = all[1].id}).size(),
             size_t{1});
}

void TestStoreDeliveries::rejectedDeliveriesDoNotBlockLaterOnes()
{
    QVERIFY(m->calls->write(StoreCalls::createOf("job-1", "rp-1")).ok());
    Deliver forged = deliverOf("rp-1", EventType::Failed, "key");
    forged.delivery.verdict = "rejected";
    forged.delivery.reason = "bad_signature";
    forged.changes.clear();
    QCOMPARE(m->calls->write(forged)->delivery.effect, QByteArray("none"));
    QCOMPARE(m->calls->write(deliverOf("rp-1", EventType::Completed, "key"))->delivery.effect,
             QByteArray("applied"));
    QCOMPARE(m->calls->job("job-1")->status, JobStatus::Completed);
}

void TestStoreDeliveries::replaysADelivery()
{
    const auto first = m->calls->write(deliverOf("rp-1", EventType::Progress, "key"));
    QCOMPARE(first->delivery.effect, QByteArray("unmatched"));
    Deliver replay = deliverOf("rp-1", EventType::Progress, "key");
    replay.delivery.replayOf = first->delivery.id;
    const auto second = m->calls->write(replay);
    QCOMPARE(second->delivery.effect, QByteArray("unmatched")); // tried, not called a duplicate
    QCOMPARE(m->calls->delivery(second->delivery.id)->replayOf, first->delivery.id);
}

void TestStoreDeliveries::unmatchedWaitsForItsJob_data()
{
    QTest::addColumn<bool>("byExternalId");
    QTest::addColumn<bool>("restart");
    QTest::newRow("external id") << true << false;
    QTest::newRow("job id") << false << false;
    QTest::newRow("over a restart") << true << true;
}

void TestStoreDeliveries::unmatchedWaitsForItsJob()
{
    QFETCH(bool, byExternalId);
    QFETCH(bool, restart);
    std::vector<Deliver> requests = {deliverOf("rp-1", EventType::Progress, "1"),
                                     deliverOf("rp-1", EventType::Completed, "2"),
                                     deliverOf("rp-1", EventType::Processing, "3"),
                                     deliverOf("rp-2", EventType::Completed, "4")};
    if (!byExternalId) {
        for (size_t i = 0; i < 3; ++i) {
            requests[i].changes[0].jobId = "job-1";
            requests[i].changes[0].externalId.clear();
        }
    }
    std::vector<qint64> ids;
    for (const Deliver &request : requests) {
        const auto answer = m->calls->write(request);
        QCOMPARE(answer->delivery.effect, QByteArray("unmatched"));
        QCOMPARE(answer->receipts[0].error.code, QByteArray("unknown_job"));
        ids.push_back(answer->delivery.id);
    }
    if (restart)
        QVERIFY(m->open());
    const auto created = m->calls->write(StoreCalls::createOf("job-1", "rp-1"));
    QCOMPARE(created->events.size(), size_t{3}); // queued, and what waited, oldest first
    QCOMPARE(created->events[1].type, EventType::Progress);
    QCOMPARE(created->events[2].type, EventType::Completed);
    QCOMPARE(created->receipts.size(), size_t{1});
    QCOMPARE(created->job->status, JobStatus::Completed);
    QCOMPARE(m->calls->delivery(ids[1])->effect, QByteArray("applied"));
    QCOMPARE(m->calls->delivery(ids[1])->event, created->events[2].id);
    QCOMPARE(m->calls->delivery(ids[1])->jobId, QByteArray("job-1"));
    QCOMPARE(m->calls->delivery(ids[2])->effect, QByteArray("ignored: terminal"));
    QCOMPARE(m->calls->delivery(ids[3])->effect, QByteArray("unmatched"));
    // It is a duplicate now, of the event that it became.
    const auto again = m->calls->write(requests[1]);
    QCOMPARE(again->receipts[0].event, created->events[2].id);
}

void TestStoreDeliveries::newestChangesWaitWhenThereAreMany()
{
    for (int i = 0; i < 150; ++i)
        QVERIFY(m->calls->write(deliverOf("rp-1", EventType::Log, {})).ok());
    QVERIFY(m->calls->write(deliverOf("rp-1", EventType::Completed, {})).ok());
    const auto created = m->calls->write(StoreCalls::createOf("job-1", "rp-1"));
    QCOMPARE(created->events.size(), size_t{101});
    QCOMPARE(created->job->status, JobStatus::Completed);
}

void TestStoreDeliveries::deliveryMayCreateItsJob()
{
    Deliver request = deliverOf("rp-9", EventType::Progress, "1");
    request.createsJobs = true;
    request.changes[0].jobId = "img-1";
    request.changes[0].kind = JobKind::Image;
    request.changes[0].owner = "bob";
    const auto answer = m->calls->write(request);
    QCOMPARE(answer->delivery.effect, QByteArray("applied"));
    const auto job = m->calls->job("img-1");
    QVERIFY(job);
    QCOMPARE(job->kind, JobKind::Image);
    QCOMPARE(job->owner, QByteArray("bob"));
}

QTEST_GUILESS_MAIN(TestStoreDeliveries)
#include "tst_storedeliveries.moc"
