// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/hubfilter.h"

#include "hub/base/timetext.h"
#include "hub/filter/jobfields.h"

#include <QTest>

using ui::JobFilter;

/// The query by which the hub finds the jobs of the monitor's filter.
class HubFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void asksForTheFilter_data();
    void asksForTheFilter();
    void leavesToTheMonitor_data();
    void leavesToTheMonitor();
    void givesTimesAnOffset_data();
    void givesTimesAnOffset();
};

namespace {

/// A user two hours east of Greenwich, on 2026-01-31 at 01:30 of their clock.
ui::FilterMoment moment()
{
    ui::FilterMoment moment;
    moment.nowMs = *hub::parseTime("2026-01-30T23:30:00Z");
    moment.zone = QTimeZone(2 * 3600);
    return moment;
}

QString filterOf(const QByteArray &query)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(query.mid(qstrlen("filter="))));
}

} // namespace

void HubFilterTest::asksForTheFilter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ui::JobStatusSet>("statuses");
    QTest::addColumn<QByteArray>("query");
    const ui::JobStatusSet all = JobFilter::allStatuses;
    QTest::newRow("nothing") << QString() << all << QByteArray();
    QTest::newRow("states") << QString() << ui::failedStatuses
                            << QByteArray("status=failed&status=timed_out&status=lost");
    QTest::newRow("a word") << QStringLiteral("cuda") << all << QByteArray("filter=cuda");
    QTest::newRow("both") << QStringLiteral("owner:ann") << ui::statusSet(ui::JobStatus::Queued)
                          << QByteArray("filter=owner%3Aann&status=queued");
    QTest::newRow("signs") << QStringLiteral("error~\"a&b\" OR -x") << all
                           << QByteArray("filter=error~%22a%26b%22%20OR%20-x");
}

void HubFilterTest::asksForTheFilter()
{
    QFETCH(const QString, text);
    QFETCH(const ui::JobStatusSet, statuses);
    const auto query = ui::hubQuery(JobFilter(text, statuses, moment()), moment());
    QVERIFY(query);
    QTEST(*query, "query");
}

void HubFilterTest::leavesToTheMonitor_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"is:stalled", "is:new", "owner:ann (is:failed,new OR cuda)", "owner:("})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void HubFilterTest::leavesToTheMonitor()
{
    QFETCH(const QString, text);
    QVERIFY(!ui::hubQuery(JobFilter(text, JobFilter::allStatuses, moment()), moment()));
}

void HubFilterTest::givesTimesAnOffset_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"created:today", "created=yesterday", "created:14:00", "created!=14:00:05",
          "created<today", "created>=2026-01-30", "created:13:00..14:00",
          "created:yesterday..today", "-(created:today OR started>14:00)",
          "created:2026-01-30T12:00:00+01:00", "age<1h created>14:00"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

/// The hub, which counts in UTC, must judge each job as the monitor does.
void HubFilterTest::givesTimesAnOffset()
{
    QFETCH(const QString, text);
    const auto query = ui::hubQuery(JobFilter(text, JobFilter::allStatuses, moment()), moment());
    QVERIFY(query);
    std::optional<hub::FilterFault> fault;
    const auto here = hub::Filter::parse(text, hub::jobFields(), moment(), fault);
    QVERIFY(!fault);
    ui::FilterMoment inHub;
    inHub.nowMs = moment().nowMs;
    const auto there = hub::Filter::parse(filterOf(*query), hub::jobFields(), inHub, fault);
    QVERIFY2(!fault, qPrintable(fault ? fault->toString() : QString()));
    const qint64 now = moment().nowMs;
    for (qint64 ms = now - 3 * 86'400'000; ms < now + 2 * 86'400'000; ms += 61'001) {
        for (const qint64 edge : {ms, ms - ms % 60'000, ms - ms % 60'000 - 1}) {
            hub::Job job;
            job.createdMs = edge;
            job.startedMs = edge;
            const hub::JobFilterRow row(job, now);
            QVERIFY2(here.judge(row) == there.judge(row), hub::formatTime(edge).constData());
        }
    }
}

QTEST_GUILESS_MAIN(HubFilterTest)
#include "tst_hubfilter.moc"
