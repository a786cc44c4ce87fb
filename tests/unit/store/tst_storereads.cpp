// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/sqlite/sqlite.h"
#include "hub/store/readsession.h"
#include "tests/support/snapshottext.h"
#include "tests/unit/store/storefixture.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace hub;
using namespace std::chrono_literals;
using test::StoreCalls;

/// Reads have a connection of their own. They wait for no write, write nothing and miss nothing.
class TestStoreReads : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m.reset(); }

    void listsWithoutSettling();
    void agreesWithTheWriter_data();
    void agreesWithTheWriter();
    void answersFromOneMoment();
    void writesDoNotWaitForReads();
    void lanesAreServedInTurn();
    void aSearchTakesBoundedTime();
    void labelsAreFoundWithoutASearch();
    void largeValuesStayBesideTheirRows();
    void movingJobsDoesNotRewriteWhatIsLarge();

private:
    qint64 integer(const QByteArray &sql) const { return Database(m->options.path).integer(sql); }
    QByteArrayList listed(JobQuery query);

    std::unique_ptr<test::StoreFixture> m;
};

namespace {

/// A clock that advances by 1 ms each time it is read.
class TickingClock final : public Clock
{
public:
    qint64 wallMs() const override { return 1'731'000'000'000; }
    qint64 steadyMs() const override { return ++m_now; }

private:
    mutable qint64 m_now = 0;
};

CreateJob fatJob(const QByteArray &id, qsizetype bytes)
{
    CreateJob create = StoreCalls::createOf(id);
    create.job.extra =
        RawMembers::fromObject({{QStringLiteral("fat"), QString(bytes, QLatin1Char('x'))}});
    return create;
}

} // namespace

void TestStoreReads::init()
{
    m = std::make_unique<test::StoreFixture>();
    m->options.sweepPause = m->options.sweepInterval = 1h; // settles only when it must
    QVERIFY(m->open());
}

QByteArrayList TestStoreReads::listed(JobQuery query)
{
    QByteArrayList ids;
    do {
        const auto page = m->calls->jobs(query);
        if (!page)
            return {page.error().code};
        for (const Job &job : page->jobs)
            ids.append(job.id + ':' + QByteArray::number(job.progress));
        query.pageCursor = page->next;
    } while (!query.pageCursor.isEmpty());
    return ids;
}

void TestStoreReads::listsWithoutSettling()
{
    for (const char *id : {"a", "b", "c"})
        QVERIFY(m->calls->publish(id, EventType::Processing).ok());
    QVERIFY(m->calls->publish("a", EventType::Progress, 40).ok());
    QCOMPARE(listed({}), QByteArrayList({"a:40", "c:0", "b:0"}));
    QCOMPARE(integer("SELECT count(*) FROM jobs WHERE progress > 0"), 0);
    QCOMPARE(m->calls->open({}).snapshot->jobs(), 3);
    QCOMPARE(integer("SELECT count(*) FROM jobs WHERE progress > 0"), 0);
}

void TestStoreReads::agreesWithTheWriter_data()
{
    QTest::addColumn<JobQuery>("query");
    const auto row = [](const char *name, auto change, int limit) {
        JobQuery query;
        change(query);
        query.limit = limit;
        QTest::addRow("%s by %d", name, limit) << query;
    };
    for (const int limit : {1, 3, 100}) {
        row(
            "all", [](JobQuery &) {}, limit);
        row(
            "running",
            [](JobQuery &query) {
                query.statuses = {JobStatus::Processing, JobStatus::Queued};
            },
            limit);
        row(
            "own", [](JobQuery &query) { query.owner = "alice"; }, limit);
        row(
            "own running",
            [](JobQuery &query) {
                query.owner = "alice";
                query.statuses = {JobStatus::Processing, JobStatus::Queued};
            },
            limit);
        row(
            "text", [](JobQuery &query) { query.text = QStringLiteral("even"); }, limit);
    }
}

namespace {

/// Applies an accepted change to its job, which then comes first.
void moveOn(std::vector<Job> &model, const Publish &publish)
{
    const JobChange &change = publish.change;
    Job job;
    job.id = change.jobId;
    job.owner = publish.publisher;
    for (const Job &known : model) {
        if (known.id == job.id)
            job = known;
    }
    std::erase_if(model, [&](const Job &known) { return known.id == job.id; });
    if (change.type != EventType::Log) { // a log line does not change its job
        job.message = *change.message;
        job.status = statusOf(change.type).value_or(JobStatus::Processing);
        job.progress =
            change.type == EventType::Completed ? 100 : std::max(job.progress, *change.progress);
    }
    model.insert(model.begin(), job);
}

} // namespace

/// Random progress, ends and log lines; a restart in between settles them.
void TestStoreReads::agreesWithTheWriter()
{
    QFETCH(JobQuery, query);
    QRandomGenerator random(7);
    std::vector<Job> model; // the job changed last comes first
    for (int round = 0; round < 80; ++round) {
        const QByteArray id = "job-" + QByteArray::number(random.bounded(9));
        const int kind = random.bounded(12);
        const auto type = kind == 0  ? EventType::Completed
                          : kind < 3 ? EventType::Log
                                     : EventType::Progress;
        Publish publish = StoreCalls::publishOf(id, type, round / 2.0);
        publish.publisher = id.back() % 2 ? "alice" : "bob";
        publish.change.message = round % 2 ? QStringLiteral("odd") : QStringLiteral("EVEN");
        const auto written = m->calls->publish(publish);
        QVERIFY(written.ok() || written.error().code == "illegal_transition");
        if (written && !written->events.empty())
            moveOn(model, publish);
        if (round == 50)
            QVERIFY(m->open());
        if (round % 5)
            continue;
        QByteArrayList expected;
        for (const Job &job : model) {
            const bool text = query.text.isEmpty() || job.message == QLatin1String("EVEN");
            const bool owner = query.owner.isEmpty() || job.owner == query.owner;
            const bool status = query.statuses.empty() || !isTerminal(job.status);
            if (text && owner && status)
                expected.append(job.id + ':' + QByteArray::number(job.progress));
        }
        QCOMPARE(listed(query), expected);
    }
}

/// Two jobs change in one commit. No read sees only one of the changes.
void TestStoreReads::answersFromOneMoment()
{
    constexpr int rounds = 200;
    int written = 0;
    for (int i = 0; i < rounds; ++i) {
        std::vector<Publish> batch;
        batch = {StoreCalls::publishOf("a", EventType::Progress, i / 2.0),
                 StoreCalls::publishOf("b", EventType::Progress, i / 2.0)};
        m->store->publishBatch(batch, [&](const auto &answer) { written += answer.ok() ? 1 : 0; });
    }
    int reads = 0;
    while (written < rounds) {
        const auto page = m->calls->jobs({});
        QVERIFY(page.ok());
        const std::vector<Job> &jobs = page->jobs;
        QVERIFY(jobs.empty() || (jobs.size() == 2 && jobs[0].progress == jobs[1].progress));
        QVERIFY(jobs.empty() || page->asOf == jobs[0].lastEvent);
        const StreamStart start = m->calls->open({});
        const std::vector<Job> shown = test::jobsIn(start);
        QVERIFY(shown.empty() || shown[0].progress == shown[1].progress);
        ++reads;
    }
    QVERIFY(reads > 0);
}

void TestStoreReads::writesDoNotWaitForReads()
{
    std::vector<Publish> batch;
    for (int i = 0; i < 2'000; ++i)
        batch.push_back(
            StoreCalls::publishOf("job-" + QByteArray::number(i), EventType::Processing));
    QVERIFY(m->calls->publishBatch(batch).ok());
    JobQuery nothing;
    nothing.text = QStringLiteral("no such text");
    int reads = 0;
    constexpr int most = 1'000;
    for (int i = 0; i < most; ++i)
        m->store->jobs(nothing, [&](const auto &) { ++reads; });
    QVERIFY(m->calls->publish("job-1", EventType::Log).ok());
    QVERIFY2(reads < most, "the write was behind all reads");
    QTRY_COMPARE_WITH_TIMEOUT(reads, most, 60'000);
}

void TestStoreReads::lanesAreServedInTurn()
{
    QByteArray order;
    for (int i = 0; i < 300; ++i) {
        m->store->publish(
            StoreCalls::publishOf("job-1", EventType::Log), [&](const auto &) { order += 'w'; },
            "greedy");
        m->store->jobs(
            {}, [&](const auto &) { order += 'r'; }, "greedy");
    }
    m->store->publish(
        StoreCalls::publishOf("job-2", EventType::Log), [&](const auto &) { order += 'W'; },
        "modest");
    m->store->jobs(
        {}, [&](const auto &) { order += 'R'; }, "modest");
    QTRY_COMPARE(order.size(), 602);
    QVERIFY(order.lastIndexOf('w') > order.indexOf('W'));
    QVERIFY(order.lastIndexOf('r') > order.indexOf('R'));
}

void TestStoreReads::aSearchTakesBoundedTime()
{
    std::vector<Publish> batch;
    for (int i = 0; i < 50; ++i)
        batch.push_back(
            StoreCalls::publishOf("job-" + QByteArray::number(i), EventType::Processing));
    QVERIFY(m->calls->publishBatch(batch).ok());
    const TickingClock clock;
    auto session = openReadSession(m->options, clock);
    QVERIFY(session.ok());
    JobQuery query;
    query.text = QStringLiteral("job-0");
    int pages = 0;
    size_t found = 0;
    do {
        std::optional<Result<JobPage>> page;
        QVERIFY(!(*session)->inTransaction([&] { page = (*session)->finder.page(query); }));
        QVERIFY(page->ok());
        found += (*page)->jobs.size();
        query.pageCursor = (*page)->next;
        ++pages;
    } while (!query.pageCursor.isEmpty());
    QCOMPARE(found, size_t{1});
    QVERIFY(pages > 4); // each page looks at about ten jobs
}

void TestStoreReads::labelsAreFoundWithoutASearch()
{
    for (int i = 0; i < 40; ++i) {
        CreateJob create = StoreCalls::createOf("job-" + QByteArray::number(i));
        create.job.labels = {{QStringLiteral("team"), QString::number(i % 20)},
                             {QStringLiteral("all"), QStringLiteral("größer")}};
        QVERIFY(m->calls->create(create).ok());
    }
    QVERIFY(m->calls->publish("job-3", EventType::Progress, 5).ok());
    QVERIFY(m->calls->publish("job-3", EventType::Progress, 6).ok());
    const TickingClock clock;
    auto session = openReadSession(m->options, clock);
    QVERIFY(session.ok());
    JobQuery query;
    query.labels = {{QStringLiteral("all"), QStringLiteral("größer")},
                    {QStringLiteral("team"), QStringLiteral("3")}};
    query.limit = 1;
    QCOMPARE(listed(query), QByteArrayList({"job-3:6", "job-23:0"}));
    query.labels.removeFirst();
    query.limit = 100;
    std::optional<Result<JobPage>> page;
    QVERIFY(!(*session)->inTransaction([&] { page = (*session)->finder.page(query); }));
    QCOMPARE((*page)->jobs.size(), size_t{2}); // a search would look at only ten jobs
    QVERIFY((*page)->next.isEmpty());
    query.labels = {{QStringLiteral("team"), QStringLiteral("20")}};
    QCOMPARE(listed(query), QByteArrayList());
}

void TestStoreReads::largeValuesStayBesideTheirRows()
{
    QVERIFY(m->calls->create(fatJob("job-1", 100'000)).ok());
    Publish publish = StoreCalls::publishOf("job-1", EventType::Progress, 1);
    publish.change.result = R"({"text":")" + QByteArray(5'000, 'x') + "\"}";
    publish.change.error = R"({"code":"X"})";
    QVERIFY(m->calls->publish(publish).ok());
    const auto before = m->calls->job("job-1");
    QCOMPARE(before->result, publish.change.result);
    QCOMPARE(before->extra.decoded().value(QLatin1String("fat")).toString().size(), 100'000);
    QCOMPARE(integer("SELECT count(*) FROM job_payloads"), 2);
    QCOMPARE(integer("SELECT length(result) + length(extra) FROM jobs"), 2);
    QVERIFY(m->open());
    QCOMPARE(toJson(*m->calls->job("job-1"), "e"), toJson(*before, "e"));
    Publish small = StoreCalls::publishOf("job-1", EventType::Completed);
    small.change.result = R"({"n":1})";
    QVERIFY(m->calls->publish(small).ok());
    QCOMPARE(m->calls->job("job-1")->result, small.change.result);
    QCOMPARE(integer("SELECT count(*) FROM job_payloads"), 1); // only `extra` is left
    m->options.retention.finishedJobs = 0;
    m->options.sweepPause = m->options.sweepInterval = 1ms;
    QVERIFY(m->open());
    QTRY_COMPARE(integer("SELECT count(*) FROM jobs"), 0);
    QCOMPARE(integer("SELECT count(*) FROM job_payloads"), 0);
}

void TestStoreReads::movingJobsDoesNotRewriteWhatIsLarge()
{
    constexpr int jobs = 20;
    constexpr qsizetype large = 256 * 1024;
    for (int i = 0; i < jobs; ++i) {
        const QByteArray id = "job-" + QByteArray::number(i);
        QVERIFY(m->calls->create(fatJob(id, large)).ok());
        Publish publish = StoreCalls::publishOf(id, EventType::Progress, 1);
        publish.change.result = R"({"text":")" + QByteArray(large, 'x') + "\"}";
        QVERIFY(m->calls->publish(publish).ok());
    }
    QVERIFY(m->open()); // the WAL is empty now, and nothing is cached
    const QString log = m->options.path + QStringLiteral("-wal");
    for (int round = 2; round < 5; ++round) {
        for (int i = 0; i < jobs; ++i)
            QVERIFY(
                m->calls->publish("job-" + QByteArray::number(i), EventType::Progress, round).ok());
        std::vector<Publish> many; // so many events that they are settled
        many.assign(4'100, StoreCalls::publishOf("other", EventType::Log));
        QVERIFY(m->calls->publishBatch(many).ok());
    }
    QVERIFY(integer("SELECT count(*) FROM jobs WHERE progress = 4") == jobs);
    // 12 300 events of about 150 bytes are written twice. Rewriting the large values would add 10
    // MiB per round.
    QVERIFY2(QFileInfo(log).size() < 10 * 1024 * 1024,
             qPrintable(QString::number(QFileInfo(log).size())));
}

QTEST_GUILESS_MAIN(TestStoreReads)
#include "tst_storereads.moc"
