// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/jobstate.h"

#include <QTest>

using namespace hub;

/// Which changes apply to a job when their sender's signature is valid for one job only.
class TestJobSignedFor : public QObject
{
    Q_OBJECT

private slots:
    void takesOnlyWhatIsSignedForIt_data();
    void takesOnlyWhatIsSignedForIt();
};

void TestJobSignedFor::takesOnlyWhatIsSignedForIt_data()
{
    QTest::addColumn<QByteArray>("signedFor");
    QTest::addColumn<QByteArray>("ignored"); // empty = applied
    const auto row = [](const char *signedFor, const char *ignored) {
        QTest::newRow(signedFor) << QByteArray(signedFor) << QByteArray(ignored);
    };
    row("", "");
    row("j", "");
    row("j/second", "");
    row("j/first", "old_attempt");
    row("j/third", "not_signed");
    row("j/", "not_signed");
    row("second", "not_signed"); // another job may have this id
    row("k/second", "not_signed");
    row("k", "not_signed");
}

void TestJobSignedFor::takesOnlyWhatIsSignedForIt()
{
    QFETCH(QByteArray, signedFor);
    QFETCH(QByteArray, ignored);
    Job job = newJob("j", {}, 1);
    job.restoreId = "second";
    job.pastRestoreIds = {"first"};
    job.lastEvent = {1, 0};
    JobChange change;
    change.type = EventType::Completed;
    change.signedFor = signedFor;
    // The change may have to wait in the store.
    QCOMPARE(jobChangeFromJson(toJson(change))->signedFor, signedFor);
    const ChangeOutcome outcome = applyChange(job, change, {2, 0}, 2);
    const auto *reason = std::get_if<Ignored>(&outcome);
    QCOMPARE(reason ? toString(*reason) : QByteArray(), ignored);
}

QTEST_GUILESS_MAIN(TestJobSignedFor)
#include "tst_jobsignedfor.moc"
