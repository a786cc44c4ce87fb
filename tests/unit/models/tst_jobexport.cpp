// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobexport.h"

#include "ui/models/jobmodel.h"
#include "ui/models/jobstore.h"
#include "ui/models/sortedjobs.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using ui::JobFile;
using ui::JobFormat;

/// Jobs as CSV and as lines of JSON.
class JobExportTest : public QObject
{
    Q_OBJECT

private slots:
    void cells_data();
    void cells();
    void writesTheShownJobs_data();
    void writesTheShownJobs();
    void saysWhyNot();
};

namespace {

struct Fixture
{
    ui::JobStore store;
    ui::JobModel model{&store};
    ui::SortedJobs shown{&model};
    QTemporaryDir folder;

    Fixture()
    {
        QList<hub::Job> jobs;
        for (const char *id : {"a", "b", "c"}) {
            hub::Job job;
            job.id = id;
            job.owner = job.id == "c" ? "bob" : "=cmd";
            job.message = QStringLiteral("one, \"two\"\nthree");
            job.error = R"({"code":"X"})";
            job.createdMs = 1'769'864'400'000 - jobs.size();
            job.lastEvent = {1'769'864'400'000, 0};
            jobs.append(job);
        }
        store.applySnapshot(jobs);
        model.flush();
        shown.setFilter(ui::JobFilter(QStringLiteral("-owner:bob")));
    }
    QByteArrayList write(JobFormat format)
    {
        const QString path = folder.filePath(QStringLiteral("jobs"));
        auto *file = new JobFile(shown, format, "e1.5-0");
        QSignalSpy finished(file, &JobFile::finished);
        file->write(path);
        if (!finished.wait() || finished.first().at(1).toInt() != shown.rowCount())
            return {};
        QFile written(path);
        return written.open(QIODevice::ReadOnly) ? written.readAll().split('\n') : QByteArrayList();
    }
};

} // namespace

void JobExportTest::cells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    const auto row = [](const char *text, const char *cell) {
        QTest::newRow(cell) << QString::fromUtf8(text) << QByteArray(cell);
    };
    row("", "");
    row("plain", "plain");
    row("a,b", "\"a,b\"");
    row("say \"x\"", "\"say \"\"x\"\"\"");
    row("two\nlines", "\"two\nlines\"");
    for (const char *formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
        QTest::newRow(formula) << QString::fromLatin1(formula) << '\'' + QByteArray(formula);
    row("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
    row("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    row("\r=1", "\"'\r=1\"");
    row("a=1", "a=1");
}

void JobExportTest::cells()
{
    QFETCH(const QString, text);
    QTEST(ui::csvCell(text), "cell");
}

void JobExportTest::writesTheShownJobs_data()
{
    QTest::addColumn<JobFormat>("format");
    QTest::addColumn<QByteArrayList>("begins");
    QTest::newRow("csv") << JobFormat::Csv
                         << QByteArrayList{"job_id,kind,status,owner,",
                                           "a,generic,queued,'=cmd,0,",
                                           "three\",\"{\"\"code\"\":\"\"X\"\"}\",,",
                                           "b,generic,queued,'=cmd,0,",
                                           "three\"",
                                           ""};
    QTest::newRow("json") << JobFormat::JsonLines
                          << QByteArrayList{R"({"job_id":"a",)", R"({"job_id":"b",)", ""};
}

void JobExportTest::writesTheShownJobs()
{
    QFETCH(const JobFormat, format);
    QFETCH(const QByteArrayList, begins);
    Fixture f;
    QCOMPARE(f.shown.rowCount(), 2);
    const QByteArrayList lines = f.write(format);
    QCOMPARE(lines.size(), begins.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(lines[i].startsWith(begins[i]), lines[i].constData());
    const QByteArray id = "\"last_event_id\":\"e1.";
    const bool isJson = format == JobFormat::JsonLines;
    QVERIFY(lines[isJson ? 0 : 1].contains(isJson ? id : ",2026-01-31T13:00:00.000"));
}

void JobExportTest::saysWhyNot()
{
    Fixture f;
    auto *file = new JobFile(f.shown, JobFormat::Csv, {});
    QSignalSpy failed(file, &JobFile::failed);
    file->write(f.folder.filePath(QStringLiteral("no/such/folder.csv")));
    QVERIFY(failed.wait());
    QVERIFY(!failed.first().first().toString().isEmpty());
}

QTEST_GUILESS_MAIN(JobExportTest)
#include "tst_jobexport.moc"
