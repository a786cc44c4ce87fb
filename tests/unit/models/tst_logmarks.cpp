// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logmarks.h"

#include "tests/unit/models/logfixture.h"
#include "ui/models/loglabels.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace std::chrono_literals;
using test::LogFixture;
using ui::LogFilter;
using ui::LogLabels;
using ui::LogMarks;

namespace {

LogFilter filter(const char *text)
{
    return LogFilter::parse(QString::fromUtf8(text)).value();
}

} // namespace

/// The marks and the labels of the event log.
class TestLogMarks : public QObject
{
    Q_OBJECT

private slots:
    void togglesSeveral();
    void staysAtItsRowUntilThatIsGone();
    void skipsRowsThatAreFilteredOut();
    void boundsTheMarks();
    void labelsJobsAndRows();
    void boundsTheLabels();
};

void TestLogMarks::togglesSeveral()
{
    LogFixture f;
    f.append(50);
    LogMarks marks(&f.ring);
    QSignalSpy changed(&marks, &LogMarks::changed);
    QVERIFY(marks.toggle({3, 4}));
    QVERIFY(marks.toggle({4, 5})); // one of them has no mark, so both get one
    QCOMPARE(marks.count(), 3);
    QVERIFY(marks.toggle({4, 5}));
    QVERIFY(marks.contains(3));
    QVERIFY(!marks.contains(4));
    QVERIFY(marks.anyIn(0, 4));
    QVERIFY(!marks.anyIn(4, 50));
    marks.clear();
    QCOMPARE(marks.count(), 0);
    QCOMPARE(changed.size(), 4);
}

void TestLogMarks::staysAtItsRowUntilThatIsGone()
{
    LogFixture f; // the log has 200 rows
    f.append(150);
    LogMarks marks(&f.ring);
    marks.toggle({10, 140});
    f.append(200);
    QVERIFY(!f.ring.holds(10));
    QVERIFY(!f.ring.holds(140));
    f.append(1);
    QCOMPARE(marks.count(), 0);
    marks.toggle({300});
    f.append(50);
    QVERIFY(f.ring.first() > 150);
    QCOMPARE(marks.next(0, 1, f.rows), 300);
    QCOMPARE(marks.next(300, 1, f.rows), -1);
    QCOMPARE(marks.next(301, -1, f.rows), 300);
}

void TestLogMarks::skipsRowsThatAreFilteredOut()
{
    LogFixture f;
    f.append(100);
    LogMarks marks(&f.ring);
    marks.toggle({20, 33, 60});
    f.rows.setFilter(filter("event:failed")); // each tenth row
    f.rows.advance(100ms);
    QCOMPARE(marks.next(20, 1, f.rows), 60);
    QCOMPARE(marks.next(60, -1, f.rows), 20);
    f.rows.setFilter({});
    QCOMPARE(marks.next(20, 1, f.rows), 33);
}

void TestLogMarks::boundsTheMarks()
{
    ui::EventRing ring;
    for (size_t i = 0; i <= LogMarks::most; ++i)
        ring.append({}, {}, "row");
    LogMarks marks(&ring);
    std::vector<qint64> all(LogMarks::most);
    std::iota(all.begin(), all.end(), 0);
    QVERIFY(marks.toggle(all));
    QVERIFY(!marks.toggle({static_cast<qint64>(LogMarks::most)}));
    QCOMPARE(marks.count(), qint64(LogMarks::most));
}

void TestLogMarks::labelsJobsAndRows()
{
    LogFixture f;
    f.append(50);
    LogLabels labels;
    QVERIFY(labels.isEmpty());
    QVERIFY(labels.labelJob("job-3", 5));
    QCOMPARE(labels.labelOf(f.ring, 10), 5); // 10 % 7
    QCOMPARE(labels.labelOf(f.ring, 11), 0);
    QVERIFY(labels.labelRows(filter("\"row 1\""), 2));
    QVERIFY(labels.labelRows(filter("event:failed"), 3));
    QCOMPARE(labels.labelOf(f.ring, 10), 5); // the job comes first
    QCOMPARE(labels.labelOf(f.ring, 11), 2);
    QCOMPARE(labels.labelOf(f.ring, 20), 3);
    QVERIFY(labels.labelRows(filter("event:failed"), 3)); // the same again takes it away
    QCOMPARE(labels.labelOf(f.ring, 20), 0);
    QVERIFY(labels.labelJob("job-3", 5));
    QCOMPARE(labels.labelOf(f.ring, 10), 2);
    f.note();
    QCOMPARE(labels.labelOf(f.ring, f.ring.end() - 1), 0);
    labels.clear();
    QVERIFY(labels.isEmpty());
}

void TestLogMarks::boundsTheLabels()
{
    LogLabels labels;
    QVERIFY(!labels.labelRows(filter("/costly/"), 1));
    QVERIFY(!labels.labelRows({}, 1));
    for (size_t i = 0; i < LogLabels::mostFilters; ++i)
        QVERIFY(labels.labelRows(filter(QByteArray::number(int(i)).constData()), 1));
    QVERIFY(!labels.labelRows(filter("another"), 1));
    for (qsizetype i = 0; i < LogLabels::mostJobs; ++i)
        QVERIFY(labels.labelJob(QByteArray::number(i), 1));
    QVERIFY(!labels.labelJob("another", 1));
    QVERIFY(labels.labelJob("0", 2)); // another colour for one of them
}

QTEST_GUILESS_MAIN(TestLogMarks)
#include "tst_logmarks.moc"
