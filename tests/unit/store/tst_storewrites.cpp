// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/sqlite/sqlite.h"
#include "tests/support/snapshottext.h"
#include "tests/unit/store/storefixture.h"

#include <QTest>

using namespace hub;
using test::StoreCalls;

class TestStoreWrites : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void createsAJobOnce();
    void keepsEveryFieldOfAJob();
    void makesAnId();
    void publishesAndRemembersKeys();
    void createsTheJobOfAPublish();
    void refusesStepsBackwards_data();
    void refusesStepsBackwards();
    void refusesWhatItCannotPlace();
    void remembersAttempts();
    void keepsTheLastAttemptsOnly();
    void batchFailsItemByItem();
    void notifiesAUser();
    void keepsRevocationsWhileTheyLast();
    void idsIncreaseWhateverTheClockDoes();
    void readsSeeWhatWasAnswered();

private:
    std::unique_ptr<test::StoreFixture> m;
};

void TestStoreWrites::init()
{
    m = std::make_unique<test::StoreFixture>();
    QVERIFY(m->open());
}

void TestStoreWrites::cleanup()
{
    m.reset();
}

void TestStoreWrites::createsAJobOnce()
{
    const auto first = m->calls->create(StoreCalls::createOf("job-1", "rp-1"));
    QVERIFY(first.ok());
    QVERIFY(first->isNew);
    QCOMPARE(first->events.size(), size_t{1});
    QCOMPARE(first->events[0].type, EventType::Queued);
    QCOMPARE(first->events[0].topic, Topic::job("job-1"));
    QCOMPARE(first->job.lastEvent, first->events[0].id);

    const auto again = m->calls->create(StoreCalls::createOf("job-1", "rp-1"));
    QVERIFY(again.ok());
    QVERIFY(!again->isNew);
    QCOMPARE(again->job.lastEvent, first->job.lastEvent);
    QVERIFY(again->events.empty());
    QCOMPARE(again->job.externalId, QByteArray("rp-1"));

    const auto other = m->calls->create(StoreCalls::createOf("job-1", "rp-2"));
    QVERIFY(!other.ok());
    QCOMPARE(other.error().code, QByteArray("job_exists"));
    QCOMPARE(m->calls->job("job-1")->externalId, QByteArray("rp-1"));
}

void TestStoreWrites::keepsEveryFieldOfAJob()
{
    CreateJob create = StoreCalls::createOf("job-1", "rp-1");
    create.job.kind = JobKind::Restore;
    create.job.labels = {{QStringLiteral("team"), QStringLiteral("a")}};
    create.job.extra = RawMembers::fromObject({{QStringLiteral("custom"), 7}});
    QVERIFY(m->calls->create(create).ok());
    const qint64 createdMs = m->clock.wallMs();
    m->clock.advance(10);
    Publish publish = StoreCalls::publishOf("job-1", EventType::Progress, 42.5);
    publish.change.step = Step{12, 19};
    publish.change.message = QStringLiteral("größer");
    publish.change.restoreId = "r-1";
    publish.change.result = R"({"n":12345678901234567890})";
    publish.change.error = R"({"code":"X"})";
    const auto published = m->calls->publish(publish);
    QVERIFY(published.ok());
    const auto before = m->calls->job("job-1");
    QVERIFY(before);
    QVERIFY(m->open()); // reads from the file, not from the cache
    const auto job = m->calls->job("job-1");
    QVERIFY(job);
    QCOMPARE(toJson(*job, "e"), toJson(*before, "e"));
    QCOMPARE(job->createdMs, createdMs);
    QCOMPARE(job->startedMs, createdMs + 10);
    QCOMPARE(job->updatedMs, createdMs + 10);
    QCOMPARE(job->finishedMs, 0);
    QCOMPARE(job->lastEvent, published->receipt.event);
    QCOMPARE(job->attempt, 1);
    QCOMPARE(job->kind, JobKind::Restore);
    QCOMPARE(job->status, JobStatus::Processing);
    QCOMPARE(job->owner, QByteArray("alice"));
    QCOMPARE(job->externalId, QByteArray("rp-1"));
    QCOMPARE(job->progress, 42.5);
    QVERIFY(job->step == publish.change.step);
    QCOMPARE(job->message, *publish.change.message);
    QCOMPARE(job->restoreId, publish.change.restoreId);
    QCOMPARE(job->result, publish.change.result);
    QCOMPARE(job->error, publish.change.error);
    QVERIFY(toJson(*job, "e").contains("\"team\":\"a\""));
    QCOMPARE(job->extra, create.job.extra);
}

void TestStoreWrites::makesAnId()
{
    CreateJob create = StoreCalls::createOf({});
    const auto first = m->calls->create(create);
    const auto second = m->calls->create(create);
    QVERIFY(first.ok() && second.ok());
    QVERIFY(first->isNew && second->isNew);
    QVERIFY(first->job.id.size() >= 8 && isValidId(first->job.id));
    QVERIFY(first->job.id != second->job.id);
}

void TestStoreWrites::publishesAndRemembersKeys()
{
    QVERIFY(m->calls->create(StoreCalls::createOf("job-1")).ok());
    const auto first = m->calls->publish("job-1", EventType::Progress, 10, "k");
    QVERIFY(first.ok());
    QCOMPARE(m->calls->job("job-1")->progress, 10.0);

    const auto again = m->calls->publish("job-1", EventType::Progress, 90, "k");
    QVERIFY(again->receipt.duplicate);
    QCOMPARE(again->receipt.event, first->receipt.event);
    QVERIFY(again->events.empty());
    QCOMPARE(m->calls->job("job-1")->progress, 10.0);

    // The same key for another job, or a day later, is not a duplicate.
    QVERIFY(!m->calls->publish("job-2", EventType::Progress, 5, "k")->receipt.duplicate);
    m->clock.advance(24 * 3'600'000 + 1);
    QVERIFY(!m->calls->publish("job-1", EventType::Progress, 90, "k")->receipt.duplicate);
    QCOMPARE(m->calls->job("job-1")->progress, 90.0);
}

void TestStoreWrites::createsTheJobOfAPublish()
{
    const auto answer = m->calls->publish("new-1", EventType::Progress, 30);
    QVERIFY(answer.ok());
    QCOMPARE(answer->events.size(), size_t{1}); // without a `queued` event before it
    const auto job = m->calls->job("new-1");
    QVERIFY(job);
    QCOMPARE(job->owner, QByteArray("alice"));
    QCOMPARE(job->status, JobStatus::Processing);
    QCOMPARE(job->kind, JobKind::Generic);
}

void TestStoreWrites::refusesStepsBackwards_data()
{
    QTest::addColumn<EventType>("reached");
    QTest::addColumn<EventType>("published");
    QTest::addColumn<double>("progress");
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QByteArray>("ignored");
    const QByteArray none;
    const QByteArray illegal = "illegal_transition";
    QTest::newRow("after the end")
        << EventType::Failed << EventType::Completed << -1.0 << illegal << none;
    QTest::newRow("log after the end")
        << EventType::Completed << EventType::Log << -1.0 << illegal << none;
    QTest::newRow("back to queued")
        << EventType::Processing << EventType::Queued << -1.0 << none << QByteArray("late");
    QTest::newRow("late progress") << EventType::Processing << EventType::Progress << 10.0 << none
                                   << QByteArray("late_progress");
    QTest::newRow("the same again")
        << EventType::Completed << EventType::Completed << -1.0 << none << none;
}

void TestStoreWrites::refusesStepsBackwards()
{
    QFETCH(EventType, reached);
    QFETCH(EventType, published);
    QFETCH(double, progress);
    QFETCH(QByteArray, error);
    QFETCH(QByteArray, ignored);
    QVERIFY(m->calls->publish("job-1", EventType::Progress, 50).ok());
    QVERIFY(m->calls->publish("job-1", reached).ok());
    const auto before = m->calls->job("job-1");
    const auto answer = m->calls->publish("job-1", published,
                                          progress < 0 ? std::nullopt : std::optional(progress));
    QCOMPARE(m->calls->job("job-1")->lastEvent, before->lastEvent);
    QCOMPARE(answer.ok(), error.isEmpty());
    if (!answer) {
        QCOMPARE(answer.error().code, error);
        QVERIFY(answer.error().message.contains(QString::fromLatin1(toString(published))));
        return;
    }
    const Receipt &receipt = answer->receipt;
    QCOMPARE(receipt.ignored ? toString(*receipt.ignored) : QByteArray(), ignored);
    QVERIFY(answer->events.empty());
    QCOMPARE(receipt.duplicate, published == reached); // a repeat names the event that was accepted
    QCOMPARE(receipt.event, receipt.duplicate ? before->lastEvent : EventId());
}

void TestStoreWrites::refusesWhatItCannotPlace()
{
    Publish byUnknownExternal = StoreCalls::publishOf({}, EventType::Progress, 1);
    byUnknownExternal.change.externalId = "rp-?";
    QCOMPARE(m->calls->publish(byUnknownExternal).error().code, QByteArray("unknown_job"));
    QCOMPARE(m->calls->publish("a b/\n", EventType::Progress).error().code,
             QByteArray("invalid_job_id"));
    QCOMPARE(m->calls->create(StoreCalls::createOf("../x")).error().code,
             QByteArray("invalid_job_id"));
    QVERIFY(m->calls->allEvents().empty());
}

namespace {

Publish ofAttempt(const QByteArray &restoreId, EventType type, std::optional<double> progress = {})
{
    Publish request = StoreCalls::publishOf("job-1", type, progress);
    request.change.restoreId = restoreId;
    return request;
}

/// The attempts in the database, oldest first.
QByteArrayList attemptsIn(const QString &path)
{
    Database database(path);
    Statement all(database, "SELECT attempt || ' ' || restore_id || ' ' || status || ' '"
                            " || (started_ms > 0) || (finished_ms > 0)"
                            " FROM attempts ORDER BY attempt");
    Rows rows = all.query();
    QByteArrayList attempts;
    while (rows.next())
        attempts.append(rows.bytes(0));
    return attempts;
}

} // namespace

void TestStoreWrites::remembersAttempts()
{
    QVERIFY(m->calls->publish("job-1", EventType::Queued).ok());
    QVERIFY(m->calls->publish(ofAttempt("r1", EventType::Progress, 10)).ok());
    QVERIFY(m->calls->publish(ofAttempt("r2", EventType::Queued)).ok());
    QVERIFY(m->calls->publish(ofAttempt("r3", EventType::Progress, 5)).ok());
    QCOMPARE(attemptsIn(m->options.path),
             QByteArrayList({"1 r1 processing 11", "2 r2 queued 01", "3 r3 processing 10"}));
    for (int round = 0; round < 2; ++round) {
        for (const char *id : {"r1", "r2"}) {
            const auto late = m->calls->publish(ofAttempt(id, EventType::Failed));
            QVERIFY(late->receipt.ignored == Ignored::OldAttempt);
        }
        QVERIFY(m->open()); // in the second round, read from the database
    }
    QCOMPARE(m->calls->job("job-1")->attempt, 3);
    QCOMPARE(m->calls->job("job-1")->pastRestoreIds, QByteArrayList({"r1", "r2"}));
    QVERIFY(m->calls->publish(ofAttempt("r3", EventType::Completed)).ok());
    QCOMPARE(attemptsIn(m->options.path).last(), QByteArray("3 r3 completed 11"));
}

void TestStoreWrites::keepsTheLastAttemptsOnly()
{
    std::vector<Publish> batch;
    for (int i = 1; i <= 120; ++i)
        batch.push_back(ofAttempt("r" + QByteArray::number(i), EventType::Queued));
    QVERIFY(m->calls->publishBatch(batch).ok());
    const QByteArrayList kept = attemptsIn(m->options.path);
    QCOMPARE(kept.size(), 100);
    QCOMPARE(kept.last(), QByteArray("120 r120 queued 00"));
    const QByteArrayList past = m->calls->job("job-1")->pastRestoreIds;
    QCOMPARE(past.size(), 16);
    QVERIFY(m->open());
    QCOMPARE(m->calls->job("job-1")->pastRestoreIds, past);
}

void TestStoreWrites::batchFailsItemByItem()
{
    std::vector<Publish> batch;
    batch = {StoreCalls::publishOf("a", EventType::Progress, 10),
             StoreCalls::publishOf("a", EventType::Completed),
             StoreCalls::publishOf("a", EventType::Failed),
             StoreCalls::publishOf("b", EventType::Progress, 20)};
    const auto answer = m->calls->publishBatch(batch);
    QVERIFY(answer.ok());
    QCOMPARE(answer->receipts.size(), size_t{4});
    QCOMPARE(answer->events.size(), size_t{3});
    QCOMPARE(answer->receipts[2].error().code, QByteArray("illegal_transition"));
    QCOMPARE(answer->receipts[3]->event, answer->events[2].id);
    QVERIFY(answer->events[0].id < answer->events[1].id
            && answer->events[1].id < answer->events[2].id);
}

void TestStoreWrites::notifiesAUser()
{
    const Notify request{"bob", R"({"title":"x"})", "k"};
    const auto answer = m->calls->notify(request);
    QCOMPARE(answer->events.size(), size_t{1});
    QCOMPARE(answer->receipt.event, answer->events[0].id);
    QCOMPARE(answer->events[0].topic, Topic::user("bob"));
    QVERIFY(m->calls->notify(request)->receipt.duplicate);
    const auto stored = m->calls->allEvents(test::notificationsOf("bob"));
    QCOMPARE(stored.size(), size_t{1});
    QCOMPARE(stored[0].type, EventType::Notification);
    QCOMPARE(stored[0].data, request.data);
    QVERIFY(m->calls->allEvents(test::notificationsOf("eve")).empty());
}

void TestStoreWrites::keepsRevocationsWhileTheyLast()
{
    const qint64 nowMs = m->clock.wallMs();
    QVERIFY(m->store->revocations().empty());
    QVERIFY(m->calls->revoke(Revocation{"t1", {}, nowMs + 2'000}).ok());
    // An earlier end does not shorten it.
    QVERIFY(m->calls->revoke(Revocation{"t1", {}, nowMs + 1'000}).ok());
    // A user with the same name as the token id.
    QVERIFY(m->calls->revoke(Revocation{{}, "t1", nowMs + 500}).ok());
    QVERIFY(m->open());
    QCOMPARE(m->store->revocations().size(), size_t{2});
    m->clock.advance(1'999);
    QVERIFY(m->open());
    QCOMPARE(m->store->revocations().size(), size_t{1});
    QCOMPARE(m->store->revocations()[0].tokenId, QByteArray("t1"));
    QCOMPARE(m->store->revocations()[0].subject, QByteArray());
    QCOMPARE(m->store->revocations()[0].untilMs, nowMs + 2'000);

    m->clock.advance(1);
    QVERIFY(m->calls->revoke(Revocation{{}, "ann", nowMs + 9'000}).ok());
    Database database(m->options.path);
    QCOMPARE(database.integer("SELECT count(*) FROM revocations"), 1); // expired ones are removed
}

void TestStoreWrites::idsIncreaseWhateverTheClockDoes()
{
    EventId last;
    for (const qint64 step : {0, 0, 5, -3'600'000, 0, 10, 7'200'000}) {
        m->clock.setWall(m->clock.wallMs() + step);
        if (step == -3'600'000)
            QVERIFY(m->open()); // the last id survives a restart
        const auto answer = m->calls->publish("job-1", EventType::Log);
        QVERIFY(answer.ok());
        QVERIFY(answer->events[0].id > last);
        last = answer->events[0].id;
    }
    QCOMPARE(last.ms, m->clock.wallMs());
    QVERIFY(m->open());
    QCOMPARE(m->store->openedAt(), last);
}

/// Reads do not wait for writes, but a caller whose write was answered reads what it wrote.
void TestStoreWrites::readsSeeWhatWasAnswered()
{
    QByteArray order;
    for (int i = 0; i < 50; ++i) {
        m->store->publish(
            StoreCalls::publishOf("job-1", EventType::Log),
            [&, i](const Result<Published> &written) {
                order += 'w';
                const EventId id = written->events.back().id;
                m->store->openStream(
                    test::oneJob("job-1"), {}, {}, [&order, i, id](const auto &start) {
                        const auto jobs = start.ok() ? test::jobsIn(*start) : std::vector<Job>();
                        order += jobs.size() == 1 && start->asOf >= id && jobs[0].lastEvent >= id
                                         && id.n == quint32(i)
                                     ? 'r'
                                     : '?';
                    });
            });
    }
    QTRY_COMPARE(order.size(), 100);
    QCOMPARE(order.count('w'), 50);
    QCOMPARE(order.count('r'), 50);
}

QTEST_GUILESS_MAIN(TestStoreWrites)
#include "tst_storewrites.moc"
