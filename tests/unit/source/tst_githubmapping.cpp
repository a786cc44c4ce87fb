// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/githubmapping.h"

#include <QTest>

using namespace hub;

/// Payloads in the format of GitHub's "Webhook events and payloads", shortened.
class TestGithubMapping : public QObject
{
    Q_OBJECT

private slots:
    void mapsStatuses_data();
    void mapsStatuses();
    void mapsAWorkflowRun();
    void tellsRerunsApart();
    void countsTheStepsOfAJob();
    void mapsACheckRun();
    void marksTheRunOfACheck_data();
    void marksTheRunOfACheck();
    void takesOthersWithoutEffect_data();
    void takesOthersWithoutEffect();
    void endsWhateverTheConclusion_data();
    void endsWhateverTheConclusion();
    void namesTheBadField_data();
    void namesTheBadField();
};

namespace {

const QByteArray runUrl = "https://github.com/octo-org/octo-repo/actions/runs/30433642";

Result<Mapped> mapped(const QByteArray &event, const QByteArray &body)
{
    return GithubMapping().map({"ci", {{"x-github-event", event}}, body, 0});
}

QByteArray runBody(const QByteArray &members)
{
    return R"({"action":"completed","workflow_run":{"id":30433642,"name":"Build",)"
           R"("node_id":"MDEyOldvcmtmbG93IFJ1bjI2OTI4OQ==","head_branch":"main",)"
           R"("head_sha":"acb5820ced9479c074f688cc328bf03f341a511d","run_number":562,)"
           R"("display_title":"Update README.md","event":"push",)"
           R"("html_url":")"
           + runUrl + R"(",)" + members
           + R"(},"repository":{"id":217723378,"full_name":"octo-org/octo-repo"},)"
             R"("sender":{"login":"octocat"}})";
}

} // namespace

void TestGithubMapping::mapsStatuses_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("type");
    const auto row = [](const char *status, const char *conclusion, const char *type) {
        const QByteArray said = *conclusion ? '"' + QByteArray(conclusion) + '"' : "null";
        QTest::addRow("%s %s", status, conclusion)
            << "\"status\":\"" + QByteArray(status) + "\",\"conclusion\":" + said
            << QByteArray(type);
    };
    row("queued", "", "queued");
    row("requested", "", "queued");
    row("waiting", "", "queued");
    row("pending", "", "queued");
    row("in_progress", "", "processing");
    row("completed", "success", "completed");
    row("completed", "neutral", "completed");
    row("completed", "skipped", "completed");
    row("completed", "failure", "failed");
    row("completed", "startup_failure", "failed");
    row("completed", "action_required", "failed");
    row("completed", "cancelled", "cancelled");
    row("completed", "timed_out", "timed_out");
    row("completed", "stale", "lost");
}

void TestGithubMapping::mapsStatuses()
{
    QFETCH(QByteArray, members);
    const auto result = mapped("workflow_run", runBody(members));
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QTEST(toString(result->changes.at(0).type), "type");
    QCOMPARE(result->changes[0].jobId, QByteArray("ci.run.30433642"));
    QVERIFY(result->createsJobs);
}

void TestGithubMapping::mapsAWorkflowRun()
{
    const auto good =
        mapped("workflow_run", runBody(R"("status":"completed","conclusion":"success")"));
    QVERIFY(good);
    const JobChange &change = good->changes[0];
    QCOMPARE(*change.message, QStringLiteral("Update README.md"));
    QCOMPARE(change.result, R"({"conclusion":"success","url":")" + runUrl + R"("})");
    QCOMPARE(change.extra.decoded().value(QLatin1String("repository")).toString(),
             QStringLiteral("octo-org/octo-repo"));
    QCOMPARE(change.extra.decoded().value(QLatin1String("head_branch")).toString(),
             QStringLiteral("main"));
    const auto bad =
        mapped("workflow_run", runBody(R"("status":"completed","conclusion":"failure")"));
    QCOMPARE(bad->changes[0].error,
             QByteArray(R"({"code":"failure","message":"Update README.md"})"));
    QVERIFY(bad->changes[0].result.isEmpty());
    QVERIFY(bad->dedupKey != good->dedupKey);
}

void TestGithubMapping::tellsRerunsApart()
{
    const auto again =
        mapped("workflow_run", runBody(R"("run_attempt":2,"status":"queued","conclusion":null)"));
    QVERIFY(again);
    QCOMPARE(again->changes[0].jobId, QByteArray("ci.run.30433642"));
    QCOMPARE(again->changes[0].attempt, 2);
}

void TestGithubMapping::countsTheStepsOfAJob()
{
    const auto result = mapped(
        "workflow_job",
        R"({"action":"in_progress","workflow_job":{"id":2832853555,"run_id":940463255,)"
        R"("run_attempt":2,"workflow_name":"CI","head_branch":"main","status":"in_progress",)"
        R"("conclusion":null,"name":"Test workflow","steps":[)"
        R"({"name":"Set up job","status":"completed","conclusion":"success","number":1},)"
        R"({"name":"Run tests","status":"in_progress","conclusion":null,"number":2}]},)"
        R"("repository":{"full_name":"octo-org/example-workflow"}})");
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    const JobChange &change = result->changes[0];
    QCOMPARE(change.jobId, QByteArray("ci.job.2832853555"));
    QCOMPARE(change.type, EventType::Progress);
    QCOMPARE(*change.progress, 50.0);
    QCOMPARE(*change.step, (Step{1, 2}));
    QCOMPARE(*change.message, QStringLiteral("Test workflow"));
}

void TestGithubMapping::mapsACheckRun()
{
    const QByteArray run = R"("check_run":{"id":128620228,"status":"queued","conclusion":null,)"
                           R"("name":"Octocoders-linter","output":{"title":null}}})";
    const auto created = mapped("check_run", R"({"action":"created",)" + run);
    QVERIFY(created);
    QCOMPARE(created->changes.at(0).jobId, QByteArray("ci.check.128620228"));
    const auto again = mapped("check_run", R"({"action":"rerequested",)" + run);
    QVERIFY(again && again->changes.empty());
}

/// An app may set its check back to `in_progress` under the same id.
void TestGithubMapping::marksTheRunOfACheck_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<qint64>("atMs");
    QTest::newRow("runs") << QByteArray(R"("status":"in_progress","completed_at":null)")
                          << qint64(10'000);
    QTest::newRow("ended") << QByteArray(R"("status":"completed","conclusion":"success",)"
                                         R"("completed_at":"1970-01-01T00:00:20Z")")
                           << qint64(20'000);
}

void TestGithubMapping::marksTheRunOfACheck()
{
    QFETCH(QByteArray, members);
    const auto result = mapped("check_run", R"({"action":"created","check_run":{"id":1,"name":"n",)"
                                            R"("started_at":"1970-01-01T00:00:10Z",)"
                                                + members + "}}");
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QTEST(result->changes.at(0).run.atMs, "atMs");
}

void TestGithubMapping::takesOthersWithoutEffect_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::newRow("ping") << QByteArray("ping");
    QTest::newRow("push") << QByteArray("push");
    QTest::newRow("none") << QByteArray();
}

void TestGithubMapping::takesOthersWithoutEffect()
{
    QFETCH(QByteArray, event);
    const auto result = mapped(event, R"({"zen":"Keep it logically awesome.","hook_id":1})");
    QVERIFY(result && result->changes.empty());
    QVERIFY(!result->dedupKey.text.isEmpty());
}

void TestGithubMapping::endsWhateverTheConclusion_data()
{
    QTest::addColumn<QByteArray>("conclusion");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("new word") << QByteArray("\"brand_new\"") << QByteArray("brand_new");
    QTest::newRow("none") << QByteArray("null") << QByteArray("unknown");
    QTest::newRow("not a word") << QByteArray("5") << QByteArray("unknown");
}

void TestGithubMapping::endsWhateverTheConclusion()
{
    QFETCH(QByteArray, conclusion);
    QFETCH(QByteArray, code);
    const auto result = mapped(
        "workflow_run", R"({"workflow_run":{"id":1,"name":"n","status":"completed","conclusion":)"
                            + conclusion + "}}");
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QCOMPARE(result->changes.at(0).type, EventType::Failed);
    QVERIFY(result->changes.at(0).error.contains("\"code\":\"" + code + '"'));
}

void TestGithubMapping::namesTheBadField_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("error");
    const auto row = [](const QByteArray &body, const char *error) {
        QTest::newRow(error) << body << QString::fromLatin1(error);
    };
    row("{}", "bad_field workflow_run: must be an object");
    row(R"({"workflow_run":{"status":"queued"}})", "bad_field id: must be present");
    row(R"({"workflow_run":{"id":1,"status":"odd"}})", "unknown_word unknown status \"odd\"");
    row("payload=%7B%7D",
        "unsupported_media_type the webhook sends a form: choose the content type "
        "application/json in its settings");
    row("nonsense", "bad_json not JSON: unexpected byte at offset 0");
}

void TestGithubMapping::namesTheBadField()
{
    QFETCH(QByteArray, body);
    const auto result = mapped("workflow_run", body);
    QVERIFY(!result);
    QTEST(QString(QString::fromLatin1(result.error().code) + QLatin1Char(' ')
                  + result.error().message),
          "error");
}

QTEST_GUILESS_MAIN(TestGithubMapping)
#include "tst_githubmapping.moc"
