// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/store/jobcache.h"

#include <QTest>

using namespace hub;

class TestJobCache : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheJobsUsedLast();
    void isBoundedInBytes();
    void leavesLargeExtraFieldsOut();
    void replacesAndForgets();
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
    QVERIFY(cache.find("0")); // now it is not the oldest any more
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

void TestJobCache::leavesLargeExtraFieldsOut()
{
    JobCache cache;
    Job job = jobOf(1);
    job.extra.insert(QStringLiteral("a"), QString(1'000, QLatin1Char('x')));
    cache.put(job);
    QVERIFY(cache.find("1"));
    job.extra.insert(QStringLiteral("a"), QString(20'000, QLatin1Char('x')));
    cache.put(job);
    QVERIFY(!cache.find("1")); // nor as it was before
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
    cache.clear();
    QVERIFY(!cache.find("1"));
}

QTEST_GUILESS_MAIN(TestJobCache)
#include "tst_jobcache.moc"
