// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobdetail.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

constexpr qint64 startedMs = 1'700'000'000'000;

hub::Job runningJob()
{
    hub::Job job;
    job.id = "a";
    job.kind = hub::JobKind::Restore;
    job.status = hub::JobStatus::Processing;
    job.owner = "ann";
    job.attempt = 2;
    job.progress = 64;
    job.step = hub::Step{12, 19};
    job.startedMs = startedMs;
    job.restoreId = "r-1";
    job.labels = {{QStringLiteral("team"), QStringLiteral("a")}, {QStringLiteral("tries"), 3}};
    return job;
}

} // namespace

class JobDetailTest : public QObject
{
    Q_OBJECT

private slots:
    void summaryOfAJob()
    {
        ui::JobDetail detail;
        detail.setJob(runningJob());
        QCOMPARE(detail.summary(), QStringLiteral("Running · Restore · ann · attempt 2"));
        hub::Job job = runningJob();
        job.owner.clear();
        job.attempt = 1;
        detail.update(job);
        QCOMPARE(detail.summary(), QStringLiteral("Running · Restore"));
    }

    void factsAreThoseWithAValue()
    {
        ui::JobDetail detail;
        detail.setJob(runningJob());
        QStringList facts;
        for (const ui::JobFact &fact : detail.facts(startedMs + 5000, ui::TimeStyle::Utc))
            facts << fact.name + QLatin1Char('=') + fact.value;
        const QStringList expected{
            QStringLiteral("Step=12 of 19"),
            QStringLiteral("Progress=64 %"),
            QStringLiteral("Elapsed=") + ui::formatDuration(5s),
            QStringLiteral("Started=") + ui::formatMoment(startedMs, ui::TimeStyle::Utc),
            QStringLiteral("Attempt id=r-1"),
            QStringLiteral("Labels=team: a, tries: 3"),
        };
        QCOMPARE(facts, expected);
    }

    void elapsedEndsWhenTheJobEnds()
    {
        hub::Job job;
        job.id = "a";
        job.status = hub::JobStatus::Completed;
        job.startedMs = startedMs;
        job.finishedMs = startedMs + 3000;
        ui::JobDetail detail;
        detail.setJob(job);
        const QList<ui::JobFact> facts = detail.facts(startedMs + 99'000, ui::TimeStyle::Utc);
        QCOMPARE(facts.first().name, QStringLiteral("Elapsed"));
        QCOMPARE(facts.first().value, ui::formatDuration(3s));
    }
};

QTEST_GUILESS_MAIN(JobDetailTest)

#include "tst_jobdetail.moc"
