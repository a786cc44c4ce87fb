// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tables/jobcache.h"

#include <QTest>

#include <functional>

using namespace hub;

class TestJobCache : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheJobsUsedLast();
    void isBoundedInBytes();
    void replacesAndForgets();
    void holdsWhatIsNotSettled();
    void rollsBackWhatIsNotSettled_data();
    void rollsBackWhatIsNotSettled();
};

namespace {

Job jobOf(int number, qsizetype resultBytes = 0)
{
    Job job;
    job.id = QByteArray::number(number);
    job.result = QByteArray(resultBytes, 'x');
    return job;
}

} // namespace

void TestJobCache::keepsTheJobsUsedLast()
{
    JobCache cache;
    for (int i = 0; i < 4'096; ++i)
        cache.put(jobOf(i));
    QVERIFY(cache.find("0")); // job 0 is no longer the least recently used
    cache.put(jobOf(5'000));
    QVERIFY(cache.find("0"));
    QVERIFY(!cache.find("1"));
    QVERIFY(cache.find("2") && cache.find("5000"));
}

void TestJobCache::isBoundedInBytes()
{
    JobCache cache;
    for (int i = 0; i < 100; ++i)
        cache.put(jobOf(i, 1024 * 1024));
    QVERIFY(!cache.find("30"));
    QVERIFY(cache.find("40") && cache.find("99"));
}

void TestJobCache::replacesAndForgets()
{
    JobCache cache;
    cache.put(jobOf(1));
    Job later = jobOf(1);
    later.progress = 50;
    cache.put(later);
    QCOMPARE(cache.find("1")->progress, 50.0);
    cache.remove("1");
    cache.remove("1");
    QVERIFY(!cache.find("1"));
    cache.put(later);
    cache.restore();
    QVERIFY(!cache.find("1"));
}

void TestJobCache::holdsWhatIsNotSettled()
{
    JobCache cache;
    Job moved = jobOf(-1);
    QVERIFY(cache.putUnsettled(moved));
    for (int i = 0; i < 5'000; ++i)
        cache.put(jobOf(i));
    QVERIFY(cache.findUnsettled("-1"));
    QVERIFY(!cache.findUnsettled("4999"));
    QByteArrayList written;
    cache.settle([&](const Job &job) { written.append(job.id); });
    QCOMPARE(written, QByteArrayList({"-1"}));
    QCOMPARE(cache.unsettledCount(), 0);
    QCOMPARE(cache.unsettledBytes(), 0);
    QVERIFY(!cache.findUnsettled("-1"));
    QVERIFY(cache.find("-1")); // now an ordinary entry
    Job large = jobOf(1, 2 * 1024 * 1024);
    QVERIFY(!cache.putUnsettled(large));
    QCOMPARE(large.id, QByteArray("1")); // it still belongs to the caller
}

void TestJobCache::rollsBackWhatIsNotSettled_data()
{
    using Steps = std::function<void(JobCache &)>;
    QTest::addColumn<Steps>("steps");
    const auto move = [](JobCache &cache) {
        Job job = jobOf(1);
        job.progress = 50;
        QVERIFY(cache.putUnsettled(job));
    };
    const auto settle = [](JobCache &cache) { cache.settle([](const Job &) {}); };
    QTest::newRow("nothing") << Steps([](JobCache &) {});
    QTest::newRow("moved") << Steps(move);
    QTest::newRow("moved twice") << Steps([=](JobCache &cache) { move(cache), move(cache); });
    QTest::newRow("written") << Steps([](JobCache &cache) { cache.put(jobOf(1)); });
    QTest::newRow("removed") << Steps([](JobCache &cache) { cache.remove("1"); });
    QTest::newRow("settled") << Steps(settle);
    QTest::newRow("settled, moved") << Steps([=](JobCache &cache) { settle(cache), move(cache); });
    QTest::newRow("moved, settled") << Steps([=](JobCache &cache) { move(cache), settle(cache); });
    QTest::newRow("removed, moved") << Steps([=](JobCache &cache) {
        cache.remove("1");
        move(cache);
    });
    QTest::newRow("settled, dropped, read, moved") << Steps([=](JobCache &cache) {
        settle(cache);
        for (int i = 10; i < 5'000; ++i)
            cache.put(jobOf(i));
        QVERIFY(!cache.find("1"));
        cache.put(jobOf(1));
        move(cache);
    });
}

void TestJobCache::rollsBackWhatIsNotSettled()
{
    QFETCH(std::function<void(JobCache &)>, steps);
    JobCache cache;
    for (int i = 0; i < 3; ++i) {
        Job job = jobOf(i);
        job.progress = 10 + i;
        QVERIFY(cache.putUnsettled(job));
    }
    cache.keep();
    steps(cache);
    Job other = jobOf(7); // a job that was not in the cache
    QVERIFY(cache.putUnsettled(other));
    cache.restore();
    QCOMPARE(cache.unsettledCount(), 3);
    for (int i = 0; i < 3; ++i) {
        const Job *job = cache.findUnsettled(QByteArray::number(i));
        QVERIFY(job);
        QCOMPARE(job->progress, 10.0 + i);
    }
    QVERIFY(!cache.find("7"));
}

QTEST_GUILESS_MAIN(TestJobCache)
#include "tst_jobcache.moc"
