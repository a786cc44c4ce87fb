// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/store/storefixture.h"

#include "hub/filter/jobfields.h"

#include <QTest>

using namespace hub;
using test::idsOf;
using test::StoreCalls;

class TestStoreJobs : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void listsJobsByFilter_data();
    void listsJobsByFilter();
    void pagesThroughJobs();
    void boundsThePagesOfARareMatch();
    void countsJobsThatItCannotJudge();

private:
    std::unique_ptr<test::StoreFixture> m;
};

void TestStoreJobs::init()
{
    m = std::make_unique<test::StoreFixture>();
    QVERIFY(m->open());
}

void TestStoreJobs::cleanup()
{
    m.reset();
}

void TestStoreJobs::listsJobsByFilter_data()
{
    QTest::addColumn<JobQuery>("query");
    QTest::addColumn<QByteArrayList>("expected"); // the job changed last comes first
    const auto row = [](const char *name, const QByteArrayList &expected, const auto &change) {
        JobQuery query;
        change(query);
        QTest::newRow(name) << query << expected;
    };
    row("all", {"b", "c", "a"}, [](JobQuery &) {});
    row("status", {"b"}, [](JobQuery &query) { query.statuses = {JobStatus::Processing}; });
    row("statuses", {"b", "a"}, [](JobQuery &query) {
        query.statuses = {JobStatus::Processing, JobStatus::Completed};
    });
    row("kind", {"c"}, [](JobQuery &query) { query.kind = JobKind::Image; });
    row("owner", {"c", "a"}, [](JobQuery &query) { query.owner = "alice"; });
    row("owner and status", {"a"}, [](JobQuery &query) {
        query.owner = "alice";
        query.statuses = {JobStatus::Completed};
    });
    row("label", {"a"}, [](JobQuery &query) {
        query.labels = {{QStringLiteral("team"), QStringLiteral("a")}};
    });
    row("other label value", {}, [](JobQuery &query) {
        query.labels = {{QStringLiteral("team"), QStringLiteral("b")}};
    });
    row("text in external id", {"c"}, [](JobQuery &query) { query.text = QStringLiteral("RP-C"); });
    row("text in message", {"b"}, [](JobQuery &query) { query.text = QStringLiteral("größer"); });
    const auto filtered = [&row](const char *text, const QByteArrayList &expected) {
        row(text, expected, [text](JobQuery &query) {
            std::optional<FilterFault> fault;
            query.filter = Filter::parse(QString::fromUtf8(text), jobFields(), {}, fault);
            QVERIFY(!fault);
        });
    };
    filtered("größer", {"b"});
    filtered("-größer", {"c", "a"});
    filtered("state:running", {"b"});
    filtered("state:running,completed", {"b", "a"});
    filtered("state:running state:completed", {});
    filtered("is:ended OR kind:image", {"c", "a"});
    filtered("owner=alice", {"c", "a"});
    filtered("owner=alice owner:ali kind:image", {"c"});
    filtered("owner:bob", {"b"});
    filtered("label.team=a", {"a"});
    filtered("label.team=b", {});
    filtered("label:a", {"a"});
    filtered("progress>0 -is:ended", {"b"});
    filtered("external~^rp-[bc]$", {"b", "c"});
    row("filter and query", {}, [](JobQuery &query) {
        std::optional<FilterFault> fault;
        query.owner = "bob";
        query.filter = Filter::parse(QStringLiteral("owner=alice"), jobFields(), {}, fault);
    });
    row("text is no pattern", {}, [](JobQuery &query) { query.text = QStringLiteral("%"); });
}

void TestStoreJobs::listsJobsByFilter()
{
    QFETCH(JobQuery, query);
    CreateJob a = StoreCalls::createOf("a", "rp-a");
    a.job.labels = {{QStringLiteral("team"), QStringLiteral("a")}};
    QVERIFY(m->calls->create(a).ok());
    CreateJob ofBob = StoreCalls::createOf("b", "rp-b");
    ofBob.job.owner = "bob";
    QVERIFY(m->calls->create(ofBob).ok());
    QVERIFY(m->calls->publish("a", EventType::Completed).ok());
    CreateJob c = StoreCalls::createOf("c", "rp-c");
    c.job.kind = JobKind::Image;
    QVERIFY(m->calls->create(c).ok());
    Publish b = StoreCalls::publishOf("b", EventType::Progress, 5);
    b.change.message = QStringLiteral("wird GRÖSSER und größer");
    QVERIFY(m->calls->publish(b).ok());
    const auto page = m->calls->jobs(query);
    QVERIFY(page.ok());
    QTEST(idsOf(page->jobs), "expected");
    QVERIFY(page->next.isEmpty());
    QCOMPARE(page->asOf, m->calls->job("b")->lastEvent);
}

void TestStoreJobs::pagesThroughJobs()
{
    std::vector<Publish> batch;
    for (int i = 0; i < 25; ++i)
        batch.push_back(
            StoreCalls::publishOf("job-" + QByteArray::number(i), EventType::Progress, i));
    QVERIFY(m->calls->publishBatch(batch).ok());
    JobQuery query;
    query.limit = 10;
    QByteArrayList ids;
    do {
        const auto page = m->calls->jobs(query);
        QVERIFY(page.ok());
        ids += idsOf(page->jobs);
        query.pageCursor = page->next;
    } while (!query.pageCursor.isEmpty());
    QCOMPARE(ids.size(), 25);
    QCOMPARE(ids.first(), QByteArray("job-24"));
    QCOMPARE(ids.last(), QByteArray("job-0"));
    query.pageCursor = "'";
    QCOMPARE(m->calls->jobs(query).error().code, QByteArray("bad_cursor"));
}

/// Many jobs that do not match must not hold the reader. A condition with an index is not affected.
void TestStoreJobs::boundsThePagesOfARareMatch()
{
    constexpr int examined = 20'000; // rows of one page
    const auto publish = [this](int from, int to, EventType type) {
        std::vector<Publish> batch;
        for (int i = from; i < to; ++i)
            batch.push_back(StoreCalls::publishOf("job-" + QByteArray::number(i), type, 1));
        batch.front().change.message = QStringLiteral("needle");
        return m->calls->publishBatch(batch).ok();
    };
    QVERIFY(publish(0, 1, EventType::Progress));
    for (int i = 1; i < examined + 1; i += 1000)
        QVERIFY(publish(i, i + 1000, EventType::Completed));
    const auto find = [this](const char *text, const QByteArray &cursor) {
        JobQuery query;
        std::optional<FilterFault> fault;
        query.filter = Filter::parse(QString::fromUtf8(text), jobFields(), {}, fault);
        query.pageCursor = cursor;
        return m->calls->jobs(query).value();
    };
    const JobPage first = find("needle -is:ended", {});
    QVERIFY(first.jobs.empty());
    QVERIFY(!first.next.isEmpty());
    const JobPage second = find("needle -is:ended", first.next);
    QCOMPARE(idsOf(second.jobs), QByteArrayList{"job-0"});
    QVERIFY(second.next.isEmpty());
    const JobPage indexed = find("needle state:running", {});
    QCOMPARE(idsOf(indexed.jobs), QByteArrayList{"job-0"});
    QVERIFY(indexed.next.isEmpty());
}

void TestStoreJobs::countsJobsThatItCannotJudge()
{
    CreateJob costly = StoreCalls::createOf("a", "rp-a");
    QVERIFY(m->calls->create(costly).ok());
    Publish event = StoreCalls::publishOf("a", EventType::Progress, 5);
    event.change.message = QString(400, QLatin1Char('a')) + QLatin1Char('!');
    QVERIFY(m->calls->publish(event).ok());
    QVERIFY(m->calls->publish("b", EventType::Progress).ok());
    JobQuery query;
    std::optional<FilterFault> fault;
    query.filter = Filter::parse(QStringLiteral("-message~^(a|aa)+$"), jobFields(), {}, fault);
    const auto page = m->calls->jobs(query);
    QVERIFY(page.ok());
    QCOMPARE(idsOf(page->jobs), QByteArrayList{"b"});
    QCOMPARE(page->unjudged, 1);
}

QTEST_GUILESS_MAIN(TestStoreJobs)
#include "tst_storejobs.moc"
