// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/desktopnotices.h"
#include "app/monitor/recentfailures.h"
#include "tests/support/manualclock.h"
#include "tests/support/mockservice.h"
#include "tests/support/sessionbus.h"
#include "tests/unit/models/modelevents.h"
#include "ui/models/imageloader.h"
#include "ui/models/jobdetail.h"
#include "ui/models/session.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/mainwindow.h"
#include "ui/widgets/tray.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using hub::EventType;
using hub::JobStatus;

namespace {

test::SessionBus *bus = nullptr; // main() owns it

/// The window that nobody looks at, with a live hub, and a notification server.
struct Fixture
{
    std::unique_ptr<test::MockService> server =
        test::MockService::notifications(QStringLiteral("body body-markup actions"));
    QTemporaryDir home;
    test::ManualClock clock{1'731'001'000'000};
    QSettings settings{home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ui::Session session{&clock};
    ui::JobDetail detail;
    ui::ImageLoader images;
    ui::MainWindow window{&session, &detail, &images, &settings};
    ui::Tray tray;
    app::DesktopNotices notices{&session, &window, &tray, &settings};
    QSignalSpy jobs{&notices, &app::DesktopNotices::jobWanted};
    QSignalSpy failures{&notices, &app::DesktopNotices::failuresWanted};

    Fixture()
    {
        notices.setHub(QStringLiteral("http://hub"));
        link(ui::LinkState::Live);
        session.receive(ui::arrival::Snapshot{{test::job("a", JobStatus::Processing, 5, 999),
                                               test::job("old", JobStatus::Failed, 0, 1)},
                                              "e.1731001000000-0"});
        pass(5);
    }
    void link(ui::LinkState state) { session.receive(ui::LinkStatus{state, 1, {}, {}}); }
    void end(const char *job, EventType type, int n, const char *data = "{}")
    {
        session.receive(test::jobEvent(job, type, n, data));
    }
    void pass(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            clock.advance(1000);
            session.tick();
            notices.passSecond();
        }
    }
    QList<QVariantList> shown() const { return server->calls(QStringLiteral("Notify")); }
    QString title(qsizetype index) const { return shown().value(index).value(3).toString(); }
    void invoke(uint id, const char *action) const
    {
        QCoreApplication::processEvents(); // the id of the notification has arrived
        server->emitSignal(QStringLiteral("ActionInvoked"), QStringLiteral("us"),
                           {id, QString::fromLatin1(action)});
    }
};

} // namespace

/// The way from an event of the hub to the notification server and back.
class TestDesktopNotices : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void failureIsShownAndOpened();
    void digestOpensTheFailures();
    void muteHoldsEverything();
    void replayedEventsGiveOneDigest();
    void lossIsToldInPlace();
    void tellsWhenDone();
    void tellsOfAStall();
    void marksSurviveAStart();
    void failuresAreTheNewest();
    void anotherHubClosesThem();
};

void TestDesktopNotices::initTestCase()
{
    if (!bus->isRunning() || !test::MockService::isInstalled())
        QSKIP("dbus-daemon or python3-dbusmock is not installed");
}

void TestDesktopNotices::failureIsShownAndOpened()
{
    Fixture f;
    f.end("x", EventType::Failed, 1001, R"({"error":{"code":"OOM","message":"a < b"}})");
    f.pass(6);
    QTRY_COMPARE(f.shown().size(), 1); // and none for the snapshot
    QCOMPARE(f.title(0), QStringLiteral("Job x failed"));
    QCOMPARE(f.shown()[0][4].toString(), QStringLiteral("OOM: a &lt; b"));
    f.server->emitSignal(QStringLiteral("ActivationToken"), QStringLiteral("us"),
                         {1U, QStringLiteral("token-1")});
    f.invoke(1, "show");
    QTRY_COMPARE(f.jobs.size(), 1);
    QCOMPARE(f.jobs[0][0].toByteArray(), QByteArray("x"));
    QCOMPARE(f.jobs[0][1].toByteArray(), QByteArray("token-1"));
    f.invoke(1, "copy");
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("OOM: a < b"));
    // A token that is not plain text does not reach the environment.
    f.server->emitSignal(QStringLiteral("ActivationToken"), QStringLiteral("us"),
                         {1U, QStringLiteral("to\nken")});
    f.invoke(1, "default");
    QTRY_COMPARE(f.jobs.size(), 2);
    QVERIFY(f.jobs[1][1].toByteArray().isEmpty());
}

void TestDesktopNotices::digestOpensTheFailures()
{
    Fixture f;
    f.end("x", EventType::Failed, 1001);
    f.end("y", EventType::Lost, 1002);
    f.pass(6);
    QTRY_COMPARE(f.shown().size(), 1);
    QCOMPARE(f.title(0), QStringLiteral("2 jobs failed"));
    f.invoke(1, "show");
    QTRY_COMPARE(f.failures.size(), 1);
}

void TestDesktopNotices::muteHoldsEverything()
{
    Fixture f;
    f.end("x", EventType::Failed, 1001);
    f.pass(6);
    QTRY_COMPARE(f.shown().size(), 1);
    f.invoke(1, "mute");
    QTRY_VERIFY(f.notices.isPaused());
    QVERIFY(f.tray.pauseMenu()->title().contains(QStringLiteral("until")));
    f.end("y", EventType::Failed, 1010);
    f.pass(3590);
    QVERIFY(f.notices.isPaused());
    f.pass(20);
    QVERIFY(!f.notices.isPaused());
    QVERIFY(!f.tray.pauseMenu()->title().contains(QStringLiteral("until")));
    f.end("z", EventType::Failed, 5000);
    f.pass(6);
    QTRY_VERIFY(f.title(f.shown().size() - 1) == QStringLiteral("Job z failed"));
    for (qsizetype i = 1; i < f.shown().size(); ++i)
        QVERIFY(f.title(i) != QStringLiteral("Job y failed"));
}

void TestDesktopNotices::replayedEventsGiveOneDigest()
{
    Fixture f;
    f.link(ui::LinkState::Reconnecting);
    f.pass(60);
    QTRY_COMPARE(f.shown().size(), 1); // the loss
    f.link(ui::LinkState::Live);
    f.end("x", EventType::Failed, 1010);
    f.end("y", EventType::Failed, 1011);
    f.end("z", EventType::Completed, 1012);
    f.pass(10);
    QTRY_COMPARE(f.shown().size(), 3);
    QCOMPARE(f.title(1), QStringLiteral("Connected again"));
    QCOMPARE(f.title(2), QStringLiteral("While you were away"));
    QCOMPARE(f.shown()[2][4].toString(), QStringLiteral("2 failed, 1 done"));
    f.pass(30);
    QCOMPARE(f.shown().size(), 3);
}

void TestDesktopNotices::lossIsToldInPlace()
{
    Fixture f;
    f.link(ui::LinkState::Reconnecting);
    f.pass(20);
    QTRY_COMPARE(f.shown().size(), 1);
    f.link(ui::LinkState::Live);
    f.pass(5);
    QTRY_COMPARE(f.shown().size(), 2);
    QCOMPARE(f.shown()[1][1].toUInt(), 1U); // it replaces the loss
}

void TestDesktopNotices::tellsWhenDone()
{
    Fixture f;
    auto *watch = f.window.findChild<QAction *>(QStringLiteral("watch"));
    if (!watch)
        watch = f.notices.findChild<QAction *>(QStringLiteral("watch"));
    QVERIFY(watch);
    QVERIFY(f.window.jobsPage()->table()->actions().contains(watch));
    f.window.jobsPage()->table()->selectJob("a");
    QVERIFY(watch->isEnabled() && !watch->isChecked());
    watch->trigger();
    QVERIFY(watch->isChecked());
    f.end("a", EventType::Completed, 1001); // completed jobs are not notified otherwise
    f.pass(2);
    QTRY_COMPARE(f.shown().size(), 1);
    QCOMPARE(f.title(0), QStringLiteral("Job a completed"));
    QVERIFY(!watch->isEnabled() && !watch->isChecked());
    f.pass(20);
    QCOMPARE(f.shown().size(), 1);
}

void TestDesktopNotices::tellsOfAStall()
{
    Fixture f;
    f.pass(400);
    QTRY_COMPARE(f.shown().size(), 1);
    QCOMPARE(f.title(0), QStringLiteral("Job a is stalled"));
}

void TestDesktopNotices::marksSurviveAStart()
{
    Fixture f;
    f.end("x", EventType::Failed, 1001);
    f.pass(2);
    f.notices.saveMark();
    f.server.reset();
    Fixture later;
    later.settings.setValue(QStringLiteral("known/") + QStringLiteral("http%3A%2F%2Fhub"),
                            f.settings.value(QStringLiteral("known/http%3A%2F%2Fhub")));
    QVERIFY(later.settings.contains(QStringLiteral("known/http%3A%2F%2Fhub")));
    later.session.reset();
    later.notices.setHub({});
    later.settings.setValue(QStringLiteral("known/http%3A%2F%2Fhub"),
                            f.settings.value(QStringLiteral("known/http%3A%2F%2Fhub")));
    later.notices.setHub(QStringLiteral("http://hub"));
    later.session.receive(ui::arrival::Snapshot{
        {test::job("x", JobStatus::Failed, 0, 1001), test::job("y", JobStatus::Failed, 0, 1002)},
        "e.1731001003000-0"});
    later.pass(6);
    QTRY_COMPARE(later.shown().size(), 1);
    QCOMPARE(later.shown()[0][4].toString(), QStringLiteral("1 failed"));
}

void TestDesktopNotices::failuresAreTheNewest()
{
    ui::JobStore jobs;
    QVERIFY(app::recentFailures(jobs).isEmpty());
    for (int i = 0; i < 9; ++i)
        jobs.upsert(test::job(QByteArray::number(i).constData(), JobStatus::Failed, 0, i));
    jobs.upsert(test::job("done", JobStatus::Completed, 0, 100));
    const auto failures = app::recentFailures(jobs);
    QCOMPARE(failures.size(), ui::Tray::maxFailures);
    QCOMPARE(failures[0].jobId, QByteArray("8"));
    QCOMPARE(failures[4].jobId, QByteArray("4"));
}

void TestDesktopNotices::anotherHubClosesThem()
{
    Fixture f;
    f.end("x", EventType::Failed, 1001);
    f.pass(6);
    QTRY_COMPARE(f.shown().size(), 1);
    f.notices.setHub(QStringLiteral("http://other"));
    QTRY_COMPARE(f.server->calls(QStringLiteral("CloseNotification")).size(), 1);
}

int main(int argc, char *argv[])
{
    test::SessionBus started;
    bus = &started;
    qputenv("DBUS_SESSION_BUS_ADDRESS", started.address().toLocal8Bit());
    QApplication application(argc, argv);
    TestDesktopNotices test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_desktopnotices.moc"
