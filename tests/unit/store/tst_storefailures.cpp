// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/sqlite/sqlite.h"
#include "tests/unit/store/storefixture.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QTest>

using namespace hub;
using namespace std::chrono_literals;
using test::StoreCalls;

class TestStoreFailures : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void lockedDatabaseRecoversWithoutTraffic();
    void fullDatabaseLosesNothingAndRecovers();
    void fullDatabaseMakesRoomUnderTraffic();
    void oneRequestFailsAlone();
    void tooManyRequestsAreRefusedAtOnce();
    void closingCommitsWhatWasAskedFor();
    void anAnswerMayCloseTheStore();
    void refusesFilesThatAreNotOurs_data();
    void refusesFilesThatAreNotOurs();
    void refusesANewerSchema();
    void refusesASecondProcess();
    void survivesALockOfTheDead();
    void isForItsOwnerOnly();

private:
    void expectNotOpened(const QByteArray &why);

    std::unique_ptr<test::StoreFixture> m;
};

namespace {

QList<EventId> idsOf(const std::vector<Event> &events)
{
    QList<EventId> ids;
    for (const Event &event : events)
        ids.append(event.id);
    return ids;
}

Publish logOf(const QByteArray &job, qsizetype bytes)
{
    Publish request = StoreCalls::publishOf(job, EventType::Log);
    request.change.data = '"' + QByteArray(bytes, 'x') + '"';
    return request;
}

} // namespace

void TestStoreFailures::init()
{
    m = std::make_unique<test::StoreFixture>();
    m->options.busyTimeout = 20ms;
    m->options.probeInterval = 20ms;
    m->options.sweepPause = 1ms;
    m->options.sweepInterval = 5ms;
}

void TestStoreFailures::cleanup()
{
    m.reset();
}

void TestStoreFailures::lockedDatabaseRecoversWithoutTraffic()
{
    QVERIFY(m->open());
    const auto before = m->calls->publish("job-1", EventType::Progress, 10);
    QVERIFY(before.ok());

    Database other(m->options.path);
    other.execute("PRAGMA busy_timeout = 5000"); // the store may be settling right now
    other.execute("BEGIN IMMEDIATE");
    QVERIFY(!other.failed());
    const auto refused = m->calls->publish("job-1", EventType::Completed);
    QCOMPARE(refused.error().code, QByteArray("store_unavailable"));
    QVERIFY(!m->store->status().healthy);
    QVERIFY(m->store->status().problem.contains(m->options.path));
    // Reads still work and show nothing of the refused change.
    QCOMPARE(m->calls->job("job-1")->status, JobStatus::Processing);
    QCOMPARE(idsOf(m->calls->allEvents()), QList{before->events[0].id});

    other.execute("ROLLBACK");
    QTRY_VERIFY(m->store->status().healthy);
    QVERIFY(m->store->status().problem.isEmpty());
    const auto after = m->calls->publish("job-1", EventType::Completed);
    QVERIFY(after.ok());
    QCOMPARE(idsOf(m->calls->allEvents()), QList({before->events[0].id, after->events[0].id}));
}

void TestStoreFailures::fullDatabaseLosesNothingAndRecovers()
{
    m->options.maxBytes = 1024 * 1024;
    QVERIFY(m->open());
    QList<EventId> accepted;
    std::optional<Error> refusal;
    while (!refusal && accepted.size() < 1'000) {
        const auto answer = m->calls->publish(logOf("job-1", 16 * 1024));
        if (answer)
            accepted.append(answer->events[0].id);
        else
            refusal = answer.error();
    }
    QVERIFY(refusal);
    QCOMPARE(refusal->code, QByteArray("store_unavailable"));
    QVERIFY(accepted.size() > 20);
    QVERIFY(!m->store->status().healthy);
    QCOMPARE(idsOf(m->calls->allEvents()), accepted);
    QCOMPARE(m->calls->job("job-1")->lastEvent, accepted.last());

    m->clock.advance(8 * 24 * 3'600'000LL); // old events are removed, which makes room
    QTRY_VERIFY(m->store->status().healthy);
    const auto after = m->calls->publish(logOf("job-1", 16 * 1024));
    QVERIFY(after.ok());
    QCOMPARE(m->calls->job("job-1")->lastEvent, after->events[0].id);
    const EventId lastGone = accepted[accepted.size() - 21];
    QCOMPARE(idsOf(m->calls->allEvents({}, lastGone)).first(), accepted[accepted.size() - 20]);
    QVERIFY(m->open());
    QCOMPARE(m->store->openedAt(), after->events[0].id);
}

void TestStoreFailures::fullDatabaseMakesRoomUnderTraffic()
{
    m->options.maxBytes = 1024 * 1024;
    m->options.retention.eventsPerJob = 1;
    // The store is idle only after this time without requests.
    m->options.probeInterval = m->options.sweepPause = m->options.sweepInterval = 200ms;
    QVERIFY(m->open());
    int accepted = 0;
    while (m->calls->publish(logOf("job-1", 64 * 1024)).ok())
        ++accepted;
    QVERIFY(accepted > 5);
    m->clock.advance(8 * 24 * 3'600'000LL);
    const QDeadlineTimer patience(30s);
    bool taken = false;
    while (!taken && !patience.hasExpired())
        taken = m->calls->publish(logOf("job-1", 64 * 1024)).ok();
    QVERIFY(taken);
}

void TestStoreFailures::oneRequestFailsAlone()
{
    m->options.maxValueBytes = 128 * 1024;
    m->options.busyTimeout = 30s;
    QVERIFY(m->open());
    constexpr int count = 40;
    constexpr int poisoned = 23;
    QList<QByteArray> answers(count);
    int answered = 0;
    {
        Database other(m->options.path); // makes all requests wait, so that they form one batch
        other.execute("BEGIN IMMEDIATE");
        m->store->publish(StoreCalls::publishOf("first", EventType::Log), [](const auto &) {});
        for (int i = 0; i < count; ++i) {
            m->store->publish(logOf("job-1", i == poisoned ? 256 * 1024 : 10),
                              [&answers, &answered, i](const Result<Published> &answer) {
                                  answers[i] = answer ? QByteArray("ok") : answer.error().code;
                                  ++answered;
                              });
        }
    }
    QTRY_COMPARE(answered, count);
    QCOMPARE(answers[poisoned], QByteArray("store_unavailable"));
    QCOMPARE(answers.count("store_unavailable"), 1);
    QCOMPARE(m->calls->allEvents(test::oneJob("job-1")).size(), size_t{count - 1});
    QTRY_VERIFY(m->store->status().healthy);
}

void TestStoreFailures::tooManyRequestsAreRefusedAtOnce()
{
    m->options.waitingRequests = 10;
    m->options.busyTimeout = 30s;
    QVERIFY(m->open());
    QByteArrayList answers;
    {
        Database other(m->options.path);
        other.execute("BEGIN IMMEDIATE");
        for (int i = 0; i < 100; ++i) {
            m->store->publish(StoreCalls::publishOf("job-1", EventType::Log),
                              [&](const Result<Published> &answer) {
                                  answers.append(answer ? QByteArray("ok") : answer.error().code);
                              });
            QCOMPARE(answers.count("store_busy"), 0); // never answered inside the call
        }
        // One batch is with the worker, which waits for the lock. Another one waits for the worker.
        QTRY_VERIFY(answers.count("store_busy") >= 80);
        QCOMPARE(answers.count("ok"), 0);
    }
    QTRY_COMPARE(answers.size(), 100);
    QCOMPARE(answers.count("ok") + answers.count("store_busy"), 100);
    QCOMPARE(qsizetype(m->calls->allEvents().size()), answers.count("ok"));
}

void TestStoreFailures::closingCommitsWhatWasAskedFor()
{
    QVERIFY(m->open());
    int answered = 0;
    for (int i = 0; i < 500; ++i)
        m->store->publish(StoreCalls::publishOf("job-1", EventType::Log),
                          [&](const auto &) { ++answered; });
    m->calls.reset();
    m->store.reset();
    QCoreApplication::processEvents();
    QCOMPARE(answered, 0);
    QVERIFY(m->open());
    QCOMPARE(m->calls->allEvents().size(), size_t{500});
}

void TestStoreFailures::anAnswerMayCloseTheStore()
{
    QVERIFY(m->open());
    int answered = 0;
    for (int i = 0; i < 10; ++i)
        m->store->publish(StoreCalls::publishOf("job-1", EventType::Log), [&](const auto &) {
            ++answered;
            m->store.reset();
        });
    QTRY_COMPARE(answered, 1);
    QCoreApplication::processEvents();
    QCOMPARE(answered, 1);
    QVERIFY(m->open());
    QCOMPARE(m->calls->allEvents().size(), size_t{10});
}

void TestStoreFailures::expectNotOpened(const QByteArray &why)
{
    const auto opened = SqliteStore::open(m->options, m->clock);
    QVERIFY(!opened.ok());
    QVERIFY2(opened.error().message.contains(m->options.path), qPrintable(opened.error().message));
    QVERIFY2(opened.error().message.contains(QString::fromUtf8(why)),
             qPrintable(opened.error().message));
}

void TestStoreFailures::refusesFilesThatAreNotOurs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a word") << QByteArray("hello");
    QTest::newRow("a line") << QByteArray("this is a diary, not a database\n").repeated(3);
    QTest::newRow("much text") << QByteArray("all work and no play ").repeated(2'000);
    QTest::newRow("a torn database")
        << QByteArray("SQLite format 3\0", 16) + QByteArray(84, '\xff');
}

void TestStoreFailures::refusesFilesThatAreNotOurs()
{
    QFETCH(QByteArray, content);
    m->options.path = m->folder.filePath(QStringLiteral("file.db"));
    QFile file(m->options.path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    expectNotOpened("");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
    QVERIFY(!QFile::exists(m->options.path + QStringLiteral("-wal")));
}

void TestStoreFailures::refusesANewerSchema()
{
    QVERIFY(m->open());
    m->calls.reset();
    m->store.reset();
    Database(m->options.path).execute("PRAGMA user_version = 1000");
    expectNotOpened("newer version");
    QFile::remove(m->options.path);
    Database(m->options.path).execute("CREATE TABLE addresses (name)");
    expectNotOpened("another program");
    QCOMPARE(Database(m->options.path).integer("SELECT count(*) FROM sqlite_schema"), 1);
}

void TestStoreFailures::refusesASecondProcess()
{
    QVERIFY(m->open());
    const QByteArray process = QByteArray::number(QCoreApplication::applicationPid());
    expectNotOpened("in use by process " + process);
    m->calls.reset();
    m->store.reset();
    QVERIFY(m->open());
}

void TestStoreFailures::survivesALockOfTheDead()
{
    QVERIFY(m->open());
    m->calls.reset();
    m->store.reset();
    // The lock of a hub that was killed in a container: the same process id, but another host.
    QFile lock(m->options.path + QStringLiteral(".lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(QByteArray::number(QCoreApplication::applicationPid())
               + "\ntst_storefailures\nanother-host\n");
    lock.close();
    QVERIFY(m->open());
}

void TestStoreFailures::isForItsOwnerOnly()
{
    QVERIFY(m->open());
    QVERIFY(m->calls->publish("job-1", EventType::Log).ok()); // creates the WAL file
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const char *suffix : {"", "-wal", "-shm"}) {
        const QString name = m->options.path + QString::fromLatin1(suffix);
        QVERIFY2(QFile::exists(name), suffix);
        QVERIFY2(!(QFile::permissions(name) & others), suffix);
    }
    QVERIFY(!(QFile::permissions(QFileInfo(m->options.path).absolutePath()) & others));
}

QTEST_GUILESS_MAIN(TestStoreFailures)
#include "tst_storefailures.moc"
