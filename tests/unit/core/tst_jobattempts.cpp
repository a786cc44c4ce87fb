// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/startedjob.h"

#include <QTest>

using namespace hub;
using namespace test::startedjob;

/// Jobs that their sender runs again after their end.
class TestJobAttempts : public QObject
{
    Q_OBJECT

private slots:
    void startsAgainAfterTheEnd_data();
    void startsAgainAfterTheEnd();
    void beginsAgainAtQueued();
    void knowsOldRuns_data();
    void knowsOldRuns();
    void anEndThatItsSenderDidNotTellIsFinal();
};

/// A terminal status is final for its attempt. Only a change that names a new attempt moves the
/// job.
void TestJobAttempts::startsAgainAfterTheEnd_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QByteArray>("expected"); // with the attempt
    const auto row = [](const char *name, const char *change, const char *expected) {
        QTest::newRow(name) << QByteArray(change) << QByteArray(expected);
    };
    row("nothing said", R"({"type":"queued"})", "ignored terminal");
    row("a higher number", R"({"type":"queued","attempt":3})", "queued 3");
    row("a higher number, running", R"({"type":"progress","attempt":2})", "processing 2");
    row("a higher number, over", R"({"type":"failed","attempt":2})", "failed 2");
    row("a log line of it", R"({"type":"log","attempt":2})", "ignored terminal");
    row("the same number", R"({"type":"queued","attempt":1})", "ignored terminal");
    row("the same number, over", R"({"type":"failed","attempt":1})", "ignored duplicate");
    row("queued with another restore id", R"({"type":"queued","restore":"r2"})", "queued 2");
    row("another restore id, running", R"({"type":"progress","restore":"r2"})", "ignored terminal");
    row("another restore id, over", R"({"type":"completed","restore":"r2"})", "ignored terminal");
    row("the same restore id", R"({"type":"queued","restore":"r1"})", "ignored terminal");
    row("a past restore id", R"({"type":"queued","restore":"r0"})", "ignored terminal");
    row("a newer part", R"({"type":"queued","run":[11,1000]})", "queued 2");
    row("a newer part, running", R"({"type":"progress","run":[11,0]})", "processing 2");
    row("a newer part, over", R"({"type":"completed","run":[11,0]})", "completed 2");
    row("an older part", R"({"type":"processing","run":[9,9999]})", "ignored terminal");
    row("the same part, later", R"({"type":"processing","run":[10,5001]})", "processing 2");
    row("no part, later", R"({"type":"processing","run":[0,5001]})", "processing 2");
    row("the same moment", R"({"type":"processing","run":[10,5000]})", "ignored terminal");
    row("earlier", R"({"type":"processing","run":[10,4999]})", "ignored terminal");
    row("the end again, later", R"({"type":"failed","run":[10,6000]})", "ignored duplicate");
    row("another end, later", R"({"type":"completed","run":[10,6000]})", "ignored terminal");
}

void TestJobAttempts::startsAgainAfterTheEnd()
{
    QFETCH(QByteArray, change);
    Job over = running();
    over.status = JobStatus::Failed;
    over.pastRestoreIds = {"r0"};
    over.run = {10, 5000};
    over.terminalEvent = over.lastEvent;
    const ChangeOutcome outcome = applyChange(over, *jobChangeFromJson(change), nextId, now);
    const auto *applied = std::get_if<Applied>(&outcome);
    const QByteArray attempt =
        applied ? " " + QByteArray::number(applied->job.attempt) : QByteArray();
    QTEST(word(outcome) + attempt, "expected");
    QCOMPARE(startsAttempt(over, *jobChangeFromJson(change)), applied != nullptr);
}

void TestJobAttempts::beginsAgainAtQueued()
{
    Job over = running();
    over = std::get<Applied>(applyChange(over, change(EventType::Failed), {1500, 0}, 1500)).job;
    JobChange again = progress(10);
    again.attempt = 2;
    const Applied applied = std::get<Applied>(applyChange(over, again, nextId, now));
    QCOMPARE(applied.job.status, JobStatus::Processing);
    QCOMPARE(applied.job.progress, 10.0);
    QCOMPARE(applied.job.startedMs, now);
    QCOMPARE(applied.job.finishedMs, 0);
    QVERIFY(applied.job.terminalEvent.isNull());
    QVERIFY(applied.job.result.isEmpty() && applied.job.error.isEmpty() && !applied.job.step);
    QVERIFY2(applied.event.data.contains(R"("status":"processing","attempt":2)"),
             applied.event.data);
}

/// Late reports of an earlier run neither move nor end the new one.
void TestJobAttempts::knowsOldRuns_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *change, const char *expected) {
        QTest::newRow(name) << QByteArray(change) << QByteArray(expected);
    };
    row("the old end", R"({"type":"failed","run":[9,9999]})", "ignored old_attempt");
    row("the old end, same part", R"({"type":"failed","run":[10,4999]})", "ignored old_attempt");
    row("old progress", R"({"type":"progress","progress":99,"run":[9,4000]})",
        "ignored old_attempt");
    row("the first again", R"({"type":"progress","run":[10,5000]})", "ignored duplicate");
    row("the end", R"({"type":"completed","run":[10,6000]})", "completed");
    row("a part was added, and the end", R"({"type":"failed","run":[12,6000]})", "failed");
    row("no mark", R"({"type":"failed"})", "failed");
    row("only a part", R"({"type":"failed","run":[10,0]})", "failed");
}

void TestJobAttempts::knowsOldRuns()
{
    QFETCH(QByteArray, change);
    Job second = running();
    second.attempt = 2;
    second.run = {10, 5000};
    QTEST(word(applyChange(second, *jobChangeFromJson(change), nextId, now)), "expected");
    second.attempt = 1; // there is no earlier run
    const QByteArray first = word(applyChange(second, *jobChangeFromJson(change), nextId, now));
    QVERIFY2(first != "ignored old_attempt", first);
}

/// A user cancels the job here. Its sender does not know that and continues.
void TestJobAttempts::anEndThatItsSenderDidNotTellIsFinal()
{
    Job job = running();
    job.run = {10, 5000};
    job = std::get<Applied>(applyChange(job, change(EventType::Cancelled), {1500, 0}, 1500)).job;
    JobChange goesOn = progress(60);
    goesOn.run = {12, 6000};
    QCOMPARE(word(applyChange(job, goesOn, nextId, now)), "ignored terminal");
}

QTEST_GUILESS_MAIN(TestJobAttempts)
#include "tst_jobattempts.moc"
