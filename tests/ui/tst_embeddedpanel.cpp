// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/embeddeddesk.h"

#include <QTcpSocket>

using Desk = test::EmbeddedDesk;
using test::connectionsOf;
using test::freePort;
using test::outcomes;
using test::webhooksOf;

class EmbeddedPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void startsAndStops();
    void theBannerOpensTheWindow();
    void takesAnotherPort();
    void aTakenPortIsNamed();
    void aFolderThatCannotBeUsed_data();
    void aFolderThatCannotBeUsed();
    void aFolderOfTheCommandLineStays();
    void aSourceIsAddedWhileStreamsStayOpen();
    void aSecretIsKeptInItsFileOnly();
    void aSecretThatTheSchemeCannotRead();
    void aMissingSecretKeepsTheHubFromStarting();
    void aRemovedSourceIsUnknown();
    void theSimulatorCountsWhatTheHubCounts();
    void theSimulatorEndsWithTheHub();
    void theWindowMayBeClosed();
};

void EmbeddedPanelTest::startsAndStops()
{
    Desk desk;
    desk.open();
    QTRY_VERIFY(desk.isLive());
    QVERIFY(desk.shows(desk.panel().hub(), QStringLiteral("The hub runs at http://127.0.0.1:")));
    const QUrl url = desk.url();
    desk.press(desk.panel().hub(), "Stop");
    QTRY_VERIFY(desk.shows(desk.panel().hub(), QStringLiteral("The hub is stopped.")));
    QCOMPARE(test::httpCall(url, "GET", "/healthz").status, 0);
    QTRY_COMPARE(desk.banner(), QStringLiteral("The embedded hub is stopped."));
    desk.press(desk.panel().hub(), "Start");
    QTRY_VERIFY(desk.isLive());
    // A restart may be shorter than a look at the window. Its end of this connection stays.
    QTcpSocket witness;
    witness.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(desk.url().port()));
    QVERIFY(witness.waitForConnected());
    desk.press(desk.panel().hub(), "Restart");
    QTRY_COMPARE(witness.state(), QAbstractSocket::UnconnectedState);
    QTRY_VERIFY_WITH_TIMEOUT(desk.isLive(), 20'000);
}

void EmbeddedPanelTest::theBannerOpensTheWindow()
{
    Desk desk;
    desk.set("hub/embedded", true);
    desk.start();
    QTRY_VERIFY(desk.isLive());
    desk.monitor->panel()->open();
    desk.press(desk.panel().hub(), "Stop");
    QTRY_COMPARE(desk.banner(), QStringLiteral("The embedded hub is stopped."));
    desk.panel().close();
    QTRY_VERIFY(!desk.monitor->panel()->window());
    desk.press(desk.window().banner(), "Embedded hub…");
    QVERIFY(desk.monitor->panel()->window());
}

void EmbeddedPanelTest::takesAnotherPort()
{
    Desk desk;
    desk.open();
    QTRY_VERIFY(desk.isLive());
    const int port = freePort();
    desk.choosePort(port);
    QVERIFY(desk.shows(desk.panel().hub(), QStringLiteral("counts after a restart")));
    desk.press(desk.panel().hub(), "Restart");
    QTRY_COMPARE_WITH_TIMEOUT(desk.url().port(), port, 20'000);
    QVERIFY(!desk.shows(desk.panel().hub(), QStringLiteral("counts after a restart")));
    QTRY_VERIFY(desk.isLive());
    desk.start(); // the port is in the settings
    QTRY_VERIFY(desk.isLive());
    desk.monitor->panel()->open();
    QCOMPARE(desk.url().port(), port);
}

void EmbeddedPanelTest::aTakenPortIsNamed()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const QString port = QString::number(taken.serverPort());
    Desk desk;
    desk.set("hub/port", port);
    desk.open();
    QTRY_VERIFY(desk.shows(desk.panel().hub(), QStringLiteral("Port %1 ").arg(port)));
    QTRY_VERIFY(desk.banner().contains(port));
    QVERIFY(desk.banner().startsWith(QStringLiteral("The embedded hub could not start: ")));
    taken.close();
    desk.press(desk.panel().hub(), "Start");
    QTRY_VERIFY(desk.isLive());
}

void EmbeddedPanelTest::aFolderThatCannotBeUsed_data()
{
    QTest::addColumn<bool>("inUse");
    QTest::addColumn<QString>("reason");
    QTest::newRow("another hub") << true << QStringLiteral("is in use by process");
    QTest::newRow("not writable") << false << QStringLiteral("cannot create the folder");
}

void EmbeddedPanelTest::aFolderThatCannotBeUsed()
{
    QFETCH(bool, inUse);
    QFETCH(QString, reason);
    const test::HubRunner other;
    Desk desk;
    desk.open();
    QTRY_VERIFY(desk.isLive());
    QCOMPARE(desk.send("generic", R"({"job_id":"mine","status":"processing"})", {}), 200);
    QFile file(desk.home.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    desk.monitor.reset();
    desk.set("hub/folder", inUse ? other.dataDir() : file.fileName() + QStringLiteral("/hub"));
    desk.open();
    QTRY_VERIFY(desk.shows(desk.panel().hub(), reason));
    QTRY_VERIFY(desk.banner().contains(reason));
    desk.press(desk.panel().hub(), "Default");
    desk.press(desk.panel().hub(), "Start");
    QTRY_VERIFY(desk.isLive());
    QCOMPARE(test::httpCall(desk.url(), "GET", "/api/v1/jobs/mine").status, 200);
    QCOMPARE(test::httpCall(other.url(), "GET", "/api/v1/jobs/mine").status, 404);
}

void EmbeddedPanelTest::aFolderOfTheCommandLineStays()
{
    Desk desk;
    desk.options.dataDir = desk.home.filePath(QStringLiteral("given"));
    desk.set("hub/folder", desk.home.filePath(QStringLiteral("chosen")));
    desk.open();
    QTRY_VERIFY(desk.isLive());
    QVERIFY(QFileInfo::exists(desk.options.dataDir + QStringLiteral("/heliograph.db")));
    QVERIFY(!desk.button(desk.panel().hub(), QStringLiteral("Choose…"))->isEnabled());
    QVERIFY(desk.shows(desk.panel().hub(), QStringLiteral("The command line sets this folder.")));
}

void EmbeddedPanelTest::aSourceIsAddedWhileStreamsStayOpen()
{
    Desk desk;
    desk.open();
    QTRY_VERIFY(desk.isLive());
    QTRY_COMPARE(connectionsOf(desk.url()).size(), 2);
    const QStringList streams = connectionsOf(desk.url());
    QCOMPARE(desk.send("farm", "{}", {}), 404);
    ui::SourceDialog *dialog = desk.panel().sources()->edit({});
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("farm"));
    dialog->findChild<QComboBox *>()->setCurrentText(QStringLiteral("generic"));
    dialog->findChild<QToolButton *>(QStringLiteral("make"))->click();
    const QByteArray secret = dialog->secret();
    QCOMPARE(secret.size(), 64);
    dialog->accept();
    ui::SourcesPage *page = desk.panel().sources();
    QTRY_COMPARE(desk.send("farm", R"({"job_id":"a","status":"processing"})", secret), 200);
    QCOMPARE(desk.send("farm", R"({"job_id":"a","status":"completed"})", "wrong"), 401);
    QCOMPARE(connectionsOf(desk.url()), streams);
    QCOMPARE(page->current(), QStringLiteral("farm"));
    const QString command = page->findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY(command.contains(QStringLiteral("/api/v1/webhooks/farm")));
    QVERIFY(!command.contains(QString::fromLatin1(secret)));
    desk.press(page, "Send a test webhook");
    QTRY_VERIFY(desk.shows(page, QStringLiteral("Accepted: applied (job webhook-test).")));
    // The sender has another secret now.
    QFile file(desk.home.filePath(QStringLiteral("heliograph/secrets/farm.secret")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("other");
    file.close();
    desk.press(page, "Send a test webhook");
    QTRY_VERIFY(desk.shows(page, QStringLiteral("Refused (401): ")));
}

void EmbeddedPanelTest::aSecretIsKeptInItsFileOnly()
{
    Desk desk;
    desk.open();
    QTRY_VERIFY(desk.isLive());
    desk.saveSource({QStringLiteral("execution"), QStringLiteral("execution"), true}, "quiet-word");
    const QByteArray body = R"({"execution_id":"a","event":"execution.queued"})";
    QTRY_COMPARE(desk.send("execution", body, {}), 401);
    QCOMPARE(desk.send("execution", body, "quiet-word"), 200);
    desk.window().saveLayout();
    desk.monitor.reset();
    QVERIFY(desk.settings().contains("execution execution signed"));
    QVERIFY(!desk.settings().contains("quiet-word"));
    desk.open(); // the source is still verified
    QTRY_VERIFY(desk.isLive());
    QCOMPARE(desk.send("execution", body, {}), 401);
    QCOMPARE(desk.send("execution", body, "quiet-word"), 200);
}

void EmbeddedPanelTest::aSecretThatTheSchemeCannotRead()
{
    Desk desk;
    desk.open();
    QTRY_VERIFY(desk.isLive());
    desk.saveSource({QStringLiteral("bad"), QStringLiteral("standard-webhooks"), true},
                    "this is no base64!");
    QVERIFY(desk.shows(desk.panel().sources(), QStringLiteral("The source was not saved: ")));
    QVERIFY(desk.shows(desk.panel().sources(), QStringLiteral("must be base64")));
    QVERIFY(
        !QFileInfo::exists(desk.home.filePath(QStringLiteral("heliograph/secrets/bad.secret"))));
    QCOMPARE(desk.send("bad", "{}", {}), 404);
}

void EmbeddedPanelTest::aMissingSecretKeepsTheHubFromStarting()
{
    Desk desk;
    desk.set("hub/sources", QStringList{QStringLiteral("generic generic signed")});
    desk.open();
    QTRY_VERIFY(desk.shows(desk.panel().hub(), QStringLiteral("generic.secret: is not a file")));
    desk.saveSource({QStringLiteral("generic"), QStringLiteral("generic"), true}, "new-secret");
    desk.press(desk.panel().hub(), "Start");
    QTRY_VERIFY(desk.isLive());
    QCOMPARE(desk.send("generic", "{}", {}), 401);
}

void EmbeddedPanelTest::aRemovedSourceIsUnknown()
{
    Desk desk;
    desk.open();
    QTRY_VERIFY(desk.isLive());
    desk.saveSource({QStringLiteral("farm"), QStringLiteral("generic"), true}, "a-long-word");
    QTRY_COMPARE(desk.send("farm", "{}", {}), 401);
    desk.press(desk.panel().sources(), "Remove…");
    const auto question = [&] { return desk.panel().findChild<QMessageBox *>(); };
    QTRY_VERIFY(question());
    desk.press(question(), "Remove");
    QTRY_COMPARE(desk.send("farm", "{}", {}), 404);
    QVERIFY(
        !QFileInfo::exists(desk.home.filePath(QStringLiteral("heliograph/secrets/farm.secret"))));
}

void EmbeddedPanelTest::theSimulatorCountsWhatTheHubCounts()
{
    Desk desk;
    desk.open();
    QTRY_VERIFY(desk.isLive());
    ui::SimulatorPage *page = desk.panel().simulator();
    desk.box(page, "Rate")->setValue(600);
    desk.box(page, "Speed")->setValue(50);
    desk.box(page, "Duplicates")->setValue(50);
    desk.box(page, "Late")->setValue(50);
    desk.box(page, "Wrong signatures")->setValue(100);
    desk.press(page, "Give them secrets");
    QTRY_COMPARE(desk.send("execution", "{}", {}), 401);
    const qint64 before = webhooksOf(desk.url(), {QStringLiteral("refused")});
    const qint64 allBefore = webhooksOf(desk.url(), outcomes());
    desk.press(page, "Start");
    const app::Simulator *simulator = desk.monitor->panel()->simulator();
    QTRY_VERIFY_WITH_TIMEOUT(simulator->counts().jobs >= 10, 20'000);
    desk.press(page, "Stop");
    QTRY_VERIFY_WITH_TIMEOUT(!simulator->isRunning(), 60'000);
    const sim::Counts counts = simulator->counts();
    QCOMPARE(counts.ended, counts.jobs);
    QVERIFY(counts.duplicates > 0);
    QVERIFY(counts.forged > 0);
    QCOMPARE(counts.answers.value(401), counts.forged);
    QVERIFY(desk.shows(page, QStringLiteral("401 wrong signature: %1").arg(counts.forged)));

    QCOMPARE(webhooksOf(desk.url(), {QStringLiteral("refused")}) - before, counts.forged);
    QCOMPARE(webhooksOf(desk.url(), outcomes()) - allBefore, counts.webhooks);
    const QJsonObject jobs = test::httpCall(desk.url(), "GET", "/api/v1/jobs:counts").json();
    QCOMPARE(jobs.value(QLatin1String("total")).toInteger(), counts.jobs);
}

void EmbeddedPanelTest::theSimulatorEndsWithTheHub()
{
    Desk desk;
    desk.open();
    QTRY_VERIFY(desk.isLive());
    desk.press(desk.panel().simulator(), "Start");
    const app::Simulator *simulator = desk.monitor->panel()->simulator();
    QTRY_VERIFY(simulator->counts().jobs > 0);
    desk.press(desk.panel().hub(), "Stop");
    QVERIFY(!simulator->isRunning());
    QVERIFY(!desk.button(desk.panel().simulator(), QStringLiteral("Start"))->isEnabled());
    QTRY_VERIFY(desk.shows(desk.panel().hub(), QStringLiteral("The hub is stopped.")));
}

void EmbeddedPanelTest::theWindowMayBeClosed()
{
    Desk desk;
    desk.open();
    desk.window().show();
    QTRY_VERIFY(desk.isLive());
    desk.press(desk.panel().simulator(), "Start");
    QVERIFY(desk.panel().windowTitle().contains(QStringLiteral("the simulator runs")));
    desk.panel().close();
    QTRY_VERIFY(!desk.monitor->panel()->window());
    const app::Simulator *simulator = desk.monitor->panel()->simulator();
    QTRY_VERIFY(simulator->counts().jobs > 0);
    QVERIFY(simulator->isRunning());
    QVERIFY(desk.isLive());
    auto *badge = desk.window().findChild<QToolButton *>(QStringLiteral("simulator"));
    QVERIFY(badge->isVisible());
    badge->click();
    QVERIFY(desk.panel().windowTitle().contains(QStringLiteral("the simulator runs")));
    desk.press(desk.panel().simulator(), "Stop");
    desk.press(desk.panel().simulator(), "Stop now");
    QVERIFY(!badge->isVisible());
    QVERIFY(!desk.panel().windowTitle().contains(QStringLiteral("the simulator runs")));
}

QTEST_MAIN(EmbeddedPanelTest)
#include "tst_embeddedpanel.moc"
