// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/connectdesk.h"

#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>

class ProfilesTest : public QObject
{
    Q_OBJECT

private slots:
    void listsProfiles();
    void refusesNames_data();
    void refusesNames();
    void aNewOneHasTheViewButNoHub();
    void theWindowOffersThem();
    void eachHasItsHub();
};

void ProfilesTest::listsProfiles()
{
    const QTemporaryDir folder;
    const app::Profiles profiles(folder.path());
    QCOMPARE(profiles.names(), QStringList({QString()}));
    for (const char *name : {"monitor.ini", "monitor-b.ini", "monitor-a.ini", "monitor-.ini",
                             "monitor-no name.ini", "other.ini"}) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QCOMPARE(profiles.names(), QStringList({QString(), QStringLiteral("a"), QStringLiteral("b")}));
}

void ProfilesTest::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("valid");
    QTest::newRow("letters") << QStringLiteral("Prod-2_x") << true;
    QTest::newRow("longest") << QString(40, QLatin1Char('a')) << true;
    QTest::newRow("too long") << QString(41, QLatin1Char('a')) << false;
    QTest::newRow("path") << QStringLiteral("../a") << false;
    QTest::newRow("line end") << QStringLiteral("a\n") << false;
    QTest::newRow("blank") << QStringLiteral("a b") << false;
}

void ProfilesTest::refusesNames()
{
    QFETCH(QString, name);
    QFETCH(bool, valid);
    const QTemporaryDir folder;
    const app::Profiles profiles(folder.path());
    QCOMPARE(app::Profiles::isName(name), valid);
    QCOMPARE(bool(profiles.create(name, *profiles.settings({}))), valid);
    QCOMPARE(profiles.names().size(), valid ? 2 : 1);
    QVERIFY(!profiles.create(name, *profiles.settings({}))); // it exists now, or is still no name
}

void ProfilesTest::aNewOneHasTheViewButNoHub()
{
    test::ConnectDesk desk;
    const test::HubRunner hub;
    desk.start();
    QTRY_VERIFY(desk.dialog());
    desk.setAddress(hub.url());
    desk.pressConnect();
    QTRY_VERIFY(desk.isLive());
    QSignalSpy chosen(desk.monitor.get(), &app::Monitor::profileChosen);
    emit desk.window().profileWanted(QStringLiteral("prod"));
    QCOMPARE(chosen.size(), 1);
    const auto settings = app::Profiles().settings(QStringLiteral("prod"));
    QVERIFY(settings->contains(QStringLiteral("view/theme")));
    QVERIFY(!settings->contains(QStringLiteral("hub/url")));
    desk.options.profile = QStringLiteral("prod");
    desk.start();
    QTRY_VERIFY(desk.dialog()); // it asks for its hub
}

void ProfilesTest::theWindowOffersThem()
{
    test::ConnectDesk desk;
    {
        const auto settings = app::Profiles().settings(QStringLiteral("prod"));
        settings->setValue(QStringLiteral("view/theme"), QStringLiteral("dark"));
    }
    const test::HubRunner hub;
    desk.start(hub.url());
    QTRY_VERIFY(desk.isLive());
    auto *button = qobject_cast<QToolButton *>(desk.window().menuBar()->cornerWidget());
    QVERIFY(button);
    QCOMPARE(button->text(), QStringLiteral("Default"));
    const QList<QAction *> actions = button->menu()->actions();
    QCOMPARE(actions.at(0)->text(), QStringLiteral("Default"));
    QVERIFY(actions.at(0)->isChecked());
    QCOMPARE(actions.at(1)->text(), QStringLiteral("prod"));
    QVERIFY(!actions.at(1)->isChecked());
    QSignalSpy chosen(desk.monitor.get(), &app::Monitor::profileChosen);
    actions.at(0)->trigger();
    QCOMPARE(chosen.size(), 0);
    actions.at(1)->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("prod"));
    emit desk.window().profileWanted(QStringLiteral("no name"));
    QVERIFY(desk.banner().startsWith(QStringLiteral("The profile was not created: ")));
    QCOMPARE(chosen.size(), 1);
}

void ProfilesTest::eachHasItsHub()
{
    test::ConnectDesk desk;
    const test::HubRunner first;
    const test::HubRunner second;
    for (const auto &[profile, url] :
         {std::pair(QString(), first.url()), std::pair(QStringLiteral("prod"), second.url())}) {
        desk.options.profile = profile;
        desk.start();
        QTRY_VERIFY(desk.dialog());
        desk.setAddress(url);
        desk.pressConnect();
        QTRY_VERIFY(desk.isLive());
    }
    desk.options.profile.clear();
    desk.start();
    QTRY_VERIFY(desk.window().windowTitle().contains(first.url().toString()));
    desk.options.profile = QStringLiteral("prod");
    desk.start();
    QTRY_VERIFY(desk.window().windowTitle().contains(second.url().toString()));
}

QTEST_MAIN(ProfilesTest)
#include "tst_profiles.moc"
