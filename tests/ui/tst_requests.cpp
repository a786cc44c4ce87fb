// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/monitor.h"
#include "tests/support/httpcall.h"
#include "tests/support/hubrunner.h"
#include "ui/models/jobmodel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/statusline.h"

#include <QAction>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

using Command = app::Request::Command;

namespace {

/// The monitor with a complete hub and settings of its own.
struct Desk
{
    QTemporaryDir home;
    test::HubRunner hub;
    std::unique_ptr<app::Monitor> monitor;

    explicit Desk(const app::Request &request = {}, bool service = false)
    {
        qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
        for (const char *job : {"job-1", "job-2", "job-3"})
            post("jobs", QByteArray(R"({"job_id":")") + job + "\"}");
        fail("job-3");
        start(request, service);
    }
    void start(const app::Request &request = {}, bool service = false)
    {
        app::MonitorOptions options;
        options.hub = hub.url();
        options.embedded = false;
        options.request = request;
        options.service = service;
        monitor = std::make_unique<app::Monitor>(options);
        monitor->start();
    }
    ui::MainWindow &window() { return *monitor->window(); }
    ui::JobList &table() { return *window().jobsPage()->table(); }
    int unseen()
    {
        int rows = 0;
        const QAbstractItemModel &model = *table().model();
        for (int row = 0; row < model.rowCount(); ++row)
            rows += model.index(row, 0).data(ui::JobModel::UnseenRole).toBool() ? 1 : 0;
        return rows;
    }
    QString notice() { return window().banner()->text(); }
    QToolButton &pausedButton()
    {
        return *window().findChild<QToolButton *>(QStringLiteral("paused"));
    }
    QLineEdit *filter()
    {
        const auto lines = window().jobsPage()->findChildren<QLineEdit *>();
        const auto at = std::find_if(lines.begin(), lines.end(), [](const QLineEdit *line) {
            return line->accessibleName() == QStringLiteral("Filter jobs");
        });
        return at == lines.end() ? nullptr : *at;
    }
    void post(const QByteArray &path, const QByteArray &body) const
    {
        const int status = test::httpCall(hub.url(), "POST", "/api/v1/" + path, body).status;
        QVERIFY(status == 201 || status == 202);
    }
    void fail(const QByteArray &job) const
    {
        post("jobs/" + job + "/events", R"({"type":"failed","error":{"code":"OOM"}})");
    }
    void open(const char *link) { monitor->handle({Command::OpenLink, QLatin1String(link), {}}); }
    void waitForJobs() { QTRY_COMPARE(table().model()->rowCount(), 3); }
};

} // namespace

class TestRequests : public QObject
{
    Q_OBJECT

private slots:
    void bringsTheWindowToTheFront();
    void linkSelectsItsJob();
    void linkWaitsForTheHub();
    void linkOfAnUnknownJobSaysSo();
    void hostileLinksDoNothing_data();
    void hostileLinksDoNothing();
    void showsFailures();
    void trayShowsUnseenFailures();
    void remembersSeenFailures();
    void pausesNotifications();
    void carriesOutTheCommandLine();
    void serviceWaitsForARequest();
};

void TestRequests::bringsTheWindowToTheFront()
{
    Desk desk;
    desk.window().hide();
    QByteArray token;
    connect(&desk.window(), &ui::MainWindow::attentionChanged, this, [&token] {
        token = qgetenv("XDG_ACTIVATION_TOKEN"); // where Qt's Wayland plugin reads it
    });
    desk.monitor->handle({Command::Show, {}, "token-1"});
    QVERIFY(desk.window().isVisible());
    QCOMPARE(token, QByteArray("token-1"));
    QVERIFY(!qEnvironmentVariableIsSet("XDG_ACTIVATION_TOKEN"));
}

void TestRequests::linkSelectsItsJob()
{
    Desk desk;
    desk.waitForJobs();
    desk.window().hide();
    desk.open("heliograph:job/job-2");
    QVERIFY(desk.window().isVisible());
    QCOMPARE(desk.table().currentJob(), QByteArray("job-2"));
    desk.open("heliograph:job/job-1");
    QCOMPARE(desk.table().currentJob(), QByteArray("job-1"));
    QCOMPARE(desk.notice(), QString());
}

void TestRequests::linkWaitsForTheHub()
{
    Desk desk({Command::OpenLink, QStringLiteral("heliograph:job/job-2"), {}});
    QCOMPARE(desk.table().currentJob(), QByteArray());
    QTRY_COMPARE(desk.table().currentJob(), QByteArray("job-2"));
}

void TestRequests::linkOfAnUnknownJobSaysSo()
{
    Desk desk;
    desk.waitForJobs();
    desk.open("heliograph:job/other");
    QTRY_VERIFY2(desk.notice().contains(QStringLiteral("other")), qPrintable(desk.notice()));
    QCOMPARE(desk.table().currentJob(), QByteArray());
}

void TestRequests::hostileLinksDoNothing_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::newRow("another hub") << QByteArray("heliograph://evil.example/job/job-1");
    QTest::newRow("hub in a query") << QByteArray("heliograph:job/job-1?hub=http://evil.example");
    QTest::newRow("an action") << QByteArray("heliograph:cancel/job-1");
    QTest::newRow("an action on a job") << QByteArray("heliograph:job/job-1/cancel");
    QTest::newRow("markup") << QByteArray("heliograph:job/<b>job-1</b>");
}

void TestRequests::hostileLinksDoNothing()
{
    QFETCH(QByteArray, link);
    Desk desk;
    desk.waitForJobs();
    const QString title = desk.window().windowTitle();
    desk.open(link.constData());
    QVERIFY2(desk.notice().startsWith(QStringLiteral("The link was not opened: ")),
             qPrintable(desk.notice()));
    QVERIFY(!desk.notice().contains(QStringLiteral("evil")));
    QCOMPARE(desk.table().currentJob(), QByteArray());
    QCOMPARE(desk.window().windowTitle(), title); // names the hub
    const QByteArray job = test::httpCall(desk.hub.url(), "GET", "/api/v1/jobs/job-1").body;
    QVERIFY(job.contains("queued"));
}

void TestRequests::showsFailures()
{
    Desk desk;
    desk.waitForJobs();
    QLineEdit *filter = desk.filter();
    QVERIFY(filter);
    filter->setText(QStringLiteral("job-1"));
    desk.window().hide();
    emit desk.monitor->tray()->failuresWanted();
    QVERIFY(desk.window().isVisible());
    QCOMPARE(filter->text(), QString());
    QCOMPARE(desk.table().model()->rowCount(), 1);
    QCOMPARE(desk.table().model()->index(0, static_cast<int>(ui::JobColumn::Job)).data().toString(),
             QStringLiteral("job-3"));
    // The button of the filter shows it, and gets all jobs back.
    auto *failed = desk.window().findChild<QToolButton *>(QStringLiteral("Failed"));
    QVERIFY(failed->isChecked());
    desk.window().findChild<QToolButton *>(QStringLiteral("All"))->click();
    QCOMPARE(desk.table().model()->rowCount(), 3);
    // A link does the same.
    desk.open("heliograph:failures");
    QCOMPARE(desk.table().model()->rowCount(), 1);
}

void TestRequests::trayShowsUnseenFailures()
{
    Desk desk;
    desk.waitForJobs(); // job-3 failed before the monitor started
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    const ui::Tray &tray = *desk.monitor->tray();
    QTRY_COMPARE(tray.status().link.state, ui::LinkState::Live);
    QVERIFY(!tray.status().unseenFailures);
    QWidget other; // the operator works in another window
    other.show();
    other.activateWindow();
    QTRY_VERIFY(!desk.window().isActiveWindow());
    desk.fail("job-1");
    QTRY_VERIFY(tray.status().unseenFailures);
    // The window alone is no look at the failure: it may be far down in the list.
    desk.monitor->handle({Command::Show, {}, {}});
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    desk.fail("job-2");
    QTRY_VERIFY(desk.window().summary().contains(QStringLiteral("3 failed")));
    QVERIFY(tray.status().unseenFailures);
    // A selected job is seen, and so are all when the failures are shown.
    QVERIFY(desk.table().selectJob("job-1"));
    QCOMPARE(desk.unseen(), 1);
    desk.monitor->handle({Command::ShowFailures, {}, {}});
    QCOMPARE(desk.unseen(), 0);
    QTRY_VERIFY(!tray.status().unseenFailures);
}

void TestRequests::remembersSeenFailures()
{
    Desk desk;
    desk.waitForJobs();
    QTRY_VERIFY(desk.table().selectJob("job-3"));
    QCOMPARE(desk.unseen(), 0);
    // WHEN a job fails while the monitor does not run
    desk.monitor.reset();
    desk.fail("job-1");
    desk.start();
    // THEN it is new, and the failure from before is not
    desk.waitForJobs();
    QTRY_COMPARE(desk.unseen(), 1);
    QTRY_VERIFY(desk.table().selectJob("job-1"));
    QCOMPARE(desk.unseen(), 0);
    // WHEN nothing failed meanwhile THEN nothing is new
    desk.monitor.reset();
    desk.start();
    desk.waitForJobs();
    QCOMPARE(desk.unseen(), 0);
}

void TestRequests::pausesNotifications()
{
    Desk desk;
    QAction *inTray = nullptr;
    for (QAction *action : desk.monitor->tray()->pauseMenu()->actions())
        inTray = action->isCheckable() ? action : inTray;
    QVERIFY(inTray);
    QVERIFY(!desk.pausedButton().isVisible());
    desk.monitor->handle({Command::PauseNotifications, {}, {}});
    QVERIFY(desk.pausedButton().isVisible());
    QVERIFY(inTray->isChecked());
    desk.pausedButton().click(); // resumes
    QVERIFY(!desk.pausedButton().isVisible());
    QVERIFY(!inTray->isChecked());
    inTray->trigger();
    QVERIFY(desk.pausedButton().isVisible());
    desk.monitor->handle({Command::ResumeNotifications, {}, {}});
    QVERIFY(!desk.pausedButton().isVisible());
}

void TestRequests::carriesOutTheCommandLine()
{
    Desk desk({Command::ShowFailures, {}, {}});
    QVERIFY(desk.window().isVisible());
    QTRY_COMPARE(desk.table().model()->rowCount(), 1);
    QVERIFY(desk.window().findChild<QToolButton *>(QStringLiteral("Failed"))->isChecked());
}

void TestRequests::serviceWaitsForARequest()
{
    Desk desk({Command::None, {}, {}}, true);
    QVERIFY(!desk.window().isVisible());
    // A request to pause does not open the window, but the monitor connects.
    desk.monitor->handle({Command::PauseNotifications, {}, {}});
    desk.waitForJobs();
    QVERIFY(desk.window().isHidden() || desk.window().isMinimized());
    desk.monitor->handle({Command::Show, {}, {}});
    QVERIFY(desk.window().isVisible() && !desk.window().isMinimized());
}

QTEST_MAIN(TestRequests)
#include "tst_requests.moc"
