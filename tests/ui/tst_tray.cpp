// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tray.h"
#include "ui/widgets/trayicon.h"

#include <QAction>
#include <QIcon>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using ui::LinkState;
using ui::TrayState;

Q_DECLARE_METATYPE(ui::TrayState)

namespace {

constexpr std::array states{TrayState::Live, TrayState::Connecting, TrayState::Offline,
                            TrayState::Failed};

QString symbolicIcon(TrayState state)
{
    return QStringLiteral(HELIOGRAPH_SOURCE "/resources/icons/tray/") + ui::trayIconName(state)
           + QStringLiteral(".svg");
}

QAction *entry(ui::Tray &tray, const QString &text)
{
    const auto actions = tray.menu()->actions();
    const auto at = std::find_if(actions.begin(), actions.end(), [&text](const QAction *action) {
        return action->text().remove(QLatin1Char('&')) == text;
    });
    return at == actions.end() ? nullptr : *at;
}

/// Makes `folder` an icon theme `hicolor` with the tray icons, laid out as they are installed.
void makeTheme(const QString &folder)
{
    const QString apps = folder + QStringLiteral("/hicolor/symbolic/apps/");
    QVERIFY(QDir().mkpath(apps));
    for (const TrayState state : states) {
        QVERIFY(QFile::copy(symbolicIcon(state),
                            apps + ui::trayIconName(state) + QStringLiteral(".svg")));
    }
    QFile index(folder + QStringLiteral("/hicolor/index.theme"));
    QVERIFY(index.open(QIODevice::WriteOnly));
    index.write("[Icon Theme]\nName=Hicolor\nDirectories=symbolic/apps\n\n"
                "[symbolic/apps]\nMinSize=8\nSize=16\nMaxSize=512\nContext=Applications\n"
                "Type=Scalable\n");
}

} // namespace

class TestTray : public QObject
{
    Q_OBJECT

private slots:
    void namesStates_data();
    void namesStates();
    void everyStateHasItsIcon();
    void fallsBackToTheBuiltInIcon();
    void usesTheTheme();
    void menuOffersEverything();
    void clickTogglesTheWindow();
    void menuListsRecentFailures();
    void menuPausesNotifications();
};

void TestTray::namesStates_data()
{
    QTest::addColumn<int>("link");
    QTest::addColumn<TrayState>("quiet"); // without unseen failures
    QTest::addColumn<TrayState>("failed"); // with unseen failures
    const auto row = [](const char *name, LinkState link, TrayState quiet, TrayState failed) {
        QTest::newRow(name) << static_cast<int>(link) << quiet << failed;
    };
    row("live", LinkState::Live, TrayState::Live, TrayState::Failed);
    row("polling", LinkState::Polling, TrayState::Live, TrayState::Failed);
    row("connecting", LinkState::Connecting, TrayState::Connecting, TrayState::Connecting);
    row("reconnecting", LinkState::Reconnecting, TrayState::Connecting, TrayState::Connecting);
    row("stopped", LinkState::Stopped, TrayState::Offline, TrayState::Offline);
    row("stopped by hub", LinkState::StoppedByHub, TrayState::Offline, TrayState::Offline);
    row("refused", LinkState::AuthFailed, TrayState::Offline, TrayState::Offline);
    row("wrong address", LinkState::WrongAddress, TrayState::Offline, TrayState::Offline);
    row("offline", LinkState::Offline, TrayState::Offline, TrayState::Offline);
}

void TestTray::namesStates()
{
    QFETCH(int, link);
    QFETCH(TrayState, quiet);
    QFETCH(TrayState, failed);
    QCOMPARE(ui::trayState(static_cast<LinkState>(link), false), quiet);
    QCOMPARE(ui::trayState(static_cast<LinkState>(link), true), failed);
}

void TestTray::everyStateHasItsIcon()
{
    QSet<QByteArray> drawings;
    for (const TrayState state : states) {
        QFile file(symbolicIcon(state));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        drawings << file.readAll();
    }
    QCOMPARE(drawings.size(), qsizetype(states.size()));
    QCOMPARE(ui::trayIconName(TrayState::Live),
             QStringLiteral("io.github.heliograph.Heliograph-live-symbolic"));
}

void TestTray::fallsBackToTheBuiltInIcon()
{
    const QTemporaryDir empty;
    QIcon::setThemeSearchPaths({empty.path()});
    QVERIFY(!QIcon::hasThemeIcon(ui::trayIconName(TrayState::Live)));
    const auto drawn = [](LinkState link, bool failures) {
        const QIcon icon = ui::trayIcon(link, failures, true);
        return icon.pixmap(32, 32).toImage();
    };
    const QImage live = drawn(LinkState::Live, false);
    const QImage failed = drawn(LinkState::Live, true);
    const QImage offline = drawn(LinkState::Offline, false);
    QCOMPARE(live.size(), QSize(32, 32));
    QVERIFY(live != failed);
    QVERIFY(live != offline);
    QVERIFY(failed != offline);
}

void TestTray::usesTheTheme()
{
    const QTemporaryDir themes;
    makeTheme(themes.path());
    QIcon::setThemeSearchPaths({themes.path()});
    QIcon::setThemeName(QStringLiteral("hicolor"));
    for (const TrayState state : states)
        QVERIFY2(QIcon::hasThemeIcon(ui::trayIconName(state)), qPrintable(ui::trayIconName(state)));
    // The panel gets the name, and so it can draw the icon in its own colour.
    QCOMPARE(ui::trayIcon(LinkState::Live, false, true).name(), ui::trayIconName(TrayState::Live));
    QCOMPARE(ui::trayIcon(LinkState::Reconnecting, true, true).name(),
             ui::trayIconName(TrayState::Connecting));
    QCOMPARE(ui::trayIcon(LinkState::Live, true, true).name(), ui::trayIconName(TrayState::Failed));
    QVERIFY(!ui::trayIcon(LinkState::Live, true, true).pixmap(22, 22).isNull());
    // Another panel would show it in the colour of the file, whatever its own colour is.
    QVERIFY(ui::trayIcon(LinkState::Live, false, false).name()
            != ui::trayIconName(TrayState::Live));
}

void TestTray::menuOffersEverything()
{
    ui::Tray tray;
    QSignalSpy show(&tray, &ui::Tray::showWanted);
    QSignalSpy failures(&tray, &ui::Tray::failuresWanted);
    QSignalSpy quit(&tray, &ui::Tray::quitWanted);
    entry(tray, QStringLiteral("Show Heliograph"))->trigger();
    entry(tray, QStringLiteral("Show failures"))->trigger();
    entry(tray, QStringLiteral("Quit"))->trigger();
    QCOMPARE(show.size(), 1);
    QCOMPARE(failures.size(), 1);
    QCOMPARE(quit.size(), 1);

    QSignalSpy settings(&tray, &ui::Tray::settingsWanted);
    entry(tray, QStringLiteral("Settings…"))->trigger();
    QCOMPARE(settings.size(), 1);
    tray.setStatus({{LinkState::Live, 0, {}, {}}, true, QStringLiteral("1 failed")});
    QVERIFY(entry(tray, QStringLiteral("1 failed")));
}

void TestTray::clickTogglesTheWindow()
{
    ui::Tray tray;
    QSignalSpy show(&tray, &ui::Tray::showWanted);
    QSignalSpy hide(&tray, &ui::Tray::hideWanted);
    tray.setWindowShown(true);
    entry(tray, QStringLiteral("Hide Heliograph"))->trigger();
    QCOMPARE(hide.size(), 1);
    QVERIFY(!entry(tray, QStringLiteral("Show Heliograph")));
    tray.setWindowShown(false);
    entry(tray, QStringLiteral("Show Heliograph"))->trigger();
    QCOMPARE(show.size(), 1);
    QCOMPARE(hide.size(), 1);
}

void TestTray::menuListsRecentFailures()
{
    ui::Tray tray;
    QSignalSpy wanted(&tray, &ui::Tray::jobWanted);
    QAction *failures = entry(tray, QStringLiteral("Recent failures"));
    QVERIFY(!failures->isEnabled());
    QList<ui::Tray::Failure> many;
    for (int i = 0; i < 7; ++i)
        many << ui::Tray::Failure{QByteArray::number(i), QStringLiteral("job & %1").arg(i)};
    tray.setFailures(many);
    QVERIFY(failures->isEnabled());
    const QList<QAction *> entries = failures->menu()->actions();
    QCOMPARE(entries.size(), ui::Tray::maxFailures);
    QCOMPARE(entries[1]->text(), QStringLiteral("job && 1"));
    entries[1]->trigger();
    QCOMPARE(wanted.value(0).value(0).toByteArray(), QByteArray("1"));
    tray.setFailures({});
    QVERIFY(!failures->isEnabled());
}

void TestTray::menuPausesNotifications()
{
    ui::Tray tray;
    ui::PauseMenu &menu = *tray.pauseMenu();
    QSignalSpy paused(&menu, &ui::PauseMenu::pauseWanted);
    QSignalSpy resumed(&menu, &ui::PauseMenu::resumeWanted);
    const QList<QAction *> entries = menu.actions();
    for (int i = 0; i < 4; ++i) {
        entries[i]->trigger();
        QCOMPARE(paused.size(), i + 1);
        QCOMPARE(paused[i][0].value<ui::PauseChoice>(), static_cast<ui::PauseChoice>(i));
    }
    QVERIFY(entries[3]->isChecked());
    entries[3]->trigger();
    QCOMPARE(resumed.size(), 1);
    QVERIFY(!entries.last()->isEnabled());
    menu.setPaused(true, QStringLiteral("14:35"));
    QVERIFY(menu.title().contains(QStringLiteral("14:35")));
    QVERIFY(!entries[3]->isChecked());
    entries.last()->trigger();
    QCOMPARE(resumed.size(), 2);
    menu.setPaused(true, {});
    QVERIFY(entries[3]->isChecked());
    menu.setPaused(false, {});
    QVERIFY(!entries[3]->isChecked());
    QCOMPARE(paused.size(), 4);
}

QTEST_MAIN(TestTray)
#include "tst_tray.moc"
