// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobtally.h"

#include <QTest>

using hub::EventId;
using ui::JobStatus;
using ui::JobTally;
using ui::JobTotals;
using ui::statusSet;

namespace {

constexpr auto queued = statusSet(JobStatus::Queued);
constexpr auto failed = statusSet(JobStatus::Failed);
constexpr auto any = queued | failed | statusSet(JobStatus::Processing);

/// Counts of the hub up to the event with this time.
JobTotals totals(qint64 ms, qint64 ofQueued, qint64 ofFailed)
{
    JobTotals told;
    told.asOf = hub::Cursor{"e1", {ms, 0}}.toWire();
    told.statuses[size_t(JobStatus::Queued)] = ofQueued;
    told.statuses[size_t(JobStatus::Failed)] = ofFailed;
    return told;
}

} // namespace

class TestJobTally : public QObject
{
    Q_OBJECT

private slots:
    void knowsNothingAtFirst();
    void countsWhatChangedSince();
    void countsNothingTwice();
    void ignoresOlderCounts();
    void ignoresCountsWithoutEvent();
    void neverFallsBelowZero();
};

void TestJobTally::knowsNothingAtFirst()
{
    JobTally tally;
    QVERIFY(!tally.isKnown());
    tally.set(totals(5, 1, 2));
    QVERIFY(tally.isKnown());
    QCOMPARE(tally.countOf(any), 3);
    tally.clear();
    QVERIFY(!tally.isKnown());
}

void TestJobTally::countsWhatChangedSince()
{
    JobTally tally;
    tally.set(totals(5, 10, 2));
    tally.note({6, 0}, {}, JobStatus::Queued);
    QCOMPARE(tally.countOf(queued), 11);
    tally.note({7, 0}, JobStatus::Queued, JobStatus::Failed);
    QCOMPARE(tally.countOf(queued), 10);
    QCOMPARE(tally.countOf(failed), 3);
    QCOMPARE(tally.countOf(any), 13);
}

void TestJobTally::countsNothingTwice()
{
    JobTally tally;
    tally.note({4, 0}, {}, JobStatus::Queued);
    tally.note({8, 0}, JobStatus::Queued, JobStatus::Failed); // polled jobs come in any order
    tally.note({6, 0}, {}, JobStatus::Queued);
    tally.set(totals(7, 10, 2)); // includes two of the three changes
    QCOMPARE(tally.countOf(queued), 9);
    QCOMPARE(tally.countOf(failed), 3);
    tally.note({7, 0}, {}, JobStatus::Queued);
    QCOMPARE(tally.countOf(queued), 9);
    tally.set(totals(8, 9, 3));
    QCOMPARE(tally.countOf(queued), 9);
    QCOMPARE(tally.countOf(failed), 3);
}

void TestJobTally::ignoresOlderCounts()
{
    JobTally tally;
    tally.set(totals(9, 10, 2));
    tally.set(totals(8, 1, 1));
    QCOMPARE(tally.countOf(any), 12);
}

void TestJobTally::ignoresCountsWithoutEvent()
{
    JobTally tally;
    JobTotals told = totals(9, 10, 2);
    told.asOf = "9";
    tally.set(told);
    QVERIFY(!tally.isKnown());
}

void TestJobTally::neverFallsBelowZero()
{
    JobTally tally;
    tally.set(totals(5, 0, 0));
    tally.note({6, 0}, JobStatus::Queued, JobStatus::Failed);
    QCOMPARE(tally.countOf(queued), 0);
    QCOMPARE(tally.countOf(failed), 1);
}

QTEST_GUILESS_MAIN(TestJobTally)
#include "tst_jobtally.moc"
