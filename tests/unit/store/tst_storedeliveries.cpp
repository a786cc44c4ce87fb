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
    void sameBytesMayBeSaidAgain_data();
    void sameBytesMayBeSaidAgain();
    void anEndMayBeToldOfEachAttempt();
    void rejectedDeliveriesDoNotBlockLaterOnes();
    void replaysADelivery();
    void unmatchedWaitsForItsJob_data();
    void unmatchedWaitsForItsJob();
    void refusesWhatHasNoRoomToWait_data();
    void refusesWhatHasNoRoomToWait();
    void countsWhatWaitsOverARestart();
    void keepsWhatMayNotBeApplied();
    void theOldestUnfinishedJobWins();
    void webhooksClaimNoTakenId();
    void deliveryMayCreateItsJob();

private:
    std::unique_ptr<test::StoreFixture> m;
};

namespace {

Deliver deliverOf(const QByteArray &externalId, EventType type, const QByteArray &dedupKey,
                  bool isId = false)
{
    Deliver request;
    request.delivery.source = "runpod-completion";
    request.delivery.receivedMs = 1;
    request.delivery.method = "POST";
    request.delivery.path = "/api/v1/webhooks/runpod-completion";
    request.delivery.headers = "Content-Type: application/json\n";
    request.delivery.body = QByteArray("\0\xff{\"id\"", 7);
    request.delivery.verdict = DeliveryVerdict::Accepted;
    request.delivery.dedupKey = {dedupKey, isId};
    request.delivery.externalId = externalId;
    JobChange change;
    change.externalId = externalId;
    change.type = type;
    request.changes.push_back(change);
    return request;
}

/// Makes the named limit so small that a few webhooks reach it.
void tighten(WaitingLimits &limits, const QByteArray &name)
{
    if (name == "waiting_webhooks_per_source")
        limits.perSource = 3;
    else if (name == "waiting_webhook_bytes_per_source")
        limits.bytesPerSource = 500;
    else if (name == "waiting_webhooks_per_owner")
        limits.perOwner = 3;
    else if (name == "waiting_webhook_bytes_per_owner")
        limits.bytesPerOwner = 500;
    else
        limits.perJob = 3;
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
    QVERIFY(m->calls->create(StoreCalls::createOf("job-1", "rp-1")).ok());
    const Deliver request = deliverOf("rp-1", EventType::Completed, "rp-1 COMPLETED");
    const auto first = m->calls->deliver(request);
    QVERIFY(first.ok());
    QCOMPARE(toString(first->delivery.effect), QByteArray("applied"));
    QCOMPARE(first->delivery.jobId, QByteArray("job-1"));
    QCOMPARE(first->delivery.event, first->events[0].id);
    QCOMPARE(m->calls->delivery(first->delivery.id)->body, request.delivery.body);
    QCOMPARE(m->calls->delivery(first->delivery.id)->size, qint64(request.delivery.body.size()));

    const auto again = m->calls->deliver(request);
    QCOMPARE(toString(again->delivery.effect), QByteArray("duplicate"));
    QCOMPARE(again->delivery.event, first->delivery.event);
    QVERIFY(again->events.empty());
    QVERIFY(again->delivery.id > first->delivery.id); // the repeat is recorded too

    Deliver other = request;
    other.delivery.source = "image-gen"; // idempotency keys are separate for each source
    QCOMPARE(toString(m->calls->deliver(other)->delivery.effect), QByteArray("duplicate"));

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

void TestStoreDeliveries::sameBytesMayBeSaidAgain_data()
{
    QTest::addColumn<bool>("isId");
    QTest::addColumn<bool>("another");
    QTest::addColumn<EventType>("type");
    QTest::addColumn<QByteArray>("effect");
    const QByteArray applied = "applied";
    const QByteArray duplicate = "duplicate";
    QTest::newRow("at once") << false << false << EventType::Processing << duplicate;
    QTest::newRow("after another") << false << true << EventType::Processing << applied;
    QTest::newRow("with an id") << true << true << EventType::Processing << duplicate;
    QTest::newRow("late") << false << true << EventType::Queued << QByteArray("ignored: late");
}

void TestStoreDeliveries::sameBytesMayBeSaidAgain()
{
    QFETCH(bool, isId);
    QFETCH(bool, another);
    QFETCH(EventType, type);
    QFETCH(QByteArray, effect);
    QVERIFY(m->calls->create(StoreCalls::createOf("job-1", "rp-1")).ok());
    const auto say = [&](EventType what, const char *message) {
        Deliver request = deliverOf("rp-1", what, message, isId);
        request.changes[0].message = QLatin1String(message);
        return m->calls->deliver(request)->delivery;
    };
    const Delivery first = say(type, "downloading");
    QCOMPARE(toString(first.effect), QByteArray("applied"));
    if (another)
        QCOMPARE(toString(say(EventType::Processing, "rendering").effect), QByteArray("applied"));
    const Delivery again = say(type, "downloading");
    QCOMPARE(toString(again.effect), effect);
    const bool isShown = !another || effect == "applied";
    QCOMPARE(m->calls->job("job-1")->message,
             isShown ? QStringLiteral("downloading") : QStringLiteral("rendering"));
    if (effect == "applied") {
        QVERIFY(again.event > first.event);
        QCOMPARE(say(type, "downloading").event, again.event); // a repeat of the last one
    }
}

void TestStoreDeliveries::anEndMayBeToldOfEachAttempt()
{
    QVERIFY(m->calls->create(StoreCalls::createOf("job-1", "rp-1")).ok());
    const Deliver failed = deliverOf("rp-1", EventType::Failed, "key");
    QCOMPARE(toString(m->calls->deliver(failed)->delivery.effect), QByteArray("applied"));
    Publish next = StoreCalls::publishOf("job-1", EventType::Queued);
    next.change.attempt = 2;
    QVERIFY(m->calls->publish(next).ok());
    QCOMPARE(toString(m->calls->deliver(failed)->delivery.effect), QByteArray("applied"));
    QCOMPARE(m->calls->job("job-1")->attempt, 2);
    QCOMPARE(m->calls->job("job-1")->status, JobStatus::Failed);
    QCOMPARE(toString(m->calls->deliver(failed)->delivery.effect), QByteArray("duplicate"));
}

void TestStoreDeliveries::rejectedDeliveriesDoNotBlockLaterOnes()
{
    QVERIFY(m->calls->create(StoreCalls::createOf("job-1", "rp-1")).ok());
    Deliver forged = deliverOf("rp-1", EventType::Failed, "key");
    forged.delivery.verdict = DeliveryVerdict::Rejected;
    forged.delivery.reason = "bad_signature";
    forged.changes.clear();
    QCOMPARE(toString(m->calls->deliver(forged)->delivery.effect), QByteArray("none"));
    QCOMPARE(
        toString(
            m->calls->deliver(deliverOf("rp-1", EventType::Completed, "key"))->delivery.effect),
        QByteArray("applied"));
    QCOMPARE(m->calls->job("job-1")->status, JobStatus::Completed);
}

void TestStoreDeliveries::replaysADelivery()
{
    const auto first = m->calls->deliver(deliverOf("rp-1", EventType::Progress, "key"));
    QCOMPARE(toString(first->delivery.effect), QByteArray("unmatched"));
    Deliver replay = deliverOf("rp-1", EventType::Progress, "key");
    replay.delivery.replayOf = first->delivery.id;
    const auto second = m->calls->deliver(replay);
    // It was processed, not treated as a duplicate.
    QCOMPARE(toString(second->delivery.effect), QByteArray("unmatched"));
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
        const auto answer = m->calls->deliver(request);
        QCOMPARE(toString(answer->delivery.effect), QByteArray("unmatched"));
        QVERIFY(answer->events.empty() && answer->delivery.jobId.isEmpty());
        ids.push_back(answer->delivery.id);
    }
    if (restart)
        QVERIFY(m->open());
    const auto created = m->calls->create(StoreCalls::createOf("job-1", "rp-1"));
    QCOMPARE(created->events.size(), size_t{3}); // `queued`, then the waiting ones, oldest first
    QCOMPARE(created->events[1].type, EventType::Progress);
    QCOMPARE(created->events[2].type, EventType::Completed);
    QCOMPARE(created->job.status, JobStatus::Completed);
    QCOMPARE(toString(m->calls->delivery(ids[1])->effect), QByteArray("applied"));
    QCOMPARE(m->calls->delivery(ids[1])->event, created->events[2].id);
    QCOMPARE(m->calls->delivery(ids[1])->jobId, QByteArray("job-1"));
    QCOMPARE(toString(m->calls->delivery(ids[2])->effect), QByteArray("ignored: terminal"));
    QCOMPARE(toString(m->calls->delivery(ids[3])->effect), QByteArray("unmatched"));
    // A repeat is now a duplicate of the event that it became.
    const auto again = m->calls->deliver(requests[1]);
    QCOMPARE(toString(again->delivery.effect), QByteArray("duplicate"));
    QCOMPARE(again->delivery.event, created->events[2].id);
}

void TestStoreDeliveries::refusesWhatHasNoRoomToWait_data()
{
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<bool>("sameJob");
    QTest::addColumn<bool>("otherSource");
    QTest::addColumn<bool>("otherOwner");
    const auto row = [](const char *limit, bool sameJob, bool otherSource, bool otherOwner) {
        QTest::newRow(limit) << QByteArray(limit) << sameJob << otherSource << otherOwner;
    };
    // Which of these still fit: a webhook of another source, or one for another owner.
    row("waiting_webhooks_per_source", false, true, false);
    row("waiting_webhook_bytes_per_source", false, true, false);
    row("waiting_webhooks_per_owner", false, false, true);
    row("waiting_webhook_bytes_per_owner", false, false, true);
    row("waiting_webhooks_per_job", true, true, false);
}

void TestStoreDeliveries::refusesWhatHasNoRoomToWait()
{
    QFETCH(QByteArray, limit);
    QFETCH(bool, sameJob);
    QFETCH(bool, otherSource);
    QFETCH(bool, otherOwner);
    tighten(m->options.retention.waiting, limit);
    QVERIFY(m->open());
    const auto deliver = [&](int n, const QByteArray &owner = "alice",
                             const QByteArray &source = "pods") {
        Deliver request = deliverOf(sameJob ? QByteArray("rp-0") : "rp-" + QByteArray::number(n),
                                    EventType::Log, QByteArray::number(n));
        request.delivery.source = source;
        request.changes[0].owner = owner;
        return *m->calls->deliver(request);
    };
    QByteArray full;
    int n = 0;
    for (; n < 10 && full.isEmpty(); ++n) {
        const Delivered answer = deliver(n);
        full = answer.full;
        QCOMPARE(answer.delivery.id == 0, !full.isEmpty());
    }
    QCOMPARE(full, limit);
    QCOMPARE(m->calls->deliveries().size(), size_t(n - 1));
    QCOMPARE(deliver(n, "alice", "other").full.isEmpty(), otherSource);
    QCOMPARE(deliver(n + 1, "bob").full.isEmpty(), otherOwner);
    if (sameJob) { // a webhook that ends the job may still wait
        QVERIFY(m->calls->deliver(deliverOf("rp-0", EventType::Completed, "end"))->full.isEmpty());
    }
    // All acknowledged webhooks are applied, which makes room again.
    for (int i = 0; i < n - 1; ++i) {
        const QByteArray id = QByteArray::number(i);
        QVERIFY(m->calls->create(StoreCalls::createOf("job-" + id, "rp-" + id)).ok());
    }
    for (qint64 id = 1; id < n; ++id)
        QCOMPARE(toString(m->calls->delivery(id)->effect), QByteArray("applied"));
    if (!sameJob)
        QVERIFY(deliver(99).full.isEmpty());
}

void TestStoreDeliveries::countsWhatWaitsOverARestart()
{
    m->options.retention.waiting.perSource = 2;
    QVERIFY(m->open());
    for (const char *id : {"1", "2"})
        QVERIFY(m->calls->deliver(deliverOf(id, EventType::Completed, id))->full.isEmpty());
    QVERIFY(m->open());
    QCOMPARE(m->calls->deliver(deliverOf("3", EventType::Completed, "3"))->full,
             QByteArray("waiting_webhooks_per_source"));
    // The refused webhook left nothing behind and is accepted once there is room.
    QVERIFY(m->calls->create(StoreCalls::createOf("job-1", "1")).ok());
    const auto again = m->calls->deliver(deliverOf("3", EventType::Completed, "3"));
    QCOMPARE(toString(again->delivery.effect), QByteArray("unmatched"));
}

/// The first job with a matching id is not always the job of the webhook.
void TestStoreDeliveries::keepsWhatMayNotBeApplied()
{
    Deliver ofOwner = deliverOf("rp-1", EventType::Completed, "1");
    ofOwner.reach.anyJob = false;
    ofOwner.changes[0].owner = "alice";
    Deliver named = deliverOf({}, EventType::Completed, "2");
    named.reach.anyJob = false;
    named.changes[0].jobId = "job-1";
    Deliver signedFor = deliverOf("rp-1", EventType::Completed, "3");
    signedFor.reach.anyJob = false;
    signedFor.changes[0].signedFor = "job-2";
    for (const Deliver &request : {ofOwner, named, signedFor})
        QCOMPARE(toString(m->calls->deliver(request)->delivery.effect), QByteArray("unmatched"));
    CreateJob byMallory = StoreCalls::createOf("job-1", "rp-1");
    byMallory.job.owner = "mallory";
    QCOMPARE(m->calls->create(byMallory)->job.status, JobStatus::Queued);
    for (const qint64 id : {1, 2, 3})
        QCOMPARE(toString(m->calls->delivery(id)->effect), QByteArray("unmatched"));
    QCOMPARE(m->calls->create(StoreCalls::createOf("job-2"))->job.status, JobStatus::Completed);
    QVERIFY(m->calls->publish("job-1", EventType::Failed).ok());
    QCOMPARE(m->calls->create(StoreCalls::createOf("job-3", "rp-1"))->job.status,
             JobStatus::Completed);
    QCOMPARE(toString(m->calls->delivery(2)->effect), QByteArray("unmatched"));
}

void TestStoreDeliveries::theOldestUnfinishedJobWins()
{
    QVERIFY(m->calls->create(StoreCalls::createOf("first", "rp-1")).ok());
    QCOMPARE(m->calls->create(StoreCalls::createOf("second", "rp-1")).error().code,
             QByteArray("external_id_taken"));
    QVERIFY(m->calls->publish("first", EventType::Failed).ok());
    m->clock.advance(1'000);
    QVERIFY(m->calls->create(StoreCalls::createOf("second", "rp-1")).ok());
    const auto applied = m->calls->deliver(deliverOf("rp-1", EventType::Completed, "1"));
    QCOMPARE(applied->delivery.jobId, QByteArray("second"));
    // All jobs are finished: a late webhook belongs to the newest one.
    const auto late = m->calls->deliver(deliverOf("rp-1", EventType::Progress, "2"));
    QCOMPARE(late->delivery.jobId, QByteArray("second"));
    QCOMPARE(toString(late->delivery.effect), QByteArray("ignored: terminal"));
}

void TestStoreDeliveries::webhooksClaimNoTakenId()
{
    QVERIFY(m->calls->create(StoreCalls::createOf("hers", "rp-1")).ok());
    Deliver request = deliverOf("rp-1", EventType::Progress, "1");
    request.createsJobs = true;
    request.reach.anyJob = false;
    request.changes[0].jobId = "new";
    QCOMPARE(m->calls->deliver(request)->delivery.jobId, QByteArray("new"));
    QCOMPARE(m->calls->job("new")->externalId, QByteArray());
    QCOMPARE(m->calls->job("new")->source, QByteArray("runpod-completion"));
    request.delivery.dedupKey = {"2"};
    request.changes[0].type = EventType::Completed;
    QCOMPARE(m->calls->deliver(request)->delivery.jobId, QByteArray("new"));
    QCOMPARE(m->calls->job("new")->externalId, QByteArray());
    QCOMPARE(m->calls->job("hers")->status, JobStatus::Queued);
}

void TestStoreDeliveries::deliveryMayCreateItsJob()
{
    Deliver request = deliverOf("rp-9", EventType::Progress, "1");
    request.createsJobs = true;
    request.changes[0].jobId = "img-1";
    request.changes[0].kind = JobKind::Image;
    request.changes[0].owner = "bob";
    const auto answer = m->calls->deliver(request);
    QCOMPARE(toString(answer->delivery.effect), QByteArray("applied"));
    const auto job = m->calls->job("img-1");
    QVERIFY(job);
    QCOMPARE(job->kind, JobKind::Image);
    QCOMPARE(job->owner, QByteArray("bob"));
}

QTEST_GUILESS_MAIN(TestStoreDeliveries)
#include "tst_storedeliveries.moc"
