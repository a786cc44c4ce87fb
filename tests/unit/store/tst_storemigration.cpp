// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/sqlite/sqlite.h"
#include "tests/unit/store/storefixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace hub;

/// Databases of earlier schema versions.
class TestStoreMigration : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void convertsVersion1();
    void movesLargeValuesOutOfTheirRows();
    void countsTheDeliveriesOfVersion4();
    void leavesWhatItCannotConvert_data();
    void leavesWhatItCannotConvert();

private:
    /// Creates a database of version 1 with three events of two topics and their job.
    void createVersion1(const QByteArray &more = {});
    /// Creates a database of version 4 with two jobs, three deliveries, and a webhook that waits.
    void createVersion4();

    std::unique_ptr<test::StoreFixture> m;
};

namespace {

QByteArray script(const char *name)
{
    QFile file(QFINDTESTDATA("../../../resources/migrations/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArrayList textsOf(const std::vector<Event> &events)
{
    QByteArrayList texts;
    for (const Event &event : events)
        texts.append(event.id.toString() + ' ' + event.topic.toString() + ' ' + toString(event.type)
                     + ' ' + event.data);
    return texts;
}

} // namespace

void TestStoreMigration::init()
{
    m = std::make_unique<test::StoreFixture>();
}

void TestStoreMigration::cleanup()
{
    m.reset();
}

void TestStoreMigration::createVersion1(const QByteArray &more)
{
    QVERIFY(QDir().mkpath(QFileInfo(m->options.path).absolutePath()));
    Database database(m->options.path);
    database.execute("PRAGMA journal_mode = WAL");
    database.execute(script("0001_initial.sql") + "PRAGMA user_version = 1;");
    database.execute(
        "INSERT INTO meta (one, epoch, last_ms, last_n, events) VALUES (1, 'old', 7000, 5, 3);"
        "INSERT INTO events (ms, n, topic, type, kind, name, owner, data) VALUES"
        " (7000, 5, 'job/a', 'log', 'image', '', 'bob', '{\"m\":3}'),"
        " (5000, 0, 'job/a', 'queued', 'image', '', 'bob', '{}'),"
        " (5000, 1, 'user/bob', 'notification', 'generic', '', 'bob', '{}');"
        "INSERT INTO jobs VALUES ('a', 'image', 'queued', 0, NULL, NULL, '', 'bob', 1, '', '',"
        " 5000, 0, 7000, 0, '', '', '', '', 7000, 5, 0, 0, '');"
        "INSERT INTO attempts VALUES ('a', 1, '', 0, 0, 'queued')");
    database.execute(more);
    const auto failure = database.takeFailure();
    QVERIFY2(!failure, qPrintable(failure ? failure->message : QString()));
}

void TestStoreMigration::convertsVersion1()
{
    createVersion1();
    m->clock.setWall(8'000); // later, the retention would remove the notification, which is too old
    QVERIFY(m->open());
    QCOMPARE(m->store->epoch(), QByteArray("old"));
    QCOMPARE(m->store->openedAt(), (EventId{7000, 5}));
    QCOMPARE(textsOf(m->calls->allEvents()),
             QByteArrayList({"5000-0 job/a queued {}", "7000-5 job/a log {\"m\":3}"}));
    QCOMPARE(textsOf(m->calls->allEvents(test::oneJob("a"), {5000, 0})),
             QByteArrayList({"7000-5 job/a log {\"m\":3}"}));
    Subscription notifications;
    notifications.scope = Scope::Notifications;
    notifications.user = "bob";
    QCOMPARE(m->calls->allEvents(notifications).size(), size_t{1});
    QCOMPARE(m->calls->job("a")->lastEvent, (EventId{7000, 5}));
    JobQuery query;
    query.owner = "bob";
    QCOMPARE(m->calls->jobs(query)->jobs.size(), size_t{1});
    const auto next = m->calls->publish("a", EventType::Progress, 5);
    QVERIFY(next.ok() && next->events[0].id > (EventId{7000, 5}));
    QVERIFY(m->open());
    QCOMPARE(m->calls->allEvents(test::oneJob("a")).size(), size_t{3});
}

void TestStoreMigration::movesLargeValuesOutOfTheirRows()
{
    const QByteArray result = "{\"text\":\"" + QByteArray(5'000, 'x') + "\"}";
    const QByteArray error = "{\"text\":\"" + QByteArray(100, 'x') + "\"}";
    createVersion1("UPDATE jobs SET result = '" + result + "', error = '" + error + "', extra = '"
                   + result + "', labels = '{\"team\":\"größer\"}'");
    QVERIFY(m->open());
    const auto job = m->calls->job("a");
    QCOMPARE(job->result, result);
    QCOMPARE(job->error, error);
    QCOMPARE(job->extra.decoded().value(QLatin1String("text")).toString().size(), 5'000);
    Database database(m->options.path);
    QCOMPARE(database.integer("SELECT count(*) FROM job_payloads"), 2);
    QCOMPARE(database.integer("SELECT length(result) + length(extra) FROM jobs"), 2);
    JobQuery query;
    query.labels = {{QStringLiteral("team"), QStringLiteral("größer")}};
    QCOMPARE(m->calls->jobs(query)->jobs.size(), size_t{1});
    QVERIFY(m->calls->publish("a", EventType::Completed).ok());
    QCOMPARE(m->calls->job("a")->result, result);
}

void TestStoreMigration::createVersion4()
{
    QVERIFY(QDir().mkpath(QFileInfo(m->options.path).absolutePath()));
    Database database(m->options.path);
    database.execute("PRAGMA journal_mode = WAL");
    for (const char *name : {"0001_initial.sql", "0002_cheap_commits.sql", "0003_verdicts.sql",
                             "0004_revocations.sql"})
        database.execute(script(name));
    database.execute(
        "PRAGMA user_version = 4;"
        "INSERT INTO meta (one, epoch, last_ms, deliveries, delivery_bytes)"
        " VALUES (1, 'old', 7000, 3, 99);"
        "INSERT INTO jobs VALUES ('ours', 'generic', 'queued', 0, NULL, NULL, '', 'bob', 1, '',"
        " '', 5000, 0, 7000, 0, '', '', '', '', 7000, 0, 0, 0, '');"
        "INSERT INTO jobs VALUES ('his', 'generic', 'queued', 0, NULL, NULL, '', 'bob', 1, '',"
        " '', 5000, 0, 7000, 0, '', '', '', '', 7000, 0, 0, 0, '');"
        "INSERT INTO deliveries (source, received_ms, method, path, headers, body, verdict,"
        " reason, dedup_key, external_id, effect, job_id, event_ms, event_n, replay_of) VALUES"
        " ('farm', 6000, 'POST', '/', 'A: 1', x'00', 'accepted', '', '', '', 'applied', 'ours',"
        " 7000, 0, 0),"
        " ('farm', 6000, 'POST', '/', 'A: 1', x'00', 'accepted', '', '', '', 'unmatched', '',"
        " 0, 0, 0),"
        " ('farm', 6000, 'POST', '/', 'A: 1', x'00', 'refused', '', '', '', 'none', '', 0, 0,"
        " 0);"
        "INSERT INTO unmatched (job_id, external_id, delivery, change, at_ms) VALUES"
        " ('', 'x-1', 2, '{\"type\":\"completed\",\"external\":\"x-1\"}', 6000)");
    const auto failure = database.takeFailure();
    QVERIFY2(!failure, qPrintable(failure ? failure->message : QString()));
}

void TestStoreMigration::countsTheDeliveriesOfVersion4()
{
    createVersion4();
    m->clock.setWall(8'000);
    QVERIFY(m->open());
    Database beside(m->options.path);
    QCOMPARE(beside.integer("SELECT deliveries FROM meta"), 1);
    QCOMPARE(beside.integer("SELECT delivery_bytes FROM meta"), 5);
    QCOMPARE(beside.integer("SELECT kept_bytes FROM delivery_accounts WHERE source = 'farm'"), 5);
    QCOMPARE(beside.integer("SELECT waiting FROM delivery_accounts WHERE source = 'farm'"), 1);
    QVERIFY(beside.integer("SELECT waiting_bytes FROM delivery_accounts") > 5 + 30);
    // Jobs stay linked to the source that filled them, and waiting webhooks still find their job.
    QCOMPARE(m->calls->job("ours")->source, QByteArray("farm"));
    QCOMPARE(m->calls->job("his")->source, QByteArray());
    hub::CreateJob create = test::StoreCalls::createOf("new", "x-1");
    QCOMPARE(m->calls->create(create)->job.status, JobStatus::Completed);
    QCOMPARE(beside.integer("SELECT sum(waiting) FROM delivery_accounts"), 0);
    QCOMPARE(beside.integer("SELECT deliveries FROM meta"), 2);
}

void TestStoreMigration::leavesWhatItCannotConvert_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("too many in a millisecond") << QByteArray("6000, 2097152");
    QTest::newRow("too late") << QByteArray("4398046511104, 0");
}

void TestStoreMigration::leavesWhatItCannotConvert()
{
    QFETCH(QByteArray, id);
    createVersion1("INSERT INTO events VALUES (" + id + ", 'job/a', 'log', 'image', '', '', '{}')");
    const auto opened = SqliteStore::open(m->options, m->clock);
    QVERIFY(!opened.ok());
    QVERIFY2(opened.error().message.contains(QStringLiteral("migration 2")),
             qPrintable(opened.error().message));
    Database database(m->options.path);
    QCOMPARE(database.integer("PRAGMA user_version"), 1);
    QCOMPARE(database.integer("SELECT count(*) FROM events WHERE ms > 0"), 4);
    QCOMPARE(database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'topic_events'"), 0);
}

QTEST_GUILESS_MAIN(TestStoreMigration)
#include "tst_storemigration.moc"
