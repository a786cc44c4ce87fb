// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/models/modelevents.h"
#include "ui/models/formats.h"
#include "ui/models/jobwords.h"
#include "ui/models/noticebatch.h"
#include "ui/models/preferences.h"
#include "ui/models/resultimages.h"
#include "ui/models/throughput.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using hub::JobStatus;

/// Small helpers: texts of figures, times of notifications, saved settings.
class TestDisplayText : public QObject
{
    Q_OBJECT

private slots:
    void durations_data();
    void durations();
    void shortCounts_data();
    void shortCounts();
    void oneLines();
    void noticesNameOneJob();
    void noticesBecomeDigests();
    void noticesWaitAndSkip();
    void pausedNoticesAreForgotten();
    void countsBySecond();
    void preferencesSurvive();
    void addresses_data();
    void addresses();
    void users();
    void imagesOfResults();
};

void TestDisplayText::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative") << qint64(-5) << QStringLiteral("0 s");
    QTest::newRow("seconds") << qint64(41'999) << QStringLiteral("41 s");
    QTest::newRow("minutes") << qint64(125'000) << QStringLiteral("2:05");
    QTest::newRow("hours") << qint64(3'727'000) << QStringLiteral("1:02:07");
    QTest::newRow("days") << qint64(3LL * 86'400'000 + 4 * 3'600'000)
                          << QStringLiteral("3 d 04:00");
}

void TestDisplayText::durations()
{
    QFETCH(const qint64, ms);
    QTEST(ui::formatDuration(std::chrono::milliseconds(ms)), "text");
}

void TestDisplayText::shortCounts_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0");
    QTest::newRow("exact") << qint64(99'999) << ui::formatCount(99'999);
    QTest::newRow("thousands") << qint64(199'999) << QStringLiteral("199k");
    QTest::newRow("not a million yet") << qint64(999'999) << QStringLiteral("999k");
    QTest::newRow("millions") << qint64(1'999'999) << QStringLiteral("1.9M");
    QTest::newRow("many millions") << qint64(123'456'789) << QStringLiteral("123M");
    QTest::newRow("more") << qint64(1'250'000'000) << QStringLiteral("1.2G");
}

void TestDisplayText::shortCounts()
{
    QFETCH(const qint64, count);
    QTEST(ui::formatShort(count), "text");
}

void TestDisplayText::oneLines()
{
    QCOMPARE(ui::oneLine(QStringLiteral("a\nb\tc\u2028d")), QStringLiteral("a b c d"));
    QCOMPARE(ui::oneLine(QStringLiteral("abcdef"), 3), QStringLiteral("abc\u2026"));
    QCOMPARE(ui::oneLine(QStringLiteral("abc"), 3), QStringLiteral("abc"));
}

void TestDisplayText::noticesNameOneJob()
{
    ui::NoticeBatch batch;
    batch.add(test::job("a", JobStatus::Completed), 1000);
    QVERIFY(!batch.take(5999));
    const auto notice = batch.take(6000);
    QVERIFY(notice);
    QCOMPARE(notice->title, QStringLiteral("Job a completed"));
    QCOMPARE(notice->jobId, QByteArray("a"));
    QVERIFY(!notice->failure);
    QVERIFY(!batch.take(20'000));
}

void TestDisplayText::noticesBecomeDigests()
{
    ui::NoticeBatch batch;
    for (int i = 0; i < 300; ++i)
        batch.add(test::job(QByteArray::number(i).constData(), JobStatus::Completed), 0);
    batch.add(test::job("bad", JobStatus::Lost), 100);
    const auto notice = batch.take(5000);
    QVERIFY(notice);
    QVERIFY(notice->failure);
    QVERIFY(notice->title.contains(QStringLiteral("300")));
    QVERIFY(notice->jobId.isEmpty());
    QCOMPARE(notice->text.count(QLatin1Char('\n')), 3);
}

void TestDisplayText::noticesWaitAndSkip()
{
    ui::NoticeBatch batch;
    batch.add(test::job("c", JobStatus::Cancelled), 0);
    batch.add(test::job("r", JobStatus::Processing), 0);
    QVERIFY(!batch.take(60'000));
}

void TestDisplayText::pausedNoticesAreForgotten()
{
    ui::NoticeBatch batch;
    batch.add(test::job("before", JobStatus::Failed), 0);
    batch.setPaused(true);
    QVERIFY(batch.isPaused());
    batch.add(test::job("meanwhile", JobStatus::Failed), 1000);
    QVERIFY(!batch.take(60'000));
    batch.setPaused(false);
    QVERIFY(!batch.take(120'000));
    batch.add(test::job("after", JobStatus::Failed), 120'000);
    const auto notice = batch.take(125'000);
    QVERIFY(notice);
    QCOMPARE(notice->jobId, QByteArray("after"));
}

void TestDisplayText::countsBySecond()
{
    ui::Throughput throughput;
    QVERIFY(!throughput.advance(0));
    throughput.add(7);
    QVERIFY(!throughput.advance(999));
    QVERIFY(throughput.advance(1000));
    QCOMPARE(throughput.latest(), 7);
    QVERIFY(throughput.advance(3000));
    QCOMPARE(throughput.latest(), 0);
    QCOMPARE(throughput.at(ui::Throughput::seconds - 3), 7);
    QCOMPARE(throughput.peak(), 7);
    throughput.advance(1'000'000);
    QCOMPARE(throughput.peak(), 0);
}

void TestDisplayText::preferencesSurvive()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("monitor.ini"));
    ui::Preferences chosen;
    chosen.embeddedHub = false;
    chosen.hub = QUrl(QStringLiteral("https://hub.example.org/base"));
    chosen.theme = ui::ThemeChoice::Dark;
    chosen.time = ui::TimeStyle::Utc;
    chosen.close = ui::CloseChoice::KeepRunning;
    chosen.notices.completed = true;
    chosen.notices.quiet = {true, QTime(21, 30), QTime(6, 15)};
    chosen.notices.perHour = 7;
    {
        QSettings settings(path, QSettings::IniFormat);
        QCOMPARE(ui::Preferences::load(settings), ui::Preferences{});
        chosen.save(settings);
    }
    QSettings settings(path, QSettings::IniFormat);
    QCOMPARE(ui::Preferences::load(settings), chosen);
    settings.setValue(QStringLiteral("view/theme"), QStringLiteral("neon"));
    QCOMPARE(ui::Preferences::load(settings).theme, ui::ThemeChoice::System);
    settings.setValue(QStringLiteral("notifications/per-hour"), 601);
    settings.setValue(QStringLiteral("notifications/quiet-from"), QStringLiteral("25:00"));
    QCOMPARE(ui::Preferences::load(settings).notices.perHour, ui::NoticeRules().perHour);
    QCOMPARE(ui::Preferences::load(settings).notices.quiet.from, ui::QuietHours().from);
}

void TestDisplayText::addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::newRow("host and port")
        << QStringLiteral(" hub:4354 ") << QStringLiteral("http://hub:4354");
    QTest::newRow("slash") << QStringLiteral("http://hub/") << QStringLiteral("http://hub");
    QTest::newRow("path") << QStringLiteral("https://hub/x") << QStringLiteral("https://hub/x");
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << QString();
    QTest::newRow("no host") << QStringLiteral("http://") << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestDisplayText::addresses()
{
    QFETCH(const QString, typed);
    QTEST(ui::hubAddress(typed).toString(), "url");
}

/// A user name can neither imitate another one nor reverse the text beside it.
void TestDisplayText::users()
{
    QCOMPARE(ui::userName("auth0|\xC3\xA4 b"), QStringLiteral("auth0|\u00e4 b"));
    QCOMPARE(ui::userName("\xEF\xBB\xBF"
                          "ann"),
             QStringLiteral("\\ufeffann"));
    QCOMPARE(ui::userName("user/\xE2\x80\xAE"
                          "nna"),
             QStringLiteral("user/\\u202enna"));
}

void TestDisplayText::imagesOfResults()
{
    hub::Job job = test::job("a", JobStatus::Completed);
    job.result = R"({"images":[{"url":"/files/a.png","width":10,"height":20},"https://x.org/b.jpg",
        {"url":"file:///etc/passwd"},{"url":"data:image/png;base64,AAAA","file_name":"c.png"},{}]})";
    const auto images = ui::resultImages(job, QUrl(QStringLiteral("http://hub:4354")));
    QCOMPARE(images.size(), 3);
    QCOMPARE(images[0].url, QUrl(QStringLiteral("http://hub:4354/files/a.png")));
    QCOMPARE(images[0].name, QStringLiteral("a.png"));
    QCOMPARE(images[0].height, 20);
    QCOMPARE(images[1].name, QStringLiteral("b.jpg"));
    QCOMPARE(images[2].name, QStringLiteral("c.png"));
    job.result = "[1,2]";
    QVERIFY(ui::resultImages(job, {}).isEmpty());
}

QTEST_GUILESS_MAIN(TestDisplayText)
#include "tst_displaytext.moc"
