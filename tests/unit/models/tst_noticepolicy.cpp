// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/manualclock.h"
#include "tests/unit/models/modelevents.h"
#include "ui/models/noticepolicy.h"

#include <QTest>

using hub::JobStatus;
using ui::LinkState;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(ui::PauseChoice)

namespace {

const QTimeZone berlin("Europe/Berlin");

qint64 at(const QString &localTime)
{
    return QDateTime(QDateTime::fromString(localTime, Qt::ISODate).date(),
                     QDateTime::fromString(localTime, Qt::ISODate).time(), berlin)
        .toMSecsSinceEpoch();
}

struct Fixture
{
    test::ManualClock clock{at(QStringLiteral("2026-05-04T12:00:00"))};
    ui::NoticePolicy policy{&clock, berlin};

    void fail(const char *id) { policy.addEnded(test::job(id, JobStatus::Failed)); }
    /// Passes the time second by second, and returns the notifications.
    QList<ui::Notice> pass(std::chrono::seconds time)
    {
        QList<ui::Notice> shown;
        for (auto passed = 0s; passed < time; ++passed) {
            clock.advance(1s);
            shown << policy.take();
        }
        return shown;
    }
    QList<ui::Notice> link(LinkState state, std::chrono::seconds time)
    {
        QList<ui::Notice> shown;
        for (auto passed = 0s; passed < time; ++passed) {
            clock.advance(1s);
            policy.setLink({state, 1, {}, QStringLiteral("connection refused")},
                           QStringLiteral("hub"));
            shown << policy.take();
        }
        return shown;
    }
};

} // namespace

/// The policy decides which notifications are shown, and when.
class TestNoticePolicy : public QObject
{
    Q_OBJECT

private slots:
    void rulesChoose_data();
    void rulesChoose();
    void stormBecomesOneNotice();
    void shownDigestGrows();
    void usedBudgetGivesDigests();
    void hourHasABudgetToo();
    void quietHours_data();
    void quietHours();
    void quietHoursEndWithADigest();
    void pauses_data();
    void pauses();
    void watchedJobsWaitForThePause();
    void linkIsToldAfterTheGrace();
    void shortLossIsNotTold();
    void endOfALossThatWasNotShownIsNotTold();
    void awayIsOneDigest();
    void anotherHubStartsAnew();
    void errorCanBeCopied();
};

void TestNoticePolicy::rulesChoose_data()
{
    QTest::addColumn<JobStatus>("status");
    QTest::addColumn<bool>("byDefault");
    QTest::newRow("failed") << JobStatus::Failed << true;
    QTest::newRow("timed out") << JobStatus::TimedOut << true;
    QTest::newRow("lost") << JobStatus::Lost << true;
    QTest::newRow("completed") << JobStatus::Completed << false;
    QTest::newRow("stalled") << JobStatus::Processing << true;
}

void TestNoticePolicy::rulesChoose()
{
    QFETCH(const JobStatus, status);
    QFETCH(const bool, byDefault);
    const hub::Job job = test::job("a", status);
    Fixture f;
    const auto add = [&] {
        if (status == JobStatus::Processing)
            f.policy.addStalled(job);
        else
            f.policy.addEnded(job);
        return f.pass(10s).size();
    };
    QCOMPARE(add(), byDefault ? 1 : 0);
    ui::NoticeRules rules;
    rules.failed = rules.completed = rules.stalled = !byDefault;
    f.policy.setRules(rules);
    QCOMPARE(add(), byDefault ? 0 : 1);
}

void TestNoticePolicy::stormBecomesOneNotice()
{
    Fixture f;
    for (int i = 0; i < 300; ++i)
        f.fail(QByteArray::number(i).constData());
    QVERIFY(f.pass(4s).isEmpty());
    const auto shown = f.pass(10s);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown[0].title, QStringLiteral("300 jobs failed"));
    QCOMPARE(shown[0].topic, ui::NoticeTopic::Digest);
    QVERIFY(shown[0].failure);
}

void TestNoticePolicy::shownDigestGrows()
{
    Fixture f;
    const auto failTwo = [&] {
        f.fail("a");
        f.fail("b");
        return f.pass(6s).value(0).title;
    };
    QCOMPARE(failTwo(), QStringLiteral("2 jobs failed"));
    QCOMPARE(failTwo(), QStringLiteral("4 jobs failed")); // it replaces the one before
    f.policy.noteDigestClosed();
    QCOMPARE(failTwo(), QStringLiteral("2 jobs failed"));
}

void TestNoticePolicy::usedBudgetGivesDigests()
{
    Fixture f;
    f.policy.setRules({});
    QList<ui::Notice> shown;
    for (int i = 0; i < 60; ++i) { // one failure every 10 s, for 10 min
        f.fail("a");
        shown << f.pass(10s);
    }
    // The budget, and the digest that says that digests follow.
    QCOMPARE(shown.size(), 6);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(shown[i].jobId, QByteArray("a"));
    QCOMPARE(shown[5].topic, ui::NoticeTopic::Digest);
    QVERIFY(shown[5].text.contains(QStringLiteral("many notifications")));
    // WHEN there are few again THEN each has its own notice
    QVERIFY(f.pass(600s).size() <= 1);
    f.fail("b");
    QCOMPARE(f.pass(10s).value(0).jobId, QByteArray("b"));
}

void TestNoticePolicy::hourHasABudgetToo()
{
    Fixture f;
    ui::NoticeRules rules;
    rules.perTenMinutes = 0;
    rules.perHour = 3;
    f.policy.setRules(rules);
    QList<ui::Notice> shown;
    for (int i = 0; i < 90; ++i) { // one failure every 30 s, for 45 min
        f.fail("a");
        shown << f.pass(30s);
    }
    QCOMPARE(shown.size(), 3 + 5); // a digest every 10 minutes
    int told = 0;
    for (const ui::Notice &notice : shown)
        told += notice.text.contains(QStringLiteral("many notifications")) ? 1 : 0;
    QCOMPARE(told, 1);
}

void TestNoticePolicy::quietHours_data()
{
    QTest::addColumn<QTime>("from");
    QTest::addColumn<QTime>("to");
    QTest::addColumn<QString>("moment");
    QTest::addColumn<bool>("quiet");
    const QTime ten(22, 0), seven(7, 0), noon(12, 0), two(14, 0);
    const auto row = [](const char *name, QTime from, QTime to, const char *moment, bool quiet) {
        QTest::newRow(name) << from << to << QString::fromLatin1(moment) << quiet;
    };
    row("day, before", noon, two, "2026-05-04T11:59:59", false);
    row("day, first", noon, two, "2026-05-04T12:00:00", true);
    row("day, last", noon, two, "2026-05-04T13:59:59", true);
    row("day, after", noon, two, "2026-05-04T14:00:00", false);
    row("night, before", ten, seven, "2026-05-04T21:59:59", false);
    row("night, evening", ten, seven, "2026-05-04T22:00:00", true);
    row("night, midnight", ten, seven, "2026-05-05T00:00:00", true);
    row("night, morning", ten, seven, "2026-05-05T06:59:59", true);
    row("night, after", ten, seven, "2026-05-05T07:00:00", false);
    // The clock goes from 2:00 to 3:00 on 2026-03-29, and from 3:00 to 2:00 on 2026-10-25.
    row("short night, last", ten, seven, "2026-03-29T06:59:59", true);
    row("short night, after", ten, seven, "2026-03-29T07:00:00", false);
    row("long night, last", ten, seven, "2026-10-25T06:59:59", true);
    row("long night, after", ten, seven, "2026-10-25T07:00:00", false);
    row("all day", noon, noon, "2026-05-04T03:00:00", true);
}

void TestNoticePolicy::quietHours()
{
    QFETCH(const QTime, from);
    QFETCH(const QTime, to);
    QFETCH(const QString, moment);
    QFETCH(const bool, quiet);
    ui::QuietHours hours{true, from, to};
    QCOMPARE(hours.contains(at(moment), berlin), quiet);
    hours.on = false;
    QVERIFY(!hours.contains(at(moment), berlin));
}

void TestNoticePolicy::quietHoursEndWithADigest()
{
    Fixture f;
    ui::NoticeRules rules;
    rules.quiet = {true, QTime(11, 0), QTime(12, 10)};
    f.policy.setRules(rules);
    f.fail("a");
    f.fail("b");
    QVERIFY(f.pass(599s).isEmpty());
    const auto shown = f.pass(1s);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown[0].title, QStringLiteral("2 jobs failed"));
}

void TestNoticePolicy::pauses_data()
{
    QTest::addColumn<ui::PauseChoice>("choice");
    QTest::addColumn<qint64>("end");
    QTest::newRow("15 min") << ui::PauseChoice::QuarterHour
                            << at(QStringLiteral("2026-05-04T12:15:00"));
    QTest::newRow("1 h") << ui::PauseChoice::Hour << at(QStringLiteral("2026-05-04T13:00:00"));
    QTest::newRow("tomorrow") << ui::PauseChoice::UntilTomorrow
                              << at(QStringLiteral("2026-05-05T08:00:00"));
    QTest::newRow("resumed") << ui::PauseChoice::UntilResumed << qint64(0);
}

void TestNoticePolicy::pauses()
{
    QFETCH(const ui::PauseChoice, choice);
    QFETCH(const qint64, end);
    Fixture f;
    f.fail("before");
    f.policy.pause(choice);
    QCOMPARE(f.policy.endMs().value_or(0), end);
    f.fail("meanwhile");
    QVERIFY(f.pass(10s).isEmpty());
    if (end != 0) {
        f.clock.advance(end - f.clock.wallMs() - 1000);
        QVERIFY(f.policy.isPaused());
        QVERIFY(f.pass(1s).isEmpty());
    } else {
        f.clock.advance(1'000h);
        QVERIFY(f.policy.isPaused());
        f.policy.resume();
    }
    QVERIFY(!f.policy.isPaused());
    QVERIFY(f.pass(10s).isEmpty());
    f.fail("after");
    QCOMPARE(f.pass(10s).value(0).jobId, QByteArray("after"));
}

void TestNoticePolicy::watchedJobsWaitForThePause()
{
    Fixture f;
    ui::NoticeRules rules;
    rules.completed = rules.stalled = false;
    f.policy.setRules(rules);
    f.policy.pause(ui::PauseChoice::QuarterHour);
    f.policy.addWatched(test::job("a", JobStatus::Completed));
    f.policy.addWatched(test::job("b", JobStatus::Processing));
    QVERIFY(f.pass(899s).isEmpty());
    const auto shown = f.pass(1s);
    QCOMPARE(shown.size(), 2);
    QCOMPARE(shown[0].title, QStringLiteral("Job a completed"));
    QCOMPARE(shown[1].title, QStringLiteral("Job b is stalled"));
}

void TestNoticePolicy::linkIsToldAfterTheGrace()
{
    Fixture f;
    QVERIFY(f.link(LinkState::Live, 5s).isEmpty());
    QVERIFY(f.link(LinkState::Reconnecting, 15s).isEmpty());
    const auto lost = f.link(LinkState::Reconnecting, 60s);
    QCOMPARE(lost.size(), 1);
    QVERIFY(lost[0].failure);
    QCOMPARE(lost[0].text, QStringLiteral("hub\nconnection refused"));
    QCOMPARE(lost[0].topic, ui::NoticeTopic::Link);
    const auto back = f.link(LinkState::Live, 60s);
    QCOMPARE(back.size(), 1);
    QCOMPARE(back[0].title, QStringLiteral("Connected again"));
    QCOMPARE(back[0].topic, ui::NoticeTopic::Link);
    // The user ends a connection on purpose.
    QVERIFY(f.link(LinkState::Stopped, 60s).isEmpty());
}

void TestNoticePolicy::shortLossIsNotTold()
{
    Fixture f;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(f.link(LinkState::Live, 5s).isEmpty());
        QVERIFY(f.link(LinkState::Reconnecting, 14s).isEmpty());
    }
    // A hub that was never reached is not lost.
    Fixture first;
    QVERIFY(first.link(LinkState::Reconnecting, 60s).isEmpty());
}

void TestNoticePolicy::endOfALossThatWasNotShownIsNotTold()
{
    Fixture f;
    ui::NoticeRules rules;
    rules.quiet = {true, QTime(11, 0), QTime(12, 10)};
    f.policy.setRules(rules);
    f.link(LinkState::Live, 5s);
    QVERIFY(f.link(LinkState::Reconnecting, 60s).isEmpty());
    QVERIFY(f.link(LinkState::Live, 1000s).isEmpty());
}

void TestNoticePolicy::awayIsOneDigest()
{
    Fixture f;
    f.policy.addAway({3, 41});
    const auto shown = f.pass(10s);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown[0].title, QStringLiteral("While you were away"));
    QCOMPARE(shown[0].text, QStringLiteral("3 failed, 41 done"));
    QCOMPARE(shown[0].topic, ui::NoticeTopic::Digest);
    f.policy.addAway({0, 41}); // completed jobs are not notified
    QVERIFY(f.pass(10s).isEmpty());
}

void TestNoticePolicy::anotherHubStartsAnew()
{
    Fixture f;
    f.fail("a");
    f.policy.addAway({3, 41});
    f.policy.addWatched(test::job("b", JobStatus::Completed));
    f.policy.forgetHub();
    QCOMPARE(f.pass(10s).size(), 0);
    f.fail("c");
    const QList<ui::Notice> shown = f.pass(10s);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown[0].jobId, QByteArray("c"));
}

void TestNoticePolicy::errorCanBeCopied()
{
    Fixture f;
    hub::Job job = test::job("a", JobStatus::Failed);
    job.error = R"({"code":"CUDA_OOM","message":"no memory"})";
    f.policy.addEnded(job);
    const auto shown = f.pass(10s);
    QCOMPARE(shown.size(), 1);
    QVERIFY(shown[0].error.contains(QStringLiteral("CUDA_OOM")));
}

QTEST_MAIN(TestNoticePolicy)
#include "tst_noticepolicy.moc"
