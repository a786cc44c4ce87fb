// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/webhookreach.h"

#include <QTest>

using namespace hub;

class TestWebhookPermissions : public QObject
{
    Q_OBJECT

private slots:
    void covers_data();
    void covers();
    void knowsAnotherRun_data();
    void knowsAnotherRun();
};

namespace {

JobChange naming(const QByteArray &jobId, const QByteArray &externalId,
                 const QByteArray &owner = {}, const QByteArray &signedFor = {})
{
    JobChange change;
    change.jobId = jobId;
    change.externalId = externalId;
    change.owner = owner;
    change.signedFor = signedFor;
    return change;
}

} // namespace

Q_DECLARE_METATYPE(hub::JobChange)

void TestWebhookPermissions::covers_data()
{
    QTest::addColumn<JobChange>("change");
    QTest::addColumn<QByteArray>("linked"); // the source to which the job is linked
    QTest::addColumn<QByteArray>("owner"); // the owner of the job
    QTest::addColumn<bool>("ofSource");
    QTest::addColumn<bool>("ofAnyJob");

    const auto row = [](const char *name, const JobChange &change, const char *linked,
                        const char *owner, bool ofSource, bool ofAnyJob = true) {
        QTest::newRow(name) << change << QByteArray(linked) << QByteArray(owner) << ofSource
                            << ofAnyJob;
    };
    row("by id, a user's", naming("j", {}), "", "ann", false);
    row("by id, linked", naming("j", {}), "s", "ann", true);
    row("by id, linked, for its owner", naming("j", {}, "ann"), "s", "ann", true);
    row("by id, linked, for another", naming("j", {}, "bob"), "s", "ann", false);
    row("by id, linked elsewhere", naming("j", {}), "t", "ann", false);
    row("by id, of an earlier version", naming("j", {}), "", "", true);
    row("by external id", naming({}, "x"), "", "ann", true);
    row("by external id, for another", naming({}, "x", "bob"), "", "ann", false);
    row("by external id, linked", naming({}, "x"), "s", "ann", true);
    row("by external id, linked elsewhere", naming({}, "x"), "t", "ann", false);
    row("by external id, with another id", naming("k", "x"), "s", "ann", false);
    row("signed", naming({}, "x", {}, "j"), "", "ann", true);
    row("signed for its attempt", naming({}, "x", {}, "j/1"), "", "ann", true);
    row("signed for another", naming({}, "x", {}, "k/j"), "", "ann", false, false);
}

void TestWebhookPermissions::covers()
{
    QFETCH(JobChange, change);
    QFETCH(QByteArray, linked);
    QFETCH(QByteArray, owner);
    QFETCH(bool, ofSource);
    QFETCH(bool, ofAnyJob);
    Job job;
    job.id = "j";
    job.source = linked;
    job.owner = owner;
    job.externalId = "x";
    QCOMPARE((WebhookReach{false, {}}.covers("s", job, change)), ofSource);
    QCOMPARE((WebhookReach{true, {}}.covers("s", job, change)), ofAnyJob);
    QCOMPARE((WebhookReach{false, "ann"}.covers("s", job, change)), ofSource && owner == "ann");
    QVERIFY(!(WebhookReach{false, "eve"}.covers("s", job, change)));
    QCOMPARE((WebhookReach{false, "ann"}.coversNew(change)), change.owner != "bob");
}

void TestWebhookPermissions::knowsAnotherRun_data()
{
    QTest::addColumn<QByteArray>("signedFor");
    QTest::addColumn<QByteArray>("externalId");
    QTest::addColumn<JobStatus>("status");
    QTest::addColumn<bool>("another");
    QTest::newRow("the same") << QByteArray("j") << QByteArray("x") << JobStatus::Queued << false;
    QTest::newRow("another") << QByteArray("j") << QByteArray("y") << JobStatus::Queued << true;
    QTest::newRow("attempt") << QByteArray("j/1") << QByteArray("y") << JobStatus::Queued << false;
    QTest::newRow("over") << QByteArray("j") << QByteArray("y") << JobStatus::Failed << false;
    QTest::newRow("unsigned") << QByteArray() << QByteArray("y") << JobStatus::Queued << false;
    QTest::newRow("unnamed") << QByteArray("j") << QByteArray() << JobStatus::Queued << false;
}

void TestWebhookPermissions::knowsAnotherRun()
{
    QFETCH(QByteArray, signedFor);
    QFETCH(QByteArray, externalId);
    QFETCH(JobStatus, status);
    Job job;
    job.id = "j";
    job.externalId = "x";
    job.status = status;
    QTEST(isOfAnotherRun(job, naming({}, externalId, {}, signedFor)), "another");
}

QTEST_GUILESS_MAIN(TestWebhookPermissions)
#include "tst_webhookpermissions.moc"
