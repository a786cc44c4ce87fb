// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/desk.h"
#include "ui/models/deliverylist.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/connectionspage.h"
#include "ui/widgets/deliveriespage.h"
#include "ui/widgets/detailspage.h"
#include "ui/widgets/filterline.h"
#include "ui/widgets/imagestrip.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"
#include "ui/widgets/logpage.h"
#include "ui/widgets/logview.h"

#include <QBuffer>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QTreeView>

#include <array>

namespace {

QByteArray pngUrl()
{
    QImage image(120, 80, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return "data:image/png;base64," + png.toBase64();
}

} // namespace

using test::Desk;

class MainWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void showsJobsAsTheyMove();
    void showsTheResultImage();
    void sendsATestJob();
    void losesNothingOverARestart();
    void showsConnections();
    void cancelsAfterAsking();
    void remembersItsLayout();
    void remembersItsFilters();
    void embeddedHubTakesTheNextPort();
    void embeddedHubSaysWhyNot();
};

void MainWindowTest::showsJobsAsTheyMove()
{
    Desk desk;
    auto *button = desk.window().jobsPage()->findChild<QPushButton *>();
    QTRY_COMPARE(button->text(), QStringLiteral("Send a test job"));
    QCOMPARE(desk.post("jobs", R"({"job_id":"job-1","kind":"restore","owner":"ann"})"), 201);
    QTRY_COMPARE(desk.cell("job-1", ui::JobColumn::State), QStringLiteral("Queued"));
    QCOMPARE(desk.cell("job-1", ui::JobColumn::Kind), QStringLiteral("Restore"));
    desk.publish("job-1", R"({"type":"processing"})");
    desk.publish("job-1", R"({"type":"progress","progress":42,"step":{"current":8,"total":19}})");
    QTRY_COMPARE(desk.cell("job-1", ui::JobColumn::Progress), QStringLiteral("42 %  8/19"));
    desk.publish("job-1", R"({"type":"failed","error":{"code":"CUDA_OOM","message":"no memory"}})");
    QTRY_COMPARE(desk.cell("job-1", ui::JobColumn::State), QStringLiteral("Failed"));
    QCOMPARE(desk.cell("job-1", ui::JobColumn::Outcome), QStringLiteral("CUDA_OOM: no memory"));
    QTRY_VERIFY(desk.window().windowTitle().startsWith(QStringLiteral("[1 failed]")));
}

void MainWindowTest::showsTheResultImage()
{
    Desk desk;
    desk.post("jobs", R"({"job_id":"pic","kind":"image"})");
    desk.publish("pic", R"({"type":"progress","progress":10})");
    QTRY_VERIFY(desk.table().selectJob("pic"));
    QTRY_VERIFY(desk.timeline().rowCount() >= 2); // from before the selection: history
    desk.publish("pic",
                 R"({"type":"completed","result":{"images":[{"url":")" + pngUrl() + R"("}]}})");
    QTRY_COMPARE(desk.details().images()->shownCount(), 1);
    QTRY_VERIFY(desk.timeline().rowCount() >= 3); // and live
    const int last = desk.timeline().rowCount() - 1;
    QCOMPARE(desk.timeline().index(last, 2).data().toString(), QStringLiteral("Completed"));
    QCOMPARE(desk.cell("pic", ui::JobColumn::Outcome), QStringLiteral("1 image"));
}

void MainWindowTest::sendsATestJob()
{
    Desk desk;
    auto *button = desk.window().jobsPage()->findChild<QPushButton *>();
    QTRY_COMPARE(button->text(), QStringLiteral("Send a test job"));
    button->click();
    QTRY_COMPARE(desk.table().model()->rowCount(), 1);
    desk.table().setCurrentIndex(desk.table().model()->index(0, 0));
    QTRY_COMPARE_WITH_TIMEOUT(desk.details().images()->shownCount(), 1, 20'000);
}

void MainWindowTest::losesNothingOverARestart()
{
    // GIVEN a window that shows a running job
    Desk desk;
    desk.post("jobs", R"({"job_id":"job-1","kind":"generic"})");
    desk.publish("job-1", R"({"type":"log","message":"line-000"})");
    QTRY_COMPARE(desk.inLog(QStringLiteral("line-000")), 1);
    // WHEN the hub stops
    desk.hub.config().listen = QStringList{desk.hub.url().authority()};
    desk.hub.stop();
    // THEN the window reports it and offers to reconnect at once
    ui::Banner &banner = *desk.window().banner();
    QTRY_VERIFY(banner.text().contains(QStringLiteral("econnect")));
    QVERIFY(banner.findChild<QPushButton *>()->isVisible());
    // WHEN the hub is back and receives events before the monitor reconnects
    desk.hub.start();
    for (int i = 1; i < 40; ++i) {
        desk.publish("job-1", "{\"type\":\"log\",\"message\":\"line-"
                                  + QByteArray::number(i).rightJustified(3, '0') + "\"}");
    }
    emit banner.retryWanted();
    // THEN each event is in the log exactly once
    QTRY_COMPARE(banner.text(), QString());
    QTRY_COMPARE(desk.inLog(QStringLiteral("line-039")), 1);
    for (int i = 0; i < 40; ++i)
        QCOMPARE(desk.inLog(QStringLiteral("line-%1").arg(i, 3, 10, QLatin1Char('0'))), 1);
}

void MainWindowTest::showsConnections()
{
    Desk desk;
    auto *tree = desk.window().connectionsPage()->findChild<QTreeView *>();
    QTRY_VERIFY(tree->model()->rowCount()
                >= 2); // the monitor's own two streams, each with its own topic
    const QModelIndex topic = tree->model()->index(0, 0);
    QTRY_VERIFY(tree->model()
                    ->index(0, 0, topic)
                    .data()
                    .toString()
                    .contains(QStringLiteral("this monitor")));
    auto *figures = desk.window().connectionsPage()->findChild<QLabel *>();
    QTRY_VERIFY(figures->text().startsWith(QStringLiteral("Only this monitor is connected")));
}

void MainWindowTest::cancelsAfterAsking()
{
    Desk desk;
    desk.post("jobs", R"({"job_id":"job-1"})");
    desk.publish("job-1", R"({"type":"processing"})");
    QTRY_VERIFY(desk.table().selectJob("job-1"));
    emit desk.details().cancelWanted("job-1");
    auto *yes = [&] {
        const auto buttons = desk.window().findChildren<QPushButton *>();
        const auto at = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
            return button->text() == QStringLiteral("Cancel job");
        });
        return at == buttons.end() ? nullptr : *at;
    }();
    QVERIFY(yes);
    QTRY_COMPARE(desk.cell("job-1", ui::JobColumn::State), QStringLiteral("Running"));
    yes->click();
    QTRY_COMPARE(desk.cell("job-1", ui::JobColumn::State), QStringLiteral("Cancelled"));
}

void MainWindowTest::remembersItsLayout()
{
    Desk desk;
    desk.window().resize(777, 711); // the screen of the test has 800 × 800
    auto *log = desk.window().findChild<QDockWidget *>(QStringLiteral("log"));
    log->hide();
    desk.table().setColumnWidth(static_cast<int>(ui::JobColumn::Job), 234);
    desk.window().saveLayout();
    desk.monitor.reset();
    desk.open();
    QCOMPARE(desk.window().size(), QSize(777, 711));
    QVERIFY(desk.window().findChild<QDockWidget *>(QStringLiteral("log"))->isHidden());
    QCOMPARE(desk.table().columnWidth(static_cast<int>(ui::JobColumn::Job)), 234);
}

void MainWindowTest::remembersItsFilters()
{
    Desk desk;
    const auto filters = [&] {
        return std::array{desk.window().connectionsPage()->filter(),
                          desk.window().logPage()->filter(),
                          desk.window().deliveriesPage()->filter()};
    };
    desk.window().jobsPage()->setFilterText(QStringLiteral("kind:restore"));
    const std::array texts{QStringLiteral("is:slow"), QStringLiteral("level>=warning"),
                           QStringLiteral("is:bad")};
    for (std::size_t i = 0; i < texts.size(); ++i)
        filters().at(i)->apply(texts.at(i));
    filters().front()->setText(QStringLiteral("is:nothing")); // no filter: the last one is stored
    desk.window().saveLayout();
    desk.monitor.reset();
    desk.open();
    QCOMPARE(desk.window().jobsPage()->filterText(), QStringLiteral("kind:restore"));
    for (std::size_t i = 0; i < texts.size(); ++i)
        QCOMPARE(filters().at(i)->text(), texts.at(i));
    QVERIFY(!desk.window().deliveriesPage()->list()->shown()->filter().isEmpty());
}

void MainWindowTest::embeddedHubTakesTheNextPort()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const QTemporaryDir dir;
    app::EmbeddedHub hub;
    QSignalSpy started(&hub, &app::EmbeddedHub::started);
    QSignalSpy stopped(&hub, &app::EmbeddedHub::stopped);
    hub.start(dir.path(), taken.serverPort(),
              static_cast<quint16>(qMin(65535, taken.serverPort() + 20)));
    QTRY_COMPARE(started.size(), 1);
    const QUrl url = started[0][0].toUrl();
    QVERIFY(url.port() > taken.serverPort());
    QCOMPARE(test::httpCall(url, "GET", "/healthz").status, 200);
    hub.stop();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, 10'000);
    QCOMPARE(test::httpCall(url, "GET", "/healthz").status, 0);
}

void MainWindowTest::embeddedHubSaysWhyNot()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const QTemporaryDir dir;
    app::EmbeddedHub hub;
    QSignalSpy failed(&hub, &app::EmbeddedHub::failed);
    hub.start(dir.path(), taken.serverPort(), taken.serverPort());
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(QString::number(taken.serverPort())));
    QTRY_VERIFY(!hub.isRunning());
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
