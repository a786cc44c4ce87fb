// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcall.h"
#include "tests/support/keyedhub.h"
#include "tests/ui/connectdesk.h"
#include "ui/widgets/connectionspage.h"
#include "ui/widgets/detailspage.h"
#include "ui/widgets/joblist.h"
#include "ui/widgets/jobspage.h"

#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>

/// The window offers only the actions that its token allows.
class RightsTest : public QObject
{
    Q_OBJECT

private slots:
    void readsTheAnswer_data();
    void readsTheAnswer();
    void offersWhatTheTokenAllows_data();
    void offersWhatTheTokenAllows();
    void aHubWithoutKeysAllowsEverything();
    void anotherTokenChangesTheRights();
};

namespace {

QAction *action(test::ConnectDesk &desk, const QString &text)
{
    for (const QMenu *menu : desk.window().menuBar()->findChildren<QMenu *>()) {
        for (QAction *one : menu->actions()) {
            if (one->text().remove(QLatin1Char('&')) == text)
                return one;
        }
    }
    return nullptr;
}

bool offersTestJob(test::ConnectDesk &desk)
{
    const QPushButton *button =
        desk.button(desk.window().jobsPage(), QStringLiteral("Send a test job"));
    return button && button->isVisibleTo(&desk.window());
}

QAction *testJob(test::ConnectDesk &desk)
{
    return action(desk, QStringLiteral("Send a test job"));
}

} // namespace

void RightsTest::readsTheAnswer_data()
{
    QTest::addColumn<QJsonObject>("answer");
    QTest::addColumn<bool>("publish");
    QTest::addColumn<bool>("admin");
    const auto row = [](const char *name, const QJsonValue &scopes, bool publish, bool admin) {
        QTest::newRow(name) << QJsonObject{{QStringLiteral("scopes"), scopes}} << publish << admin;
    };
    row("reader", QJsonArray{QStringLiteral("read")}, false, false);
    row("publisher", QJsonArray{QStringLiteral("publish")}, true, false);
    row("admin", QJsonArray{QStringLiteral("admin")}, true, true);
    row("no scope", QJsonArray{}, false, false);
    row("not a list", QStringLiteral("admin"), true, true); // not from a hub: nothing is known
}

void RightsTest::readsTheAnswer()
{
    QFETCH(QJsonObject, answer);
    QFETCH(bool, publish);
    QFETCH(bool, admin);
    const ui::Rights rights = ui::Rights::parse(answer);
    QCOMPARE(rights.publish, publish);
    QCOMPARE(rights.admin, admin);
}

void RightsTest::offersWhatTheTokenAllows_data()
{
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<bool>("publish");
    QTest::newRow("reader") << QByteArray("read") << false;
    QTest::newRow("publisher") << QByteArray("read publish") << true;
}

void RightsTest::offersWhatTheTokenAllows()
{
    QFETCH(QByteArray, scope);
    QFETCH(bool, publish);
    test::ConnectDesk desk;
    const test::KeyedHub hub;
    desk.options.token = hub.token("ann", scope);
    desk.start(hub.url());
    QTRY_VERIFY(desk.isLive());
    const auto *figures = desk.window().connectionsPage()->findChild<QLabel *>();
    QTRY_VERIFY(figures->text().contains(QStringLiteral("scope admin"))); // the answer is here
    QTRY_COMPARE(offersTestJob(desk), publish);
    QCOMPARE(testJob(desk)->isEnabled(), publish);
    const QString why = QStringLiteral("The token has no right to publish");
    QCOMPARE(testJob(desk)->toolTip() == why, !publish);

    const test::HttpHeaders ann{{"Authorization", "Bearer " + hub.token("ann", "publish")}};
    QCOMPARE(test::httpCall(hub.url(), "POST", "/api/v1/jobs", R"({"job_id":"job-1"})", ann).status,
             201);
    QTRY_VERIFY(desk.window().jobsPage()->table()->selectJob("job-1"));
    QPushButton *cancel = desk.button(desk.window().detailsPage(), QStringLiteral("Cancel job…"));
    QTRY_VERIFY(cancel->isVisibleTo(desk.window().detailsPage()));
    QCOMPARE(cancel->isEnabled(), publish);
    QCOMPARE(cancel->toolTip(), publish ? QString() : why);
    QCOMPARE(action(desk, QStringLiteral("Cancel job…"))->isEnabled(), publish);
}

void RightsTest::aHubWithoutKeysAllowsEverything()
{
    test::ConnectDesk desk;
    const test::HubRunner hub;
    desk.start(hub.url());
    QTRY_VERIFY(desk.isLive());
    const auto *figures = desk.window().connectionsPage()->findChild<QLabel *>();
    QTRY_VERIFY(figures->text().startsWith(QStringLiteral("Only this monitor is connected.")));
    QVERIFY(offersTestJob(desk));
    QVERIFY(testJob(desk)->isEnabled());
}

void RightsTest::anotherTokenChangesTheRights()
{
    test::ConnectDesk desk;
    const test::KeyedHub hub;
    desk.options.token = hub.token("ann", "read");
    desk.start(hub.url());
    QTRY_VERIFY(!testJob(desk)->isEnabled());
    emit desk.window().connectWanted();
    desk.enterToken(hub.token("ann", "read publish"));
    desk.pressConnect();
    QTRY_VERIFY(desk.isLive());
    QTRY_VERIFY(testJob(desk)->isEnabled());
}

QTEST_MAIN(RightsTest)
#include "tst_rights.moc"
