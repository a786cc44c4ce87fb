// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/sqlite/sqlite.h"
#include "tests/unit/store/storefixture.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTest>

using namespace hub;
using namespace std::chrono_literals;
using test::StoreCalls;

/// The counts of jobs, which the writer keeps, against counting the jobs themselves.
class TestStoreJobCounts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void countsAsTheJobsAre();
    void countsWhatTheSweeperRemoves();
    void countsWhatAMigrationFinds();
    void forgetsWhatWasRolledBack();
    void ownerNamesTheJobsOfOneOnly();
    void listsTheLargestGroups();

private:
    using Counted = QMap<QByteArray, qint64>;
    Counted countedByHub(const JobCountsQuery &query);
    Counted countedByHand(const JobCountsQuery &query);
    void changeSomething(QRandomGenerator &random);

    std::unique_ptr<test::StoreFixture> m;
};

namespace {

constexpr std::array owners{"", "alice", "bob", "*"};
constexpr std::array types{EventType::Processing, EventType::Progress,  EventType::Completed,
                           EventType::Failed,     EventType::Queued,    EventType::Log,
                           EventType::TimedOut,   EventType::Cancelled, EventType::Lost};

QByteArray oneOf(const auto &values, QRandomGenerator &random)
{
    return values[random.bounded(quint32(values.size()))];
}

} // namespace

void TestStoreJobCounts::init()
{
    m = std::make_unique<test::StoreFixture>();
    QVERIFY(m->open());
}

void TestStoreJobCounts::cleanup()
{
    m.reset();
}

TestStoreJobCounts::Counted TestStoreJobCounts::countedByHub(const JobCountsQuery &query)
{
    Counted all;
    const auto note = [&](const QByteArray &group, const StatusCounts &counts) {
        for (size_t status = 0; status < counts.size(); ++status)
            if (counts[status] != 0)
                all[group + ' ' + toString(JobStatus(status))] = counts[status];
    };
    const auto counts = m->calls->jobCounts(query);
    if (!counts)
        return {};
    note("all", counts->all);
    for (const JobCounts::Group &group : counts->kinds)
        note("kind " + group.value, group.jobs);
    for (const JobCounts::Group &group : counts->owners)
        note("owner " + group.value, group.jobs);
    for (const JobCounts::Group &group : counts->labels)
        note("label " + group.name + '=' + group.value, group.jobs);
    return all;
}

TestStoreJobCounts::Counted TestStoreJobCounts::countedByHand(const JobCountsQuery &query)
{
    Counted all;
    JobQuery jobs;
    jobs.owner = query.owner.value_or(QByteArray());
    do {
        const auto page = m->calls->jobs(jobs);
        if (!page)
            return {};
        for (const Job &job : page->jobs) {
            const QByteArray status = ' ' + toString(job.status);
            ++all["all" + status];
            ++all["kind " + toString(job.kind) + status];
            if (!query.owner && !job.owner.isEmpty())
                ++all["owner " + job.owner + status];
            for (auto label = job.labels.begin(); label != job.labels.end(); ++label)
                ++all["label " + label.key().toUtf8() + '=' + label->toString().toUtf8() + status];
        }
        jobs.pageCursor = page->next;
    } while (!jobs.pageCursor.isEmpty());
    return all;
}

void TestStoreJobCounts::changeSomething(QRandomGenerator &random)
{
    const QByteArray id = "job-" + QByteArray::number(random.bounded(40));
    m->clock.advance(5);
    if (random.bounded(3) == 0) {
        CreateJob create = StoreCalls::createOf(id);
        create.job.owner = oneOf(owners, random);
        create.job.kind = JobKind(random.bounded(int(jobKinds)));
        if (random.bounded(2))
            create.job.labels.insert(QStringLiteral("team"),
                                     QString(QLatin1Char(char('a' + id.size() % 3))));
        if (random.bounded(2))
            create.job.labels.insert(QStringLiteral("a=b"), QStringLiteral("größer"));
        (void)m->calls->create(create); // may exist already
        return;
    }
    std::vector<Publish> batch;
    for (int i = random.bounded(4); i >= 0; --i) {
        Publish change = StoreCalls::publishOf(id, types[random.bounded(quint32(types.size()))]);
        change.publisher = oneOf(owners, random);
        batch.push_back(change);
    }
    (void)m->calls->publishBatch(batch); // some are refused
}

void TestStoreJobCounts::countsAsTheJobsAre()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    for (int step = 1; step <= 600; ++step) {
        changeSomething(random);
        if (step % 50 != 0)
            continue;
        if (step % 150 == 0)
            QVERIFY(m->open());
        for (const JobCountsQuery &query :
             {JobCountsQuery{}, JobCountsQuery{"alice"}, JobCountsQuery{"*"}}) {
            const Counted byHand = countedByHand(query);
            QVERIFY(!byHand.isEmpty());
            QVERIFY2(countedByHub(query) == byHand,
                     qPrintable(QStringLiteral("seed %1, step %2").arg(seed).arg(step)));
        }
    }
    QCOMPARE(Database(m->options.path).integer("SELECT count(*) FROM job_counts WHERE jobs < 1"),
             0);
}

void TestStoreJobCounts::countsWhatTheSweeperRemoves()
{
    m->options.sweepPause = 1ms;
    m->options.sweepInterval = 5ms;
    m->options.retention.finishedJobs = 3;
    QVERIFY(m->open());
    for (int i = 0; i < 10; ++i) {
        CreateJob create = StoreCalls::createOf("job-" + QByteArray::number(i));
        create.job.labels.insert(QStringLiteral("n"), QString::number(i));
        QVERIFY(m->calls->create(create).ok());
        m->publish(create.job.id, i < 9 ? EventType::Completed : EventType::Processing);
    }
    QTRY_COMPARE(totalOf(m->calls->jobCounts()->all), 4);
    QCOMPARE(countedByHub({}), countedByHand({}));
    QCOMPARE(countedByHub({"alice"}), countedByHand({"alice"}));
    QCOMPARE(m->calls->jobCounts()->labels.size(), size_t{4});
}

void TestStoreJobCounts::countsWhatAMigrationFinds()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 200; ++i)
        changeSomething(random);
    const Counted before = countedByHub({});
    m->calls.reset();
    m->store.reset();
    {
        Database database(m->options.path);
        database.execute("DROP TABLE job_counts; PRAGMA user_version = 8");
        QVERIFY(!database.failed());
    }
    QVERIFY(m->open());
    QVERIFY(!before.isEmpty());
    QCOMPARE(countedByHub({}), before);
    QCOMPARE(countedByHub({"bob"}), countedByHand({"bob"}));
}

void TestStoreJobCounts::forgetsWhatWasRolledBack()
{
    QVERIFY(m->calls->create(StoreCalls::createOf("a")).ok());
    Database beside(m->options.path);
    beside.execute("CREATE TRIGGER no_more BEFORE INSERT ON job_counts BEGIN"
                   " SELECT raise(ABORT, 'not now'); END");
    QVERIFY(!m->calls->create(StoreCalls::createOf("b")).ok());
    beside.execute("DROP TRIGGER no_more");
    QVERIFY(!beside.failed());
    QTRY_VERIFY(m->calls->create(StoreCalls::createOf("c")).ok());
    QCOMPARE(totalOf(m->calls->jobCounts()->all), 2);
    QCOMPARE(countedByHub({}), countedByHand({}));
}

void TestStoreJobCounts::ownerNamesTheJobsOfOneOnly()
{
    CreateJob nobodys = StoreCalls::createOf("a");
    nobodys.job.owner.clear();
    CreateJob ofStar = StoreCalls::createOf("b");
    ofStar.job.owner = "*";
    for (const CreateJob &create : {nobodys, ofStar, StoreCalls::createOf("c")})
        QVERIFY(m->calls->create(create).ok());
    QCOMPARE(totalOf(m->calls->jobCounts()->all), 3);
    QCOMPARE(totalOf(m->calls->jobCounts({"*"})->all), 1);
    QCOMPARE(totalOf(m->calls->jobCounts({"alice"})->all), 1);
    QCOMPARE(totalOf(m->calls->jobCounts({""})->all), 0);
    QVERIFY(m->calls->jobCounts({"alice"})->owners.empty());
    QCOMPARE(m->calls->jobCounts()->asOf, m->calls->job("c")->lastEvent);
}

void TestStoreJobCounts::listsTheLargestGroups()
{
    const auto create = [this](const QByteArray &id, const QByteArray &owner) {
        CreateJob request = StoreCalls::createOf(id);
        request.job.owner = owner;
        QVERIFY(m->calls->create(request).ok());
    };
    for (int i = 0; i < 120; ++i)
        create("job-" + QByteArray::number(i), "user-" + QByteArray::number(i));
    create("more", "user-117");
    const auto counts = m->calls->jobCounts();
    QCOMPARE(counts->owners.size(), size_t{100});
    QCOMPARE(counts->owners.front().value, QByteArray("user-117"));
    QCOMPARE(totalOf(counts->owners.front().jobs), 2);
    QVERIFY(counts->truncated);
    QCOMPARE(totalOf(counts->all), 121);
}

QTEST_GUILESS_MAIN(TestStoreJobCounts)
#include "tst_storejobcounts.moc"
