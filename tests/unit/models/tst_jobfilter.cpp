// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobfilter.h"

#include <QTest>

using hub::JobStatus;
using ui::JobFilter;

namespace {

/// A row whose texts have no word in common.
ui::JobRow exampleRow()
{
    ui::JobRow row;
    row.id = QStringLiteral("render7");
    row.job.id = "render7";
    row.job.externalId = "ext9";
    row.job.kind = hub::JobKind::Image;
    row.job.status = JobStatus::TimedOut;
    row.job.owner = "ann";
    row.job.message = QStringLiteral("tile 3");
    row.job.labels = {{QStringLiteral("team"), QStringLiteral("blue")}};
    row.outcome = QStringLiteral("GPU hung");
    return row;
}

ui::JobRow rowOf(JobStatus status)
{
    ui::JobRow row;
    row.job.status = status;
    return row;
}

} // namespace

/// The filter of the jobs table, alone.
class TestJobFilter : public QObject
{
    Q_OBJECT

private slots:
    void searchesTexts_data();
    void searchesTexts();
    void selectsStates_data();
    void selectsStates();
    void anEmptySetMatchesNoJob();
    void knowsWhetherItIsEmpty_data();
    void knowsWhetherItIsEmpty();
    void reportsMistakes_data();
    void reportsMistakes();
    void judgesAges();
    void knowsWhatNeedsALook();
    void comparesTextAndStates();
};

namespace {

struct Search
{
    const char *text;
    bool match;
};

constexpr Search searches[] = {
    // Each field that words search.
    {"RENDER", true},
    {"xt9", true},
    {"image", true},
    {"timed_out", true},
    {"ann", true},
    {"gpu", true},
    {"TILE", true},
    {"blue", true},
    {"absent", false},
    // Several words.
    {"  blue   ann ", true},
    {"blue absent", false},
    {"absent blue", false},
    {"-absent", true},
    {"-blue", false},
    {"-BLUE", false},
    {"render -blue", false},
    {"render -absent", true},
    // A prefix limits the search to one field.
    {"state:timed_out", true},
    {"STATE:Timed", true},
    {"state:failed,timed", true},
    {"kind:IMAGE", true},
    {"kind:restore", false},
    {"owner:ann", true},
    {"Owner:AN", true},
    {"owner:blue", false},
    {"-owner:ann", false},
    {"-owner:bob", true},
    {"-state:failed", true},
    {"-state:timed_out", false},
    {"kind:image owner:bob", false},
    // Text that only resembles a prefix or a negation is an ordinary word.
    {"-", false},
    // The texts of the row in the list.
    {"hung", true},
    {"\"Timed out\"", true},
    {"label:blue", true},
    {"-label:blue", false},
    {"updated<1h OR tile", true},
};

} // namespace

void TestJobFilter::knowsWhatNeedsALook()
{
    ui::JobRow row = exampleRow();
    QVERIFY(!JobFilter(QStringLiteral("is:stalled")).matches(row));
    QVERIFY(!JobFilter(QStringLiteral("is:new")).matches(row));
    row.unseen = true;
    QVERIFY(JobFilter(QStringLiteral("is:new is:failed")).matches(row));
    QVERIFY(JobFilter(QStringLiteral("is:stalled,new")).matches(row));
    QVERIFY(!JobFilter(QStringLiteral("is:stalled")).matches(row));
    row = rowOf(JobStatus::Processing);
    row.stalled = true;
    QVERIFY(JobFilter(QStringLiteral("is:stalled is:active")).matches(row));
    QVERIFY(!JobFilter(QStringLiteral("-is:stall")).matches(row));
}

void TestJobFilter::searchesTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("match");
    for (const auto &[text, match] : searches)
        QTest::newRow(text) << QString::fromLatin1(text) << match;
}

void TestJobFilter::searchesTexts()
{
    QFETCH(const QString, text);
    QTEST(JobFilter(text).matches(exampleRow()), "match");
}

void TestJobFilter::selectsStates_data()
{
    QTest::addColumn<JobStatus>("status");
    QTest::addColumn<bool>("failure");
    const auto row = [](JobStatus status, bool failure) {
        QTest::newRow(hub::toString(status).constData()) << status << failure;
    };
    row(JobStatus::Queued, false);
    row(JobStatus::Processing, false);
    row(JobStatus::Completed, false);
    row(JobStatus::Failed, true);
    row(JobStatus::Cancelled, false);
    row(JobStatus::TimedOut, true);
    row(JobStatus::Lost, true);
}

void TestJobFilter::selectsStates()
{
    QFETCH(const JobStatus, status);
    QFETCH(const bool, failure);
    const ui::JobStatusSet only = ui::statusSet(status);
    QVERIFY(JobFilter().matches(rowOf(status)));
    QVERIFY(JobFilter({}, only).matches(rowOf(status)));
    QVERIFY(!JobFilter({}, JobFilter::allStatuses & ~only).matches(rowOf(status)));
    QCOMPARE(JobFilter({}, ui::failedStatuses).matches(rowOf(status)), failure);
    QCOMPARE(ui::isFailure(status), failure);
    // Both the state and the words must match.
    QVERIFY(!JobFilter(QStringLiteral("absent"), only).matches(rowOf(status)));
}

void TestJobFilter::anEmptySetMatchesNoJob()
{
    QVERIFY(!JobFilter({}, ui::statusSet()).matches(exampleRow()));
    QVERIFY(!JobFilter(QStringLiteral("blue"), ui::statusSet()).matches(exampleRow()));
}

void TestJobFilter::knowsWhetherItIsEmpty_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<quint32>("statuses");
    QTest::addColumn<bool>("empty");
    const quint32 all = JobFilter::allStatuses;
    QTest::newRow("nothing") << QString() << all << true;
    QTest::newRow("blanks") << QStringLiteral("   ") << all << true;
    QTest::newRow("mistake") << QStringLiteral("state:") << all << true;
    QTest::newRow("word") << QStringLiteral("a") << all << false;
    QTest::newRow("negated word") << QStringLiteral("-a") << all << false;
    QTest::newRow("dash") << QStringLiteral("-") << all << false;
    QTest::newRow("all states except one")
        << QString() << (all & ~ui::statusSet(JobStatus::Lost)) << false;
    QTest::newRow("no state") << QString() << 0U << false;
}

void TestJobFilter::knowsWhetherItIsEmpty()
{
    QFETCH(const QString, text);
    QFETCH(const quint32, statuses);
    QTEST(JobFilter(text, statuses).isEmpty(), "empty");
}

void TestJobFilter::reportsMistakes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::newRow("no such state") << QStringLiteral("blue state:image") << 11;
    QTest::newRow("no such kind") << QStringLiteral("kind:render") << 5;
    QTest::newRow("no value") << QStringLiteral("owner: ann") << 6;
    QTest::newRow("no field") << QStringLiteral("step=3") << 0;
    QTest::newRow("too long") << QString(JobFilter::maxLength + 1, QLatin1Char('a'))
                              << int(JobFilter::maxLength);
}

void TestJobFilter::reportsMistakes()
{
    QFETCH(const QString, text);
    const JobFilter filter(text);
    QVERIFY(filter.problem());
    QVERIFY(!filter.problem()->message.isEmpty());
    QTEST(int(filter.problem()->position), "position");
    QVERIFY(filter.matches(exampleRow())); // only the states count
    QVERIFY(!JobFilter(QStringLiteral("blue")).problem());
}

void TestJobFilter::judgesAges()
{
    ui::JobRow row = exampleRow();
    row.job.createdMs = 1'000'000;
    const JobFilter filter(QStringLiteral("age<1m"));
    QVERIFY(filter.dependsOnTime());
    QVERIFY(filter.matches(row, 1'059'000));
    QVERIFY(!filter.matches(row, 1'060'000));
    QVERIFY(!JobFilter(QStringLiteral("blue")).dependsOnTime());
}

void TestJobFilter::comparesTextAndStates()
{
    const JobFilter filter(QStringLiteral("a"), ui::failedStatuses);
    QCOMPARE(filter.text(), QStringLiteral("a"));
    QCOMPARE(filter.statuses(), ui::failedStatuses);
    QVERIFY(filter == JobFilter(QStringLiteral("a"), ui::failedStatuses));
    QVERIFY(!(filter == JobFilter(QStringLiteral("b"), ui::failedStatuses)));
    QVERIFY(!(filter == JobFilter(QStringLiteral("a"))));
    QVERIFY(JobFilter() == JobFilter(QString()));
}

QTEST_GUILESS_MAIN(TestJobFilter)
#include "tst_jobfilter.moc"
