// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/monitor.h"
#include "tests/support/httpcall.h"
#include "tests/support/hubprocess.h"
#include "tests/support/manualclock.h"
#include "tests/ui/demodata.h"
#include "ui/models/imageloader.h"
#include "ui/models/jobdetail.h"
#include "ui/models/session.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/filterline.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/logpage.h"
#include "ui/widgets/mainwindow.h"
#include "ui/widgets/statusline.h"

#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using ui::LinkCause;
using ui::LinkState;
using namespace std::chrono_literals;

namespace {

/// A window with demo jobs, a session of its own and a clock that the test moves.
struct Desk
{
    QTemporaryDir dir;
    test::ManualClock clock{1'769'860'800'000}; // 2026-01-31 12:00:00 UTC
    QSettings settings{dir.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    ui::Session session{&clock};
    ui::JobDetail detail;
    ui::ImageLoader images;
    ui::MainWindow window{&session, &detail, &images, &settings};

    Desk()
    {
        window.setTimeStyle(ui::TimeStyle::Utc);
        window.setHub(QStringLiteral("http://hub"), {});
        test::fillDemo(session, clock);
        window.show();
        pass(1s);
        window.banner()->setNotice({});
    }
    void receive(const ui::LinkStatus &status)
    {
        session.receive(status);
        session.tick();
    }
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        session.tick();
    }
    /// The hub is gone; its last byte came `ago` before now.
    void lose(std::chrono::milliseconds ago)
    {
        receive({LinkState::Reconnecting, 1, 7s, QStringLiteral("connection refused"),
                 LinkCause::Refused, ago});
    }
    ui::JobList &table() { return *window.jobsPage()->table(); }
    QString banner() const { return const_cast<Desk *>(this)->window.banner()->text(); }
    QString title() const { return window.windowTitle(); }
    QString pill() const
    {
        return window.findChild<ui::StatusLine *>()->findChild<QToolButton *>()->text();
    }
    /// The row of a job that runs.
    int runningRow()
    {
        const QAbstractItemModel &model = *table().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const int status = model.index(row, 0).data(ui::JobModel::StatusRole).toInt();
            if (status == static_cast<int>(ui::JobStatus::Processing))
                return row;
        }
        return -1;
    }
    QString cell(int row, ui::JobColumn column)
    {
        return table().model()->index(row, static_cast<int>(column)).data().toString();
    }
    /// The colours of the list, at most one for each cell that differs in nothing else.
    bool isColourful()
    {
        const QImage image = table().viewport()->grab().toImage();
        int colourful = 0;
        for (int y = 0; y < image.height(); y += 2) {
            for (int x = 0; x < image.width(); x += 2)
                colourful += image.pixelColor(x, y).hsvSaturation() > 110 ? 1 : 0;
        }
        return colourful > 20;
    }
};

} // namespace

/// The window looks stale and says why, while its jobs do not follow the hub.
class TestLiveWindow : public QObject
{
    Q_OBJECT

private slots:
    void staleRowsFade();
    void staleCountsFade();
    void theLogSaysUntilWhenItGoes();
    void elapsedTimeStops();
    void elapsedTimeStopsAtTheLastSignOfLife();
    void titleSaysOfflineAndSince();
    void aShortLossChangesNothing();
    void theBannerStaysDuringAnAttempt();
    void thePillCountsTheSilence();
    void theBannerKeepsItsHeight();
    void drainingIsShown();
    void eachCauseHasASentence_data();
    void eachCauseHasASentence();
    void aKilledHubMakesTheWindowStale();
};

void TestLiveWindow::staleRowsFade()
{
    Desk desk;
    QVERIFY(desk.isColourful());
    desk.lose(10s);
    QVERIFY(desk.table().isFaded());
    QVERIFY(!desk.isColourful());
    const QVariant spoken = desk.table().model()->index(0, 0).data(Qt::AccessibleTextRole);
    QVERIFY(spoken.toString().endsWith(QStringLiteral("may be out of date")));
    desk.receive({LinkState::Live, 0, {}, {}});
    QVERIFY(!desk.table().isFaded());
    QVERIFY(desk.isColourful());
}

void TestLiveWindow::elapsedTimeStops()
{
    Desk desk;
    const int row = desk.runningRow();
    QVERIFY(row >= 0);
    const QString before = desk.cell(row, ui::JobColumn::Elapsed);
    const QString updated = desk.cell(row, ui::JobColumn::Updated);
    desk.lose(0s);
    desk.pass(1h);
    QCOMPARE(desk.cell(row, ui::JobColumn::Elapsed), before);
    QVERIFY(desk.cell(row, ui::JobColumn::Updated) != updated); // its age is known
    desk.receive({LinkState::Live, 0, {}, {}});
    desk.pass(1s);
    QVERIFY(desk.cell(row, ui::JobColumn::Elapsed) != before);
}

void TestLiveWindow::elapsedTimeStopsAtTheLastSignOfLife()
{
    Desk desk;
    const int row = desk.runningRow();
    QVERIFY(row >= 0);
    const QString before = desk.cell(row, ui::JobColumn::Elapsed);
    desk.pass(3s);
    desk.receive({LinkState::Silent, 0, {}, {}, LinkCause::Unknown, 3s});
    QCOMPARE(desk.cell(row, ui::JobColumn::Elapsed), before);
    desk.pass(7s);
    desk.lose(10s);
    QCOMPARE(desk.cell(row, ui::JobColumn::Elapsed), before);
}

void TestLiveWindow::titleSaysOfflineAndSince()
{
    Desk desk;
    QVERIFY2(!desk.title().contains(QStringLiteral("offline")), qPrintable(desk.title()));
    const QDateTime last = QDateTime::fromMSecsSinceEpoch(desk.clock.wallMs()).toUTC();
    desk.lose(0s);
    desk.pass(42s);
    const QString age =
        QStringLiteral("as of %1, 42 s ago").arg(last.toString(QStringLiteral("HH:mm:ss")));
    QVERIFY2(desk.title().startsWith(QStringLiteral("[offline, ") + age), qPrintable(desk.title()));
    QVERIFY2(desk.title().contains(QStringLiteral("running")), qPrintable(desk.title()));
    QVERIFY2(desk.banner().endsWith(QStringLiteral("The list shows the jobs %1.").arg(age)),
             qPrintable(desk.banner()));
    // The next attempts do not make the state younger.
    desk.receive({LinkState::Connecting, 1, {}, {}, LinkCause::Refused, 42s});
    QVERIFY2(desk.title().contains(age), qPrintable(desk.title()));
    desk.receive({LinkState::Live, 0, {}, {}});
    QVERIFY2(!desk.title().contains(QStringLiteral("offline")), qPrintable(desk.title()));
}

void TestLiveWindow::staleCountsFade()
{
    Desk desk;
    const auto ink = [&] {
        const auto *chip = desk.window.findChild<QToolButton *>(QStringLiteral("Running"));
        return chip->palette().color(QPalette::ButtonText);
    };
    const QColor live = ink();
    desk.lose(10s);
    QVERIFY(ink() != live);
    desk.receive({LinkState::Live, 0, {}, {}});
    QCOMPARE(ink(), live);
}

void TestLiveWindow::theLogSaysUntilWhenItGoes()
{
    Desk desk;
    const auto *figures = desk.window.logPage()->findChild<QLabel *>(QStringLiteral("figures"));
    const auto *filter = desk.window.logPage()->filter();
    const QString age = QStringLiteral(", as of 11:59:51, 11 s ago");
    const QRect place = filter->geometry();
    desk.lose(10s);
    desk.pass(1s);
    QVERIFY2(figures->text().endsWith(age), qPrintable(figures->text()));
    QCOMPARE(filter->geometry(), place);
    desk.receive({LinkState::Live, 0, {}, {}});
    desk.pass(1s);
    QVERIFY2(figures->text().endsWith(QStringLiteral("events")), qPrintable(figures->text()));
}

void TestLiveWindow::aShortLossChangesNothing()
{
    Desk desk;
    const QString title = desk.title();
    desk.lose(0s);
    desk.pass(1'999ms);
    QVERIFY(!desk.table().isFaded());
    QCOMPARE(desk.title(), title);
    QVERIFY(!desk.banner().isEmpty()); // only the banner and the pill tell it
    desk.pass(1'001ms);
    QVERIFY(desk.table().isFaded());
}

void TestLiveWindow::theBannerStaysDuringAnAttempt()
{
    Desk desk;
    desk.lose(0s);
    desk.receive({LinkState::Connecting, 1, {}, {}, LinkCause::Refused, 7s});
    QVERIFY2(desk.banner().contains(QStringLiteral("attempt 2")), qPrintable(desk.banner()));
}

void TestLiveWindow::thePillCountsTheSilence()
{
    Desk desk;
    QCOMPARE(desk.pill(), QStringLiteral("Live"));
    desk.receive({LinkState::Silent, 0, {}, {}, LinkCause::Unknown, 3s});
    QCOMPARE(desk.pill(), QStringLiteral("Silent 3 s"));
    desk.pass(1s);
    QCOMPARE(desk.pill(), QStringLiteral("Silent 4 s"));
    QVERIFY2(desk.banner().contains(QStringLiteral("silent for 4 s")), qPrintable(desk.banner()));
    QVERIFY(!desk.table().isFaded());
}

void TestLiveWindow::theBannerKeepsItsHeight()
{
    Desk desk;
    desk.lose(0s); // with a button
    desk.pass(3s); // and with the age
    QCoreApplication::processEvents();
    const int height = desk.window.banner()->height();
    desk.receive({LinkState::Connecting, 1, {}, {}, LinkCause::Unknown, 3s}); // without a button
    QCoreApplication::processEvents();
    QCOMPARE(desk.window.banner()->height(), height);
}

void TestLiveWindow::drainingIsShown()
{
    Desk desk;
    desk.receive({LinkState::Draining, 0, {}, {}});
    QCOMPARE(desk.pill(), QStringLiteral("Hub draining"));
    QVERIFY2(desk.banner().contains(QStringLiteral("shutting down")), qPrintable(desk.banner()));
    desk.receive({LinkState::Reconnecting, 1, 12s, QStringLiteral("closed by the hub: drain"),
                  LinkCause::Draining, 0s});
    QCOMPARE(desk.pill(), QStringLiteral("Hub draining"));
    QVERIFY2(
        desk.banner().startsWith(QStringLiteral("The hub is shutting down. Reconnecting in 12 s.")),
        qPrintable(desk.banner()));
}

void TestLiveWindow::eachCauseHasASentence_data()
{
    QTest::addColumn<LinkState>("state");
    QTest::addColumn<LinkCause>("cause");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, LinkState state, LinkCause cause, const char *words) {
        QTest::newRow(name) << state << cause << QString::fromLatin1(words);
    };
    const LinkState again = LinkState::Reconnecting;
    row("refused", again, LinkCause::Refused, "Is the hub running?");
    row("no such host", again, LinkCause::HostNotFound, "Check the address of the hub.");
    row("TLS", again, LinkCause::Tls, "the certificate of the hub.");
    row("401", LinkState::AuthFailed, LinkCause::Unauthorized, "wants a valid token");
    row("403", LinkState::AuthFailed, LinkCause::Forbidden, "Use another token.");
    row("404", LinkState::WrongAddress, LinkCause::NotFound, "There is no hub at http://hub.");
    row("a page", LinkState::WrongAddress, LinkCause::NotAHub, "at http://hub is not a hub.");
}

void TestLiveWindow::eachCauseHasASentence()
{
    QFETCH(LinkState, state);
    QFETCH(LinkCause, cause);
    QFETCH(QString, words);
    Desk desk;
    desk.receive({state, 0, {}, QStringLiteral("why"), cause, 0s});
    QVERIFY2(desk.banner().contains(words), qPrintable(desk.banner()));
}

/// The whole monitor and a hub as a process. The age comes from the operating system's clock, so
/// this takes some seconds.
void TestLiveWindow::aKilledHubMakesTheWindowStale()
{
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    const QTemporaryDir data;
    auto hub = std::make_unique<test::HubProcess>(data.path());
    const QUrl url = hub->url();
    test::httpCall(url, "POST", "/api/v1/jobs", R"({"job_id":"a"})");
    app::Monitor monitor(app::MonitorOptions{url, false, {}, {}, {}, false});
    monitor.start();
    ui::MainWindow &window = *monitor.window();
    ui::JobList &table = *window.jobsPage()->table();
    QTRY_COMPARE(table.model()->rowCount(), 1);
    const auto tray = [&] { return monitor.tray()->status().summary; };
    hub->process().kill();
    QTRY_VERIFY_WITH_TIMEOUT(table.isFaded(), 20'000);
    QVERIFY(window.windowTitle().startsWith(QStringLiteral("[offline, as of ")));
    QTRY_VERIFY2(tray().contains(QStringLiteral("offline, as of ")), qPrintable(tray()));
    QVERIFY(window.banner()->text().contains(QStringLiteral("Is the hub running?"))
            || window.banner()->text().contains(QStringLiteral("attempt")));
    hub.reset();
    hub = std::make_unique<test::HubProcess>(data.path(), static_cast<quint16>(url.port()));
    QTRY_VERIFY_WITH_TIMEOUT(!table.isFaded(), 20'000);
    QTRY_VERIFY2(!tray().contains(QStringLiteral("offline")), qPrintable(tray()));
    QCOMPARE(window.banner()->text(), QString());
}

QTEST_MAIN(TestLiveWindow)
#include "tst_livewindow.moc"
